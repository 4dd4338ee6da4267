"""So many times a week, so far apart: on which days.

Of all sets of free days the most even one is taken, and of several the earliest. Even is what
Clough and Douthett (J Music Theory 1991; 35: 93) call maximally even: the spans from each day to
the next, to the one after that, and so on, differ as little as can be. Days are counted from the
first of the plan's week, weeks follow each other, so a gap holds over their border as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations, pairwise

import msgspec

from mesocycle.compiler.checked import Calendar, Plan

_WEEK = frozenset(range(7))
_DAY_S = 86_400

Pattern = tuple[int, ...]


class Solution(msgspec.Struct, frozen=True):
    """The days (from 0) of each week; where it cannot be done, the week that fails and why."""

    days: Mapping[int, Pattern]
    week: int | None = None
    reason: str = ""


def apart_in_days(seconds: int) -> int:
    """How many days lie between two sessions that are so far apart: 48 hours are two."""
    return max(1, -(-seconds // _DAY_S))


def spread(times: int, apart_s: int) -> Pattern | None:
    """The days of every week where all are free; None if they do not fit."""
    gap = apart_in_days(apart_s)
    return next((p for p in patterns(times, gap, _WEEK) if 7 - p[-1] + p[0] >= gap), None)


@cache
def patterns(times: int, gap: int, free: frozenset[int]) -> tuple[Pattern, ...]:
    """Every way to put so many sessions on free days of a week, the most even one first."""
    if not 1 <= times <= 7:
        return ()
    found = (
        days
        for days in combinations(sorted(free), times)
        if all(after - before >= gap for before, after in pairwise(days))
    )
    return tuple(sorted(found, key=lambda days: (_unevenness(days), days)))


def _unevenness(days: Pattern) -> int:
    """The sum of the squared spans of one step, two steps, …, round the week."""
    count = len(days)
    return sum(
        ((days[(i + steps) % count] - days[i]) % 7) ** 2
        for steps in range(1, count)
        for i in range(count)
    )


def solve(times: int, gap: int, free: Mapping[int, frozenset[int]]) -> Solution:
    """The days of each week, given those that are free in it; `gap` is in days.

    Each week in its turn takes its best pattern of those that keep away from the week before
    and leave the weeks after it a way. So a rest day changes its own week, and a neighbour only
    where nothing else is left.
    """
    latest: dict[int, int] = {}  # by week: the latest first day from which the rest can be done
    for week in sorted(free, reverse=True):
        ways = [p for p in patterns(times, gap, free[week]) if _leaves(p, gap, week, latest)]
        if not ways:
            return Solution({}, week, _why(times, gap, free[week]))
        latest[week] = max(way[0] for way in ways)
    chosen: dict[int, Pattern] = {}
    for week in sorted(free):
        before = chosen.get(week - 1)
        first = before[-1] + gap - 7 if before else 0
        chosen[week] = next(
            p
            for p in patterns(times, gap, free[week])
            if p[0] >= first and _leaves(p, gap, week, latest)
        )
    return Solution(chosen)


def _leaves(pattern: Pattern, gap: int, week: int, latest: Mapping[int, int]) -> bool:
    """Whether the next week can still be done after this one."""
    return pattern[-1] + gap - 7 <= latest.get(week + 1, 7)


def _why(times: int, gap: int, free: frozenset[int]) -> str:
    if len(free) < times:
        days = "one day is" if len(free) == 1 else f"{len(free) or 'no'} days are"
        return f"{days} free in it"
    if not patterns(times, gap, free):
        return f"its free days do not hold {times} that are {gap * 24} hours apart"
    return f"the next week begins less than {gap * 24} hours after it"


def free_days(plan: Plan, weeks: Iterable[int]) -> dict[int, frozenset[int]]:
    """Of weeks of the calendar, the days (from 0) that are no rest days."""
    resting = resting_days(plan.calendar)
    dates = frozenset[dt.date]().union(*(rest.dates for rest in plan.calendar.rests))
    begins = plan.first_day(1).weekday()
    free = frozenset(day for day in _WEEK if (begins + day) % 7 not in resting)
    found = {}
    for week in weeks:
        first = plan.first_day(week)
        off = {day for day in range(7) if dates and first + dt.timedelta(days=day) in dates}
        found[week] = free - off
    return found


def resting_days(calendar: Calendar) -> frozenset[int]:
    """The weekdays (0 is Monday) on which nothing is ever planned."""
    return frozenset[int]().union(*(rest.weekdays for rest in calendar.rests))
