"""Lengths: how long a stretch is, and the same stretch at another length.

What `progress time` and `progress distance` move is the one leg of a line that has only one.
Several legs have no single length: those are gone through in stages.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec.structs import replace

from mesocycle.compiler.checked import Leg, Progression, Repeats, Stretch
from mesocycle.miles import is_in_miles, of_tenths, tenths
from mesocycle.syntax.nodes import Count, Step

Length = Literal["time", "distance"]

#: A run by per cent is given in half minutes, or in hundreds of metres, rounded down.
_EVEN: Final = {"time": 30, "distance": 100}

#: Shorter than this no rule makes a run, in seconds or metres.
_LEAST: Final = {"time": 60, "distance": 100}

#: What steps of miles, each in whole metres, may come to beside a tenth of a mile, in metres.
_OFF_M: Final = 10


def moving(stretch: Stretch) -> Leg | None:
    """The leg whose length may move; None where there are several, or it has no length."""
    leg = stretch.legs[0] if len(stretch.legs) == 1 else None
    if not isinstance(leg, Leg) or (leg.seconds is None and leg.metres is None):
        return None
    return leg


def counted(stretch: Stretch) -> Length | None:
    """Whether its length is a time or a distance; None where nothing of it may move."""
    leg = moving(stretch)
    if leg is None:
        return None
    return "time" if leg.seconds is not None else "distance"


def written(stretch: Stretch) -> Count:
    """The length that the plan writes, in seconds or metres; (0, 0) where nothing may move."""
    leg = moving(stretch)
    return (leg.seconds or leg.metres if leg else None) or Count(0, 0)


def ceiling(stretch: Stretch, progress: Progression) -> int:
    """The most that it may ever be: what a step goes up `to`, or the end of its range."""
    what = counted(stretch)
    said = [step.to for step in progress.steps if step.what == what and step.to is not None]
    high = max(said) if said else written(stretch).high
    return max(high, written(stretch).low)


def floor(stretch: Stretch) -> int:
    """The least that rules may make of it."""
    what = counted(stretch)
    return min(written(stretch).low, _LEAST[what]) if what else 0


def after(now: int, step: Step) -> int:
    """The length after a step of `progress`, whatever its ceiling."""
    change = step.change
    if change is not None and isinstance(change.amount, int) and change.how == "times":
        return max(now + 1, now * change.amount // 10_000)
    return now + (step.by or 0)


def at(stretch: Stretch, value: int, progress: Progression) -> Stretch:
    """The stretch with that length, as people give it (see `even`)."""
    leg, what = moving(stretch), counted(stretch)
    if leg is None or what is None:
        return stretch
    value = even(stretch, value, progress)
    count = Count(value, value)
    moved = (
        replace(leg, seconds=count, metres=None)
        if what == "time"
        else replace(leg, metres=count, seconds=None)
    )
    return replace(stretch, legs=(moved,))


def even(stretch: Stretch, value: int, progress: Progression) -> int:
    """The length as people give it: rounded down where it moves by per cent.

    Of a run that is written in miles, to tenths of a mile.
    """
    what, share = counted(stretch), _by_share(progress)
    if what is None or value in (written(stretch).low, ceiling(stretch, progress)):
        return value
    low = floor(stretch)
    if what == "distance" and is_in_miles(written(stretch).low):
        near = of_tenths(tenths(value))
        if share and near > value + _OFF_M:
            near = of_tenths(tenths(value) - 1)
        return max(low, near) if share or abs(near - value) <= _OFF_M else value
    return max(low, value // _EVEN[what] * _EVEN[what]) if share else value


def _by_share(progress: Progression) -> bool:
    return any(step.change is not None for step in progress.steps) or any(
        move.how == "times" and move.kind in ("time", "distance")
        for rule in progress.rules
        for move in rule.moves
    )


def metres(leg: Leg | Repeats) -> int:
    """The metres that a leg or repeats are sure to come to: those that are written."""
    if isinstance(leg, Leg):
        return leg.metres.low if leg.metres else 0
    return (leg.times or 1) * sum(map(metres, leg.legs))
