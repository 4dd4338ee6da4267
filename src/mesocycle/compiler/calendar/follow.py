"""Sessions that stand before or after another go where it goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from mesocycle.civil import spoken
from mesocycle.compiler.days.slot import Slot, Told, beside, moved_to


def follow(before: Sequence[Slot], after: Sequence[Slot], kept: Collection[str] = ()) -> list[Slot]:
    """The slots `after` a change, with all that hang on what changed since `before`.

    What was itself changed stays where it is now; so do the slots of the keys in `kept`.
    """
    old = {slot.key: slot for slot in before}
    new = {slot.key: slot for slot in after}
    settled: dict[str, Slot] = {}
    for slot in after:
        waiting = [slot]
        while waiting:
            here = waiting[-1]
            anchor = new.get(here.anchor) if here.anchor else None
            if anchor is not None and anchor.key not in settled:
                waiting.append(anchor)
                continue
            waiting.pop()
            if here.key not in settled:
                stays = anchor is None or here.key in kept or here != old.get(here.key)
                settled[here.key] = here if stays else _with(here, old, settled)
    return [settled[slot.key] for slot in after]


def _with(slot: Slot, old: dict[str, Slot], settled: dict[str, Slot]) -> Slot:
    """The slot with its anchor: moved, skipped or gone as that is."""
    anchor = settled[slot.anchor or ""]
    if anchor == old.get(anchor.key):
        return slot
    name = slot.session.name
    if anchor.dropped or anchor.skipped:
        text = f"{name} on {spoken(slot.date)} goes with {anchor.session.name}"
        last = anchor.told[-1] if anchor.told else None
        told = Told("skipped", last.rule, text, last.because) if last else None
        return replace(
            slot, dropped=anchor.dropped, skipped=anchor.skipped,
            told=(*slot.told, told) if told else slot.told,
        )  # fmt: skip
    if (anchor.date, anchor.start, anchor.order) == _where(old[anchor.key]):
        return slot
    fresh = beside(slot.session, anchor, slot.relation)
    if fresh.date == slot.date:
        return replace(slot, start=fresh.start, order=fresh.order)
    text = f"{name} goes with {anchor.session.name} to {spoken(fresh.date)}"
    moved = moved_to(slot, fresh.date, fresh.start, fresh.order)
    if not anchor.told:  # only the diary says that it was done on another day
        return moved
    last = anchor.told[-1]
    return replace(moved, told=(*slot.told, Told("moved", last.rule, text, last.because)))


def _where(slot: Slot) -> tuple[object, object, object]:
    return (slot.date, slot.start, slot.order)
