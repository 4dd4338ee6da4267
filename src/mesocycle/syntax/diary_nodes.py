"""What the parser makes of a diary: nodes in the manner of `syntax.nodes`."""

from __future__ import annotations

from typing import Literal

from mesocycle.mass import Mass
from mesocycle.syntax.nodes import Count, ExerciseRef, FitnessLine, MaxOf, Node, Word

SideOf = Literal["left", "right"]


# --- the athlete -------------------------------------------------------------------------


class AthleteHead(Node):
    """`athlete "Ana"`."""

    name: Word


class Profile(Node):
    """A profile line with words: `timezone`, `place`, `equipment`, `athlete` (sex), `condition`."""

    key: Literal["timezone", "place", "equipment", "sex", "condition"]
    values: tuple[Word, ...]


class ProfileNumber(Node):
    """`pain limit 0`, `age 34`."""

    key: Literal["pain limit", "age"]
    value: int
    word: Word | None = None


class Follows(Node):
    """`follows "A back that runs" from 2026-12-07`."""

    plan: Word
    start: Word | None = None


class AvoidLoads(Node):
    """`avoid loads extension "physio, 2026-11-01"`: a direction filter and who set it."""

    direction: Word
    by: Word | None = None


class BodyweightLine(Node):
    """`bodyweight 70kg`, in the profile or (`date`) as an entry."""

    mass: Mass
    date: Word | None = None
    word: Word | None = None


class MaxEntry(Node):
    """`2027-01-10 max Squat 110kg`; the profile's lines are `MaxOf` nodes."""

    date: Word
    max: MaxOf


class FitnessEntry(Node):
    """`2026-12-01 best 5k 24:10`; the profile's lines are `FitnessLine` nodes."""

    date: Word
    line: FitnessLine


class GearLine(Node):
    """`plates 25, 20, 2x15kg`, `dumbbells 2-30kg by 2kg`, `bar 20kg`, `bar Trap Bar 25kg`.

    `masses`: each with a number of pairs (None: enough); a range is written out.
    """

    key: Literal["plates", "dumbbells", "kettlebells", "bar"]
    masses: tuple[tuple[Mass, int | None], ...]
    name: Word | None = None
    word: Word | None = None


class OnTrackLine(Node):
    """`track scaled`: which variant of the plan the athlete follows."""

    track: Word


# --- dated entries -----------------------------------------------------------------------


class SessionEntry(Node):
    """`2026-12-07 "Strength"`; `time` as in `2026-12-07 08:00 "Hamstrings"`."""

    date: Word
    session: Word
    time: Word | None = None


class ExerciseEntry(Node):
    """`2026-12-07 Superman; 10, 10, 9; pain 0`: an exercise outside a session."""

    date: Word
    exercise: ExerciseRef


class MorningEntry(Node):
    """`2026-12-08 morning pain 0`; a place as in `morning pain 2 lower back`."""

    date: Word
    value: int
    region: Word | None = None
    side: SideOf | None = None
    word: Word | None = None


class PainEntry(Node):
    """`2026-12-08 pain 3 lower back`."""

    date: Word
    value: int
    region: Word | None = None
    side: SideOf | None = None
    word: Word | None = None


class FlagEntry(Node):
    """`2026-12-10 flag numbness left leg`: a red flag and where."""

    date: Word
    symptom: Word
    region: Word | None = None
    side: SideOf | None = None


class ClearedEntry(Node):
    """`2026-12-20 cleared by "physiotherapist" for walking, strength`; no scope is all."""

    date: Word
    by: Word
    scope: tuple[Word, ...] = ()


class WalkEntry(Node):
    """`2026-12-05 brisk walk 30min; pain 0`: evidence for the gate to running."""

    date: Word
    seconds: int


# --- lines and clauses -------------------------------------------------------------------


class ExerciseLog(Node):
    """The head of a line under a session entry: the exercise done, and of which line (label).

    `others`: those that followed it in a complex (`Clean + Front Squat + Jerk`).
    """

    exercise: ExerciseRef
    label: Word | None = None
    others: tuple[ExerciseRef, ...] = ()


class DoneSet(Node):
    """One set as done: reps, seconds held or metres, the load, and the RPE (RIR-based, in tenths).

    `beyond`: the load is beyond bodyweight (`8 +10kg`). `chain`: the reps of each exercise of a
    complex (`2+1+1`), which `reps` adds up to.
    """

    reps: int | None = None
    seconds: int | None = None
    load: Mass | None = None
    beyond: bool = False
    rpe: int | None = None
    metres: int | None = None
    chain: tuple[int, ...] = ()


class Done(Node):
    """Sets as done, on one side or (None) on both alike; `3x8` is written out."""

    sets: tuple[DoneSet, ...]
    side: SideOf | None = None
    word: Word | None = None


class DoneWith(Node):
    """`60kg`, `@8` as a clause of its own: for every set that has none."""

    load: Mass | None = None
    rpe: int | None = None
    word: Word | None = None
    beyond: bool = False


class Score(Node):
    """`score 12:30`, `score 15 rounds 4 reps`: the result of a timed piece, as written."""

    text: Word


class DidEndurance(Node):
    """`31min, 5.2km`."""

    seconds: int | None = None
    metres: int | None = None


class PainLog(Node):
    """`pain 0`, `pain left 0, right 4`, `pain after 2`, `pain 3 lower back`; `side` None: both."""

    value: int
    side: SideOf | None = None
    when: Literal["during", "after"] = "during"
    region: Word | None = None
    word: Word | None = None


class MannerLog(Node):
    """`slow`, `not slow`, `form good`, `form bad "arch"`; `side` None: both."""

    what: Literal["slow", "form"]
    good: bool
    side: SideOf | None = None
    reason: Word | None = None


class Skipped(Node):
    """`skipped "no time"`."""

    reason: Word | None = None


class FeltAfter(Node):
    """`felt better | same | worse`."""

    how: Literal["better", "same", "worse"]


class Felt(Node):
    """`felt rpe 6, 38min`: the session's exertion (CR-10) and its length."""

    rpe: int | None = None
    seconds: int | None = None


class DiaryNote(Node):
    """`note "…"`: free text, kept and never echoed in reports."""

    text: Word


class Corrects(Node):
    """`corrects line 14`: both entries stay, this one counts."""

    line: Count
