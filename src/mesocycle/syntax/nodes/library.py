"""The lines of an exercise and of a pool."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Node, Word
from mesocycle.syntax.nodes.items import ExerciseRef
from mesocycle.syntax.nodes.sets import Scheme


class Field(Node):
    """A line of an exercise with words for values.

    `aka`, `kind`, `trains`, `assists`, `position`, `sides`, `measure`, `equipment`, `place`,
    `easier`, `harder`, `avoid`, `tag`, `caution`, `variant` (`variant of NAME`).
    """

    key: str
    values: tuple[Word, ...]


class LoadsField(Node):
    """`loads extension high, anti-rotation`: direction and how much (moderate unsaid)."""

    loads: tuple[tuple[Word, Literal["low", "moderate", "high"]], ...]


class NumberField(Node):
    """`impact 2`, `level 3`, `rep 4s` (seconds a repetition)."""

    key: Literal["impact", "level", "rep"]
    value: int
    word: Word | None = None


class Dose(Node):
    """`dose 3x8-12 each side`: what to prescribe where the plan says nothing."""

    scheme: Scheme


class PoolEntry(Node):
    """A line of a pool: one exercise."""

    exercise: ExerciseRef
