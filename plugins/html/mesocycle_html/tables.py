"""The weeks in numbers, as tables: only columns in which something is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

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
    tonnage,
    way,
)
from mesocycle.programme import Programme, WeekStatistics

from .markup import Html, capital, el


def tables(programme: Programme, told: Measures) -> Iterator[Html]:
    """Each table, to be opened."""
    weeks = programme.statistics
    yield _folded("Week by week", _weeks(weeks, told))
    if any(week.training_load for week in weeks):
        notes = [el("p", words, class_="small") for words in _load_notes(weeks)]
        told_of_load = el("p", "Training load ", LOAD_TOLD, class_="small")
        yield _folded("Training load", told_of_load, _load(weeks), notes)
    if any(week.lifts for week in weeks):
        told_of_lifts = el("p", "Working sets only.", class_="small")
        yield _folded("Lifts", told_of_lifts, _lifts(weeks, told))


def table(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Html:
    """A table, the first column of which is what its rows are called; empty columns left out."""
    filled = [n for n in range(len(head)) if any(row[n] for row in rows)]
    titles = [el("th", head[n], scope="col") for n in filled]
    body = [
        el("tr", [el("td" if n else "th", row[n], scope=None if n else "row") for n in filled])
        for row in rows
    ]
    whole = el("table", el("thead", el("tr", titles)), el("tbody", body))
    return el("div", whole, class_="wide", role="region", aria_label=name, tabindex=0)


def spans(numbers: Sequence[int]) -> Iterator[str]:
    """`1–3`, `5`: numbers that follow each other together."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield f"{found[0]}–{found[-1]}" if len(found) > 1 else f"{found[0]}"


def _folded(name: str, *inside: Html | list[Html]) -> Html:
    return el("details", el("summary", el("h3", name)), inside, class_="fold")


def _weeks(weeks: Sequence[WeekStatistics], told: Measures) -> Html:
    cells = [activities(week, told) for week in weeks]
    names = sorted({name for row in cells for name in row})
    head = [
        "Week", "Sessions", "Minutes", "Reps", "Tonnage", *map(capital, names),
        "Longest run", "Farthest run", "Efforts",
    ]  # fmt: skip
    rows = [
        [
            str(week.week),
            str(week.sessions),
            str(week.minutes or ""),
            str(week.reps or ""),
            tonnage(week.tonnage_kg, told.unit),
            *(row.get(name, "") for name in names),
            longest_run(week),
            way(week.longest_run_m, told.way),
            efforts(week),
        ]
        for week, row in zip(weeks, cells, strict=True)
    ]
    return table("Week by week", head, rows)


def _load(weeks: Sequence[WeekStatistics]) -> Html:
    rows = [[str(w.week), *load_cells(w.training_load)] for w in weeks if w.training_load]
    return table("Training load", ["Week", *LOAD_COLUMNS], rows)


def _load_notes(weeks: Sequence[WeekStatistics]) -> Iterator[str]:
    """How monotony was worked out, or why it was not, by week."""
    told: dict[str, list[int]] = {}
    for week in weeks:
        if week.training_load and week.training_load.basis:
            told.setdefault(week.training_load.basis, []).append(week.week)
    for basis, numbers in told.items():
        which = "Week" if len(numbers) == 1 else "Weeks"
        yield f"{which} {', '.join(spans(numbers))}: {basis}."


def _lifts(weeks: Sequence[WeekStatistics], told: Measures) -> Html:
    """A row for each lift and week, a lift's weeks together; equal weeks share one."""
    rows = []
    for identity, name in {lift.exercise: lift.name for w in weeks for lift in w.lifts}.items():
        mine = [
            (lift_cells(lift, told.unit), week.week)
            for week in weeks
            for lift in week.lifts
            if lift.exercise == identity
        ]
        for cells, same in groupby(mine, itemgetter(0)):
            rows.append([name, ", ".join(spans([week for _, week in same])), *cells])
    return table("Lifts", ["Lift", "Week", *LIFT_COLUMNS], rows)
