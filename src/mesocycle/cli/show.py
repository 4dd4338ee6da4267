"""`meso show PLAN`: this week, or another one, on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta

import click

from mesocycle.cli import options
from mesocycle.cli.command import Command
from mesocycle.cli.compiling import compile_files, twice_stdin
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, columns, exit_code
from mesocycle.cli.text import safe
from mesocycle.loading.planned import When
from mesocycle.programme import Programme, Session, WeekStatistics


@click.command("show", cls=Command)
@options.plan_argument
@options.diary_option
@click.option("--week", type=int, metavar="N", help="The week to show, from 1.")
@click.option("--on", type=options.a_date, metavar="DATE", help="The day to show.")
@options.start_option
@options.as_of_option
@options.product_format_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: str,
    diary: str | None,
    week: int | None,
    on: date | None,
    start: date | None,
    as_of: date | None,
    form: str,
) -> None:
    """Show a week of the programme: by default that of the day it is compiled for."""
    if week is not None and on is not None:
        raise click.UsageError("--week and --on exclude each other")
    if twice_stdin(plan, diary):
        raise click.UsageError("only one of the files can be standard input")
    terminal = ctx.ensure_object(Terminal)
    compiled = compile_files(terminal, plan, diary, When(start, as_of))
    terminal.report(compiled.diagnostics)
    status = exit_code(compiled.diagnostics)
    if compiled.value is None:
        ctx.exit(status)
    programme = compiled.value.programme
    numbers = None
    if on:
        title, sessions = _day(programme, on)
        days = (on.isoformat(), on.isoformat())
    else:
        which = _which_week(programme, week)
        days = _days_of(programme, which)
        title, sessions = _week(programme, which, days)
        numbers = next((each for each in programme.statistics if each.week == which), None)
    if form == "json":
        terminal.say(_json(programme, title, sessions, numbers, days), nl=False)
        ctx.exit(status)
    from mesocycle.cli.week import Drawing

    drawing = Drawing(programme, Paint(terminal.coloured(sys.stdout)), columns())
    terminal.say("\n".join(drawing.lines(title, sessions, numbers, days)))
    ctx.exit(status)


def _day(programme: Programme, on: date) -> tuple[str, Sequence[Session]]:
    """A day of the plan.

    Raises:
        click.UsageError: the plan does not go that far.
    """
    from mesocycle.output import wording

    sessions = [s for s in programme.sessions if s.date == on.isoformat()]
    if not sessions and not programme.starts <= on.isoformat() <= programme.ends:
        raise click.UsageError(
            f"{on} is outside the plan, which goes from {programme.starts} to {programme.ends}"
        )
    return wording.day(on.isoformat(), year=True), sessions


def _which_week(programme: Programme, week: int | None) -> int:
    """The week asked for, or that of the day for which the programme is.

    Raises:
        click.UsageError: the plan has no such week.
    """
    weeks = _weeks(programme)
    if week is None:
        today = programme.as_of or programme.starts
        return max((n for n in range(1, weeks + 1) if _monday(programme, n) <= today), default=1)
    if not 1 <= week <= weeks:
        raise click.UsageError(f"there is no week {week}; the plan has weeks 1 to {weeks}")
    return week


def _weeks(programme: Programme) -> int:
    """How many weeks the plan has."""
    first, last = date.fromisoformat(programme.starts), date.fromisoformat(programme.ends)
    return max([(last - first).days // 7 + 1, *(each.week for each in programme.statistics)])


def _monday(programme: Programme, week: int) -> str:
    """The day on which a week begins, whichever weekday that is (ISO)."""
    known = (each.starts for each in programme.statistics if each.week == week)
    first = date.fromisoformat(programme.starts) + timedelta(weeks=week - 1)
    return next(known, first.isoformat())


def _days_of(programme: Programme, week: int) -> tuple[str, str]:
    """The first and the last day of a week that belong to the plan (ISO)."""
    first = _monday(programme, week)
    after = date.fromisoformat(_monday(programme, week + 1))
    last = (after - timedelta(days=1)).isoformat()
    return max(first, programme.starts), min(last, programme.ends)


def _week(programme: Programme, week: int, days: tuple[str, str]) -> tuple[str, Sequence[Session]]:
    """A week of the plan."""
    from mesocycle.output import wording

    between = f"{wording.day(days[0])} to {wording.day(days[1], year=True)}"
    sessions = [s for s in programme.sessions if s.date and days[0] <= s.date <= days[1]]
    phases = {s.phase for s in sessions if s.phase}
    phase = f" · {safe(phases.pop())}" if len(phases) == 1 else ""
    return f"week {week} of {_weeks(programme)}: {between}{phase}", sessions


def _json(
    programme: Programme,
    title: str,
    sessions: Sequence[Session],
    numbers: WeekStatistics | None,
    days: tuple[str, str],
) -> str:
    from mesocycle.cli.machine import to_json

    ids = {s.id for s in (*sessions, *programme.todo)}
    return to_json(
        {
            "plan": programme.plan,
            "athlete": programme.athlete,
            "title": title,
            "disclaimer": programme.disclaimer,
            "abort": programme.abort,
            "notices": [n for n in programme.notices if n.session is None or n.session in ids],
            "day_notes": [n for n in programme.day_notes if days[0] <= n.date <= days[1]],
            "sessions": sessions,
            "todo": programme.todo,
            "statistics": numbers,
        }
    )
