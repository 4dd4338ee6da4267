"""The bundled outputs and their options, from the registry; how runs read, from a sample."""

from __future__ import annotations

from collections.abc import Iterator

from docs.made.table import table, title
from mesocycle.output import Option, wording
from mesocycle.output.options import as_typed
from mesocycle.output.registry import load
from mesocycle.output.sample_runs import running


def lines() -> Iterator[str]:
    """The bundled outputs and their options."""
    yield from title("Outputs", "`plugins`")
    yield "`meso build PLAN --to ical,markdown` makes the outputs named; without `--to`, all three."
    yield "`--option ical.alarm=30min` sets an option. `meso plugins --all` lists what there is."
    yield ""
    for name, output in load([]).unwrap().outputs.items():
        yield f"## {name}"
        yield ""
        yield f"{output.summary.capitalize()}. Written as `.{output.suffix}` ({output.media_type})."
        yield f"More: [plugins/{name}](../../plugins/{name}/README.md)."
        yield ""
        yield from table(
            ("option", "unless given", ""),
            ((f"`{name}.{o.name}`", _value(o), _help(o.help, o.choices)) for o in output.options),
        )
        yield ""
    yield from _runs()


def _runs() -> Iterator[str]:
    """How a sample programme's runs read in all outputs for people."""
    yield "## How runs read"
    yield ""
    yield "The calendar, the sheet and the terminal say the same. A session begins with what it is"
    yield "about and how long it is; what is to be done stands one thing a line, repeats above what"
    yield "is repeated. A target is in the coach's words, with the athlete's numbers in brackets."
    yield "`about` marks what is estimated, and the last line says from what."
    for session in running().sessions[:5]:
        yield from ("", "```text", f"{wording.gist(session)} · {wording.length(session)}", "")
        for block in session.blocks:
            head = wording.heading(block)
            rows = list(wording.outline(block.segments))
            yield from [f"{head}:"] if head else []
            for row in rows:
                yield f"{'  ' * (row.depth + bool(head))}{row.text}"
                yield from (f"{'  ' * (row.depth + bool(head) + 1)}{cue}" for cue in row.cues)
        if summary := wording.summary(session):
            yield from ("", summary)
        yield "```"
    yield ""
    yield from table(
        ("what happened", "title", "what is said"),
        (
            ("moved", "the session's name", "`was on Sunday 13 December`"),
            ("left out", "`Skipped: Easy run`", "`Skipped: Christmas.`, cancelled in the calendar"),
            (
                "a race",
                "`Race: Town Half`",
                "its grade; at the top of the sheet, in red in the calendar",
            ),
            (
                "a note of days",
                "the note",
                "an all-day event that keeps nobody busy, over all its days",
            ),
        ),
    )


def _value(option: Option) -> str:
    typed = as_typed(option)
    return f"`{typed}`" if typed else ""


def _help(text: str, choices: tuple[str, ...]) -> str:
    return text + (f" ({', '.join(f'`{choice}`' for choice in choices)})" if choices else "")
