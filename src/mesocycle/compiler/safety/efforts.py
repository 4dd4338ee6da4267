"""Efforts: which targets are known to be easy."""

from __future__ import annotations

from typing import Final

from mesocycle.catalogue.words import EFFORTS
from mesocycle.syntax import nodes as n

#: The highest zone, and CR-10 effort (in tenths), at which one still talks in whole sentences.
_EASY_ZONE: Final = 2
_EASY_FELT: Final = 40


def at_most_easy(target: n.Target | None) -> bool:
    """Whether a target is known to be no harder than easy; what is not known is harder."""
    if isinstance(target, n.Effort):
        return EFFORTS.index(target.word.text) <= EFFORTS.index("easy")
    if isinstance(target, n.Zone):
        return target.high <= _EASY_ZONE
    if isinstance(target, n.Felt):
        return target.high <= _EASY_FELT
    if isinstance(target, n.Ramp):
        return at_most_easy(target.start) and at_most_easy(target.end)
    return isinstance(target, n.Bound) and target.side == "below" and _easy_below(target.target)


def _easy_below(limit: n.Sure) -> bool:
    """Whether all that is below is easy: below zone 3 is zone 2."""
    if isinstance(limit, n.Zone):
        return limit.low <= _EASY_ZONE + 1
    if isinstance(limit, n.Effort):
        return EFFORTS.index(limit.word.text) <= EFFORTS.index("easy") + 1
    return at_most_easy(limit)
