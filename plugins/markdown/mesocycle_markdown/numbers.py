"""The weeks in numbers: sessions, sets for each muscle, lifts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Literal

from mesocycle.output import wording
from mesocycle.output.numbers import (
    LIFT_COLUMNS,
    LOAD_COLUMNS,
    LOAD_TOLD,
    Measures,
    activities,
    efforts,
    lift_cells,
    load_cells,
    longest_run,
    measures,
    muscles,
    tonnage,
    way,
)
from mesocycle.programme import Programme, WeekStatistics

from .escape import inline

#: As many columns of weeks as fit on a sheet of paper.
_MOST_WEEKS = 10
#: What goes before the name of a part that lies in the one above.
_DEEPER = "\u00a0\u00a0"


def weeks_in_numbers(programme: Programme) -> Iterator[str]:
    """The tables, each with what it is; only those in which something is."""
    weeks, told = programme.statistics, measures(programme)
    yield _weeks_table(weeks, told)
    if any(week.training_load for week in weeks):
        yield f"**Training load** {LOAD_TOLD}"
        yield _load_table(weeks)
        yield "\n".join(_load_notes(weeks))
    if any(week.sets or week.sets_indirect for week in weeks):
        helped = any(week.sets_indirect for week in weeks)
        brackets = " In brackets: sets in which it only helps." if helped else ""
        yield f"**Sets for each muscle**, by week.{brackets}"
        alike = [list(same) for _, same in groupby(weeks, attrgetter("sets", "sets_indirect"))]
        for first in range(0, len(alike), _MOST_WEEKS):
            yield _muscle_table(alike[first : first + _MOST_WEEKS], programme.regions)
    if any(week.lifts for week in weeks):
        yield "**Lifts**, working sets only."
        yield _lift_table(weeks, told.unit)


def week_line(week: WeekStatistics, told: Measures) -> str:
    """The week in a line under its heading."""
    facts = [wording.count(week.sessions, "session"), told.minutes(week)]
    tonnes = tonnage(week.tonnage_kg, told.unit)
    facts += [f"{tonnes} lifted"] if tonnes else []
    found = activities(week, told)
    facts += [f"{inline(name)} {amount}" for name, amount in found.items()]
    return " · ".join(filter(None, facts))


def _weeks_table(weeks: Sequence[WeekStatistics], told: Measures) -> str:
    """A row for each week; only columns in which something is."""
    columns = [
        ("Week", [str(week.week) for week in weeks]),
        ("Sessions", [str(week.sessions) for week in weeks]),
        ("Minutes", [str(week.minutes or "") for week in weeks]),
        ("Reps", [str(week.reps or "") for week in weeks]),
        ("Tonnage", [tonnage(week.tonnage_kg, told.unit) for week in weeks]),
        *_activities(weeks, told),
        ("Longest run", [longest_run(week) for week in weeks]),
        ("Farthest run", [way(week.longest_run_m, told.way) for week in weeks]),
        ("Efforts", [inline(efforts(week)) for week in weeks]),
    ]
    filled = [(head, cells) for head, cells in columns if any(cells)]
    rows = [list(row) for row in zip(*(cells for _, cells in filled), strict=True)]
    return _table([head for head, _ in filled], ["--:"] * len(filled), rows)


def _muscle_table(groups: Sequence[Sequence[WeekStatistics]], regions: dict[str, str]) -> str:
    """A row for each part of the body, a column for each week; equal weeks share one."""
    spans = [(same[0].week, same[-1].week) for same in groups]
    head = ["", *(f"{a}–{b}" if a < b else f"{a}" for a, b in spans)]
    rows = []
    for part, depth, weeks in muscles([same[0] for same in groups], regions):
        name = inline(part) if depth else f"**{_capital(inline(part))}**"
        rows.append([_DEEPER * depth + name, *map(str, weeks)])
    return _table(head, [":--", *["--:"] * len(groups)], rows)


def _lift_table(weeks: Sequence[WeekStatistics], unit: Literal["kg", "lb"]) -> str:
    """A row for each lift and week, a lift's weeks together; equal weeks share one."""
    rows = []
    for identity, name in {lift.exercise: lift.name for w in weeks for lift in w.lifts}.items():
        mine = [
            (lift_cells(lift, unit), week.week)
            for week in weeks
            for lift in week.lifts
            if lift.exercise == identity
        ]
        for cells, same in groupby(mine, itemgetter(0)):
            shown = f"**{inline(name)}**" if cells is mine[0][0] else ""
            rows.append([shown, ", ".join(_spans([week for _, week in same])), *cells])
    head = ["", "Week", *LIFT_COLUMNS]
    filled = [number for number in range(len(head)) if any(row[number] for row in rows)]
    columns = itemgetter(*filled)
    aligned = [":--", *["--:"] * (len(filled) - 1)]
    return _table(columns(head), aligned, list(map(columns, rows)))


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    """`1–3`, `5`: numbers that follow each other together."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield f"{found[0]}–{found[-1]}" if len(found) > 1 else f"{found[0]}"


def _table(head: Sequence[str], aligned: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, aligned, *rows))


def _activities(weeks: Sequence[WeekStatistics], told: Measures) -> Iterator[tuple[str, list[str]]]:
    cells = [activities(week, told) for week in weeks]
    for name in sorted({name for row in cells for name in row}):
        yield _capital(inline(name)), [row.get(name, "") for row in cells]


def _load_table(weeks: Sequence[WeekStatistics]) -> str:
    """A row for each week of which something is logged; only columns in which something is."""
    rows = [(str(w.week), *load_cells(w.training_load)) for w in weeks if w.training_load]
    head = ("Week", *LOAD_COLUMNS)
    filled = [n for n in range(len(head)) if any(row[n] for row in rows)]
    columns = itemgetter(*filled)
    return _table(columns(head), ["--:"] * len(filled), [columns(row) for row in rows])


def _load_notes(weeks: Sequence[WeekStatistics]) -> Iterator[str]:
    """How monotony was worked out, or why it was not, by week."""
    told: dict[str, list[int]] = {}
    for week in weeks:
        if week.training_load and week.training_load.basis:
            told.setdefault(week.training_load.basis, []).append(week.week)
    for basis, numbers in told.items():
        which = "Week" if len(numbers) == 1 else "Weeks"
        yield f"- {which} {', '.join(_spans(numbers))}: {inline(basis)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
