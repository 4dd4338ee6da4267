"""The draft: what the passes have made so far."""

from __future__ import annotations

import msgspec

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.ledger import Ledger
from mesocycle.compiler.schedule import Slot
from mesocycle.programme import Session, WeekStatistics


class Draft(msgspec.Struct):
    """A programme in the making; each pass fills in its part and reads the parts before."""

    plan: Plan
    view: View
    ledger: Ledger
    slots: list[Slot] = []
    sessions: list[Session] = []
    todo: list[Session] = []
    statistics: tuple[WeekStatistics, ...] = ()
