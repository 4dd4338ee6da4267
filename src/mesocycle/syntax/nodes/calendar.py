"""The calendar: what happens to the days of a plan, and the races that it leads to."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Count, Node, Word

Policy = Literal["hold", "drop", "shift", "merge"]


class CalendarHead(Node):
    """`calendar` at the margin; its lines are its children."""


class RestOn(Node):
    """`rest on sun`, `rest on 2026-12-25`: nothing is planned there. Monday is 0."""

    days: tuple[int, ...] = ()
    dates: tuple[Word, ...] = ()
    word: Word | None = None


class SkipDays(Node):
    """`skip 2026-12-24 to 2027-01-01 "Christmas"`, `skip "Long run" on 2026-12-13`."""

    first: Word
    last: Word | None = None
    session: Word | None = None
    reason: Word | None = None


class MoveDay(Node):
    """`move 2026-12-11 to 2026-12-12`, `move "Long run" on 2026-12-13 to 2026-12-12 at 09:00`."""

    date: Word
    to: Word
    session: Word | None = None
    time: Word | None = None


class SwapDays(Node):
    """`swap tue with thu in week 3` (of the plan), `swap 2026-12-08 with 2026-12-10`."""

    days: tuple[int, int] | None = None
    dates: tuple[Word, Word] | None = None
    weeks: tuple[Count, ...] = ()
    word: Word | None = None


class DayNote(Node):
    """`note 2026-12-24 "travelling"`, `note 2026-12-24 to 2026-12-26 "travelling"`."""

    first: Word
    text: Word
    last: Word | None = None


class RaceHead(Node):
    """`race "Half" on 2027-04-18 at 10:00`; its stretches and clauses are nested under it."""

    name: Word
    date: Word
    time: Word | None = None


class RaceLength(Node):
    """`21.1km` of a race: a run, unless it says otherwise."""

    metres: int
    word: Word | None = None


class Priority(Node):
    """`priority A`: what the plan is for; B has a taper if it says so; C is trained through."""

    grade: Literal["A", "B", "C"]
    word: Word | None = None


class Taper(Node):
    """`taper 2 weeks to 60%, 40%`: the volume of the plan weeks up to the race, in hundredths."""

    weeks: int
    percents: tuple[int, ...]
    word: Word | None = None


class Missed(Node):
    """`missed: shift`: what an unlogged session of the past does to the rest."""

    policy: Policy
    word: Word | None = None


class WeekStarts(Node):
    """`week starts mon`: the weeks of the plan begin on that weekday, the first may be short."""

    day: int
    word: Word | None = None
