"""A week in numbers as lines for a terminal: time, sets for each muscle, lifts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mesocycle.cli.paint import Paint
from mesocycle.cli.text import safe, width, wrap
from mesocycle.output import wording
from mesocycle.output.numbers import (
    LIFT_COLUMNS,
    Measures,
    MuscleRow,
    activities,
    efforts,
    lift_cells,
    load_line,
    longest_run,
    measures,
    muscles,
    tonnage,
    way,
)
from mesocycle.programme import Programme, TrainingLoad, WeekStatistics

_INDENT = " " * 9
#: A space at which no line is broken.
_GLUE = "\u00a0"


def week_lines(
    programme: Programme, week: WeekStatistics, paint: Paint, columns: int
) -> Iterator[str]:
    """The week's numbers; nothing for a week of which there is nothing to count."""
    if not (week.sets or week.sets_indirect or week.lifts or _ran(week) or week.training_load):
        return
    told = measures(programme)
    unit = told.unit
    facts = [wording.count(week.sessions, "session"), told.minutes(week)]
    facts += [wording.count(week.reps, "rep")] if week.reps else []
    facts += [f"{tonnage(week.tonnage_kg, unit)} lifted"] if week.tonnage_kg else []
    yield from ("", paint("The week in numbers", "strong"))
    yield _INDENT + ", ".join(filter(None, facts))
    yield from _endurance(week, told)
    rows = muscles([week], programme.regions)
    if rows:
        helped = "; in brackets those in which it only helps" if week.sets_indirect else ""
        yield from ("", f"  {paint('Sets', 'strong')}   for each muscle{helped}")
        yield from _muscles(rows, columns)
    if week.lifts:
        cells = [(safe(lift.name), *lift_cells(lift, unit)) for lift in week.lifts]
        yield ""
        first, *lines = _table([("", *LIFT_COLUMNS), *cells])
        yield f"  {paint('Lifts', 'strong')}{first[len('  Lifts') :]}"
        yield from lines
    if week.training_load:
        yield from _load(week.training_load, paint, columns)


def _ran(week: WeekStatistics) -> bool:
    return bool(week.distance_m or week.activity_s)


def _endurance(week: WeekStatistics, told: Measures) -> Iterator[str]:
    """`run 2 h 10 min, 24.1 km`, the longest run, and how long at which effort."""
    for name, amount in activities(week, told).items():
        yield f"{_INDENT}{safe(name)} {amount}"
    longest, farthest = longest_run(week), way(week.longest_run_m, told.way)
    if longest or farthest:
        facts = [longest and f"longest run {longest}", farthest and f"farthest run {farthest}"]
        yield _INDENT + ", ".join(filter(None, facts))
    if found := efforts(week):
        yield f"{_INDENT}efforts: {safe(found)}"


def _load(load: TrainingLoad, paint: Paint, columns: int) -> Iterator[str]:
    """What was logged: how hard by how long, how it was spread, and of what that is."""
    yield ""
    front = f"  {paint('Load', 'strong')}   "
    for row in wrap(load_line(load), max(columns - len(_INDENT), 30)):
        yield front + row
        front = _INDENT
    for row in wrap(f"RPE by minutes, of what was logged; {load.basis}", columns - len(_INDENT)):
        yield _INDENT + paint(row, "dim")


def _muscles(rows: Sequence[MuscleRow], columns: int) -> Iterator[str]:
    """A line for each region, its parts behind it."""
    regions: list[tuple[MuscleRow, list[MuscleRow]]] = []
    for row in rows:
        if row.depth:
            regions[-1][1].append(row)
        else:
            regions.append((row, []))
    names = max(width(safe(row.part)) for row, _ in regions)
    helped = max(len(_helped(row)) for row, _ in regions)
    for row, parts in regions:
        name = safe(row.part)
        counts = f"{row.weeks[0].direct or '':>3}{_helped(row):<{helped}}"
        front = f"{_INDENT}{name}{' ' * (names - width(name))}  {counts}"
        for line in wrap(_parts(parts), max(columns - len(front) - 3, 30)) or [""]:
            yield f"{front}   {line.replace(_GLUE, ' ')}".rstrip()
            front = " " * len(front)


def _parts(rows: Sequence[MuscleRow]) -> str:
    """`thigh 40: quads 24, hamstrings 16 (8); calf (8)`: finer parts behind a colon."""
    words = ""
    for before, row in zip((None, *rows), rows, strict=False):
        if before is not None:
            deeper, finest = row.depth > before.depth, row.depth > 1
            words += ": " if deeper else ", " if finest else "; "
        words += f"{safe(row.part)} {row.weeks[0]}".replace(" ", _GLUE)
    return words if any(row.depth > 1 for row in rows) else words.replace("; ", ", ")


def _helped(row: MuscleRow) -> str:
    indirect = row.weeks[0].indirect
    return f" ({indirect})" if indirect else ""


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns set right, the first one left; empty columns left out."""
    filled = [n for n in range(len(rows[0])) if not n or any(row[n] for row in rows[1:])]
    wide = {n: max(width(row[n]) for row in rows) for n in filled}
    for row in rows:
        cells = [" " * (wide[n] - width(row[n])) + row[n] for n in filled[1:]]
        name = row[0] + " " * (wide[0] - width(row[0]))
        yield (_INDENT + "  ".join([name, *cells])).rstrip()
