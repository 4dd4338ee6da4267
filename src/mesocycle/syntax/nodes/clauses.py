"""How it is done: the clauses of items and sessions."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Count, Node, Word
from mesocycle.syntax.nodes.conditions import Condition
from mesocycle.syntax.nodes.items import ExerciseRef
from mesocycle.syntax.nodes.loads import LoadNode
from mesocycle.syntax.nodes.progress import On, Progress
from mesocycle.syntax.nodes.runs import Course, EasyOnly, SwapActivity, Volume
from mesocycle.syntax.nodes.schedules import NotWithin
from mesocycle.syntax.nodes.sets import Scheme, SetGroup
from mesocycle.syntax.nodes.structure import RoundTo


class Rest(Node):
    """`rest 60s`, `rest 60-90s`, in seconds: after each set, between rounds, or at the end."""

    seconds: Count
    where: Literal["sets", "rounds", "after"] = "sets"


class Tempo(Node):
    """`tempo 3-1-1-0`: seconds down, pause, up, pause. `X` (as fast as possible) is 0."""

    seconds: tuple[int, int, int, int]
    written: str


class Manner(Node):
    """`slow`, `gentle`."""

    how: Literal["slow", "gentle"]


class Text(Node):
    """`cue`, `note`, `because`, `video`."""

    key: Literal["cue", "note", "because", "video"]
    text: Word


class Loaded(Node):
    """`60kg`, `75%`, `@8` as a clause of its own: for every set that has none."""

    loads: tuple[LoadNode, ...]
    word: Word | None = None


class Warmup(Node):
    """`warmup 2x5 empty bar, 1x5 50%`: the ramp; per cent are of the first working set."""

    groups: tuple[SetGroup, ...]
    word: Word | None = None


class Deload(Node):
    """`deload`: half the sets; `deload 60%`: all sets at 60 % of the load. Progress waits."""

    percent: int | None = None
    word: Word | None = None


class Skip(Node):
    """`week 4: skip`: the line is left out."""


class WeekOf(Node):
    """`week 1: 5x5 75%`: the head of a nested line; `clause` and the line's others hold then."""

    weeks: tuple[Count, ...]
    clause: Clause
    word: Word | None = None


class AtRung(Node):
    """`at Arch Hang: 3x20-30s`: the head of a nested line; what holds on that rung."""

    rung: Word
    clause: Clause


class Under(Node):
    """A clause under a condition: `if outdoors: …`, `when back pain > 0: cue "…"`.

    A track can have weeks of its own: `if scaled: week 3: 2x6`.
    """

    condition: Condition
    clause: Clause | WeekOf
    word: Literal["if", "when"] = "when"


class StartAt(Node):
    """`start at NAME`: the rung to begin on."""

    rung: Word


class Goal(Node):
    """`goal "upper-back tension"`: takes the alternatives that serve it."""

    goal: Word


class Allow(Node):
    """`allow jumps`: the coach's opt-in to high impact."""

    what: Word


class Instead(Node):
    """An alternative and its one reason.

    `instead X to start`, `instead X for bad form`, `instead X for goal "…"`,
    `instead X outdoors`, `instead X without wall`.
    """

    exercise: ExerciseRef
    reason: Literal["start", "form", "goal", "place", "equipment"]
    detail: Word | None = None


class Swap(Node):
    """`instead Ring Row`, under a condition (`if scaled: …`) or in some weeks: the reason."""

    exercise: ExerciseRef


class SessionId(Node):
    """`id strength`: the session's identity, when its name is to be free to change."""

    name: Word


class OneOf(Node):
    """`"Strength" or "Bike easy"`: one of these sessions, as the diary says."""

    sessions: tuple[Word, ...]


Clause = (
    Scheme | Loaded | Rest | Tempo | Manner | Text | Progress | On | Warmup | RoundTo | Deload
    | Skip | Swap | Under | StartAt | Goal | Allow | Instead | SessionId | OneOf | NotWithin
    | Course | Volume | SwapActivity | EasyOnly
)  # fmt: skip
