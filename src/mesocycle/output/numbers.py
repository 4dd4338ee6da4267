"""Weeks in numbers, made ready to be shown: muscles as a tree, tonnage in the reader's unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mesocycle.miles import in_words as miles
from mesocycle.miles import is_in_miles
from mesocycle.output.amounts import distance, duration, in_unit, mass, number
from mesocycle.output.stretches import leaves
from mesocycle.programme import LiftStatistics, Programme, TrainingLoad, WeekStatistics

#: What `lift_cells` gives.
LIFT_COLUMNS = ("Sets", "Reps", "Tonnage", "Heaviest", "Intensity")
#: What `load_cells` gives.
LOAD_COLUMNS = ("Load", "Monotony", "Strain", "ACWR", "ACWR, EWMA", "Not counted")
#: What these columns are, said once; how monotony is worked out goes with each week.
LOAD_TOLD = (
    "of what was logged: how hard a session felt (RPE 0–10) by its minutes (Foster 2001). The "
    "ratios of the last 7 days to the last 28 (ACWR) are shown for those who know them; nothing "
    "in the plan rests on them."
)
#: Shorter distances are given in metres by people who think in miles, too.
_LONG_M = 1000
#: Sums from here on are told to the nearest 100 m, and to the minute.
_FAR_M, _LONG_S = 10_000, 1800


#: Sessions that do not count, as they were not, or will not be, done.
_NOT_DONE = ("missed", "skipped", "stopped")


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


def way_unit(programme: Programme) -> Literal["km", "mi"]:
    """The unit for sums of distances: miles where most distances are in miles."""
    blocks = (block for each in programme.sessions for block in each.blocks)
    ends = (leaf.end for block in blocks for leaf in leaves(block.segments))
    metres = [end.metres for end in ends if end and end.metres and end.metres >= _LONG_M]
    return "mi" if 2 * sum(map(is_in_miles, metres)) > len(metres) else "km"


def way(metres: int | None, unit: Literal["km", "mi"] = "km") -> str:
    """`27.3 km`, `17 mi`; nothing if there is none."""
    if not metres:
        return ""
    if unit == "mi":
        return miles(metres)
    return distance(metres if metres < _FAR_M else round(metres / 100) * 100)


def _time(seconds: int | None) -> str:
    """From half an hour on in whole minutes."""
    if not seconds:
        return ""
    return duration(seconds if seconds < _LONG_S else round(seconds / 60) * 60)


class Measures(NamedTuple):
    """How a programme's sums are told: the units, and which of them are not whole.

    `missing`: sums by week, activity and measure ("seconds", "metres") that some stretches are
    not in, as nobody knows how long or how far they are. `untimed`: weeks with such a session.
    """

    unit: Literal["kg", "lb"] = "kg"
    way: Literal["km", "mi"] = "km"
    missing: frozenset[tuple[int, str, str]] = frozenset()
    untimed: frozenset[int] = frozenset()

    def minutes(self, week: WeekStatistics) -> str:
        """`about 240 min`, `at least 60 min` where a session may take any time; or nothing."""
        if not week.minutes:
            return ""
        return f"{'at least' if week.week in self.untimed else 'about'} {week.minutes} min"


def measures(programme: Programme) -> Measures:
    """How this programme's sums are told."""
    missing, untimed = set(), set()
    for session in programme.sessions:
        if session.week is None or session.status in _NOT_DONE:
            continue
        if session.minutes is None:
            untimed.add(session.week)
        for leaf in leaves([each for block in session.blocks for each in block.segments]):
            end = leaf.end
            if leaf.estimated_s is None and (end is None or end.seconds is None):
                missing.add((session.week, leaf.activity, "seconds"))
            if leaf.estimated_m is None and (end is None or end.metres is None):
                missing.add((session.week, leaf.activity, "metres"))
    units = unit_of(programme), way_unit(programme)
    return Measures(*units, frozenset(missing), frozenset(untimed))


def activities(week: WeekStatistics, told: Measures) -> dict[str, str]:
    """How long and how far, by activity: `2 h, 27.3 km`; standing still is none.

    `2 h, at least 27.3 km` where some distances are missing.
    """
    found = {}
    for name in sorted({*week.activity_s, *week.distance_m} - {"rest"}):
        clock, far = _time(week.activity_s.get(name)), way(week.distance_m.get(name), told.way)
        amounts = [
            f"at least {amount}" if (week.week, name, measure) in told.missing else amount
            for measure, amount in (("seconds", clock), ("metres", far))
            if amount
        ]
        found[name] = ", ".join(amounts)
    return found


def longest_run(week: WeekStatistics) -> str:
    """`1 h 30 min`: the longest by the clock, of those whose time is known."""
    return _time(week.longest_run_s)


def efforts(week: WeekStatistics) -> str:
    """`easy 1 h 20 min, threshold 30 min, other 10 min`: the longest first.

    `other` has no word for its effort: a pace, a zone, or nothing; alone it says nothing.
    """
    found = sorted(week.intensity_s.items(), key=lambda each: (not each[0], -each[1], each[0]))
    told = [f"{word or 'other'} {_time(s)}" for word, s in found if s]
    return ", ".join(told) if any(word for word, _ in found) else ""


def load_cells(load: TrainingLoad) -> tuple[str, ...]:
    """What stands below `LOAD_COLUMNS`; empty what is not known."""
    left_out = load.unknown_sessions
    return (
        f"{load.load:,}" if load.load or not left_out else "",
        _figure(load.monotony),
        "" if load.strain is None else f"{load.strain:,}",
        _figure(load.acwr),
        _figure(load.acwr_ewma),
        f"{left_out} without RPE or time" if left_out else "",
    )


def load_line(load: TrainingLoad) -> str:
    """`640 AU, monotony 1.12, strain 717, ACWR 1.21 (EWMA 1.17)`, and what is not in it."""
    whole, same, hard, ratio, weighted, left_out = load_cells(load)
    facts = [
        whole and f"{whole} AU",
        same and f"monotony {same}",
        hard and f"strain {hard}",
        ratio and f"ACWR {ratio}" + (f" (EWMA {weighted})" if weighted else ""),
        left_out and f"not counted: {left_out}",
    ]
    return ", ".join(filter(None, facts))


def _figure(value: float | None) -> str:
    return "" if value is None else number(value)


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
