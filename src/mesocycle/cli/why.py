"""`meso why PLAN --on DATE`: which rule and which line of the diary decided."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import click

from mesocycle.catalogue import Exercise, fold
from mesocycle.cli import options
from mesocycle.cli.command import Command, did_you_mean
from mesocycle.cli.compiling import Planned, When, compile_files, twice_stdin
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, columns, exit_code
from mesocycle.cli.text import pack, safe, wrap
from mesocycle.programme import Decision, Item, Programme


@click.command("why", cls=Command)
@options.plan_argument
@options.diary_option
@click.option("--on", type=options.a_date, required=True, metavar="DATE", help="The day.")
@click.option("--session", metavar="NAME", help="Only what was decided about this session.")
@click.option("--exercise", metavar="NAME", help="Only what was decided about this exercise.")
@options.start_option
@options.as_of_option
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
    form: str,
) -> None:
    """Tell why a day is as it is: each decision, its rule, and the lines that decided."""
    if twice_stdin(plan, diary):
        raise click.UsageError("only one of the files can be standard input")
    terminal = ctx.ensure_object(Terminal)
    compiled = compile_files(terminal, plan, diary, When(start, as_of))
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
    drawing = Drawing(programme, Paint(terminal.coloured(sys.stdout)), columns())
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


class Drawing:
    """Decisions as lines for a terminal, in colour or not, `room` columns wide."""

    def __init__(self, programme: Programme, paint: Paint, room: int) -> None:
        self._names = {s.id: s.name for s in (*programme.sessions, *programme.todo)}
        loaded = (item for item in _items(programme) if any(one.load for one in item.sets))
        self._loaded = {id_: item for item in loaded for id_ in item.decisions}
        self._paint = paint
        self._room = room

    def lines(self, decisions: Sequence[Decision], day: str) -> Iterator[str]:
        """A heading for the day and for each session; what was decided, and why."""
        from mesocycle.output import wording

        yield self._paint(wording.day(day, year=True), "strong")
        if not decisions:
            yield from ("", "nothing was decided for it")
        session: str | None = ""
        item: Item | None = None
        for decision in decisions:
            if decision.session != session:
                session = decision.session
                name = self._names.get(session or "", "the whole day")
                yield from ("", self._paint(safe(name), "strong"))
            if self._loaded.get(decision.id) is not item:
                item = self._loaded.get(decision.id)
                yield from self._loads(item)
            yield from self._decision(decision)

    def _loads(self, item: Item | None) -> Iterator[str]:
        """What came of it, where the line has loads: they are what the decisions explain."""
        from mesocycle.output import wording

        if item is None or item.exercise is None:
            return
        name = f"{item.label} {item.exercise.name}" if item.label else item.exercise.name
        sets = wording.scheme([one for one in item.sets if not one.warmup])
        front = "  "
        for row in pack(safe(f"{name}: {sets}"), self._room - 4):
            yield front + row
            front = "    "

    def _decision(self, decision: Decision) -> Iterator[str]:
        rule = self._paint(f"[{decision.outcome}: {safe(decision.rule)}]", "dim")
        *rows, last = self._wrapped(decision.text)
        yield from (*rows, f"{last}  {rule}")
        for line in decision.because:
            place = f"{safe(line.file)}:{line.line}: {safe(line.text.strip())}"
            yield self._paint(f"      {place}", "note")

    def _wrapped(self, text: str) -> list[str]:
        head, *rows = wrap(safe(text), self._room - 4) or [""]
        return [f"  {head}", *(f"    {row}" for row in rows)]
