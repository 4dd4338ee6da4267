"""Exceptions: what the calendar says of single days moves and skips slots.

Every change speaks of the days as the schedule has them, so their order does not matter. What
names a session goes before what speaks of a whole day; a whole day that is moved or swapped,
before rest days and race days. Races stay where they are announced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from mesocycle.civil import spoken, wall
from mesocycle.compiler.calendar.follow import follow
from mesocycle.compiler.checked import Moved, Plan, Race, RestDays, Skipped, Swapped
from mesocycle.compiler.slot import Slot, Told, in_order, minute, moved_to
from mesocycle.programme import Because

Change = Skipped | Moved | Swapped

#: The rule by which the calendar's decisions go.
RULE = "calendar"

#: Why nothing is done on a day, where the coach does not say.
LEFT_OUT = "left out in the plan's calendar"
REST_DAY = "rest day"
RACE_DAY = "race day"


def arrange(plan: Plan, slots: list[Slot]) -> list[Slot]:
    """The slots with every exception of the calendar, in order; no key changes."""
    calendar = plan.calendar
    rested = any(rest.dates for rest in calendar.rests)
    if not (calendar.changes or calendar.races or rested):
        return slots
    arranged = [_arranged(plan, slot) for slot in slots]
    if all(new is old for new, old in zip(arranged, slots, strict=True)):
        return slots
    return sorted(follow(slots, arranged), key=in_order)


def _arranged(plan: Plan, slot: Slot) -> Slot:
    change = next(changes_of(plan, slot), None)
    if change is not None:
        return changed(plan, slot, change)
    if slot.anchor is not None or slot.session.race is not None:
        return slot
    race = race_on(plan, slot.date)
    if race is not None:
        return _skipped(slot, RACE_DAY, race.because)
    rest = rest_on(plan, slot.date)
    return _skipped(slot, REST_DAY, rest.because) if rest else slot


def changes_of(plan: Plan, slot: Slot) -> Iterator[Change]:
    """The changes that speak of a slot: those that name its session, else those of its day.

    A session that hangs on another goes with it, so only its name concerns it.
    """
    if slot.session.race is not None:
        return
    found = [c for c in plan.calendar.changes if _speaks_of(c, slot)]
    named = [c for c in found if not isinstance(c, Swapped) and c.session is not None]
    if named or slot.anchor is not None:
        yield from named
    else:
        yield from sorted(found, key=lambda change: isinstance(change, Skipped))


def _speaks_of(change: Change, slot: Slot) -> bool:
    if isinstance(change, Swapped):
        return slot.date in (change.first, change.second)
    if change.session is not None and change.session != slot.session.key:
        return False
    if isinstance(change, Moved):
        return slot.date == change.date
    return change.first <= slot.date <= change.last


def changed(plan: Plan, slot: Slot, change: Change) -> Slot:
    """The slot as a change of the calendar has it."""
    if isinstance(change, Skipped):
        return _skipped(slot, change.reason or LEFT_OUT, change.because)
    if isinstance(change, Moved):
        return _moved(plan, slot, change.to, change.time, change.because)
    other = change.second if slot.date == change.first else change.first
    return _moved(plan, slot, other, None, change.because)


def race_on(plan: Plan, date: dt.date) -> Race | None:
    """The race that has a day to itself: one of priority A or B."""
    races = plan.calendar.races
    return next((r for r in races if r.date == date and r.grade != "C"), None)


def rest_on(plan: Plan, date: dt.date) -> RestDays | None:
    """The line that makes a date a day of rest."""
    rests = plan.calendar.rests
    return next((r for r in rests if date in r.dates or date.weekday() in r.weekdays), None)


def _skipped(slot: Slot, reason: str, because: Because) -> Slot:
    text = f"{slot.session.name} on {spoken(slot.date)} is skipped: {reason}"
    told = Told("skipped", RULE, text, (because,))
    return replace(slot, skipped=reason, told=(*slot.told, told))


def _moved(plan: Plan, slot: Slot, to: dt.date, time: dt.time | None, because: Because) -> Slot:
    at = time or (slot.start.time() if slot.start else None)
    start = wall(to, at, plan.zone) if at else None
    order = (minute(slot.session.timing, start), *slot.order[1:])
    hour = f" at {time:%H:%M}" if time else ""
    text = f"{slot.session.name} is moved from {spoken(slot.date)} to {spoken(to)}{hour}"
    told = Told("moved", RULE, text, (because,))
    return replace(moved_to(slot, to, start, order), told=(*slot.told, told))
