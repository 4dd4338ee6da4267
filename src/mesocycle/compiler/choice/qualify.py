"""Qualify: what becomes of one exercise on one day, and why.

The order of the questions: is there a reason to do another one (place, goal, equipment);
does a safety rule keep it away; did it hurt; was form lost; and does the coach's own
condition hold.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Effect, Item, Picked
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.choice.gate import Gate
from mesocycle.compiler.choice.substitutes import Substitutes
from mesocycle.compiler.safety.hold import too_sore
from mesocycle.compiler.safety.retest import may_be_tried_again
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import DecisionOutcome


class Choice(msgspec.Struct, frozen=True):
    """An exercise chosen; `assess`: one easy set to find out. `decisions` are ids.

    `note` is for the athlete: when the tests that begin here are enough. `instead_of` is
    the id of the exercise whose place it takes.
    """

    exercise: Exercise
    assess: bool = False
    assumed: bool = False
    decisions: tuple[str, ...] = ()
    note: str | None = None
    instead_of: str | None = None


class Open(msgspec.Struct, frozen=True):
    """An exercise of which too little is known, and what is not."""

    exercise: Exercise
    verdict: Verdict


class Qualifier:
    """Judges exercises for one line on one day, and writes down why."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.plan = gate.plan
        self.view = gate.view
        self.date = gate.date
        self.page = gate.page
        self.substitutes = Substitutes(gate.plan, gate.view, gate.date)

    def direct(self, item: Item, exercise: Exercise) -> Choice | None:
        """Take a named exercise, or its substitute; None where a rule keeps both away."""
        if self.gate.rules_out(exercise, picked=False):
            return None
        wanted = self._fitting(item, exercise)
        if self.gate.bars(item, wanted, picked=False):
            return None
        pain = self.view.evidence.painfree(wanted, self.date)
        form = self.view.evidence.form(wanted, self.date)
        if pain.value is False:
            return self._after_pain(item, wanted, pain, [])
        if form.value is False:
            return self._after_form(item, wanted, form, ()) or self._held(item, wanted, form)
        return self._easier(item, wanted, ()) or Choice(wanted, assumed=pain.assumed)

    def _held(self, item: Item, exercise: Exercise, form: Verdict) -> Choice | None:
        """A named exercise goes on as it is, unless an easier form of it waits for its test."""
        easier = self.substitutes.easier_form(item, exercise, ())
        if easier and too_sore(easier, self.view, self.date, self.plan.care):
            return None
        text = f"{exercise.name} stays where it is: {form.text}, and there is no easier form of it"
        made = self.page.decide(
            "held", "R6", text, exercise=exercise.id, side=form.side, because=form.because
        )
        return Choice(exercise, decisions=(made,))

    def qualify(
        self, item: Item, exercise: Exercise, what: Picked, taken: list[Choice]
    ) -> Choice | Open | None:
        """The choice; the open question; or None for a no (which is written down)."""
        if self.gate.rules_out(exercise, picked=True):
            return None
        wanted = self._fitting(item, exercise)
        if any(choice.exercise.id == wanted.id for choice in taken):
            return None
        if self.gate.bars(item, wanted, picked=True):
            return None
        evidence = self.view.evidence
        verdict = ask(what.where, Question(self.view, self.date, wanted, permits=True))
        form, pain = evidence.form(wanted, self.date), evidence.painfree(wanted, self.date)
        if pain.value is False:
            return self._after_pain(item, wanted, pain, taken)
        if form.value is False:
            easier = self._after_form(item, wanted, form, what.exercises)
            if easier is None:
                self.gate.skip(wanted, "R3", form)
            return easier
        new = not evidence.tried(wanted, self.date).value
        if verdict.value and new and not self.gate.may_be_tested(wanted):
            return None
        if verdict.value:
            easier = self._easier(item, wanted, what.exercises)
            if easier is not None and all(c.exercise.id != easier.exercise.id for c in taken):
                return easier
            text = (
                f"{wanted.name} is in: {verdict.text}" if verdict.text else f"{wanted.name} is next"
            )
            made = self.page.decide(
                "picked", "R2", text, exercise=wanted.id, because=verdict.because
            )
            return Choice(wanted, assumed=verdict.assumed, decisions=(made,))
        if verdict.value is None:
            kept = wanted.id != exercise.id and self._untested(item, exercise, wanted, what)
            return kept or Open(wanted, verdict)
        self.gate.skip(wanted, "R3", verdict)
        return None

    def _untested(
        self, item: Item, exercise: Exercise, other: Exercise, what: Picked
    ) -> Choice | None:
        """An exercise that is known to go is not given up for a substitute that nobody tried."""
        verdict = ask(what.where, Question(self.view, self.date, exercise, permits=True))
        if not verdict.value or self.gate.bars(item, exercise, picked=True):
            return None
        text = f"{exercise.name} stays: {other.name} has not been tested yet"
        made = self.page.decide("held", "R12", text, exercise=exercise.id, because=verdict.because)
        return Choice(exercise, assumed=verdict.assumed, decisions=(made,))

    def _fitting(self, item: Item, exercise: Exercise) -> Exercise:
        """The exercise itself, or what place, goal or equipment put in its stead."""
        swap = self.substitutes.fitting(item, exercise)
        for each in (exercise, *((swap.exercise,) if swap else ())):
            exchanged = self._exchanged(each)
            if exchanged is not None:
                return exchanged
        if swap is None:
            return exercise
        outcome: DecisionOutcome = "swapped" if swap.exercise.id != exercise.id else "held"
        self.page.decide(outcome, swap.rule, swap.text, exercise=exercise.id, because=swap.because)
        return swap.exercise

    def _exchanged(self, exercise: Exercise) -> Exercise | None:
        """What a rule puts in its place today."""
        today = self.gate.today
        other = today.exchange(exercise) if today else None
        if today is None or other is None:
            return None

        def says(effect: Effect) -> bool:
            return any(what == exercise.id for what, _ in effect.exchanges)

        text = f"{other.name} in place of {exercise.name}: {today.why(says)}"
        lines = today.because(says)
        self.page.decide("swapped", "rule", text, exercise=exercise.id, because=lines)
        return other

    def _easier(self, item: Item, exercise: Exercise, pool: Sequence[Exercise]) -> Choice | None:
        """The easier form, where a rule asks for it and there is one."""
        today = self.gate.today
        if today is None or not today.effect.easier:
            return None
        other = self.substitutes.easier_form(item, exercise, pool)
        if other is None or self.gate.bars(item, other, picked=True):
            return None
        known = self.view.evidence.painfree(other, self.date)
        text = f"{other.name} in place of {exercise.name}: {today.why(lambda e: e.easier)}"
        lines = today.because(lambda e: e.easier)
        made = self.page.decide("regressed", "rule", text, exercise=exercise.id, because=lines)
        test = known.value is None and self.plan.care == "rehab"
        return Choice(other, test, known.assumed, (made,), instead_of=exercise.id)

    def _after_pain(
        self, item: Item, exercise: Exercise, pain: Verdict, taken: list[Choice]
    ) -> Choice | None:
        """It hurt: dropped, unless it is time for a test, or its easier start is known to be fine.

        SR5, SR9, R9.
        """
        again = may_be_tried_again(exercise, self.view, self.date)
        if again:
            return self.test(Open(exercise, replace(pain, text=again)), rule="SR5")
        start = self.substitutes.start(item, exercise)
        new = start and all(choice.exercise.id != start.id for choice in taken)
        if start and new and not self.gate.bars(item, start, picked=True):
            text = (
                f"{start.name} in place of {exercise.name}: {pain.text}, the easier start is fine"
            )
            made = self.page.decide(
                "regressed", "R9", text, exercise=exercise.id, side=pain.side, because=pain.because
            )
            return Choice(start, decisions=(made,), instead_of=exercise.id)
        text = f"{exercise.name} is left out: it hurt the last time ({pain.text})"
        self.page.decide(
            "skipped", "SR5", text,
            exercise=exercise.id, side=pain.side, because=pain.because,
        )  # fmt: skip
        return None

    def _after_form(
        self, item: Item, exercise: Exercise, form: Verdict, pool: Sequence[Exercise]
    ) -> Choice | None:
        """Form was lost: the easier form, as a test where nothing is known of it (R11, SR9)."""
        easier = self.substitutes.easier_form(item, exercise, pool)
        if easier is None or self.gate.bars(item, easier, picked=True):
            return None
        if not self.gate.may_be_tested(easier):
            return None
        known = self.view.evidence.painfree(easier, self.date)
        text = f"{easier.name} in place of {exercise.name}: {form.text}"
        made = self.page.decide(
            "regressed", "R11", text, exercise=exercise.id, side=form.side, because=form.because
        )
        return Choice(
            easier,
            assess=known.value is None,
            assumed=known.assumed,
            decisions=(made,),
            instead_of=exercise.id,
        )

    def test(self, found: Open, rule: str = "SR3") -> Choice:
        """One easy set, to find out."""
        name, verdict = found.exercise.name, found.verdict
        made = self.page.decide(
            "assessed", rule, f"{name} is to be tested: {verdict.text}",
            exercise=found.exercise.id, because=verdict.because,
        )  # fmt: skip
        return Choice(found.exercise, assess=True, decisions=(made,))

    def wait(self, exercise: Exercise) -> None:
        """Leave an exercise for a later turn of the rotation."""
        text = f"{exercise.name} waits for its turn"
        self.page.decide("held", "rotate", text, exercise=exercise.id)
