"""Select: which exercises fill a line today.

A pool is scanned from its first exercise on; those that qualify are taken until there are
enough. Unknown is not yes: what nobody has tried can be assessed, never assumed. What
cannot be filled stays empty.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Item, Picked, Plan
from mesocycle.compiler.conditions import Question, ask
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.safety import bar
from mesocycle.compiler.substitutes import Substitutes
from mesocycle.diary.verdict import Verdict


class Choice(msgspec.Struct, frozen=True):
    """An exercise chosen; `assess`: one easy set to find out. `decisions` are ids.

    `note` is for the athlete: when the tests that begin here are enough.
    """

    exercise: Exercise
    assess: bool = False
    assumed: bool = False
    decisions: tuple[str, ...] = ()
    note: str | None = None


class Open(msgspec.Struct, frozen=True):
    """An exercise of which too little is known, and what is not."""

    exercise: Exercise
    verdict: Verdict


class Selection(msgspec.Struct, frozen=True):
    """What fills a line. `assessment`: the scan ran out of known exercises and tests more.

    `wanted` is how many the coach asked for (None: all).
    """

    choices: tuple[Choice, ...]
    wanted: int | None = None
    assessment: bool = False

    @property
    def needed(self) -> int:
        """How many of its tests have to go well; all of them where the coach asked for all."""
        tests = sum(choice.assess for choice in self.choices)
        if self.wanted is None:
            return tests
        return max(0, self.wanted - (len(self.choices) - tests))

    @property
    def short(self) -> bool:
        """Fewer than the coach asked for, with nothing left to test."""
        return self.wanted is not None and len(self.choices) < self.wanted


class Selector:
    """Chooses for one item on one day, and writes down why."""

    def __init__(self, plan: Plan, view: View, date: dt.date, page: Page) -> None:
        self.plan = plan
        self.view = view
        self.date = date
        self.page = page
        self.substitutes = Substitutes(plan, view, date)

    def pick(self, item: Item, what: Picked, turn: int, week: int) -> Selection:
        """Fill a pick from a pool; `turn` counts the sessions so far, for `rotate`."""
        qualified: list[Choice] = []
        unknown: list[Open] = []
        limit = None if what.rotate else what.count
        for exercise in self._order(what):
            if limit is not None and len(qualified) >= limit:
                break
            found = self._qualify(item, exercise, what, qualified)
            if isinstance(found, Choice):
                qualified.append(found)
            elif found is not None:
                unknown.append(found)
        if what.rotate:
            qualified = _rotated(qualified, what, turn, week)
        return self._filled(item, what, qualified, unknown)

    def _filled(
        self,
        item: Item,
        what: Picked,
        qualified: list[Choice],
        unknown: list[Open],
    ) -> Selection:
        full = what.count is not None and len(qualified) >= what.count
        if not full and unknown and self.plan.assess:
            missing = None if what.count is None else what.count - len(qualified)
            tests = self._tests(unknown, missing)
            order = {e.id: i for i, e in enumerate(what.exercises)}
            mixed = [*qualified, *tests]
            mixed.sort(key=lambda c: (c.assess, order.get(c.exercise.id, len(order))))
            return Selection(tuple(mixed), what.count, assessment=True)
        for found in () if full else unknown:
            self._skip(found.exercise, "SR2", found.verdict)
        if not full and what.otherwise and what.count is not None:
            filled = self.direct(item, what.otherwise)
            qualified += [filled] if filled else []
        return Selection(tuple(qualified), what.count)

    def direct(self, item: Item, exercise: Exercise) -> Choice | None:
        """Take a named exercise, or its substitute; None where a rule keeps both away."""
        wanted = self._fitting(item, exercise)
        barred = self._bar(item, wanted, picked=False)
        if barred:
            return None
        pain = self.view.evidence.painfree(wanted, self.date)
        form = self.view.evidence.form(wanted, self.date)
        if pain.value is False:
            return self._after_pain(item, wanted, pain, [])
        if form.value is False:
            return self._after_form(item, wanted, form, ())
        return Choice(wanted, assumed=pain.assumed)

    def _order(self, what: Picked) -> Sequence[Exercise]:
        if what.order == "hardest":
            return what.exercises[::-1]
        if what.order == "easiest":
            return what.exercises
        seed = f"{self.plan.identity}|{self.view.name}|{self.date}|{what.pool}"
        return sorted(
            what.exercises,
            key=lambda e: hashlib.sha256(f"{seed}|{e.id}".encode()).digest(),
        )

    def _qualify(
        self, item: Item, exercise: Exercise, what: Picked, taken: list[Choice]
    ) -> Choice | Open | None:
        """The choice; the open question; or None for a no (which is written down)."""
        wanted = self._fitting(item, exercise)
        if any(choice.exercise.id == wanted.id for choice in taken):
            return None
        if self._bar(item, wanted, picked=True):
            return None
        evidence = self.view.evidence
        verdict = ask(what.where, Question(self.view, self.date, wanted))
        form, pain = evidence.form(wanted, self.date), evidence.painfree(wanted, self.date)
        if pain.value is False:
            return self._after_pain(item, wanted, pain, taken)
        if form.value is False:
            return self._after_form(item, wanted, form, what.exercises)
        if verdict.value:
            text = f"{wanted.name}: {verdict.text}" if verdict.text else f"{wanted.name} is next"
            made = self.page.decide(
                "picked", "R2", text, exercise=wanted.id, because=verdict.because
            )
            return Choice(wanted, assumed=verdict.assumed, decisions=(made,))
        if verdict.value is None:
            kept = wanted.id != exercise.id and self._untested(item, exercise, wanted, what)
            return kept or Open(wanted, verdict)
        self._skip(wanted, "R3", verdict)
        return None

    def _untested(
        self, item: Item, exercise: Exercise, other: Exercise, what: Picked
    ) -> Choice | None:
        """An exercise that is known to go is not given up for a substitute that nobody tried."""
        verdict = ask(what.where, Question(self.view, self.date, exercise))
        if not verdict.value or self._bar(item, exercise, picked=True):
            return None
        text = f"{exercise.name} stays: {other.name} has not been tested yet"
        made = self.page.decide("held", "R12", text, exercise=exercise.id, because=verdict.because)
        return Choice(exercise, assumed=verdict.assumed, decisions=(made,))

    def _fitting(self, item: Item, exercise: Exercise) -> Exercise:
        """The exercise itself, or what place, goal or equipment put in its stead."""
        swap = self.substitutes.fitting(item, exercise)
        if swap is None:
            return exercise
        outcome = "swapped" if swap.exercise.id != exercise.id else "held"
        self.page.decide(outcome, swap.rule, swap.text, exercise=exercise.id, because=swap.because)  # type: ignore[arg-type]
        return swap.exercise

    def _bar(self, item: Item, exercise: Exercise, *, picked: bool) -> bool:
        found = bar(exercise, self.view, self.date, self.plan.care, jumps=item.jumps, picked=picked)
        if found:
            text = f"{exercise.name} is left out: {found.text}"
            self.page.decide(
                "skipped", found.rule, text, exercise=exercise.id, because=found.because
            )
        return found is not None

    def _after_pain(
        self, item: Item, exercise: Exercise, pain: Verdict, taken: list[Choice]
    ) -> Choice | None:
        """It hurt: dropped, unless its easier start is known to be fine (SR5, SR9, R9)."""
        start = self.substitutes.start(item, exercise)
        if start and all(choice.exercise.id != start.id for choice in taken):
            text = (
                f"{start.name} in place of {exercise.name}: {pain.text}, the easier start is fine"
            )
            made = self.page.decide(
                "regressed", "R9", text, exercise=exercise.id, side=pain.side, because=pain.because
            )
            return Choice(start, decisions=(made,))
        text = f"{exercise.name} is left out: {pain.text}"
        self.page.decide(
            "skipped", "SR5", f"{text}. Test it on a day without pain and log it to bring it back",
            exercise=exercise.id, side=pain.side, because=pain.because,
        )  # fmt: skip
        return None

    def _after_form(
        self, item: Item, exercise: Exercise, form: Verdict, pool: Sequence[Exercise]
    ) -> Choice | None:
        """Form was lost: the easier form, as a test where nothing is known of it (R11, SR9)."""
        easier = self.substitutes.easier_form(item, exercise, pool)
        if easier is None or self._bar(item, easier, picked=True):
            self._skip(exercise, "R3", form)
            return None
        known = self.view.evidence.painfree(easier, self.date)
        text = f"{easier.name} in place of {exercise.name}: {form.text}"
        made = self.page.decide(
            "regressed", "R11", text, exercise=exercise.id, side=form.side, because=form.because
        )
        return Choice(easier, assess=known.value is None, assumed=known.assumed, decisions=(made,))

    def _tests(self, unknown: list[Open], missing: int | None) -> list[Choice]:
        """A test of each, with the word when to stop where fewer than all are missing."""
        tests = [self._test(found) for found in unknown]
        if missing is not None and missing < len(tests):
            well = "one has" if missing == 1 else f"{missing} have"
            note = f"Test in this order, and stop when {well} gone well."
            tests[0] = msgspec.structs.replace(tests[0], note=note)
        return tests

    def _test(self, found: Open) -> Choice:
        name, verdict = found.exercise.name, found.verdict
        made = self.page.decide(
            "assessed", "SR3", f"{name} is to be tested: {verdict.text}",
            exercise=found.exercise.id, because=verdict.because,
        )  # fmt: skip
        return Choice(found.exercise, assess=True, decisions=(made,))

    def _skip(self, exercise: Exercise, rule: str, verdict: Verdict) -> None:
        self.page.decide(
            "skipped", rule, f"{exercise.name} is left out: {verdict.text}",
            exercise=exercise.id, side=verdict.side, because=verdict.because,
        )  # fmt: skip


def _rotated(qualified: list[Choice], what: Picked, turn: int, week: int) -> list[Choice]:
    """The next `count` of those that qualify, round and round."""
    count = what.count or len(qualified)
    if len(qualified) <= count:
        return qualified
    first = (week - 1 if what.rotate == "weekly" else turn) * count
    return [qualified[(first + i) % len(qualified)] for i in range(count)]
