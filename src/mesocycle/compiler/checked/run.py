"""Stretches of running and the like: legs, repeats, and what is done in all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from mesocycle.compiler.checked.base import Frozen
from mesocycle.syntax.nodes import Count, Effort, Target, Until

#: What standing still between two legs is called.
REST: Final = "rest"

#: Metres a second by which a stretch of so many metres is given room in the day (never shown:
#: what an athlete needs for it is known by the athlete's paces, or not at all).
_ROOM: Final = {
    "walk": 1.3, "run": 2.5, "bike": 6.0, "swim": 0.7, "row": 3.0, "ski": 3.0, "hike": 1.0,
}  # fmt: skip


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
    """Legs done `times` over (None: as often as `total` seconds hold), cut at `total`.

    `rest`: seconds of standing between two repeats, none after the last. With `metres` they are
    done by turns, however often, until that far has been gone.
    """

    legs: tuple[Leg | Repeats, ...]
    times: int | None = None
    total: int | None = None
    rest: Count | None = None
    metres: int | None = None


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
        return sum(clock(leg) for leg in self.legs)

    @property
    def room(self) -> int:
        """The seconds to keep free for it: legs by the clock, and an easy pace for the others."""
        return sum(clock(leg, by_distance=True) for leg in self.legs)

    def each(self) -> Iterator[Leg]:
        """Every leg as written, once."""
        return each_leg(self.legs)


def each_leg(legs: Legs) -> Iterator[Leg]:
    """Every leg as written, once, those of repeats in their place."""
    for leg in legs:
        if isinstance(leg, Leg):
            yield leg
        else:
            yield from each_leg(leg.legs)


def clock(leg: Leg | Repeats, *, by_distance: bool = False) -> int:
    """The seconds of a leg or of repeats by the clock; of a range, the least.

    `by_distance`: with an easy pace for what has metres.
    """
    if isinstance(leg, Leg):
        if leg.seconds is None and leg.metres is not None and by_distance:
            return round(leg.metres.low / _ROOM.get(leg.activity, 2.5))
        return leg.seconds.low if leg.seconds else 0
    if leg.metres is not None:
        return round(leg.metres / _ROOM["walk"]) if by_distance else 0
    once = sum(clock(inner, by_distance=by_distance) for inner in leg.legs)
    between = leg.rest.low if leg.rest else 0
    whole = once * leg.times + between * (leg.times - 1) if leg.times else leg.total or once
    return min(whole, leg.total) if leg.total else whole
