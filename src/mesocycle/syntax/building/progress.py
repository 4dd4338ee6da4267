"""Callbacks for how a dose changes: `progress`, rules, and progressions with a name."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from mesocycle.syntax.building.base import Parts, Quantity, Weighed, word
from mesocycle.syntax.building.loads import WHOLE
from mesocycle.syntax.building.rules import Rules
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    Argument,
    AtMost,
    Band,
    BySet,
    Change,
    Course,
    Named,
    Progress,
    ProgressionHead,
    Scheme,
    Stage,
    Step,
    Variable,
    Word,
)

DAYS_A_WEEK = 7


class Progression(Rules):
    """`progress …`, and the heads and stages of a `progression`."""

    # --- progress ---

    def progress(self, parts: Parts) -> Progress:
        if not parts:
            return Progress(())
        *steps, every, up_to = parts
        if up_to is not None:
            steps[-1] = self._up_to(steps[-1], up_to)
        return Progress(tuple(steps), every=every)

    def _up_to(self, step: Step, limit: Quantity) -> Step:
        """`distance by 10% every 1 week to 30km`: the ceiling at the end is the last step's."""
        if step.to is not None or step.limit is not None:
            self.refuse(
                "E133", "this step ends twice", limit.word, "one ceiling",
                hints=("leave one of the two out",),
            )  # fmt: skip
        elif {"distance": False, "time": True, "hold": True}.get(step.what) is not limit.timed:
            self.refuse(
                "E133", f"this is no end of {step.what}", limit.word, "of another kind",
                hints=("write the end of a step behind it: progress load by 5lb to 100lb",),
            )  # fmt: skip
        else:
            return replace(step, to=limit.value)
        return step

    def up_to(self, parts: Parts) -> Quantity:
        limit: Quantity = parts[0]
        return limit

    def progress_sum(self, parts: Parts) -> Progress:
        reps, *steps, every = parts
        if int(reps) == 0:
            self.refuse("E132", "a sum of nothing", word(reps), "at least 1")
        return Progress(tuple(steps), every=every, sum=int(reps))

    def progress_by_set(self, parts: Parts) -> Progress:
        number, *found = parts
        bands: list[Band] = []
        for part in found:
            if isinstance(part, Band):
                bands.append(part)
            else:
                bands[-1] = replace(bands[-1], actions=(*bands[-1].actions, part))
        self._apart(bands)
        return Progress(by_set=BySet(number, tuple(bands)))

    def _apart(self, bands: list[Band]) -> None:
        """Each number of reps belongs to one band, and they are written from the lowest up."""
        for number, band in enumerate(bands[1:]):
            before = bands[number]
            if before.high is None or band.low <= before.high:
                self.refuse(
                    "E133", "this band begins within the one before", band.word or Word(""),
                    "already spoken for", hints=("write them from the fewest reps up",),
                )  # fmt: skip

    def progress_with(self, parts: Parts) -> Progress:
        name, *arguments = parts
        given = tuple(each for each in arguments if each is not None)
        return Progress(named=Named(name, given))

    def argument(self, parts: Parts) -> Argument:
        name, given = parts
        if getattr(given, "type", "") == "DECIMAL":
            self.refuse("E109", f"`{given}` of what?", word(given), "kilograms, pounds, per cent?")
            return Argument(word(given), name=name and word(name))
        value = self.value([given])
        amount = None if value.kind == "name" else value.amount
        return Argument(value.word, amount, name and word(name))

    # --- steps ---

    def reps_step(self, parts: Parts) -> Step:
        by, to = (part and int(part) for part in parts)
        return Step("reps", by, to)

    def sets_step(self, parts: Parts) -> Step:
        by, to = (part and int(part) for part in parts)
        return Step("sets", by, to)

    def hold_step(self, parts: Parts) -> Step:
        return Step("hold", *(part and part.value for part in parts))

    def distance_step(self, parts: Parts) -> Step:
        return self._further("distance", *parts)

    def time_step(self, parts: Parts) -> Step:
        return self._further("time", *parts)

    def _further(self, what: Any, by: Quantity | Token, to: Quantity | None) -> Step:
        """A step of a run: so much longer, or by so many per cent."""
        limit = to.value if to else None
        if isinstance(by, Quantity):
            if by.value == 0:
                self.refuse("E132", "a step of nothing", by.word, "more than 0")
            return Step(what, by.value, limit, word=by.word)
        change = self._grows(by)
        return Step(what, to=limit, change=change, word=change.word)

    def load_step(self, parts: Parts) -> Step:
        by, to = parts
        change = self._grows(by)
        return Step("load", change=change, limit=to and to.mass, word=change.word)

    def max_step(self, parts: Parts) -> Step:
        change = self._grows(parts[0])
        return Step("max", change=change, word=change.word)

    def _grows(self, by: Weighed | Token) -> Change:
        value = self.value([by])
        if not (value.amount.micro if value.kind == "mass" else value.amount):
            self.refuse("E132", "a step of nothing", value.word, "more than 0")
        if value.kind == "mass":
            return Change("add", value.amount, word=value.word)
        return Change("times", WHOLE + value.amount, word=value.word)

    def harder_step(self, parts: Parts) -> Step:
        return Step("harder")

    # --- bands of a set's reps ---

    def rep_band(self, parts: Parts) -> Band:
        number, action = parts
        return Band(number.amount.low, number.amount.high, (action,), number.word)

    def reps_upwards(self, parts: Parts) -> Band:
        return Band(int(parts[0]), None, (parts[2],), word(parts[0]))

    # --- lines of a progression ---

    def progression_head(self, parts: Parts) -> ProgressionHead:
        return ProgressionHead(parts[0], parts[1] or ())

    def stages(self, parts: Parts) -> tuple[Stage, ...]:
        return tuple(Stage(Scheme((group,))) for group in parts)

    def stage(self, parts: Parts) -> Stage:
        name, what = parts
        if isinstance(what, Course):
            return Stage(name=name, course=what)
        return Stage(what, name)

    def at_most(self, parts: Parts) -> AtMost:
        return self._at_most(parts, DAYS_A_WEEK)

    def at_most_in_weeks(self, parts: Parts) -> AtMost:
        return self._at_most(parts[:-1], DAYS_A_WEEK * self._positive(parts[-1]), parts[-1])

    def at_most_in_days(self, parts: Parts) -> AtMost:
        return self._at_most(parts[:-1], self._positive(parts[-1]), parts[-1])

    def _at_most(self, parts: Parts, days: int, where: Token | None = None) -> AtMost:
        """The least days between two steps; `one` is no token."""
        if parts and parts[0] != "1":
            self.refuse(
                "E133", "one stage at a time", word(parts[0]), "at most one",
                hints=("write at most one stage every 3 days for two a week",),
            )  # fmt: skip
        token = where or (parts[0] if parts else None)
        return AtMost(days, token and word(token))

    def variable(self, parts: Parts) -> Variable:
        return Variable(word(parts[0]), int(parts[1]))
