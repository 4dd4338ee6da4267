"""Stretches of running and the like: legs, repeats, and what is done in all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mesocycle.compiler.checked.base import Frozen
from mesocycle.syntax.nodes import Count, Effort, Target, Until


class Leg(Frozen):
    """One segment: an activity for seconds or metres, or until something, at a target.

    `activity` "rest" is standing still; `impact` as in the catalogue (a run has 2).
    """

    activity: str
    impact: int
    seconds: Count | None = None
    metres: Count | None = None
    until: Until | None = None
    target: Target | None = None
    terrain: str | None = None

    @property
    def effort(self) -> str | None:
        """The word that says how hard, where it is a word."""
        return self.target.word.text if isinstance(self.target, Effort) else None


class Repeats(Frozen):
    """Legs done `times` over (None: as often as `total` seconds hold), cut at `total`."""

    legs: tuple[Leg | Repeats, ...]
    times: int | None = None
    total: int | None = None


Legs = tuple[Leg | Repeats, ...]


class Stretch(Frozen):
    """A line of endurance; `activity` is its main one, `impact` the highest of its legs."""

    activity: str
    impact: int
    legs: Legs
    role: Literal["warmup", "cooldown"] | None = None

    @property
    def seconds(self) -> int:
        """How long its legs by the clock take (of a range, the least)."""
        return sum(map(_seconds, self.legs))

    def each(self) -> Iterator[Leg]:
        """Every leg as written, once."""
        return _each(self.legs)


def _each(legs: Legs) -> Iterator[Leg]:
    for leg in legs:
        if isinstance(leg, Leg):
            yield leg
        else:
            yield from _each(leg.legs)


def _seconds(leg: Leg | Repeats) -> int:
    if isinstance(leg, Leg):
        return leg.seconds.low if leg.seconds else 0
    once = sum(map(_seconds, leg.legs))
    whole = once * leg.times if leg.times else leg.total or once
    return min(whole, leg.total) if leg.total else whole
