"""Which column of a table says what, whichever program wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from mesocycle.importing import cells
from mesocycle.mass import MassUnit

#: What a column is called, by what it says. The first column of a kind counts.
_CALLED: dict[str, tuple[str, ...]] = {
    "date": ("date", "start time", "activity date", "day", "workout date", "started"),
    "session": ("workout name", "title", "activity name", "session", "workout", "routine"),
    "activity": ("activity type", "type", "sport", "activity"),
    "exercise": ("exercise name", "exercise title", "exercise", "lift", "movement"),
    "order": ("set order", "set index", "set"),
    "kind": ("set type",),
    "sets": ("sets",),
    "reps": ("reps", "repetitions", "rep"),
    "weight": ("weight", "load", "kg", "lb", "lbs"),
    "weight unit": ("weight unit", "unit", "units"),
    "distance": ("distance", "km", "miles", "mi"),
    "distance unit": ("distance unit",),
    "seconds": ("seconds", "duration seconds", "hold", "time s"),
    "length": (
        "duration",
        "workout duration",
        "elapsed time",
        "moving time",
        "time",
        "minutes",
    ),
    "end": ("end time",),
    "rpe": ("rpe",),
    "note": ("notes", "exercise notes", "note", "comment", "comments"),
    "about": ("workout notes", "description", "activity description"),
}

#: Columns that win over one before them that says the same.
_BETTER = frozenset({"distance", "moving time"})

#: What is of no use to an entry: counters, and what follows from others.
_UNSAID = frozenset({"superset id", "activity id", "favorite", "filename"})

_UNIT = re.compile(
    r"^(.*?)[ (\[]+(kg|kgs|lb|lbs|km|mi|miles|m|meters|metres|s|sec|min|minutes)[)\]]?$"
)


class Columns(msgspec.Struct):
    """Where each thing stands, and in which unit, if the heading says so.

    `others`: the headings of columns that no entry has a place for.
    """

    at: dict[str, int]
    weights: MassUnit | None = None
    distances: str | None = None
    minutes: bool = False
    others: tuple[str, ...] = ()

    def cell(self, row: Sequence[str], what: str) -> str:
        """What a row says of something; empty if it does not."""
        place = self.at.get(what)
        return row[place].strip() if place is not None and place < len(row) else ""


def columns_of(headings: Sequence[str]) -> Columns:
    """The columns of a table with these headings."""
    known = {called: what for what, names in _CALLED.items() for called in names}
    found = Columns({})
    others = []
    plain = [_plain(heading) for heading in headings]
    for place, heading in enumerate(plain):
        named, unit = _unit(heading, known)
        what = known.get(named)
        if what is None or (what in found.at and heading not in _BETTER):
            if what is None and heading and heading not in _UNSAID:
                others.append(headings[place].strip())
            continue
        if heading == "distance" and what in found.at:
            # Strava says how far twice: as it shows it, then in metres.
            if "activity id" in plain:
                found.at[what], found.distances = place, "m"
            continue
        found.at[what] = place
        if what == "weight":
            found.weights = cells.mass_unit(unit or named)
        elif what == "distance":
            found.distances = cells.length_unit(unit or named)
        elif what == "length":
            found.minutes = (unit or named).startswith("min")
    found.others = tuple(dict.fromkeys(others))
    return found


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").casefold().strip(' "').split())


def _unit(heading: str, known: dict[str, str]) -> tuple[str, str]:
    """`weight (kg)` and `weight kg` without the unit, and the unit."""
    if heading in known:
        return heading, ""
    found = _UNIT.match(heading)
    return (found[1].strip(), found[2]) if found else (heading, "")
