"""What one row of a table says: a set, how far, how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from mesocycle.importing import cells
from mesocycle.importing.columns import Columns
from mesocycle.importing.workouts import DayOrder, Lift
from mesocycle.mass import MassUnit

#: Nobody swims so many kilometres or miles.
_LENGTHS_FROM = 100


class Units(msgspec.Struct, frozen=True):
    """What the file does not say: which unit, and which of day and month comes first."""

    weights: MassUnit | None = None
    distances: Literal["km", "mi", "m"] | None = None
    dates: DayOrder | None = None


class Values:
    """Reads rows of a table; `missing` counts those that need a unit which nobody says."""

    def __init__(self, columns: Columns, units: Units) -> None:
        self.missing: Counter[str] = Counter()
        self._c = columns
        self._units = units

    def long(self, row: Sequence[str]) -> int | None:
        """How long a session took, as it says, or from its beginning to its end."""
        said = self._c.cell(row, "length")
        if said:
            return cells.seconds(said, "min" if self._c.minutes else "s")
        return cells.between(self._c.cell(row, "date"), self._c.cell(row, "end"))

    def lift(self, row: Sequence[str]) -> Lift | None:
        """The set of a row, but for its repetitions; None if a cell makes no sense."""
        load, unit = Decimal(0), self._units.weights
        if said := self._c.cell(row, "weight"):
            found = cells.weight(said)
            if found is None:
                return None
            load = found[0]
            unit = (
                found[1]
                or cells.mass_unit(self._c.cell(row, "weight unit"))
                or self._c.weights
                or unit
            )
            if load and unit is None:
                self.missing["weights"] += 1
        held = self._c.cell(row, "seconds")
        seconds = cells.seconds(held) if held else None
        rpe = cells.number(self._c.cell(row, "rpe"))
        if held and seconds is None:
            return None
        far = self.far(row)
        return Lift(
            seconds=seconds or None,
            metres=far or None,
            load=load or None,
            unit=unit or "kg",
            rpe=rpe or None,
        )

    def far(self, row: Sequence[str]) -> int | None:
        """How far it was, in metres; None if it does not say."""
        said = self._c.cell(row, "distance")
        if not cells.number(said):
            return None
        unit = cells.length_unit(self._c.cell(row, "distance unit")) or self._c.distances
        unit = unit or self._units.distances
        if unit is None:
            self.missing["distances"] += 1
            return None
        what = self._c.cell(row, "activity") + self._c.cell(row, "exercise")
        if "swim" in what.casefold() and (cells.number(said) or 0) >= _LENGTHS_FROM:
            unit = {"km": "m", "mi": "yd"}.get(unit, unit)  # Garmin counts lengths of the pool
        return cells.metres(said, unit)
