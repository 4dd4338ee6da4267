"""The builder of plans and libraries, put together from its parts."""

from __future__ import annotations

from mesocycle.syntax.building.calendar import Calendar
from mesocycle.syntax.building.conditions import Conditions
from mesocycle.syntax.building.fitness import Fitness
from mesocycle.syntax.building.items import Items
from mesocycle.syntax.building.library import Library
from mesocycle.syntax.building.progress import Progression
from mesocycle.syntax.building.state import State
from mesocycle.syntax.building.stretches import Stretches


class PlanBuilder(Progression, Items, Stretches, Calendar, Library, State, Conditions, Fitness):
    """A callback for every rule of plan.lark."""
