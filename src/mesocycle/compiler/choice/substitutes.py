"""Substitutes: another exercise for one reason, and for that reason only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from mesocycle.catalogue.model import Alternative, Exercise, Reason, fold
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Item, Plan
from mesocycle.compiler.safety.rules import bar, impact_of
from mesocycle.programme import Because


class Swap(msgspec.Struct, frozen=True):
    """What to do instead (or the exercise itself, with the reason why it stays)."""

    exercise: Exercise
    rule: str
    text: str
    because: tuple[Because, ...] = ()


class Substitutes:
    """The alternatives that the plan's line and the catalogue give, on one day."""

    def __init__(self, plan: Plan, view: View, date: dt.date) -> None:
        self.plan = plan
        self.view = view
        self.date = date

    def _given(self, item: Item, exercise: Exercise, reason: Reason) -> Iterator[Alternative]:
        for alternative in (*item.instead, *exercise.alternatives):
            if alternative.reason == reason:
                yield alternative

    def fitting(self, item: Item, exercise: Exercise) -> Swap | None:
        """The alternative for where the athlete is, the goal, or what is not there."""
        return (
            self._by_place(item, exercise)
            or self._by_goal(item, exercise)
            or self._by_equipment(item, exercise)
        )

    def _by_place(self, item: Item, exercise: Exercise) -> Swap | None:
        for alternative in self._given(item, exercise, "place"):
            if self.view.place == alternative.detail:
                return self._swap(item, exercise, alternative, "R12", str(alternative.detail))
        return None

    def _by_goal(self, item: Item, exercise: Exercise) -> Swap | None:
        for alternative in self._given(item, exercise, "goal"):
            if item.goal and fold(alternative.detail or "") == item.goal:
                other = self.plan.catalogue.exercises[alternative.exercise]
                if not self.view.has(other.equipment):
                    needs = " and ".join(other.equipment)
                    text = f"{exercise.name} stays: {other.name} needs {needs}, which is not listed"
                    return Swap(exercise, "R10", text)
                return self._swap(item, exercise, alternative, "R10", f"for {item.goal}")
        return None

    def _by_equipment(self, item: Item, exercise: Exercise) -> Swap | None:
        lacks = self.view.lacks(exercise.equipment)
        for alternative in self._given(item, exercise, "equipment"):
            if alternative.detail in lacks:
                why = f"without {alternative.detail}"
                return self._swap(item, exercise, alternative, "equipment", why)
        return None

    def _swap(
        self, item: Item, exercise: Exercise, alternative: Alternative, rule: str, why: str
    ) -> Swap:
        """The alternative, or, where a safety rule keeps it away, the exercise itself."""
        other = self.plan.catalogue.exercises[alternative.exercise]
        higher = impact_of(other) > impact_of(exercise)
        care = "rehab" if higher else self.plan.care  # a place alone never raises impact (SR10)
        barred = bar(other, self.view, self.date, care, jumps=item.jumps, picked=False)
        if barred:
            text = f"{exercise.name} stays, no {other.name} {why}: {barred.text}"
            return Swap(exercise, barred.rule, text, barred.because)
        return Swap(other, rule, f"{other.name} in place of {exercise.name}: {why}")

    def start(self, item: Item, exercise: Exercise) -> Exercise | None:
        """The easier start that is known to go without pain and with good form."""
        for alternative in self._given(item, exercise, "start"):
            other = self.plan.catalogue.exercises[alternative.exercise]
            pain = self.view.evidence.painfree(other, self.date)
            form = self.view.evidence.form(other, self.date)
            barred = bar(other, self.view, self.date, self.plan.care, jumps=item.jumps, picked=True)
            if pain.value and form.value and not barred:
                return other
        return None

    def easier_form(
        self, item: Item, exercise: Exercise, pool: Sequence[Exercise]
    ) -> Exercise | None:
        """The easier form; never one that hurt, lost form too, or has a rung of its own."""
        named = [
            a.exercise for reason in ("form", "start") for a in self._given(item, exercise, reason)
        ]
        rungs = {e.id for e in pool}
        for identity in (*named, *exercise.easier):
            other = self.plan.catalogue.exercises.get(identity)
            if other is None or other.id in rungs:
                continue
            pain = self.view.evidence.painfree(other, self.date)
            form = self.view.evidence.form(other, self.date)
            if pain.value is not False and form.value is not False:
                return other
        return None
