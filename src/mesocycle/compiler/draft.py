"""The draft: what the passes have made so far."""

from __future__ import annotations

import msgspec

from mesocycle.compiler.athlete import View
from mesocycle.compiler.calendar.logs import Logs
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.days.phases import Settled
from mesocycle.compiler.days.slot import Slot
from mesocycle.compiler.ledger import Ledger
from mesocycle.compiler.rules.rulebook import Rulebook
from mesocycle.programme import Block, Session, WeekStatistics


class Draft(msgspec.Struct):
    """A programme in the making; each pass fills in its part and reads the parts before.

    `settled`: how long the phases of the plan turned out to be. `planned`: the slots of the
    schedule by key, before any exception. `counted`: of open choices the blocks that count.
    `rulebook`: the coach's rules on the athlete's state.
    """

    plan: Plan
    view: View
    ledger: Ledger
    logs: Logs
    settled: Settled
    rulebook: Rulebook
    planned: dict[str, Slot] = {}
    slots: list[Slot] = []
    sessions: list[Session] = []
    todo: list[Session] = []
    counted: dict[str, tuple[Block, ...]] = {}
    statistics: tuple[WeekStatistics, ...] = ()
