"""Which entry of the diary is of which slot.

By name and day; of several on a day, the one at the slot's time, or the next that has none. What
was done stays done: a session that was moved, and done where it was before, is back there, and
one that the calendar skips is done if the diary says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from mesocycle.compiler.days.slot import Slot, in_order
from mesocycle.diary.model import SessionLog


class Logs:
    """The sessions of a diary, handed out once each; `of` has those that found their slot."""

    def __init__(self, sessions: Iterable[SessionLog]) -> None:
        self.of: dict[str, SessionLog] = {}
        self._left: dict[tuple[str, dt.date], list[SessionLog]] = {}
        for log in sessions:
            self._left.setdefault((log.session, log.date), []).append(log)

    def left(self) -> list[tuple[str, dt.date]]:
        """The names and days of entries that are of no slot."""
        return [key for key, logs in self._left.items() if logs]

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
        return sorted({date for name, date in self.left() if name in names})


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
    found = [_before(logs, slot, planned) for slot in slots]
    if all(new is old for new, old in zip(found, slots, strict=True)):
        return list(slots)
    return sorted(found, key=in_order)


def _before(logs: Logs, slot: Slot, planned: Mapping[str, Slot]) -> Slot:
    """The slot as it was before the calendar changed it, where it was done like that."""
    if slot.key in logs.of or not (slot.skipped or slot.original):
        return slot
    was = planned[slot.key]
    if not logs.take(slot, was.date, _time(was)):
        return slot
    return replace(was, volume=slot.volume)


def _time(slot: Slot) -> dt.time | None:
    return slot.start.time() if slot.start else None
