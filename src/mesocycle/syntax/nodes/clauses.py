"""How it is done: the clauses of items and sessions."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Count, Later, Node, Scheme, Word
from mesocycle.syntax.nodes.conditions import Condition
from mesocycle.syntax.nodes.items import ExerciseRef
from mesocycle.syntax.nodes.schedules import NotWithin


class Rest(Node):
    """`rest 60s`, `rest 60-90s`, in seconds."""

    seconds: Count


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


class Step(Node):
    """One step of `progress`: what moves, by how much, up to where."""

    what: Literal["reps", "hold", "sets", "harder"]
    by: int | None = None
    to: int | None = None


class Progress(Node):
    """`progress reps by 2 to 20 then harder`; no steps is `progress none`."""

    steps: tuple[Step, ...]
    word: Word | None = None


class Under(Node):
    """A clause under a condition: `if outdoors: …`, `when back pain > 0: cue "…"`."""

    condition: Condition
    clause: Clause
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


class SessionId(Node):
    """`id strength`: the session's identity, when its name is to be free to change."""

    name: Word


class OneOf(Node):
    """`"Strength" or "Bike easy"`: one of these sessions, as the diary says."""

    sessions: tuple[Word, ...]


Clause = (
    Scheme | Rest | Tempo | Manner | Text | Progress | Under | StartAt | Goal | Allow
    | Instead | SessionId | OneOf | NotWithin | Later
)  # fmt: skip
