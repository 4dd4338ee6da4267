"""Which habits are tried for the lines of runs, races and the calendar, by start rule."""

from __future__ import annotations

from mesocycle.syntax.mending import calendar_habits as calendar
from mesocycle.syntax.mending.dose_habits import SETS, WEEKS, Habit
from mesocycle.syntax.mending.rule_habits import ITEMS
from mesocycle.syntax.mending.run_habits import PARTS, RUNS

_COLON = Habit(r"^(weeks? [0-9][0-9, -]*?),? +(?=[0-9.]+ ?(?:min|h|km|mi)\b)", r"\1: ")
_RESTING = Habit(r"^([0-9.-]+(?:s|min)) (?:standing )?rest$", r"rest \1")

#: The rows that deal with `rest` in `dose_habits.SETS`.
_RESTS = SETS[-4:]

RUNNING: dict[str, tuple[Habit, ...]] = {
    "calendar_head": (Habit(r":$", ""),),
    "calendar_line": (*calendar.CALENDAR, *calendar.MISSED),
    "race_head": calendar.RACES,
    "race_clause": calendar.RACE_CLAUSES,
    "phase_clause": (*calendar.VOLUMES, *calendar.MISSED),
    "stretch": RUNS,
    "standing": (*ITEMS, *RUNS, _RESTING),
    "stretch_week": (_COLON, *WEEKS, *calendar.DELOADS, *calendar.VOLUMES, *PARTS),
    "stretch_clause": (*calendar.VOLUMES, *calendar.RUN_PROGRESS, *_RESTS, *PARTS),
}
