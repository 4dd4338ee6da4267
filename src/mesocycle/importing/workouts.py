"""What was read of past training: workouts, and what could not be understood."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from mesocycle.mass import MassUnit


class Lift(msgspec.Struct, frozen=True):
    """One set. Times in seconds, distances in metres; `rpe` as it was said."""

    reps: int | None = None
    seconds: int | None = None
    metres: int | None = None
    load: Decimal | None = None
    unit: MassUnit = "kg"
    rpe: Decimal | None = None

    @property
    def empty(self) -> bool:
        """Whether it does not say how often, how long or how far."""
        return not (self.reps or self.seconds or self.metres)


class Done(msgspec.Struct):
    """An exercise of a workout; `text` as somebody wrote it, where the sets are not read apart."""

    name: str
    sets: list[Lift] = msgspec.field(default_factory=list)
    notes: list[str] = msgspec.field(default_factory=list)
    text: str = ""


class Workout(msgspec.Struct):
    """One session of the past. `seconds` is how long it took, `metres` how far it went.

    `kept`: what was said of it that no entry has a place for.
    """

    date: dt.date
    name: str
    done: list[Done] = msgspec.field(default_factory=list)
    seconds: int | None = None
    metres: int | None = None
    rpe: Decimal | None = None
    notes: list[str] = msgspec.field(default_factory=list)
    kept: list[str] = msgspec.field(default_factory=list)


class Past(msgspec.Struct):
    """All that a file says.

    `lost`: lines that nobody can place, with their numbers. `left_out`: what an entry does not
    say anyway, in words (`23 warm-up sets`).
    """

    workouts: list[Workout] = msgspec.field(default_factory=list)
    lost: list[tuple[int, str]] = msgspec.field(default_factory=list)
    left_out: list[str] = msgspec.field(default_factory=list)


#: The order of day and month where both could be: 03/04/2026.
DayOrder = Literal["dmy", "mdy"]
