"""The board: what all lines of a programme have in common about loads, for the whole replay."""

from __future__ import annotations

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.loads.gear import Rack
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.compiler.loads.remembered import Memory
from mesocycle.mass import MassUnit


class Board:
    """What there is to load, what the athlete can lift, and the sets made so far."""

    def __init__(self, plan: Plan, view: View) -> None:
        self.rack = Rack(view.gear, plan.rounding, _usual_unit(plan, view))
        self.maxes = Maxes(plan, self.rack, view.maxes, view.bodyweights)
        self.memory = Memory()
        #: Every load is shown in this unit; None: each in the one that it was written in.
        self.unit: MassUnit | None = plan.units if plan.stated_units else None
        self._catalogue = plan.catalogue
        self._lifts: dict[str, Exercise | None] = {}

    def lift(self, name: str) -> Exercise | None:
        """The exercise of that name, whose max another line is in per cent of."""
        if name not in self._lifts:
            self._lifts[name] = self._catalogue.find(name)
        return self._lifts[name]


def _usual_unit(plan: Plan, view: View) -> MassUnit:
    """Of a bar that nobody has weighed: as the plan says, else as somebody gives a max."""
    said = [entry.mass.unit for entry in (*view.maxes, *plan.maxes)]
    return plan.units if plan.stated_units or not said else said[0]
