"""The checked plan: what a plan means, one file an idea."""

from mesocycle.compiler.checked.base import Care, Frozen, Relation
from mesocycle.compiler.checked.calendar import (
    Calendar,
    Moved,
    Policy,
    Race,
    RestDays,
    Skipped,
    Swapped,
)
from mesocycle.compiler.checked.manner import Conditional, Manner, OnRung, Rounding, Weekly
from mesocycle.compiler.checked.plan import Item, Plan, Session, TrainingShare
from mesocycle.compiler.checked.progression import Move, Progression, Rule, StageOf, Trigger
from mesocycle.compiler.checked.rules import Apartness, Ask, Effect, StateRule
from mesocycle.compiler.checked.run import Leg, Legs, Repeats, Stretch
from mesocycle.compiler.checked.what import Group, Habit, Picked, Rungs, Together
from mesocycle.compiler.checked.when import Apart, Beside, Days, Phase, Rotation, Timing

__all__ = [
    "Apart", "Apartness", "Ask", "Beside", "Calendar", "Care", "Conditional", "Days", "Effect",
    "Frozen", "Group", "Habit", "Item", "Leg", "Legs", "Manner", "Move", "Moved", "OnRung",
    "Phase", "Picked", "Plan", "Policy", "Progression", "Race", "Relation", "Repeats", "RestDays",
    "Rotation", "Rounding", "Rule", "Rungs", "Session", "Skipped", "StageOf", "StateRule",
    "Stretch", "Swapped", "Timing", "Together", "TrainingShare", "Trigger", "Weekly",
]  # fmt: skip
