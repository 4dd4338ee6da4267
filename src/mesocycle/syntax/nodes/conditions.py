"""Conditions on the athlete, the exercise and the place."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Node, Word


class Both(Node):
    """`a and b`."""

    parts: tuple[Condition, ...]


class Either(Node):
    """`a or b`."""

    parts: tuple[Condition, ...]


class Not(Node):
    """`not a`; not unknown is unknown."""

    part: Condition


class Evidence(Node):
    """What the diary says of this exercise."""

    what: Literal[
        "painfree", "slow", "form good", "form bad", "helps", "tried", "untried"
    ]  # fmt: skip


class Pain(Node):
    """`pain < 3`, `back pain > 0`, `left knee pain >= 4`; bare `leg pain` is `> 0`.

    `timing`: `pain during > 2` and `pain after > 1` are of the last session, `morning pain > 0`
    is of the last waking; None: what is known of the day.
    """

    op: Literal["<", "<=", ">", ">=", "=", "!="]
    value: int
    region: Word | None = None
    side: Literal["left", "right"] | None = None
    timing: Literal["during", "after", "morning"] | None = None


class PainMoves(Node):
    """`pain centralising`, `pain peripheralising`, `knee pain rising`: against the entry before.

    `rising`: one point is enough. `not better`: in `days` (`back pain not better in 14 days`).
    """

    how: Literal["centralising", "peripheralising", "rising", "not better"]
    region: Word | None = None
    side: Literal["left", "right"] | None = None
    days: int | None = None


class PainBeyond(Node):
    """`pain beyond buttock`: further from the spine than that, at any number above 0."""

    region: Word
    side: Literal["left", "right"] | None = None


class Answered(Node):
    """`swelling is mild`, `swelling >= moderate`, `sleep < 3`, `knee is red`: a check-in's answer.

    `value` is a word of the question's scale, a number on it, or the colour of a light.
    """

    name: Word
    op: Literal["<", "<=", ">", ">=", "=", "!="]
    value: Word


class Lit(Node):
    """A light's colour, resolved: `condition` is what it comes to (never written by a parser).

    `unless`: a stricter colour. Where that one is a yes this one is a no; that nobody knows of
    the stricter one does not hide this one.
    """

    light: str
    colour: Literal["red", "amber", "green"]
    condition: Condition
    unless: Condition | None = None


class DaysOff(Node):
    """`7 days off`: no session has been logged for so long."""

    days: int


class Symptom(Node):
    """A symptom by name: `numbness`, `tingling`, `weakness` …"""

    name: Word


class Compare(Node):
    """A number of the exercise (`level`, `impact`), the athlete (`age`), or the calendar.

    `week` is of the plan; `weeks to race` counts from the week of the next race, which is 0.
    """

    field: Literal["level", "impact", "age", "week", "weeks to race"]
    op: Literal["<", "<=", ">", ">=", "=", "!="]
    value: int


class Has(Node):
    """A property of the exercise: `trains glutes`, `loads extension`, `needs ball` …"""

    field: Literal["trains", "loads", "position", "needs", "tag", "kind"]
    value: Word


class EquipmentFree(Node):
    """`equipment free`: needs nothing."""


class AtPlace(Node):
    """`outdoors`, `indoors`, `at home`, `at the gym`, `at NAME`."""

    place: Word


class BriskWalk(Node):
    """`brisk walk 30min painfree`: on record in the diary."""

    seconds: int


class AthleteIs(Node):
    """`athlete female`, `athlete male`."""

    sex: Literal["female", "male"]


class OnTrack(Node):
    """`if scaled: …`: whether the athlete is on that track."""

    track: Word


class Done(Node):
    """`"Walk-run" done 6 times`, `… done 2 times painfree`: logged since the phase began."""

    session: Word
    times: int
    painfree: bool = False


Condition = (
    Both | Either | Not | Evidence | Pain | PainMoves | PainBeyond | Answered | Lit | DaysOff
    | Symptom | Compare | Has | EquipmentFree | AtPlace | BriskWalk | AthleteIs | OnTrack | Done
)  # fmt: skip
