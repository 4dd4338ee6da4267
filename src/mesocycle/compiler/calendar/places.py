"""Places: the days and hours of a stream of sessions, and those that come after its last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from mesocycle.civil import wall
from mesocycle.compiler.calendar.solver import resting_days
from mesocycle.compiler.checked import Days, Plan
from mesocycle.compiler.slot import Slot

#: No plan is longer, in days: what waits for a place beyond it waits for ever.
_LONGEST = 3660


class Place(NamedTuple):
    """A day, an hour, and where it stands in the order of the day."""

    date: dt.date
    start: dt.datetime | None
    order: tuple[int, int, int]


def where(slot: Slot) -> Place:
    """The place that a slot has."""
    return Place(slot.date, slot.start, slot.order)


def reach(slots: Iterable[Slot]) -> dt.date | None:
    """The last day with a session that is still in the programme."""
    return max((slot.date for slot in slots if not slot.dropped), default=None)


def more(plan: Plan, own: Sequence[Slot]) -> Iterator[Place]:
    """The places of a stream after the plan's end: its last round again and again.

    None of a stream that stops before the plan does, of one on stated dates, and of a plan that
    says on which day it ends.
    """
    days = _days(plan, own[-1])
    if plan.fixed or days is None or days.kind == "dates":
        return
    period = _period(days)
    round_ = [s for s in own if (s.original or s.date) > plan.ends - dt.timedelta(days=period)]
    resting = resting_days(plan.calendar)
    for again in count(1) if round_ else ():
        for slot in round_:
            date = (slot.original or slot.date) + dt.timedelta(days=period * again)
            if date > plan.starts + dt.timedelta(days=_LONGEST):
                return
            if date.weekday() in resting:
                continue
            start = wall(date, slot.start.time(), plan.zone) if slot.start else None
            yield Place(date, start, slot.order)


def _days(plan: Plan, slot: Slot) -> Days | None:
    turns = next((r.timing.days for r in plan.rotations if r.key == slot.stream), None)
    return turns or slot.session.timing.days


def _period(days: Days) -> int:
    """After how many days the schedule repeats."""
    if days.kind == "every":
        return days.values[0]
    return sum(days.values) if days.kind == "pattern" else 7
