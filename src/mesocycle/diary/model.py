"""A diary, checked: the athlete, and what was done and felt, each with its line.

Nothing here judges. `diary.state` answers questions as of a date.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from mesocycle.frozen import FrozenMeta
from mesocycle.mass import Mass
from mesocycle.programme import Because
from mesocycle.syntax.nodes import FitnessLine

Side = Literal["both", "left", "right"]
Level = Literal["emergency", "urgent", "see"]


#: More than anybody lifts, presses or pulls, in kilograms.
MOST_LIFTED = 1_000


class Frozen(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """What every entry is."""


class Mark(Frozen):
    """One side of one exercise as done. None is *not said*, which is not *fine*.

    `loads` and `rpes` (RIR-based, in tenths) have one entry a set, or are empty where no set
    has one. A load that is not said is the prescribed one.
    """

    reps: tuple[int, ...] = ()
    hold_s: tuple[int, ...] = ()
    metres: tuple[int, ...] = ()
    loads: tuple[Mass | None, ...] = ()
    rpes: tuple[int | None, ...] = ()
    pain: int | None = None
    after: int | None = None
    slow: bool | None = None
    form: bool | None = None
    form_reason: str | None = None
    sharp: bool = False

    @property
    def worst_pain(self) -> int | None:
        """The higher of the pain during and after; None if neither was said."""
        if self.pain is None or self.after is None:
            return self.pain if self.after is None else self.after
        return max(self.pain, self.after)


class ExerciseLog(Frozen):
    """An exercise as done: a `Mark` for each side it has (`both` if it has none).

    `instead_of`: the exercise of the plan (an id) in whose place it was done. `unverified`:
    imported from elsewhere; it is history, and proves nothing.
    """

    exercise: str
    date: dt.date
    marks: dict[Side, Mark]
    because: Because
    session: str | None = None
    label: str | None = None
    felt: Literal["better", "same", "worse"] | None = None
    skipped: bool = False
    instead_of: str | None = None
    unverified: bool = False


class SessionLog(Frozen):
    """A session as done. `rpe` is the CR-10 session exertion; times in seconds.

    `endurance`: it says how long or how far somebody ran or walked, not only how long it took.
    `unplanned`: it is of no session of the plan. `partial`: it was broken off. `moved_from`: the
    day on which the plan had it. `unverified`: imported; it is history, and proves nothing.
    `sharp`: the pain was.
    """

    date: dt.date
    session: str
    because: Because
    time: dt.time | None = None
    exercises: tuple[ExerciseLog, ...] = ()
    rpe: int | None = None
    seconds: int | None = None
    metres: int | None = None
    endurance: bool = False
    pain: int | None = None
    score: str | None = None
    unplanned: bool = False
    partial: bool = False
    moved_from: dt.date | None = None
    unverified: bool = False
    sharp: bool = False


class BodyPain(Frozen):
    """Pain of the day, 0 to 10. `region` is a word of the catalogue's, or None for anywhere.

    `done`: it was said of a session or an exercise, so nobody knew of it before.
    """

    date: dt.date
    value: int
    because: Because
    region: str | None = None
    side: Literal["left", "right"] | None = None
    morning: bool = False
    sharp: bool = False
    done: bool = False


class Flag(Frozen):
    """A red flag: what was reported, where, and how far up it goes."""

    date: dt.date
    symptom: str
    level: Level
    text: str
    because: Because


class Clearance(Frozen):
    """Who cleared what; no scope is everything.

    `condition`: of which condition (SR18) it speaks; None: of red flags, and of no condition.
    """

    date: dt.date
    by: str
    because: Because
    scope: tuple[str, ...] = ()
    condition: str | None = None


class Screened(Frozen):
    """`no red flags` (`symptom` None), or `no numbness`: somebody asked, and it was not so."""

    date: dt.date
    because: Because
    symptom: str | None = None


class Answer(Frozen):
    """The answer to a check-in question of the plan: a word of its scale, or a number."""

    date: dt.date
    name: str
    value: str
    because: Because


class ConditionLog(Frozen):
    """A condition of the athlete; `date` None: a line of the profile, from the beginning on."""

    name: str
    because: Because
    date: dt.date | None = None


class Remark(Frozen):
    """Free text, for people: nothing reads it."""

    date: dt.date
    text: str
    because: Because
    session: str | None = None


class Walk(Frozen):
    """A brisk walk: the evidence that running may begin. `pain` None: not said."""

    date: dt.date
    seconds: int
    because: Because
    pain: int | None = None
    sharp: bool = False


class AvoidLoad(Frozen):
    """A direction that a clinician, or the athlete, took out."""

    direction: str
    because: Because


class MaxLog(Frozen):
    """What somebody can lift `reps` times (1: the 1RM), or (`training`) the max to train by.

    `date` None: a line of the profile, from the beginning on.
    """

    exercise: str
    mass: Mass
    because: Because
    reps: int = 1
    training: bool = False
    date: dt.date | None = None


class Bodyweight(Frozen):
    """How heavy the athlete is; `date` None: a line of the profile."""

    mass: Mass
    because: Because
    date: dt.date | None = None


class FitnessLog(Frozen):
    """A best, a heart rate, a threshold power or an own zone; `date` None: of the profile."""

    line: FitnessLine
    because: Because
    date: dt.date | None = None


class Gear(Frozen):
    """What there is to load.

    Plates: one of a pair, and how many pairs (None: enough). Bars by exercise id (`""`: the
    usual bar); dumbbells and kettlebells by weight, each.
    """

    plates: tuple[tuple[Mass, int | None], ...] = ()
    bars: tuple[tuple[str, Mass], ...] = ()
    dumbbells: tuple[Mass, ...] = ()
    kettlebells: tuple[Mass, ...] = ()
    rounding: Mass | None = None


class Athlete(Frozen):
    """The profile. None is *not said*."""

    name: str
    timezone: str | None = None
    starts: dt.date | None = None
    place: str | None = None
    equipment: frozenset[str] | None = None
    sex: Literal["female", "male"] | None = None
    age: int | None = None
    pain_limit: int | None = None
    pain_limit_by: str | None = None
    avoids: tuple[AvoidLoad, ...] = ()
    conditions: tuple[str, ...] = ()
    gear: Gear = Gear()
    track: str | None = None


class Diary(Frozen):
    """The athlete, and all entries in date order (in the file's order on one date)."""

    athlete: Athlete
    sessions: tuple[SessionLog, ...] = ()
    exercises: tuple[ExerciseLog, ...] = ()
    pains: tuple[BodyPain, ...] = ()
    flags: tuple[Flag, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    walks: tuple[Walk, ...] = ()
    maxes: tuple[MaxLog, ...] = ()
    bodyweights: tuple[Bodyweight, ...] = ()
    fitness: tuple[FitnessLog, ...] = ()
    screens: tuple[Screened, ...] = ()
    answers: tuple[Answer, ...] = ()
    conditions: tuple[ConditionLog, ...] = ()
    remarks: tuple[Remark, ...] = ()
    last: dt.date | None = None
