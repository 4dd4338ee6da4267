"""Weeks in numbers, made ready to be shown: muscles as a tree, tonnage in the reader's unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mesocycle.output.amounts import in_unit, mass
from mesocycle.programme import LiftStatistics, Programme, WeekStatistics

#: What `lift_cells` gives.
LIFT_COLUMNS = ("Sets", "Reps", "Tonnage", "Heaviest", "Intensity")


class Sets(NamedTuple):
    """Sets that train a part directly, and sets that only help."""

    direct: int
    indirect: int

    def __str__(self) -> str:
        """`12`, `12 (4)`, `(4)`: in brackets those that only help; nothing if there are none."""
        helped = f"({self.indirect})" if self.indirect else ""
        return f"{self.direct or ''} {helped}".strip()


class MuscleRow(NamedTuple):
    """A part of the body, `depth` levels down, and its sets in each of the weeks asked for."""

    part: str
    depth: int
    weeks: tuple[Sets, ...]


def muscles(weeks: Sequence[WeekStatistics], regions: Mapping[str, str]) -> list[MuscleRow]:
    """A row for each part of the body in these weeks: most sets first, parts below their region.

    What says the same twice is said once: a region of which one part is trained goes by that
    part's name. Parts that `regions` does not know stand on their own.
    """
    parts = {part for week in weeks for part in (*week.sets, *week.sets_indirect)}
    rows = {part: tuple(_sets(week, part) for week in weeks) for part in parts}
    below: dict[str, list[str]] = {}
    for part in sorted(parts, key=lambda each: (_order(rows[each]), each)):
        whole = regions.get(part, "")
        below.setdefault(whole if whole in parts else "", []).append(part)
    return list(_rows(below.get("", ()), 0, rows, below))


def unit_of(programme: Programme) -> Literal["kg", "lb"]:
    """The unit for sums of loads: pounds where the plan says so, or all its loads are in pounds."""
    if programme.units == "lb":
        return "lb"
    items = (item for each in programme.sessions for b in each.blocks for item in b.items)
    loads = (one.load for item in items for one in item.sets if one.load)
    shown = {load.shown for load in loads if load.kg is not None}
    return "lb" if shown and all(each.endswith("lb") for each in shown) else "kg"


def lift_cells(lift: LiftStatistics, unit: Literal["kg", "lb"]) -> tuple[str, ...]:
    """What stands below `LIFT_COLUMNS`; empty what is not known."""
    intensity = "" if lift.intensity is None else f"{lift.intensity:.0f}%"
    heaviest = mass(lift.top_kg, unit) if lift.top_kg else ""
    return str(lift.sets), str(lift.reps), tonnage(lift.tonnage_kg, unit), heaviest, intensity


def tonnage(kg: float, unit: Literal["kg", "lb"]) -> str:
    """`12,340 kg`, in whole numbers; nothing if there is none."""
    return f"{in_unit(kg, unit):,.0f} {unit}" if kg else ""


def _sets(week: WeekStatistics, part: str) -> Sets:
    return Sets(week.sets.get(part, 0), week.sets_indirect.get(part, 0))


def _order(row: Sequence[Sets]) -> tuple[int, int]:
    return -sum(sets.direct for sets in row), -sum(sets.indirect for sets in row)


def _rows(
    parts: Sequence[str],
    depth: int,
    rows: Mapping[str, tuple[Sets, ...]],
    below: Mapping[str, Sequence[str]],
) -> Iterator[MuscleRow]:
    for each in parts:
        part, finer = each, below.get(each, ())
        while len(finer) == 1 and rows[finer[0]] == rows[part]:
            deeper = below.get(finer[0], ())
            # The finest name that says it all; of a region with several parts, the widest.
            part, finer = (part, deeper) if deeper else (finer[0], ())
        yield MuscleRow(part, depth, rows[part])
        yield from _rows(finer, depth + 1, rows, below)
