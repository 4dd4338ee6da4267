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
from mesocycle.compiler.choice.qualify import Choice
from mesocycle.compiler.choice.select import Selection
from mesocycle.compiler.choice.substitutes import Substitutes
from mesocycle.compiler.safety.rules import bar


class Calm:
    """What is known to be as the coach wrote it, on every day on which nothing hurts."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._plain: dict[tuple[int, str], Selection | None] = {}

    def on(self, view: View, date: dt.date) -> bool:
        """Whether `date` is a calm day: training, and no pain known of."""
        if self._plan.care != "training":
            return False
        worst = view.health.day(date).worst
        return worst is None or worst.value == 0

    def selects(
        self, view: View, date: dt.date, item: Item, exercise: Exercise
    ) -> Selection | None:
        """The line's exercise, done as written with no rule to ask; None: the rules decide."""
        if not view.evidence.untroubled(exercise.id):
            return None
        key = (id(item), exercise.id)
        if key not in self._plain:
            substitutes = Substitutes(self._plan, view, date)
            care = self._plan.care
            plain = (
                substitutes.fitting(item, exercise) is None
                and bar(exercise, view, date, care, jumps=item.jumps, picked=False) is None
            )
            self._plain[key] = Selection((Choice(exercise),)) if plain else None
        return self._plain[key]
