"""How heavy and how hard: what may stand behind sets and reps."""

from __future__ import annotations

from typing import Literal

from mesocycle.mass import Mass
from mesocycle.syntax.nodes.base import Node, Word

#: What a per cent is of. `max`: the training max if there is one, else the 1RM.
PercentOf = Literal["max", "tm", "1rm", "rm", "bw", "top set", "first set", "set before"]


class Weight(Node, tag=True):
    """`60kg`, `43/30kg` (men / women), `+10kg` (`beyond` bodyweight)."""

    mass: Mass
    women: Mass | None = None
    beyond: bool = False
    word: Word | None = None


class Percent(Node, tag=True):
    """`75%`, `70-75%`, `85% of 5rm` (`reps` 5): hundredths of a per cent, `low` to `high`.

    Of the top set, of the first set and of the set before (`drop 2xmax -20%` is 80 % of it).
    `lift`: of another exercise's max (`60% of Squat`).
    """

    low: int
    high: int
    of: PercentOf = "max"
    reps: int | None = None
    word: Word | None = None
    lift: Word | None = None


class Lighter(Node, tag=True):
    """`drop 2xmax -5kg`: that much less than the set before."""

    mass: Mass
    word: Word | None = None


class Exertion(Node, tag=True):
    """`@8`, `@7-8`, `rpe 8` (RIR-based, in tenths: 80), or (`reserve`) `2 rir` (20)."""

    low: int
    high: int
    reserve: bool = False
    word: Word | None = None


class EmptyBar(Node, tag=True):
    """`empty bar`."""

    word: Word | None = None


LoadNode = Weight | Percent | Lighter | Exertion | EmptyBar
