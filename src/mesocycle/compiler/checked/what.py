"""What is done: picks, exercises and ladders, complexes, stretches of running, habits."""

from __future__ import annotations

from typing import Literal

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked.base import Frozen
from mesocycle.programme import BlockKind
from mesocycle.syntax.nodes import Condition


class Picked(Frozen):
    """`pick` or (count None) `all from` a pool, its exercises in order."""

    pool: str
    exercises: tuple[Exercise, ...]
    where: Condition | None = None
    count: int | None = None
    order: Literal["easiest", "hardest", "any"] = "easiest"
    rotate: Literal["weekly", "each session"] | None = None
    otherwise: Exercise | None = None


class Rungs(Frozen):
    """One exercise, or a ladder of several, begun on rung `start`.

    `lead`: it is part of a complex, whose load goes by the max of its first exercise.
    """

    exercises: tuple[Exercise, ...]
    start: int = 0
    label: str | None = None
    lead: Exercise | None = None


class Habit(Frozen):
    """A task in words."""

    text: str


class Together(Frozen):
    """A complex: one exercise after the other without putting the bar down."""

    exercises: tuple[Exercise, ...]
    label: str | None = None


class Group(Frozen):
    """Items done together: a superset, a circuit, an EMOM … `key` is unique in its session.

    `seconds` is how long all of it takes, `cap` at most; `each` and `off` are the interval's
    length and its rest. `between` is the rest between rounds, `after` at the end.
    """

    key: str
    kind: BlockKind
    rounds: int | None = None
    seconds: int | None = None
    cap: int | None = None
    each: int | None = None
    off: int | None = None
    alternating: bool = False
    between: int | None = None
    after: int | None = None
    title: str | None = None
