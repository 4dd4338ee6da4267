"""`meso why PLAN --on DATE`: which rule and which line of the diary decided."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date

import click

from mesocycle.catalogue import Exercise, fold
from mesocycle.cli import options
from mesocycle.cli.command import Command, did_you_mean
from mesocycle.cli.compiling import compile_files, twice_stdin
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, columns, exit_code
from mesocycle.loading.planned import Planned, When
from mesocycle.programme import Decision, Item, Programme


@click.command("why", cls=Command)
@options.plan_argument
@options.diary_option
@click.option("--on", type=options.a_date, required=True, metavar="DATE", help="The day.")
@click.option("--session", metavar="NAME", help="Only what was decided about this session.")
@click.option("--exercise", metavar="NAME", help="Only what was decided about this exercise.")
@options.start_option
@options.as_of_option
@click.option(
    "--as-known-on",
    "known_on",
    type=options.a_date,
    metavar="DATE",
    help="With what the diary had up to that day, and no more.",
)
@options.product_format_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: str,
    diary: str | None,
    on: date,
    session: str | None,
    exercise: str | None,
    start: date | None,
    as_of: date | None,
    known_on: date | None,
    form: str,
) -> None:
    """Tell why a day is as it is: each decision, its rule, and the lines that decided.

    Below what was decided stands what would change it, with the line to write in the diary.
    """
    if as_of is not None and known_on is not None:
        raise click.UsageError("--as-of and --as-known-on exclude each other")
    if twice_stdin(plan, diary):
        raise click.UsageError("only one of the files can be standard input")
    terminal = ctx.ensure_object(Terminal)
    compiled = compile_files(terminal, plan, diary, When(start, as_of, known_on))
    terminal.report(compiled.diagnostics)
    status = exit_code(compiled.diagnostics)
    if compiled.value is None:
        ctx.exit(status)
    programme, planned = compiled.value.programme, compiled.value.planned
    names = {s.id: s.name for s in (*programme.sessions, *programme.todo)}
    wanted = None if exercise is None else _exercise(planned, exercise)
    if session is not None and fold(session) not in map(fold, names.values()):
        meant = did_you_mean(session, list(names.values()))
        raise click.UsageError(f"the plan has no session {session!r}{meant}")
    decisions = _together(
        programme,
        (
            d
            for d in programme.decisions
            if d.date == on.isoformat()
            and (session is None or fold(session) == fold(names.get(d.session or "", "")))
            and (wanted is None or _is_about(d, wanted))
        ),
    )
    if form == "json":
        from mesocycle.cli.machine import to_json

        terminal.say(to_json(decisions), nl=False)
        ctx.exit(status)
    from mesocycle.cli.reasons import Drawing

    drawing = Drawing(
        programme, Paint(terminal.coloured(sys.stdout)), columns(), whole=exercise is not None
    )
    terminal.say("\n".join(drawing.lines(decisions, on.isoformat())))
    ctx.exit(status)


def _exercise(planned: Planned, name: str) -> Exercise:
    """The exercise of that name or alias.

    Raises:
        click.UsageError: neither the plan nor its libraries have it.
    """
    catalogue = planned.catalogue()
    found = catalogue.find(name)
    if found is None:
        near = catalogue.suggest(name)
        meant = f"; did you mean {near}?" if near else ""
        raise click.UsageError(f"there is no exercise {name!r}{meant}")
    return found


def _is_about(decision: Decision, exercise: Exercise) -> bool:
    """Whether the exercise was decided about, or came in the place of another one."""
    stand_in = decision.outcome in ("regressed", "swapped")
    as_such = (f"{exercise.name} in place of", f"{exercise.name} stays")
    return decision.exercise == exercise.id or (stand_in and decision.text.startswith(as_such))


def _together(programme: Programme, decisions: Iterable[Decision]) -> list[Decision]:
    """What was decided about one line of a session together, in the order of the first."""
    line_of = {id_: item.slot_id for item in _items(programme) for id_ in item.decisions}
    about: dict[tuple[str | None, str | None, str | None], list[Decision]] = {}
    for each in decisions:
        key = (each.session, line_of.get(each.id), each.exercise)
        about.setdefault(key, []).append(each)
    sessions = list(dict.fromkeys(session for session, *_ in about))
    ordered = sorted(about, key=lambda key: sessions.index(key[0]))
    return [each for key in ordered for each in about[key]]


def _items(programme: Programme) -> Iterator[Item]:
    for session in (*programme.sessions, *programme.todo):
        for block in session.blocks:
            yield from block.items
