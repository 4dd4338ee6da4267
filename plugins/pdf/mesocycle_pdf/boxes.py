"""Boxes to tick: one for every set, on each side; a line where a number is to be written."""

from __future__ import annotations

from collections.abc import Sequence

from mesocycle.programme import Set

#: More than these are counted, not ticked: an EMOM of half an hour has thirty sets.
_MOST = 20

#: A side ("" for both), its places ("box" or "line"), and how many sets are to be counted.
Row = dict[str, object]


def boxes(sets: Sequence[Set]) -> list[Row]:
    """A row for each side on which something is to be done."""
    by_side = {
        "L": [each for each in sets if each.side in ("each", "left")],
        "R": [each for each in sets if each.side in ("each", "right")],
        "": [each for each in sets if each.side == "both"],
    }
    rows = [(side, mine) for side, mine in by_side.items() if mine]
    return [_row(side, list(map(_place, mine))) for side, mine in rows] or row_boxes(1)


def row_boxes(count: int) -> list[Row]:
    """A row of so many boxes."""
    return [_row("", ["box"] * count)]


def _row(side: str, places: list[str]) -> Row:
    if len(places) > _MOST:
        return {"side": side, "places": ["line"], "of": len(places)}
    return {"side": side, "places": places, "of": 0}


def _place(one: Set) -> str:
    """A box to tick; room for the number where it is open, or for what a rep-max test gave."""
    is_max = one.test and one.reps is not None and one.reps.min is not None
    return "line" if one.amrap or is_max else "box"
