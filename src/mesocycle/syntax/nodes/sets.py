"""How much: sets of reps, seconds or metres."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Count, Node, Word
from mesocycle.syntax.nodes.loads import LoadNode


class TimedPart(Node):
    """`6s contract` in `3x(6s contract, 24s stretch)`: seconds, and what is done in them."""

    seconds: int
    text: Word


class SetGroup(Node):
    """`3x8-12 each side`: `sets` (None: one, unsaid) of `amount` reps, seconds or metres a side.

    `plus`: as many as possible from `amount` on (`5+`, `30s+`). `most`: `3xmax`, with no least
    number; `amount` is then 1. `test`: a rep-max test. `drop`: a drop set, without rest before
    it. `parts`: timed parts within a set, which `amount` adds up to. `chain`: the reps of each
    part of a complex (`3x(2+1+1)`), which `amount` adds up to.
    `loads`: at most one load and one exertion. `rest`: after each of its sets, in seconds.
    """

    amount: Count
    unit: Literal["reps", "seconds", "metres"]
    sets: Count | None = None
    side: Literal["both", "each", "left", "right"] = "both"
    word: Word | None = None
    plus: bool = False
    most: bool = False
    test: bool = False
    drop: bool = False
    loads: tuple[LoadNode, ...] = ()
    rest: Count | None = None
    label: Word | None = None
    parts: tuple[TimedPart, ...] = ()
    chain: tuple[int, ...] = ()


class Scheme(Node):
    """How much. `to` is the ceiling of `10 reps to 20`. Unequal sides are two groups.

    `sequence`: the groups are a rep sequence (`21-15-9`). `shared`: the load of all groups is
    written behind the last one (`5x5, 1x5+ 85%`).
    """

    groups: tuple[SetGroup, ...]
    to: int | None = None
    word: Word | None = None
    sequence: bool = False
    shared: bool = False
