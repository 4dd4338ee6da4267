"""The span of a plan: its first day, its last, and where its weeks begin.

Counted forward from `starts`, or back from `ends` or a race. Weeks begin on the weekday of the
first day, unless `week starts` says which; counted back from a race they begin on Mondays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.resolve.header import LONGEST, Facts
from mesocycle.compiler.resolve.races import Announced, check_inside, leads_to
from mesocycle.syntax import nodes as n


class Span(NamedTuple):
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


def find(r: Lookup, known: Known) -> Span | None:
    """The plan's span; None, with what is missing or wrong about it told, where there is none."""
    span = _back(r, known) if known.back else _forward(known)
    short = _check_phases(r, known)
    if span is None:
        _tell_missing(r, known)
        return None
    if not short or not _is_possible(r, known, span):
        return None
    _check_length(r, known, span)
    check_inside(r, known.races, span.starts, span.ends)
    _check_race(r, known, span)
    return span


def _forward(known: Known) -> Span | None:
    """From the first day on."""
    first, race = known.first, known.race
    if first is None:
        return None
    origin = known.begin(first)
    if known.last is not None:
        return Span(first, known.last, origin)
    if known.length is None:
        return Span(first, race.date, origin) if race else None
    span = Span(first, _end(known, first), origin)
    if race and race.grade != "C" and span.week(race.date) == span.weeks:
        return span._replace(ends=race.date)  # a plan is over when its race is run
    return span


def _end(known: Known, first: dt.date) -> dt.date:
    """The last day of what begins on `first` and is as long as is said."""
    base = known.begin(first) if known.whole else first
    return base + dt.timedelta(days=(known.length or 1) - 1)


def _back(r: Lookup, known: Known) -> Span | None:
    """Back from the last day, or from the race that the plan leads to."""
    race, length = known.race, known.length
    end = known.last or (race.date if race else None)
    if end is None or length is None:
        return None
    first = end - dt.timedelta(days=length - 1)
    if known.whole and ("week starts" in known.facts or race):
        first = known.begin(end) - dt.timedelta(weeks=-(-length // 7) - 1)
    span = Span(first, end, known.begin(first))
    if known.given is None:
        return span
    if known.given < first:
        r.notes.error(
            "E470", f"a start on {known.given} is before week 1", known.head.span,
            f"counted back from {end}, the plan begins on {first}",
            hint="start on that day or later, or make the plan longer",
        )  # fmt: skip
    return span._replace(starts=max(known.given, first))


def _tell_missing(r: Lookup, known: Known) -> None:
    """What is not said, and would be enough: the length or the first day."""
    facts = known.facts
    if any(key in facts and facts[key] is None for key in ("starts", "ends")):
        return  # a date that there is not is told already
    if "races astray" in r.kept:
        return
    if known.length is None and known.last is None:
        r.notes.error(
            "E303", "the plan does not say how long it lasts", known.head.span, "no length",
            hint="say how long it leads to the race: lasts 12 weeks; or when it begins: starts "
            "2026-12-07" if known.race else "add a line such as: lasts 8 weeks",
        )  # fmt: skip
    if known.first is None and (known.last or not known.race):
        r.notes.error(
            "E307", "the plan does not say when it starts", known.head.span, "no first day",
            hint=(
                "add a line such as: starts 2026-12-07",
                "or give the day when building: --start 2026-12-07",
            ),
        )  # fmt: skip


def _is_possible(r: Lookup, known: Known, span: Span) -> bool:
    """Whether it is a span of one day to ten years."""
    if 1 <= span.days <= LONGEST:
        return True
    race = known.race
    if span.days < 1 and known.last is None and race is not None:
        check_inside(r, [race], span.starts, max(span.starts, span.ends))
        return False
    why = "the plan ends before it starts" if span.days < 1 else "a plan of more than ten years"
    piece = known.facts.get("ends piece") or known.facts.get("lasts piece") or known.head
    r.notes.error(
        "E306", why, piece.span, f"it starts on {span.starts}",
        hint="correct one of the two dates",
    )  # fmt: skip
    return False


def _check_phases(r: Lookup, known: Known) -> bool:
    """Phases that say how long they are have to add up to what else is said of the length.

    Returns whether they are as short as a plan may be.
    """
    facts, weeks = known.facts, known.phased
    if not weeks:
        return True
    said, piece = facts.get("days"), facts.get("lasts piece")
    if said is None and known.given is None and known.own and known.last:
        said, piece = (known.last - known.begin(known.own)).days + 1, facts["ends piece"]
    if weeks * 7 > LONGEST:
        r.notes.error(
            "E306", "a plan of more than ten years", known.head.span,
            f"its phases last {weeks} weeks",
            hint="make the phases shorter, or a plan of its own of each",
        )  # fmt: skip
        return False
    if said is not None and piece is not None and -(-said // 7) != weeks:
        length = f"{said // 7} weeks" if said % 7 == 0 else f"{said} days"
        r.notes.error(
            "E342", f"the plan lasts {length}, its phases {weeks} weeks", piece.span,
            "the two disagree",
            hint="leave out this line: the phases say how long the plan is; or change one of the "
            "two",
        )  # fmt: skip
    return True


def _check_length(r: Lookup, known: Known, span: Span) -> None:
    """Two dates and a length say one thing too many."""
    piece = known.facts.get("lasts piece")
    if not (piece and known.last and known.own) or known.given:
        return
    if _end(known, span.starts) != known.last:
        weeks = f" ({span.weeks} weeks)" if known.whole else ""
        r.notes.error(
            "E306", "the dates and the length disagree", piece.span,
            f"from {span.starts} to {known.last} it is {span.days} days{weeks}",
            hint="keep two of the three: starts, ends, lasts",
        )  # fmt: skip


def _check_race(r: Lookup, known: Known, span: Span) -> None:
    """A plan for a race of priority A ends with it, unless it says when else."""
    race = known.race
    if race is None or not race.sure or race.grade != "A" or known.last or known.given:
        return
    week = span.week(race.date)
    if known.own and 1 <= week < span.weeks:
        by = "phases" if "lasts piece" not in known.facts else "plan"
        r.notes.error(
            "E470", f"{race.name} is in week {week}, and the {by} "
            f"last{'s' if by == 'plan' else ''} {span.weeks} weeks",
            race.head.span, "the weeks up to the race and the length disagree",
            hint="leave `starts` out: week 1 is then counted back from the race; or correct the "
            "length; or, if the plan goes on after the race, add its last day: ends "
            f"{span.ends}",
        )  # fmt: skip
