"""The builder of plans and libraries, put together from its parts."""

from __future__ import annotations

from mesocycle.syntax.build_conditions import Conditions
from mesocycle.syntax.build_items import Items
from mesocycle.syntax.build_library import Library
from mesocycle.syntax.build_progress import Progression


class PlanBuilder(Progression, Items, Library, Conditions):
    """A callback for every rule of plan.lark."""
