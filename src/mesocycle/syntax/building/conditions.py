"""Callbacks for conditions: `painfree and not (loads extension or needs ball)`."""

from __future__ import annotations

from typing import Any

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.nodes import (
    AthleteIs,
    AtPlace,
    Both,
    BriskWalk,
    Compare,
    Done,
    Either,
    EquipmentFree,
    Evidence,
    Has,
    Later,
    Not,
    Pain,
    Symptom,
)


class Conditions(Builder):
    """`and`, `or`, `not`, and every fact that a condition can ask for."""

    def either(self, parts: Parts) -> Either:
        return Either(tuple(parts))

    def both(self, parts: Parts) -> Both:
        return Both(tuple(parts))

    def negated(self, parts: Parts) -> Not:
        return Not(parts[0])

    def evidence(self, parts: Parts) -> Evidence:
        return Evidence(str(parts[0]))  # type: ignore[arg-type]  # the rule lists the words

    def form(self, parts: Parts) -> Evidence:
        return Evidence(f"form {parts[0]}")  # type: ignore[arg-type]  # good or bad

    def pain(self, parts: Parts) -> Pain:
        _, region, compare, number = parts
        side: Any = parts[0] and str(parts[0])
        if compare is None:
            return Pain(">", 0, region, side)
        return Pain(str(compare), int(number), region, side)  # type: ignore[arg-type]  # the rule lists them

    def feels(self, parts: Parts) -> Symptom:
        return Symptom(parts[0])

    def comparison(self, parts: Parts) -> Compare:
        field, compare, number = parts
        return Compare(str(field), str(compare), int(number))  # type: ignore[arg-type]  # the rule lists them

    def has(self, parts: Parts) -> Has:
        return Has(str(parts[0]), parts[1])  # type: ignore[arg-type]  # the rule lists them

    def free(self, parts: Parts) -> EquipmentFree:
        return EquipmentFree()

    def outside(self, parts: Parts) -> AtPlace:
        return AtPlace(word(parts[0]))

    def whereabouts(self, parts: Parts) -> AtPlace:
        return AtPlace(parts[0])

    def brisk_walk(self, parts: Parts) -> BriskWalk:
        return BriskWalk(parts[0].value)

    def athlete(self, parts: Parts) -> AthleteIs:
        return AthleteIs(str(parts[0]))  # type: ignore[arg-type]  # female or male

    def week_fact(self, parts: Parts) -> Compare:
        key, compare, number = parts
        field: Any = "week" if key == "week" else "weeks to race"
        return Compare(field, str(compare), int(number))  # type: ignore[arg-type]  # the rule lists them

    def done(self, parts: Parts) -> Done:
        session, times, painfree = parts
        number = int(times)
        if number == 0:
            self.refuse("E132", "0 times is no condition", word(times), "at least 1")
        return Done(session, max(1, number), painfree is not None)

    def answer(self, parts: Parts) -> Later:
        return self.later("check-in questions and traffic lights", parts[0], word(parts[1]))
