"""Tables of past training: one row a set, one row an exercise, or one row an activity."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Sequence

import msgspec

from mesocycle.catalogue.outings import activity_of
from mesocycle.diagnostics import Diagnostic, Diagnostics, Outcome
from mesocycle.importing import cells
from mesocycle.importing.columns import Columns, columns_of
from mesocycle.importing.values import Units, Values
from mesocycle.importing.workouts import DayOrder, Done, Past, Workout
from mesocycle.source import Source, Span

#: Sets that a diary does not list, by what Strong and Hevy call them.
_WARMUPS = frozenset({"w", "warmup", "warm up", "warm-up"})
_NO_SETS = frozenset({"rest timer", "note"})

#: What somebody does on the way, not with repetitions: a line of its own in a diary.
_ACTIVITIES = frozenset({
    "run", "running", "treadmill", "walk", "walking", "hike", "hiking", "ride", "cycling", "bike",
    "biking", "swim", "swimming", "row", "rowing", "elliptical", "ski", "skiing",
})  # fmt: skip


def read_sheet(source: Source, units: Units) -> Outcome[Past]:
    """The workouts of a table, or what must be said before it can be read."""
    try:
        rows = list(csv.reader(io.StringIO(source.text), delimiter=_delimiter(source.text)))
    except csv.Error:  # a cell of a hundred thousand characters
        return Outcome(None, (_unknown(source),))
    headings = rows[0] if rows else []
    columns = columns_of(headings)
    if not _is_training(columns):
        return Outcome(None, (_unknown(source),))
    reader = _Reader(columns, units)
    reader.read(rows[1:])
    return Outcome(reader.past if not reader.values.missing else None, reader.questions(source))


def _delimiter(text: str) -> str:
    """What stands between the cells, by the headings."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _is_training(columns: Columns) -> bool:
    has = columns.at.keys()
    return "date" in has and bool(has & {"exercise", "activity", "distance", "length"})


def _unknown(source: Source) -> Diagnostic:
    return Diagnostic(
        code="E590",
        message=f"{source.name} has no columns of training",
        span=Span(source, 0, len(source.line(1))),
        label="a date, and an exercise or an activity, are needed",
        hints=(
            "name the columns as Strong, Hevy, Strava or Garmin do, or plainly: "
            "date,exercise,sets,reps,weight",
        ),
    )


class _Reader:
    """The rows of one table, gathered into workouts."""

    def __init__(self, columns: Columns, units: Units) -> None:
        self.past = Past()
        self._c = columns
        self.values = Values(columns, units)
        self._order: DayOrder | None = units.dates
        self._known: dict[tuple[str, str], Workout] = {}
        self._skipped: Counter[str] = Counter()
        self._aside: list[tuple[Workout, str, str]] = []

    def read(self, rows: Sequence[Sequence[str]]) -> None:
        """Read every row that says anything."""
        self._order = self._order or cells.order_of([self._c.cell(row, "date") for row in rows])
        for number, row in enumerate(rows, 2):
            if any(cell.strip() for cell in row):
                self._row(number, row)
        for workout, exercise, note in self._aside:
            _keep(workout, exercise, note)
        for what, count in self._skipped.items():
            self.past.left_out.append(f"{count} {what}{'s' if count > 1 else ''}")
        if self._c.others:
            self.past.left_out.append(f"the columns {', '.join(self._c.others)}")
        self.past.workouts.sort(key=lambda workout: workout.date)

    def questions(self, source: Source) -> tuple[Diagnostic, ...]:
        """What must be said from outside, as it stands nowhere in the file."""
        notes = Diagnostics()
        head = Span(source, 0, len(source.line(1)))
        asked = (
            ("weights", "E591", "kilograms or pounds?", "--weights kg, or --weights lb"),
            ("distances", "E591", "kilometres or miles?", "--distances km, or mi, or m"),
            ("dates", "E592", "day or month first?", "--dates dmy, or --dates mdy"),
        )
        for what, code, question, hint in asked:
            if self.values.missing[what]:
                notes.error(
                    code, f"{source.name} does not say its {what}: {question}", head,
                    f"{_rows(self.values.missing[what])} to know", hint=f"say it: {hint}",
                )  # fmt: skip
        return notes.sorted()

    def _row(self, number: int, row: Sequence[str]) -> None:
        written = self._c.cell(row, "date")
        date = cells.day(written, self._order)
        if date is None:
            if cells.day(written, "dmy") or cells.day(written, "mdy"):
                self.values.missing["dates"] += 1
            self.past.lost.append((number, _joined(row)))
            return
        exercise = self._c.cell(row, "exercise")
        name = self._c.cell(row, "session")
        activity = self._c.cell(row, "activity")
        if not exercise:
            workout = Workout(date, _titled(name, activity) or "Training")
            self.past.workouts.append(workout)
            self._whole(row, workout)
            return
        workout = self._workout(written, name or activity or "Training", date, row)
        kind = (self._c.cell(row, "kind") or self._c.cell(row, "order")).casefold()
        if kind in _WARMUPS:
            self._skipped["warm-up set"] += 1
            if note := self._c.cell(row, "note"):
                self._aside.append((workout, exercise, note))
        elif kind in _NO_SETS:
            if note := self._c.cell(row, "note"):
                workout.notes.append(note)
            else:
                self._skipped[kind] += 1
        elif not self._sets(row, exercise, workout):
            workout.kept.append(_joined(row))

    def _workout(self, written: str, name: str, date: dt.date, row: Sequence[str]) -> Workout:
        """The workout that a row of an exercise is of."""
        key = (written, name)
        workout = self._known.get(key)
        if workout is None:
            workout = self._known[key] = Workout(date, name)
            self.past.workouts.append(workout)
        workout.seconds = workout.seconds or self.values.long(row)
        about = self._c.cell(row, "about")
        if about and about not in workout.notes:
            workout.notes.append(about)
        return workout

    def _whole(self, row: Sequence[str], workout: Workout) -> None:
        """An activity: how long, how far."""
        workout.seconds = self.values.long(row) or cells.seconds(self._c.cell(row, "seconds"))
        workout.metres = self.values.far(row)
        workout.rpe = cells.number(self._c.cell(row, "rpe")) or None
        notes = (self._c.cell(row, "about"), self._c.cell(row, "note"))
        workout.notes += [note for note in notes if note]

    def _sets(self, row: Sequence[str], exercise: str, workout: Workout) -> bool:
        """Add what a row says of an exercise; False if nobody understands it."""
        one = self.values.lift(row)
        if one is None:
            return False
        note = self._c.cell(row, "note")
        if exercise.casefold().split(" (")[0] in _ACTIVITIES and one.load is None:
            out = Workout(workout.date, exercise, seconds=one.seconds, metres=one.metres)
            out.notes += [note] if note else []
            self.past.workouts.append(out)
            return True
        said = self._c.cell(row, "reps")
        reps = _several(said)
        if said and not reps:
            return False
        sets = [msgspec.structs.replace(one, reps=each or None) for each in reps] or [one]
        times = cells.number(self._c.cell(row, "sets"))
        if times is not None and len(sets) == 1:
            if not 1 <= times <= 100 or times != int(times):
                return False
            sets *= int(times)
        if any(each.empty for each in sets):
            return False
        last = workout.done[-1] if workout.done else None
        if last is None or last.name != exercise:
            last = Done(exercise)
            workout.done.append(last)
        last.sets += sets
        if note and note not in last.notes:
            last.notes.append(note)
        return True


def _keep(workout: Workout, exercise: str, note: str) -> None:
    """Keep what was said of a warm-up set, where the sets behind it do not say it again."""
    again = any(note in done.notes for done in workout.done if done.name == exercise)
    if not again and (said := f"{exercise}: {note}") not in workout.notes:
        workout.notes.append(said)


def _rows(count: int) -> str:
    return "one row needs" if count == 1 else f"{count} rows need"


def _several(text: str) -> list[int]:
    """`8`, `8, 8, 7`, `8/8/7` as repetitions, one a set; none if that is not what it says."""
    parts = text.replace("/", ",").replace(" ", ",").split(",")
    found = [cells.number(part) for part in parts if part]
    if any(each is None or each != int(each) for each in found):
        return []
    return [int(each) for each in found if each is not None]


def _titled(name: str, activity: str) -> str:
    """An activity's name, with what it was where the name does not tell."""
    said, known = activity.casefold() in name.casefold(), activity_of(activity)
    if not name or not activity or (activity_of(name) == known if known else said):
        return name or activity
    return f"{activity}: {name}"


def _joined(row: Sequence[str]) -> str:
    return ", ".join(cell.strip() for cell in row if cell.strip())
