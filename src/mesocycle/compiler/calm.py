"""Calm: nothing hurts and nothing ever did, so a named exercise is simply done.

Most days of most diaries are like this, and most of the rules have nothing to say then. What
remains (place, goal, equipment, directions to avoid) does not change from day to day, and is
asked once. Only training is taken so lightly: in rehab every day is looked at anew.
"""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Item, Plan
from mesocycle.compiler.safety import bar
from mesocycle.compiler.substitutes import Substitutes


class Calm:
    """What is known to be as the coach wrote it, on every day on which nothing hurts."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._plain: dict[tuple[int, str], bool] = {}

    def on(self, view: View, date: dt.date) -> bool:
        """Whether `date` is a calm day: training, and no pain known of."""
        if self._plan.care != "training":
            return False
        worst = view.health.day(date).worst
        return worst is None or worst.value == 0

    def takes(self, view: View, date: dt.date, item: Item, exercise: Exercise) -> bool:
        """Whether the line's exercise is done as written, with no rule to ask."""
        if not view.evidence.untroubled(exercise.id):
            return False
        key = (id(item), exercise.id)
        plain = self._plain.get(key)
        if plain is None:
            substitutes = Substitutes(self._plan, view, date)
            care = self._plan.care
            plain = self._plain[key] = (
                substitutes.fitting(item, exercise) is None
                and bar(exercise, view, date, care, jumps=item.jumps, picked=False) is None
            )
        return plain
