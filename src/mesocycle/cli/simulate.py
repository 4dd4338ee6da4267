"""`meso simulate PLAN --weeks N --scenario TEXT`: the next weeks, if this or that happens."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from mesocycle.cli import options
from mesocycle.cli.command import Command
from mesocycle.cli.compiling import twice_stdin
from mesocycle.cli.paint import Paint
from mesocycle.cli.terminal import Terminal, columns, exit_code
from mesocycle.loading.planned import When, read_plan

if TYPE_CHECKING:
    from mesocycle.compiling import Checked
    from mesocycle.diagnostics import Outcome
    from mesocycle.diary.model import Diary
    from mesocycle.simulation import Course, Scenario
    from mesocycle.source import Source

#: What every other scenario is compared with.
_BASE = "all done"
_MOST_WEEKS = 52


@click.command("simulate", cls=Command)
@options.plan_argument
@options.diary_option
@click.option(
    "--weeks", type=click.IntRange(1, _MOST_WEEKS), default=4, metavar="N",
    help="How many weeks, from the day of compiling on (4).",
)  # fmt: skip
@click.option(
    "--scenario", "texts", multiple=True, metavar="TEXT",
    help="What happens, as in 'misses week 3; knee pain 5 from 2026-12-20'; several times.",
)  # fmt: skip
@options.start_option
@options.as_of_option
@options.product_format_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: str,
    diary: str | None,
    weeks: int,
    texts: tuple[str, ...],
    start: date | None,
    as_of: date | None,
    form: str,
) -> None:
    """Show the next weeks of a plan side by side, as they come out if this or that happens.

    The first column is always what comes when all is done as planned. Nothing is written.

    \b
    all done                        misses week 3
    misses "Strength" in week 3     misses every 3rd session
    nothing logged from DATE        knee pain 5 from DATE to DATE
    pain 3 in Superman from DATE    form lost on Superman, form lost on rung 4
    short on Squat in week 2        flag numbness on DATE; cleared on DATE for strength
    """
    if twice_stdin(plan, diary):
        raise click.UsageError("only one of the files can be standard input")
    terminal = ctx.ensure_object(Terminal)
    ready = _Ready(terminal, plan, diary, When(start, as_of))
    if ready.checked is None:
        ctx.exit(ready.status)
    first, last = _span(ready.checked, weeks)
    scenarios = ready.scenarios(_wanted(texts), first, last)
    from mesocycle.simulation import simulate

    checked = ready.checked
    courses = [simulate(checked.plan, checked.diary, each, first, last) for each in scenarios]
    if form == "json":
        terminal.say(_json(courses, first, last), nl=False)
        ctx.exit(ready.status)
    from mesocycle.cli.simulated import Drawing

    drawing = Drawing(checked.plan, Paint(terminal.coloured(sys.stdout)), columns())
    terminal.say("\n".join(drawing.lines(courses, first, last)))
    ctx.exit(ready.status)


class _Ready:
    """A plan and a diary, read and checked; `checked` is None where there are mistakes."""

    def __init__(self, terminal: Terminal, plan: str, diary: str | None, when: When) -> None:
        from mesocycle.loading import read_diary

        planned, log = read_plan(plan), read_diary(diary) if diary else None
        self._when = when
        self.checked: Checked | None = None
        found = (*planned.diagnostics, *(log.diagnostics if log else ()))
        if planned.value is not None and not found:
            self._planned = planned.value
            outcome = self._check(log.value if log else None, when.as_of)
            found = outcome.diagnostics
            self.checked = outcome.value if outcome.ok else None
        terminal.report(found)
        self.status = exit_code(found)

    def _check(self, diary: Source | None, as_of: date | None) -> Outcome[Checked]:
        from mesocycle.compiling import check_plan
        from mesocycle.loading.offers import PluginProgressions

        return check_plan(
            self._planned.source, self._planned.libraries, diary, starts=self._when.start,
            as_of=as_of, offers=PluginProgressions(self._planned.path),
        )  # fmt: skip

    def _reads(self, diary: Source) -> Outcome[Diary]:
        from mesocycle.diagnostics import Outcome

        found = self._check(diary, None)
        return Outcome(found.value.diary if found.value else None, found.diagnostics)

    def scenarios(self, texts: Sequence[str], first: date, last: date) -> list[Scenario]:
        """The scenarios that the texts describe.

        Raises:
            click.UsageError: one of them cannot be understood.
        """
        from mesocycle.simulation import Known, Misread, read

        assert self.checked is not None
        known = Known(self.checked.plan, self._reads, first, last)
        found = []
        for text in texts:
            scenario = read(text, known)
            if isinstance(scenario, Misread):
                hint = f"\n{scenario.hint}" if scenario.hint else ""
                raise click.UsageError(f"{scenario.message}{hint}")
            found.append(scenario)
        return found


def _span(checked: Checked, weeks: int) -> tuple[date, date]:
    """The first and the last day that are simulated.

    Raises:
        click.UsageError: the plan is over by then.
    """
    plan, diary = checked.plan, checked.diary
    first = max(checked.as_of or _after(diary) or plan.starts, plan.starts)
    if first > plan.ends:
        raise click.UsageError(f"the plan is over: it goes from {plan.starts} to {plan.ends}")
    return first, first + timedelta(weeks=weeks, days=-1)


def _after(diary: Diary | None) -> date | None:
    """The last day of the diary; the one after it, if a session was done on that."""
    if diary is None or diary.last is None:
        return None
    done = any(log.date == diary.last for log in diary.sessions)
    return diary.last + timedelta(days=done)


def _wanted(texts: Sequence[str]) -> list[str]:
    """The scenarios asked for, behind the one in which all is done."""
    others = [text for text in dict.fromkeys(texts) if " ".join(text.split()).casefold() != _BASE]
    return [_BASE, *others]


def _json(courses: Sequence[Course], first: date, last: date) -> str:
    from mesocycle.cli.machine import to_json

    programme = courses[0].programme
    return to_json(
        {
            "plan": programme.plan,
            "athlete": programme.athlete if programme.athlete and programme.athlete.name else None,
            "disclaimer": programme.disclaimer,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "scenarios": [
                {
                    "scenario": course.scenario.text,
                    "ends": course.programme.ends,
                    "sessions": [
                        {"ended": shown.ended, **_plain(shown.session)} for shown in course.sessions
                    ],
                    "decisions": course.decisions,
                    "notices": [{"since": day, **_plain(each)} for day, each in course.notices],
                    "statistics": course.programme.statistics,
                }
                for course in courses
            ],
        }
    )


def _plain(value: object) -> dict[str, object]:
    import msgspec

    found: dict[str, object] = msgspec.to_builtins(value)
    return found
