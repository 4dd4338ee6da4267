"""Exceptions: what the calendar says of single days moves and skips slots.

Every change speaks of the days as the schedule has them, so their order does not matter. What
names a session goes before what speaks of a whole day; a whole day that is moved or swapped,
before rest days and race days. Races stay where they are announced.
"""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from mesocycle.civil import spoken, wall
from mesocycle.compiler.calendar.follow import follow
from mesocycle.compiler.checked import Moved, Plan, Race, RestDays, Skipped, Swapped
from mesocycle.compiler.days.slot import Slot, Told, in_order, minute, moved_to
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
    changes = Changes(plan)
    arranged = [changes.made(slot) for slot in slots]
    if all(new is old for new, old in zip(arranged, slots, strict=True)):
        return slots
    return sorted(follow(slots, arranged), key=in_order)


class Changes:
    """The changes of a calendar, by the days that they are about."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._on: dict[dt.date, list[Change]] = {}
        self._free: dict[dt.date, tuple[str, Because] | None] = {}

    def of(self, slot: Slot) -> list[Change]:
        """Those that speak of a slot: that name its session, else that speak of its day.

        A session that hangs on another goes with it, so only its name concerns it.
        """
        if slot.session.race is not None:
            return []
        key = slot.session.key
        found = self._of_day(slot.date)
        named: list[Change] = [c for c in found if not isinstance(c, Swapped) and c.session == key]
        if named or slot.anchor is not None:
            return named
        general = (c for c in found if isinstance(c, Swapped) or c.session is None)
        return sorted(general, key=lambda change: isinstance(change, Skipped))

    def made(self, slot: Slot) -> Slot:
        """The slot as the calendar has it: changed, left out for a race or a rest, or as it is."""
        changes = self.of(slot)
        if changes:
            return changed(self.plan, slot, changes[0])
        if slot.anchor is not None or slot.session.race is not None:
            return slot
        if slot.date not in self._free:
            self._free[slot.date] = _kept_free(self.plan, slot.date)
        free = self._free[slot.date]
        return _skipped(slot, *free) if free else slot

    def _of_day(self, date: dt.date) -> list[Change]:
        found = self._on.get(date)
        if found is None:
            found = [c for c in self.plan.calendar.changes if _is_about(c, date)]
            self._on[date] = found
        return found


def _is_about(change: Change, date: dt.date) -> bool:
    if isinstance(change, Swapped):
        return date in (change.first, change.second)
    if isinstance(change, Moved):
        return date == change.date
    return change.first <= date <= change.last


def _kept_free(plan: Plan, date: dt.date) -> tuple[str, Because] | None:
    """Why nothing is done on a date, and the line that says so."""
    race = race_on(plan, date)
    if race is not None:
        return RACE_DAY, race.because
    rest = rest_on(plan, date)
    return (REST_DAY, rest.because) if rest else None


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
