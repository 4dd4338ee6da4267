"""`meso why PLAN --on DATE`: which rule and which line of the diary decided."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date

import click

from mesocycle.cli import options
from mesocycle.cli.command import Command
from mesocycle.cli.compiling import When, programme_of, twice_stdin
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, exit_code
from mesocycle.cli.text import safe
from mesocycle.programme import Decision, Programme


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
    compiled = programme_of(terminal, plan, diary, When(start, as_of))
    terminal.report(compiled.diagnostics)
    if not compiled.ok:
        ctx.exit(exit_code(compiled.diagnostics))
    decisions = _on(compiled.unwrap(), on.isoformat(), session, exercise)
    if form == "json":
        from mesocycle.cli.machine import to_json

        terminal.say(to_json(decisions), nl=False)
        return
    paint = Paint(terminal.coloured(sys.stdout))
    terminal.say("\n".join(_lines(decisions, on.isoformat(), paint)))


def _on(
    programme: Programme, day: str, session: str | None, exercise: str | None
) -> Sequence[Decision]:
    """The decisions of one day, of one session or exercise where it is named."""
    return [
        d
        for d in programme.decisions
        if d.date == day
        and (session is None or _same(session, d.session))
        and (exercise is None or _same(exercise, d.exercise))
    ]


def _same(wanted: str, name: str | None) -> bool:
    """Names in any case, spaces folded, as in a plan."""
    return " ".join(wanted.casefold().split()) == " ".join((name or "").casefold().split())


def _lines(decisions: Sequence[Decision], day: str, paint: Paint) -> Iterator[str]:
    from mesocycle.output import wording

    yield paint(wording.day(day, year=True), "strong")
    if not decisions:
        yield from ("", "nothing was decided then")
    shown: str | None = ""
    for decision in decisions:
        if decision.session != shown:
            shown = decision.session
            yield from ("", paint(safe(shown or "the whole day"), "strong"))
        yield f"  {safe(decision.text)}  " + paint(
            f"[{decision.outcome}: {safe(decision.rule)}]", "dim"
        )
        for line in decision.because:
            yield paint(f"      {safe(line.file)}:{line.line}: {safe(line.text.strip())}", "note")
