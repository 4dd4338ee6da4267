"""The checked plan: every name looked up, every date read, nothing left to misunderstand."""

from __future__ import annotations

import datetime as dt
from typing import Literal
from zoneinfo import ZoneInfo

from mesocycle.catalogue.model import Alternative, Catalogue
from mesocycle.compiler.checked.base import Care, Frozen
from mesocycle.compiler.checked.calendar import Calendar, Policy, Race
from mesocycle.compiler.checked.manner import Conditional, Manner, OnRung, Rounding, Weekly
from mesocycle.compiler.checked.rules import Apartness, Ask, StateRule
from mesocycle.compiler.checked.run import Stretch, each_leg
from mesocycle.compiler.checked.what import Group, Habit, Picked, Rungs, Together
from mesocycle.compiler.checked.when import Apart, Phase, Rotation, Timing
from mesocycle.diary.model import FitnessLog, MaxLog
from mesocycle.programme import Because


class Item(Frozen):
    """One line of a session: what, and how. `key` is stable within the session.

    `slot` names what moves with the line, over the whole plan: lines with one slot progress as
    one. `weekly` holds on top of `manner`, `rungs` on top of both.
    """

    key: str
    what: Picked | Rungs | Together | Stretch | Habit
    line: Because
    slot: str = ""
    manner: Manner = Manner()
    conditionals: tuple[Conditional, ...] = ()
    weekly: tuple[Weekly, ...] = ()
    rungs: tuple[OnRung, ...] = ()
    group: Group | None = None
    instead: tuple[Alternative, ...] = ()
    goal: str | None = None
    jumps: bool = False

    def does(self, activity: str, week: int | None = None) -> bool:
        """Whether it is a stretch with that activity in it, in any of its stages.

        In a week (of the phase) with a course of its own, that one; None: in any week.
        """
        if not isinstance(self.what, Stretch):
            return False
        courses = [
            weekly.manner.course
            for weekly in self.weekly
            if weekly.manner.course and (week is None or week in weekly.weeks)
        ]
        legs = [leg for course in courses for leg in course.each()]
        if week is None or not courses:
            stages = self.manner.progress.stages if self.manner.progress else ()
            legs += [*self.what.each(), *(leg for s in stages for leg in each_leg(s.course))]
        return any(leg.activity == activity for leg in legs)


class Session(Frozen):
    """A kind of session: `key` is its identity, `index` its place in the plan.

    With `options` it is one of them: which one, the diary says.
    """

    key: str
    name: str
    index: int
    timing: Timing
    line: Because
    items: tuple[Item, ...] = ()
    manner: Manner = Manner()
    conditionals: tuple[Conditional, ...] = ()
    apart: tuple[Apart, ...] = ()
    options: tuple[Session, ...] = ()
    race: Race | None = None
    rules: tuple[StateRule, ...] = ()
    spacing: Apartness | None = None

    def does(self, activity: str, week: int | None = None) -> bool:
        """Whether it is a session of that activity (in a week of the phase; None: in any).

        Warm-ups and cool-downs do not count.
        """
        return any(
            isinstance(item.what, Stretch) and item.what.role is None and item.does(activity, week)
            for item in self.items
        )


class TrainingShare(Frozen):
    """`training max 90%`: hundredths of a per cent of the 1RM; `rounded`: to what is loadable."""

    percent: int
    rounded: bool = False


class Plan(Frozen):
    """A plan that can be compiled.

    `stated_units`: the plan itself says `units`, so every load is given in them; otherwise each
    is in the unit in which it was written. `origin` is the first day of week 1, which is before
    `starts` where weeks begin on a stated weekday. `written`: which of the weeks that the coach
    wrote comes in each week of the calendar; None: each in its turn. `volumes`: of tapers, the
    share in hundredths of a per cent by week of the calendar. `fitness` is what the plan says of
    the athlete's bests, heart rates and zones, which a diary may say better. `fixed`: it says on
    which day it ends, so nothing moves past that. `missed_line` is where it says `missed`.

    `rules` hold in every session; `asks` are its check-in questions. `screening`: for how many
    days the answer counts that there is no red flag. `pain_limit`: what the coach still counts
    as painfree. `retest`: after how many good days what hurt is tried again (None: never by
    itself).
    """

    name: str
    identity: str
    zone: ZoneInfo
    starts: dt.date
    days: int
    care: Care
    assess: bool
    catalogue: Catalogue
    sessions: tuple[Session, ...]
    about: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    units: Literal["kg", "lb"] = "kg"
    stated_units: bool = False
    place: str | None = None
    phases: tuple[Phase, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    tracks: tuple[str, ...] = ()
    maxes: tuple[MaxLog, ...] = ()
    training: TrainingShare | None = None
    rounding: Rounding | None = None
    formula: str = "epley"
    origin: dt.date | None = None
    written: tuple[int, ...] | None = None
    calendar: Calendar = Calendar()
    missed: Policy = "hold"
    missed_line: Because | None = None
    fixed: bool = False
    volumes: tuple[tuple[int, int], ...] = ()
    fitness: tuple[FitnessLog, ...] = ()
    rules: tuple[StateRule, ...] = ()
    asks: tuple[Ask, ...] = ()
    screening: int = 7
    pain_limit: int | None = None
    retest: int | None = None

    @property
    def ends(self) -> dt.date:
        """The last day."""
        return self.starts + dt.timedelta(days=self.days - 1)

    @property
    def every_rule(self) -> tuple[StateRule, ...]:
        """The plan's rules, those of its phases and those of its sessions."""
        inside = [part.rules for part in self.phases] + [part.rules for part in self.sessions]
        return (*self.rules, *(rule for rules in inside for rule in rules))

    def week(self, date: dt.date) -> int:
        """The week of the calendar in which a date is, from 1."""
        return (date - (self.origin or self.starts)).days // 7 + 1

    def first_day(self, week: int) -> dt.date:
        """The first day of a week of the calendar (of week 1 perhaps before the plan starts)."""
        return (self.origin or self.starts) + dt.timedelta(weeks=week - 1)

    def as_written(self, week: int) -> int:
        """Which of the weeks that the coach wrote is done in a week of the calendar."""
        if not self.written or week < 1:  # before the plan there is nothing of it
            return week
        return self.written[min(week, len(self.written)) - 1]

    def phase(self, week: int) -> Phase | None:
        """The phase of a week as written; None where the plan has none then."""
        return next((p for p in self.phases if p.first <= week <= p.last), None)
