"""Standing: what loads and sets need to know of a track."""

from __future__ import annotations

from typing import Final, Protocol

from mesocycle.compiler.loads.shift import STILL, Shift
from mesocycle.mass import Mass
from mesocycle.syntax.nodes import Deload


class Standing(Protocol):
    """Where a line stands in its progression; a track is one."""

    values: dict[str, int]
    stage: int
    shift: Shift
    lifted: Mass | None
    deload: Deload | None

    def value(self, what: str, low: int) -> int:
        """Where `what` stands: reps, hold (seconds), sets, distance (metres)."""


class Beginning:
    """Where every line stands before anything was done: as the plan writes it."""

    __slots__ = ("deload", "lifted", "shift", "stage", "values")

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.stage = 0
        self.shift: Shift = STILL
        self.lifted: Mass | None = None
        self.deload: Deload | None = None

    def value(self, _what: str, low: int) -> int:
        """The low end."""
        return low


#: Nothing changes it.
BEGINNING: Final[Standing] = Beginning()
