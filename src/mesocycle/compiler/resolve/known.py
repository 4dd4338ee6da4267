"""What is said of a plan's span, and the days that it comes to: counted forward, or back.

The races are read in `races`, where there are any.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from mesocycle.compiler.resolve.header import Facts
from mesocycle.syntax import nodes as n

Grade = Literal["A", "B", "C"]


class Announced(msgspec.Struct, frozen=True):
    """A race as the calendar announces it. `sure`: it says its priority itself."""

    statement: n.Statement
    key: str
    name: str
    date: dt.date
    grade: Grade
    sure: bool = False

    @property
    def head(self) -> n.Piece[n.Node]:
        """The line that announces it."""
        return self.statement.head


def leads_to(found: Sequence[Announced]) -> Announced | None:
    """The race that the plan leads to: the last A, else the last B, else the last."""
    return max(found, key=lambda race: (-ord(race.grade), race.date), default=None)


class Span(msgspec.Struct, frozen=True):
    """From `starts` to `ends`, both included; `origin` is the first day of week 1."""

    starts: dt.date
    ends: dt.date
    origin: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.ends - self.starts).days + 1

    @property
    def weeks(self) -> int:
        """The week in which it ends."""
        return self.week(self.ends)

    def week(self, date: dt.date) -> int:
        """The week of a date, from 1."""
        return (date - self.origin).days // 7 + 1


class Known(msgspec.Struct, frozen=True):
    """What is said of a plan's span.

    `given` is a first day from outside, which wins over the plan's own; `phased` the weeks of
    its phases, where these say how many; `races` all of them, in date order.
    """

    facts: Facts
    head: n.Piece[n.Node]
    given: dt.date | None = None
    phased: int | None = None
    races: Sequence[Announced] = ()

    @property
    def own(self) -> dt.date | None:
        """The first day as the plan has it."""
        found: dt.date | None = self.facts.get("starts")
        return found

    @property
    def first(self) -> dt.date | None:
        """The first day that somebody named."""
        return self.given or self.own

    @property
    def last(self) -> dt.date | None:
        """The last day, where the header names it."""
        found: dt.date | None = self.facts.get("ends")
        return found

    @property
    def race(self) -> Announced | None:
        """The race that the plan leads to."""
        return leads_to(self.races)

    @property
    def length(self) -> int | None:
        """How many days are said: by `lasts`, else by the phases."""
        days: int | None = self.facts.get("days")
        return days or (self.phased * 7 if self.phased else None)

    @property
    def whole(self) -> bool:
        """Whether the length is one of weeks, the first of which may be short."""
        return bool(self.facts.get("whole weeks")) or not self.facts.get("days")

    @property
    def back(self) -> bool:
        """Whether its weeks are counted back, from its last day or from its race."""
        if self.own or (self.given and self.last) or not self.length:
            return False
        return self.last is not None or self.race is not None

    def begin(self, date: dt.date) -> dt.date:
        """The first day of the week in which `date` is; `date`, where no weekday is said."""
        day: int | None = self.facts.get("week starts")
        if day is None and (self.own or self.race is None):
            return date
        return date - dt.timedelta(days=(date.weekday() - (day or 0)) % 7)

    def end(self, first: dt.date) -> dt.date:
        """The last day of what begins on `first` and is as long as is said."""
        base = self.begin(first) if self.whole else first
        return base + dt.timedelta(days=(self.length or 1) - 1)

    def forward(self) -> Span | None:
        """The span from the first day on; None where too little is said."""
        first, race = self.first, self.race
        if first is None:
            return None
        origin = self.begin(first)
        if self.last is not None:
            return Span(first, self.last, origin)
        if self.length is None:
            return Span(first, race.date, origin) if race else None
        span = Span(first, self.end(first), origin)
        if race and race.grade != "C" and span.week(race.date) == span.weeks:
            return replace(span, ends=race.date)  # a plan is over when its race is run
        return span

    def backward(self) -> Span | None:
        """The span back from the last day, or from the race; None where too little is said."""
        race, length = self.race, self.length
        end = self.last or (race.date if race else None)
        if end is None or length is None:
            return None
        first = end - dt.timedelta(days=length - 1)
        if self.whole and ("week starts" in self.facts or race):
            first = self.begin(end) - dt.timedelta(weeks=-(-length // 7) - 1)
        return Span(first, end, self.begin(first))
