"""Which entry of the diary is of which slot.

By name and day; of several on a day, the one at the slot's time, or the next that has none. What
was done stays done: a session that was moved, and done where it was before, is back there, and
one that the calendar skips is done if the diary says so. A session done on another day
(`moved from`) is that of the day that it names, and goes where it was done.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from mesocycle.civil import spoken, wall
from mesocycle.compiler.calendar.follow import follow
from mesocycle.compiler.days.slot import Slot, Told, in_order, moved_to
from mesocycle.diary.model import SessionLog


class Logs:
    """The sessions of a diary, handed out once each; `of` has those that found their slot.

    `beside`: those that are of no slot by what they say of themselves, unplanned or imported.
    """

    def __init__(self, sessions: Iterable[SessionLog]) -> None:
        self.of: dict[str, SessionLog] = {}
        self.beside: list[SessionLog] = []
        self._left: dict[tuple[str, dt.date], list[SessionLog]] = {}
        for log in sessions:
            if log.unplanned or log.unverified:
                self.beside.append(log)
            else:
                self._left.setdefault((log.session, log.moved_from or log.date), []).append(log)

    def left(self) -> list[SessionLog]:
        """The entries that should be of a slot, and are of none."""
        return [log for logs in self._left.values() for log in logs]

    def take(self, slot: Slot, date: dt.date, time: dt.time | None) -> bool:
        """Give the slot an entry of that day, if there is one."""
        logs = next((x for name in slot.names if (x := self._left.get((name, date)))), None)
        if not logs:
            return False
        found = next((log for log in logs if log.time == time), None)
        found = found or next((log for log in logs if log.time is None or time is None), None)
        if found is None:
            return False
        logs.remove(found)
        self.of[slot.key] = found
        return True

    def days(self, slots: Sequence[Slot]) -> list[dt.date]:
        """The days with an entry left that one of the slots may be of."""
        names = {name for slot in slots for name in slot.names}
        left = (key for key, logs in self._left.items() if logs)
        return sorted({date for name, date in left if name in names})


def match(
    logs: Logs, slots: Sequence[Slot], placed: Iterable[Slot], planned: Mapping[str, Slot]
) -> list[Slot]:
    """Give every slot its entry.

    `placed` are the same slots at the hours at which they are done, `planned` those of the
    schedule before any change, by key.
    """
    times = {slot.key: _time(slot) for slot in placed}
    for slot in slots:
        if not slot.skipped:
            logs.take(slot, slot.date, times[slot.key])
    found = [_done_on(logs, _before(logs, slot, planned)) for slot in slots]
    if all(new is old for new, old in zip(found, slots, strict=True)):
        return list(slots)
    return sorted(follow(slots, found, logs.of), key=in_order)


def _before(logs: Logs, slot: Slot, planned: Mapping[str, Slot]) -> Slot:
    """The slot as it was before the calendar changed it, where it was done like that."""
    if slot.key in logs.of or not (slot.skipped or slot.original):
        return slot
    was = planned[slot.key]
    if not logs.take(slot, was.date, _time(was)):
        return slot
    return replace(was, volume=slot.volume)


def _done_on(logs: Logs, slot: Slot) -> Slot:
    """The slot on the day on which the athlete did it, where that is not the plan's."""
    log = logs.of.get(slot.key)
    if log is None or log.moved_from is None or log.date == slot.date:
        return slot
    time = log.time or _time(slot)
    zone = slot.start.tzinfo if slot.start else None
    start = wall(log.date, time, zone) if time and isinstance(zone, ZoneInfo) else None
    text = f"{slot.session.name} of {spoken(slot.date)} was done on {spoken(log.date)}"
    told = Told("moved", "diary", text, (log.because,))
    moved = moved_to(slot, log.date, start, slot.order)
    return replace(moved, skipped=None, told=(*slot.told, told))


def _time(slot: Slot) -> dt.time | None:
    return slot.start.time() if slot.start else None
