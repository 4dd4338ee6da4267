"""What happens to the days of a plan: rests, skips, moves, swaps, races, volumes."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from mesocycle.compiler.checked.base import Frozen
from mesocycle.programme import Because

Policy = Literal["hold", "drop", "shift", "merge"]


class RestDays(Frozen):
    """Nothing is planned on these weekdays (0 is Monday) and dates."""

    weekdays: frozenset[int]
    dates: frozenset[dt.date]
    because: Because


class Skipped(Frozen):
    """From `first` to `last` nothing is done (of `session`, a key, where it names one)."""

    first: dt.date
    last: dt.date
    because: Because
    session: str | None = None
    reason: str | None = None


class Moved(Frozen):
    """What was on `date` (of `session`, a key, where it names one) is on `to`, at `time`."""

    date: dt.date
    to: dt.date
    because: Because
    session: str | None = None
    time: dt.time | None = None


class Swapped(Frozen):
    """Two days change places."""

    first: dt.date
    second: dt.date
    because: Because


class Race(Frozen):
    """A race; its session has the same `key`. Of grade A and B, the day has nothing else."""

    key: str
    name: str
    date: dt.date
    grade: Literal["A", "B", "C"]
    because: Because


class Calendar(Frozen):
    """All exceptions to the schedule, in the file's order."""

    rests: tuple[RestDays, ...] = ()
    changes: tuple[Skipped | Moved | Swapped, ...] = ()
    races: tuple[Race, ...] = ()
    notes: tuple[tuple[dt.date, str], ...] = ()
