"""The bundled outputs and their options, from the registry."""

from __future__ import annotations

from collections.abc import Iterator

from docs.made.table import table, title
from mesocycle.output.registry import load


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
            (
                (f"`{name}.{o.name}`", f"`{_value(o.default)}`", _help(o.help, o.choices))
                for o in output.options
            ),
        )


def _value(value: object) -> str:
    return "off" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _help(text: str, choices: tuple[str, ...]) -> str:
    return text + (f" ({', '.join(f'`{choice}`' for choice in choices)})" if choices else "")
