"""The checked plan: what a plan means, one file an idea."""

from mesocycle.compiler.checked.base import Care, Frozen, Relation
from mesocycle.compiler.checked.manner import Conditional, Manner, OnRung, Rounding, Weekly
from mesocycle.compiler.checked.plan import Item, Plan, Session, TrainingShare
from mesocycle.compiler.checked.progression import Move, Progression, Rule, StageOf, Trigger
from mesocycle.compiler.checked.what import Group, Habit, Picked, Rungs, Stretch, Together
from mesocycle.compiler.checked.when import Apart, Beside, Days, Phase, Rotation, Timing

__all__ = [
    "Apart", "Beside", "Care", "Conditional", "Days", "Frozen", "Group", "Habit", "Item", "Manner",
    "Move", "OnRung", "Phase", "Picked", "Plan", "Progression", "Relation", "Rotation", "Rounding",
    "Rule", "Rungs", "Session", "StageOf", "Stretch", "Timing", "Together", "TrainingShare",
    "Trigger", "Weekly",
]  # fmt: skip
