"""Select: which exercises fill a line today.

A pool is scanned from its first exercise on; those that qualify are taken until there are
enough. Unknown is not yes: what nobody has tried can be assessed, never assumed. What
cannot be filled stays empty.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Item, Picked
from mesocycle.compiler.choice.gate import Gate
from mesocycle.compiler.choice.qualify import Choice, Open, Qualifier


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
    """Chooses for one item on one day."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.one = Qualifier(gate)

    def pick(self, item: Item, what: Picked, turn: int, week: int) -> Selection:
        """Fill a pick from a pool; `turn` counts the sessions so far, for `rotate`."""
        qualified: list[Choice] = []
        unknown: list[Open] = []
        limit = None if what.rotate else what.count
        for exercise in self._order(what):
            if limit is not None and len(qualified) >= limit:
                break
            found = self.one.qualify(item, exercise, what, qualified)
            if isinstance(found, Choice):
                qualified.append(found)
            elif found is not None:
                unknown.append(found)
        if what.rotate:
            qualified = self._rotated(qualified, what, turn, week)
        return self._filled(item, what, qualified, unknown)

    def _filled(
        self,
        item: Item,
        what: Picked,
        qualified: list[Choice],
        unknown: list[Open],
    ) -> Selection:
        full = what.count is not None and len(qualified) >= what.count
        if not full and self.gate.plan.assess:
            unknown = [each for each in unknown if self.gate.may_be_tested(each.exercise)]
        if not full and unknown and self.gate.plan.assess:
            # Whichever way the pool was scanned, the tests begin with the easiest.
            order = {e.id: i for i, e in enumerate(what.exercises)}
            unknown.sort(key=lambda found: order.get(found.exercise.id, len(order)))
            mixed = sorted(
                (*qualified, *(self.one.test(found) for found in unknown)),
                key=lambda c: (c.assess, order.get(c.instead_of or c.exercise.id, len(order))),
            )
            return Selection(_enough(mixed, what.count), what.count, assessment=True)
        for found in () if full else unknown:
            self.gate.skip(found.exercise, "SR2", found.verdict)
        if not full and what.otherwise and what.count is not None:
            filled = self.one.direct(item, what.otherwise)
            qualified += [filled] if filled else []
        return Selection(tuple(qualified), what.count)

    def direct(self, item: Item, exercise: Exercise) -> Selection:
        """Fill a line with the exercise that it names."""
        choice = self.one.direct(item, exercise)
        return Selection((choice,) if choice else ())

    def _order(self, what: Picked) -> Sequence[Exercise]:
        if what.order == "hardest":
            return what.exercises[::-1]
        if what.order == "easiest":
            return what.exercises
        seed = f"{self.gate.plan.identity}|{self.gate.view.name}|{self.gate.date}|{what.pool}"
        return sorted(
            what.exercises,
            key=lambda e: hashlib.sha256(f"{seed}|{e.id}".encode()).digest(),
        )

    def _rotated(self, qualified: list[Choice], what: Picked, turn: int, week: int) -> list[Choice]:
        """The next `count` of those that qualify, round and round."""
        count = what.count or len(qualified)
        if len(qualified) <= count:
            return qualified
        first = (week - 1 if what.rotate == "weekly" else turn) * count
        given = [qualified[(first + i) % len(qualified)] for i in range(count)]
        for choice in qualified:
            if choice not in given:
                self.one.wait(choice.exercise)
        return given


def _enough(choices: Sequence[Choice], wanted: int | None) -> tuple[Choice, ...]:
    """The choices, the tests last; the first of these says when to stop if not all are needed."""
    tests = sum(choice.assess for choice in choices)
    first = len(choices) - tests
    if wanted is None or not 0 < (missing := wanted - first) < tests:
        return tuple(choices)
    well = "one has" if missing == 1 else f"{missing} have"
    note = f"Test in this order, and stop when {well} gone well."
    begun = msgspec.structs.replace(choices[first], note=note)
    return (*choices[:first], begun, *choices[first + 1 :])
