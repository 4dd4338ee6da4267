"""How much of a session is done: what its phase says, and what the taper of a race does."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from mesocycle.compiler.checked import Plan
from mesocycle.compiler.days.slot import Slot, beside, in_order


def with_volumes(plan: Plan, slots: Iterable[Slot]) -> list[Slot]:
    """The slots with their volumes; of several, the smallest holds. A race is run in full.

    A phase's volume goes with the session, a taper's with the week in which it is done.
    """
    tapers = dict(plan.volumes)
    if not tapers and not any(phase.volumes for phase in plan.phases):
        return list(slots)
    full = list(slots)
    return _behind(full, [_with_volume(plan, slot, tapers) for slot in full])


def _behind(full: list[Slot], slots: list[Slot]) -> list[Slot]:
    """The slots, what stands beside a session that takes less time as near to it as before."""
    before = {slot.key: slot for slot in full}
    now = {slot.key: slot for slot in slots}
    for slot in full:
        anchor = now.get(slot.anchor or "")
        if anchor is None or slot.start is None:
            continue
        was = beside(slot.session, before[anchor.key], slot.relation)
        if slot.start == was.start:
            mine = now[slot.key]
            fresh = beside(slot.session, anchor, slot.relation, mine.volume)
            if fresh.date == slot.date:
                now[slot.key] = replace(mine, start=fresh.start, order=fresh.order)
    return sorted(now.values(), key=in_order)


def _with_volume(plan: Plan, slot: Slot, tapers: dict[int, int]) -> Slot:
    if slot.session.race is not None:
        return slot
    said = slot.phase.volumes if slot.phase else ()
    own = said[min(slot.phase_week, len(said)) - 1] if said else None
    taper = tapers.get(plan.week(slot.date))
    found = [percent for percent in (slot.volume, own, taper) if percent is not None]
    return replace(slot, volume=min(found)) if found else slot
