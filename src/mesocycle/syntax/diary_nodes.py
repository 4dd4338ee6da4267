"""What the parser makes of a diary: nodes in the manner of `syntax.nodes`."""

from __future__ import annotations

from typing import Literal

from mesocycle.mass import Mass
from mesocycle.syntax.diary_clauses import (
    Corrects,
    DiaryNote,
    DidEndurance,
    Done,
    DoneSet,
    DoneWith,
    ExerciseLog,
    Felt,
    FeltAfter,
    MannerLog,
    MovedFrom,
    PainLog,
    Score,
    SideOf,
    Skipped,
    StoppedEarly,
    Unverified,
)
from mesocycle.syntax.nodes import ExerciseRef, FitnessLine, MaxOf, Node, Word

__all__ = [
    "AnswersEntry",
    "AthleteHead",
    "AvoidLoads",
    "BodyweightLine",
    "ClearedEntry",
    "ConditionEntry",
    "Corrects",
    "DiaryNote",
    "DidEndurance",
    "Done",
    "DoneSet",
    "DoneWith",
    "ExerciseEntry",
    "ExerciseLog",
    "Felt",
    "FeltAfter",
    "FitnessEntry",
    "FlagEntry",
    "Follows",
    "GearLine",
    "Include",
    "MannerLog",
    "MaxEntry",
    "MorningEntry",
    "MovedFrom",
    "NoteEntry",
    "OnTrackLine",
    "PainEntry",
    "PainLog",
    "Profile",
    "ProfileNumber",
    "Score",
    "ScreenedEntry",
    "SessionEntry",
    "SideOf",
    "Skipped",
    "StoppedEarly",
    "Unverified",
    "WalkEntry",
]


class Include(Node):
    """`include "2026.diary"`: the entries of another file."""

    path: Word


# --- the athlete -------------------------------------------------------------------------


class AthleteHead(Node):
    """`athlete "Ana"`."""

    name: Word


class Profile(Node):
    """A profile line with words: `timezone`, `place`, `equipment`, `athlete` (sex), `condition`."""

    key: Literal["timezone", "place", "equipment", "sex", "condition"]
    values: tuple[Word, ...]


class ProfileNumber(Node):
    """`pain limit 0`, `age 34`; `by`: who widened the limit."""

    key: Literal["pain limit", "age"]
    value: int
    word: Word | None = None
    by: Word | None = None


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
    """`2026-12-07 "Strength"`; `time` as in `2026-12-07 08:00 "Hamstrings"`.

    `unplanned`: `2026-12-10 unplanned "Yoga"`, a session of no plan.
    """

    date: Word
    session: Word
    time: Word | None = None
    unplanned: bool = False


class ExerciseEntry(Node):
    """`2026-12-07 Superman; 10, 10, 9; pain 0`: an exercise outside a session.

    Or the answer to a question of the plan (`2026-12-08 swelling mild`), which only the plan
    tells apart.
    """

    date: Word
    exercise: ExerciseRef


class AnswersEntry(Node):
    """`2026-12-08 sleep 4, swelling mild`: each answer as one word, its name and its value."""

    date: Word
    answers: tuple[Word, ...]


class MorningEntry(Node):
    """`2026-12-08 morning pain 0`; a place as in `morning pain 2 lower back`."""

    date: Word
    value: int
    region: Word | None = None
    side: SideOf | None = None
    word: Word | None = None
    sharp: bool = False


class PainEntry(Node):
    """`2026-12-08 pain 3 lower back`."""

    date: Word
    value: int
    region: Word | None = None
    side: SideOf | None = None
    word: Word | None = None
    sharp: bool = False


class FlagEntry(Node):
    """`2026-12-10 flag numbness left leg`: a red flag and where."""

    date: Word
    symptom: Word
    region: Word | None = None
    side: SideOf | None = None


class ClearedEntry(Node):
    """`2026-12-20 cleared by "physiotherapist" for walking, strength`; no scope is all.

    `condition`: of red flags it says nothing then (`cleared by "Dr Meyer" with osteoporosis`).
    """

    date: Word
    by: Word
    scope: tuple[Word, ...] = ()
    condition: Word | None = None


class ScreenedEntry(Node):
    """`2026-12-07 no red flags`, or (`symptom`) `2026-12-08 no numbness`."""

    date: Word
    symptom: Word | None = None


class ConditionEntry(Node):
    """`2026-12-10 condition osteoporosis`; in the profile it is a `Profile` line."""

    date: Word
    conditions: tuple[Word, ...]


class NoteEntry(Node):
    """`2026-12-10 note "Slept badly."`: free text of a day."""

    date: Word
    text: Word


class WalkEntry(Node):
    """`2026-12-05 brisk walk 30min; pain 0`: evidence for the gate to running."""

    date: Word
    seconds: int
