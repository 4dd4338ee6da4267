"""What became of a slot, entered in the ledger when its session is made."""

from __future__ import annotations

from mesocycle.civil import spoken
from mesocycle.compiler.days.slot import Slot
from mesocycle.compiler.ledger import Page


def tell(slot: Slot, page: Page) -> None:
    """Enter what the passes before decided about a slot."""
    name = slot.session.name
    for told in slot.told:
        page.decide(told.outcome, told.rule, told.text, because=told.because)
        if told.notice:
            page.ledger.notice(told.rule, "info", told.notice)
    if slot.moved:
        page.decide("moved", "R39", f"{name} is moved: {slot.moved}", because=(slot.session.line,))
    if slot.crowded:
        text = f"{name} on {spoken(slot.date)} is too near: {slot.crowded}"
        page.ledger.notice("R39", "warning", f"{text}. There is no room later on that day.")
