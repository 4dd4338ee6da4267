"""Easing: legs that are too hard for a day become easy ones, or walks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from msgspec.structs import replace

from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Leg, Legs, Repeats, Stretch
from mesocycle.compiler.checked.run import REST, each_leg
from mesocycle.compiler.safety.efforts import at_most_easy
from mesocycle.syntax import nodes as n

#: What a leg that is too hard becomes.
EASY: Final = n.Effort(n.Word("easy"))

Which = Callable[[Leg], bool]


def eased(stretch: Stretch, which: Which, to: Literal["easy", "walk"]) -> Stretch:
    """The stretch with those legs no harder than easy, or walked; itself if nothing changes.

    Repeats of which nothing but easy running (or walking) is left are one leg, as long as they
    were; walks between runs, and rests, stay where the coach put them.
    """
    legs = tuple(_eased(leg, which, to) for leg in stretch.legs)
    if legs == stretch.legs:
        return stretch
    return replace(stretch, legs=legs, impact=max(leg.impact for leg in each_leg(legs)))


def _eased(leg: Leg | Repeats, which: Which, to: Literal["easy", "walk"]) -> Leg | Repeats:
    if isinstance(leg, Repeats):
        legs = tuple(_eased(inner, which, to) for inner in leg.legs)
        return leg if legs == leg.legs else _in_one(replace(leg, legs=legs))
    if not which(leg):
        return leg
    if to == "walk":
        return replace(leg, activity="walk", impact=ACTIVITIES["walk"], target=None)
    return leg if at_most_easy(leg.target) else replace(leg, target=EASY)


def _in_one(repeats: Repeats) -> Repeats | Leg:
    """One leg of repeats that are alike throughout; else the repeats."""
    length = _length(repeats)
    legs = [leg for leg in repeats.legs if isinstance(leg, Leg)]
    alike = {leg.activity for leg in legs}
    if length is None or len(alike) > 1 or REST in alike or repeats.rest:
        return repeats
    if not all(leg.activity == "walk" or at_most_easy(leg.target) for leg in legs):
        return repeats
    targets, terrains = {leg.target for leg in legs}, {leg.terrain for leg in legs}
    target = targets.pop() if len(targets) == 1 else None if alike == {"walk"} else EASY
    terrain = terrains.pop() if len(terrains) == 1 else None
    seconds, metres = length
    return Leg(legs[0].activity, legs[0].impact, seconds, metres, None, target, terrain)


def _length(repeats: Repeats) -> tuple[n.Count | None, n.Count | None] | None:
    """How long, or how far, all of it is; None where legs are of both kinds, or of none."""
    legs: Legs = repeats.legs
    times = repeats.times or 1
    if repeats.metres is not None:
        return None, n.Count(repeats.metres, repeats.metres)
    if repeats.total is not None:
        return n.Count(repeats.total, repeats.total), None
    if all(isinstance(leg, Leg) and leg.seconds for leg in legs):
        counts = [leg.seconds for leg in legs if isinstance(leg, Leg) and leg.seconds]
        return _times(counts, times), None
    if all(isinstance(leg, Leg) and leg.metres for leg in legs):
        counts = [leg.metres for leg in legs if isinstance(leg, Leg) and leg.metres]
        return None, _times(counts, times)
    return None


def _times(counts: list[n.Count], times: int) -> n.Count:
    return n.Count(sum(c.low for c in counts) * times, sum(c.high for c in counts) * times)
