"""Burden: what a set weighs and how hard it is."""

from __future__ import annotations

from typing import Final

import msgspec

from mesocycle.compiler.loads.kinds import efforts
from mesocycle.mass import Mass
from mesocycle.programme import Load
from mesocycle.syntax.nodes import Exertion


class Burden(msgspec.Struct, frozen=True, gc=False):
    """What a set weighs and how hard it is; `mass` is what is on the bar (of a range the least)."""

    load: Load | None = None
    mass: Mass | None = None
    rpe: float | None = None
    rpe_max: float | None = None
    rir: int | None = None


NOTHING: Final = Burden()

#: How a load is written that the plan leaves to the athlete.
AS_BEFORE: Final = "as lifted before"


def with_effort(effort: Exertion | None, load: Load | None, mass: Mass | None) -> Burden:
    """The load with how hard it is to be.

    Whole repetitions left are said as such; halves, and ranges, as the RPE that they are.
    """
    if effort is None:
        return Burden(load, mass)
    if effort.reserve and effort.low == effort.high and effort.low % 10 == 0:
        return Burden(load, mass, rir=effort.low // 10)
    low, high = efforts(effort)
    return Burden(load, mass, low / 10, high / 10 if high != low else None)
