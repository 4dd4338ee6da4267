"""Formulas: the 1RM that a set to failure of several repetitions lets us expect.

As collected by LeSuer et al. 1997 (J Strength Cond Res 11:211-213), and in O'Conner's and
Wendler's books. One repetition is the 1RM by all of them. They agree to a few per cent up to
about ten repetitions, and part from there on.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp
from typing import Final

from mesocycle.mass import Mass

#: Up to so many repetitions a formula is worth something.
RELIABLE: Final = 10

#: Each formula as a factor of the weight; the names are those that a plan may write.
FORMULAS: Final[dict[str, Callable[[int], float]]] = {
    "epley": lambda r: 1 + r / 30,
    "brzycki": lambda r: 36 / (37 - r),
    "wendler": lambda r: 1 + r * 0.0333,
    "lombardi": lambda r: float(r**0.10),
    "oconner": lambda r: 1 + r * 0.025,
    "lander": lambda r: 100 / (101.3 - 2.67123 * r),
    "mayhew": lambda r: 100 / (52.2 + 41.9 * exp(-0.055 * r)),
    "wathan": lambda r: 100 / (48.8 + 53.8 * exp(-0.075 * r)),
}

#: The most repetitions that a formula with a pole can take: Brzycki's stands at 37.
_MOST: Final = {"brzycki": 36, "lander": 37}


def defined(formula: str, reps: int) -> bool:
    """Whether the formula says anything about so many repetitions."""
    return 1 <= reps <= _MOST.get(formula, reps)


def one_rep_max(formula: str, mass: Mass, reps: int) -> Mass:
    """The 1RM of whoever lifts `mass` `reps` times and no more.

    Raises:
        ValueError: the formula is not `defined` for so many repetitions.
    """
    if not defined(formula, reps):
        raise ValueError(f"{formula} says nothing about {reps} repetitions")
    if reps == 1:
        return mass
    return Mass(round(mass.micro * FORMULAS[formula](reps)), mass.unit)
