"""Places: the days and hours of a stream of sessions, and those that come after its last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from mesocycle.civil import wall
from mesocycle.compiler.calendar.changes import rest_on
from mesocycle.compiler.checked import Plan, Skipped, Timing
from mesocycle.compiler.days.schedule import falls_on
from mesocycle.compiler.days.slot import Slot

#: No plan is longer, in days: what waits for a place beyond it waits for ever.
_LONGEST = 3660


class Place(msgspec.Struct, frozen=True):
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
    """The places of a stream after the plan's end: its rhythm goes on, around what is left out.

    None of a stream that stops before the plan does, of one on stated dates, and of a plan that
    says on which day it ends.
    """
    timing = _timing(plan, own[-1])
    goes_on = timing.there(plan.as_written(plan.week(plan.ends)))
    if plan.fixed or not goes_on or timing.days is None or timing.days.kind == "dates":
        return
    last = _planned(own[-1])
    hours = [slot for slot in own if _planned(slot) == last]
    weekdays = {d.weekday() for d in map(_planned, own) if d > plan.ends - dt.timedelta(days=7)}
    for offset in range(plan.days, _LONGEST):
        date = plan.starts + dt.timedelta(days=offset)
        if timing.days.kind == "times a week":
            comes = date.weekday() in weekdays
        else:
            comes = falls_on(plan, timing.days, date)
        if comes and not _is_left_out(plan, date, own[-1].stream):
            for slot in hours:
                start = wall(date, slot.start.time(), plan.zone) if slot.start else None
                yield Place(date, start, slot.order)


def _is_left_out(plan: Plan, date: dt.date, stream: str) -> bool:
    """Whether the calendar keeps a date free, though the plan was to be over by then."""
    return rest_on(plan, date) is not None or any(
        isinstance(change, Skipped)
        and change.first <= date <= change.last
        and change.session in (None, stream)
        for change in plan.calendar.changes
    )


def _planned(slot: Slot) -> dt.date:
    """The day on which the schedule had it."""
    return slot.original or slot.date


def _timing(plan: Plan, slot: Slot) -> Timing:
    turns = next((r.timing for r in plan.rotations if r.key == slot.stream), None)
    return turns or slot.session.timing
