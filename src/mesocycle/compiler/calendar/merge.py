"""Merging a missed session into the next one of its stream."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.civil import spoken
from mesocycle.compiler.checked import Item, Picked, Rungs, Session, Together
from mesocycle.compiler.days.slot import Slot, Told
from mesocycle.programme import Because


def merged(slot: Slot, missed: Slot, rule: str, because: tuple[Because, ...]) -> Slot:
    """The slot with the lines of a missed one that it lacks; runs are never merged."""
    lacks = lacking(slot.session, missed.session)
    if not lacks:
        return slot
    text = (
        f"{missed.session.name}, missed on {spoken(missed.date)}, is merged into "
        f"{slot.session.name} on {spoken(slot.date)}"
    )
    told = Told("moved", rule, text, because)
    rest = replace(missed.session, items=lacks)
    return replace(slot, merged=rest, told=(*slot.told, told))


def lacking(session: Session, missed: Session) -> tuple[Item, ...]:
    """The lines of `missed` about exercises, those without which `session` is."""
    own = {_sense(item) for item in session.items}
    return tuple(
        item
        for item in missed.items
        if isinstance(item.what, Rungs | Picked | Together) and _sense(item) not in own
    )


def _sense(item: Item) -> object:
    """What a line is about: a pick from a pool, or what moves with it over the plan."""
    if isinstance(item.what, Picked):
        return (item.what.pool, item.what.where)
    return item.slot
