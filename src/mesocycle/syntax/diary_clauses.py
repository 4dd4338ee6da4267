"""What is said of an entry of a diary: the lines and clauses below it."""

from __future__ import annotations

from typing import Literal

from mesocycle.mass import Mass
from mesocycle.syntax.nodes import Count, ExerciseRef, Node, Word

SideOf = Literal["left", "right"]


class ExerciseLog(Node):
    """The head of a line under a session entry: the exercise done, and of which line (label).

    `others`: those that followed it in a complex (`Clean + Front Squat + Jerk`). `instead_of`:
    what the plan had in its place (`Leg Press instead of Squat`).
    """

    exercise: ExerciseRef
    label: Word | None = None
    others: tuple[ExerciseRef, ...] = ()
    instead_of: ExerciseRef | None = None


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
    """`pain 0`, `pain left 0, right 4`, `pain after 2`, `pain 3 lower back`; `side` None: both.

    `sharp`: `pain 2 sharp`.
    """

    value: int
    side: SideOf | None = None
    when: Literal["during", "after"] = "during"
    region: Word | None = None
    word: Word | None = None
    sharp: bool = False


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


class StoppedEarly(Node):
    """`stopped early "phone"`: the session was broken off."""

    reason: Word | None = None


class MovedFrom(Node):
    """`moved from 2026-12-08`: the day on which the plan has the session."""

    date: Word


class Unverified(Node):
    """`unverified "strong.csv"`: written by no athlete, but taken over from elsewhere."""

    origin: Word | None = None
