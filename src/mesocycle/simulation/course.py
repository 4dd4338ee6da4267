"""A course: one scenario, day by day, from the morning's plan to the evening's entry."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from msgspec.structs import replace

from mesocycle.compiler.checked import Plan
from mesocycle.compiler.passes import compile_programme
from mesocycle.diary.model import Athlete as Profile
from mesocycle.diary.model import Diary, SessionLog
from mesocycle.programme import Because, Decision, Notice, Programme, Session
from mesocycle.simulation.athlete import Athlete, Pen, morning
from mesocycle.simulation.events import Frozen, Misses, Scenario

_DAY: Final = dt.timedelta(days=1)
_TO_DO: Final = ("planned", "assessment", "moved")

Ended = Literal["done", "missed", "skipped", "stopped"]


class Shown(Frozen):
    """A session as it stood on the morning of its day, and what became of it."""

    session: Session
    ended: Ended


class Course(Frozen):
    """What came of a scenario: the sessions of its days, all that was decided and told.

    `decisions` are those of the mornings about their day; `notices` each with the first day on
    which it stood (ISO). `programme` is as it stands after the last day.
    """

    scenario: Scenario
    sessions: tuple[Shown, ...]
    decisions: tuple[Decision, ...]
    notices: tuple[tuple[str, Notice], ...]
    programme: Programme
    diary: Diary


def simulate(
    plan: Plan, diary: Diary | None, scenario: Scenario, first: dt.date, last: dt.date
) -> Course:
    """The days from `first` to `last` of a plan, as the scenario has them."""
    return _Days(plan, diary or Diary(athlete=Profile(name="")), scenario).through(first, last)


class _Days:
    """The days one after the other; `diary` grows."""

    def __init__(self, plan: Plan, diary: Diary, scenario: Scenario) -> None:
        self.plan = plan
        self.diary = diary
        self.scenario = scenario
        self.sessions: list[Shown] = []
        self.decisions: list[Decision] = []
        self.notices: dict[str, tuple[str, Notice]] = {}
        pen = Pen(_last_line(diary))
        self._pen = pen
        self._athlete = Athlete(plan, scenario, pen)
        self._misses = [e for e in scenario.events if isinstance(e, Misses)]
        self._come = [0] * len(self._misses)

    def through(self, first: dt.date, last: dt.date) -> Course:
        """Every day, and what there is after them."""
        date = first
        while date <= last:
            if not self._is_silent(date):
                self.diary = morning(self.plan, self.diary, self.scenario, date, self._pen)
            self._day(date)
            date += _DAY
        after = compile_programme(self.plan, self.diary, last + _DAY)
        return Course(
            self.scenario, tuple(self.sessions), tuple(self.decisions),
            tuple(self.notices.values()), after, self.diary,
        )  # fmt: skip

    def _day(self, date: dt.date) -> None:
        """The sessions of a day: those that are to be done are, if nothing is in the way."""
        programme = compile_programme(self.plan, self.diary, date)
        today = date.isoformat()
        logs: list[SessionLog] = []
        for session in programme.sessions:
            if session.date != today or session.status == "done":
                continue
            ended = self._ended(session, date)
            self.sessions.append(Shown(session, ended))
            if ended == "done":
                logs.append(self._athlete.log(session, date))
        self.decisions += [each for each in programme.decisions if each.date == today]
        for notice in programme.notices:
            self.notices.setdefault(notice.text, (today, notice))
        self._write(logs, date)

    def _write(self, logs: list[SessionLog], date: dt.date) -> None:
        if logs:
            exercises = [each for log in logs for each in log.exercises]
            self.diary = replace(
                self.diary,
                sessions=(*self.diary.sessions, *logs),
                exercises=(*self.diary.exercises, *exercises),
                last=date,
            )

    def _ended(self, session: Session, date: dt.date) -> Ended:
        if session.status not in _TO_DO:
            return "stopped" if session.status == "stopped" else "skipped"
        return "missed" if self._is_missed(session, date) else "done"

    def _is_missed(self, session: Session, date: dt.date) -> bool:
        missed = False
        for number, event in enumerate(self._misses):
            if date in event.when and event.session in (None, session.name):
                self._come[number] += 1
                missed = missed or self._come[number] % event.every == 0
        return missed

    def _is_silent(self, date: dt.date) -> bool:
        return any(event.silent and date in event.when for event in self._misses)


def _last_line(diary: Diary) -> int:
    """The last line of the diary that anything cites."""
    entries = (getattr(diary, name) for name in diary.__struct_fields__)
    lines = (
        each.because.line
        for found in entries
        if isinstance(found, tuple)
        for each in found
        if isinstance(getattr(each, "because", None), Because)
    )
    return max(lines, default=0)
