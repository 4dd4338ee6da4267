"""Conditions on the athlete, the exercise and the place."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Later, Node, Word


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
    """`pain < 3`, `back pain > 0`, `left knee pain >= 4`; bare `leg pain` is `> 0`."""

    op: Literal["<", "<=", ">", ">=", "=", "!="]
    value: int
    region: Word | None = None
    side: Literal["left", "right"] | None = None


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
    Both | Either | Not | Evidence | Pain | Symptom | Compare | Has | EquipmentFree | AtPlace
    | BriskWalk | AthleteIs | OnTrack | Done | Later
)  # fmt: skip
