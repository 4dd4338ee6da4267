"""Place: sessions that must keep away from an activity move behind it.

`not within 60min before a run` moves a session that would fall into the window to the end
of the run, and one that must not follow too soon to the end of its own window. A session
without a time goes after the run in the order of the day.
"""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from operator import attrgetter

from msgspec.structs import replace

from mesocycle.civil import later
from mesocycle.compiler.checked import Apart
from mesocycle.compiler.days.slot import Slot


def place(slots: list[Slot]) -> list[Slot]:
    """The same slots, those in a forbidden window moved on the same day."""
    placed: list[Slot] = []
    for _, day in groupby(slots, key=attrgetter("date")):
        placed += _day(list(day))
    return placed


def _day(slots: list[Slot]) -> list[Slot]:
    if not any(slot.session.apart for slot in slots):
        return slots
    found = [_keep_apart(slot, slots) for slot in slots]
    return sorted(found, key=attrgetter("order"))


def _keep_apart(slot: Slot, day: list[Slot]) -> Slot:
    """The slot, moved on until no window holds it (each move is later, so this ends)."""
    for _ in day:
        moved = next(
            (
                later
                for apart in slot.session.apart
                for other in day
                if other.key != slot.key and other.session.does(apart.activity, other.phase_week)
                if (later := _moved(slot, other, apart))
            ),
            None,
        )
        if moved is None:
            break
        slot = moved
    return slot


def _moved(slot: Slot, run: Slot, apart: Apart) -> Slot | None:
    """The slot behind `run`, or behind its window; None where it may stay."""
    if slot.start is None or run.start is None or run.end is None or slot.end is None:
        return _behind(slot, run, apart)
    window = dt.timedelta(seconds=apart.seconds)
    if apart.relation == "before":
        if not (slot.start < run.end and slot.end > later(run.start, -window)):
            return None
        start = run.end
    else:
        if not (slot.end > run.start and slot.start < later(run.end, window)):
            return None
        start = later(run.end, window)
    if start <= slot.start:
        return None
    if start.date() != slot.date:
        # Nothing is moved to another day by itself: the coach is told instead.
        return None if slot.crowded else replace(slot, crowded=_why(run, apart))
    minute = start.hour * 60 + start.minute
    return replace(
        slot, start=start, order=(minute, run.order[1], slot.session.index), moved=_why(run, apart)
    )  # fmt: skip


def _behind(slot: Slot, run: Slot, apart: Apart) -> Slot | None:
    """Without times only the order of the day can be kept, and only before is an order."""
    if apart.relation == "after" or slot.start is not None or slot.order > run.order:
        return None
    order = (run.order[0], run.order[1], 1 + slot.session.index)
    return replace(slot, order=order, moved=_why(run, apart))


def _why(run: Slot, apart: Apart) -> str:
    minutes = apart.seconds // 60
    return f"not within {minutes} minutes {apart.relation} a {apart.activity} ({run.session.name})"
