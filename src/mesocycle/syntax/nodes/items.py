"""What is done in a session."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Node, Word
from mesocycle.syntax.nodes.conditions import Condition
from mesocycle.syntax.nodes.runs import Stretch
from mesocycle.syntax.nodes.structure import Do, GroupHead


class ExerciseRef(Node):
    """An exercise by name or alias; `mod` for `mod. NAME`, its modified form."""

    name: Word
    mod: bool = False
    equipment: Word | None = None


class Pick(Node):
    """`pick 4 hardest from strength where painfree rotate weekly else Bridge`."""

    count: int
    pool: Word
    order: Literal["easiest", "hardest", "any"] = "easiest"
    where: Condition | None = None
    rotate: Literal["weekly", "each session"] | None = None
    otherwise: ExerciseRef | None = None
    word: Word | None = None


class All(Node):
    """`all from flexibility where helps or untried`."""

    pool: Word
    where: Condition | None = None


class Direct(Node):
    """One exercise, or with several rungs a ladder `A | B | C`; `label` as in `heavy: Squat`."""

    rungs: tuple[ExerciseRef, ...]
    label: Word | None = None


class Complex(Node):
    """`Clean + Front Squat + Jerk`: done as one, without putting the bar down."""

    exercises: tuple[ExerciseRef, ...]
    label: Word | None = None


class Task(Node):
    """`task "Drink 2 l"`: a habit to tick."""

    text: Word


Selection = Pick | All | Direct | Complex | Stretch | Task | GroupHead | Do
