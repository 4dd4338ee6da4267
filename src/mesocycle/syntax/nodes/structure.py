"""What holds sessions together, and what can be said once and used often."""

from __future__ import annotations

from typing import Literal

from mesocycle.mass import Mass
from mesocycle.syntax.nodes.base import Count, Node, Word
from mesocycle.syntax.nodes.conditions import Condition
from mesocycle.syntax.nodes.schedules import When


class PhaseHead(Node):
    """`phase "Base" for 4 weeks, repeat 3 times`; its sessions are its children.

    Or `for 40%` (`share`: of all the plan's weeks, 40 % is 4,000), `for the rest` (`rest`), or
    `until CONDITION, at most 6 weeks` (`until`; `weeks` are then the most).
    """

    name: Word
    weeks: int = 0
    repeat: int = 1
    word: Word | None = None
    share: int | None = None
    rest: bool = False
    until: Condition | None = None


class WeeksHead(Node):
    """`week 1`, `weeks 1-3, 5`: the sessions nested in it are of these weeks (of the phase)."""

    weeks: tuple[Count, ...]
    word: Word | None = None


class RotationHead(Node):
    """`rotation "A", "B" on mon, wed, fri`: the named sessions take turns."""

    sessions: tuple[Word, ...]
    schedule: tuple[When, ...] = ()


class TemplateHead(Node):
    """`template main-lift(lift, step)`; its lines are kept as text until `do` places them."""

    name: Word
    params: tuple[Word, ...] = ()


class RawLine(Node):
    """A line of a template as written, without its indentation; `depth` counts from 1."""

    text: Word
    depth: int


class Do(Node):
    """`do main-lift(Squat, 5kg)`: arguments by name or in order, as text.

    `session`: `do "Tuesday track"`, the lines of the session of that name, not a template's.
    """

    name: Word
    arguments: tuple[tuple[Word | None, Word], ...] = ()
    session: bool = False


class TrackHead(Node):
    """`track scaled`: a variant of the plan that the athlete's diary may name."""

    name: Word


class Version(Node):
    """`version 2` of a library."""

    number: int
    word: Word | None = None


class GroupHead(Node):
    """`superset`, `circuit 4 rounds`, `every 90s for 12min` …; its items are its children.

    `each` : seconds of an interval (`every 90s`; 60 for an EMOM; 20 of a Tabata), `off` its
    rest (10 of a Tabata). `alternating`: one item an interval, in turn, instead of all of them.
    """

    kind: Literal[
        "superset", "circuit", "interleave", "emom", "every", "amrap", "for_time", "tabata"
    ]  # fmt: skip
    rounds: int | None = None
    seconds: int | None = None
    cap: int | None = None
    each: int | None = None
    off: int | None = None
    alternating: bool = False
    title: Word | None = None
    word: Word | None = None


class RoundTo(Node):
    """`rounding 2.5kg`, `rounding 5lb down`: of a plan, a line, or an athlete."""

    mass: Mass
    mode: Literal["nearest", "down", "up"] = "nearest"
    word: Word | None = None


class MaxOf(Node):
    """`max Squat 100kg`, `max Squat 5rm 90kg` (`reps` 5), `training max Squat 90kg`."""

    exercise: Word
    mass: Mass
    reps: int = 1
    training: bool = False
    word: Word | None = None


class TrainingMax(Node):
    """`training max 90%`, `training max 90% rounded`: hundredths of a per cent of the 1RM."""

    percent: int
    rounded: bool = False
    word: Word | None = None


class MaxFormula(Node):
    """`1rm by brzycki`: how a test of several reps becomes a 1RM."""

    name: Word
