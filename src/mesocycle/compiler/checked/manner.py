"""How it is done."""

from __future__ import annotations

from typing import Literal

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked.base import Frozen
from mesocycle.compiler.checked.progression import Progression
from mesocycle.compiler.checked.run import Stretch
from mesocycle.mass import Mass
from mesocycle.programme import Because
from mesocycle.syntax.nodes import Condition, Count, Deload, LoadNode, Scheme, SetGroup, Tempo


class Rounding(Frozen):
    """To multiples of `step`, and which way; half way is down, where the nearest is asked for."""

    step: Mass
    mode: Literal["nearest", "down", "up"] = "nearest"


class Manner(Frozen):
    """How an item is done: what its clauses, and those under a condition or a week, say.

    `loads` are for sets that have none; `between` and `after` are rests in seconds, between
    rounds and at the end; `swap` takes the exercise's place (`if scaled: instead Ring Row`).

    Of a stretch: `course` takes its place, `volume` is the share of it that is done (hundredths
    of a per cent), `activities` are swaps (from, to, hundredths of a per cent of the time or
    None), `easy` the activities of which nothing is harder than easy.
    """

    scheme: Scheme | None = None
    rest: Count | None = None
    tempo: Tempo | None = None
    slow: bool = False
    gentle: bool = False
    progress: Progression | None = None
    loads: tuple[LoadNode, ...] = ()
    warmup: tuple[SetGroup, ...] = ()
    between: int | None = None
    after: int | None = None
    rounding: Rounding | None = None
    deload: Deload | None = None
    skip: bool = False
    swap: Exercise | None = None
    course: Stretch | None = None
    volume: int | None = None
    activities: tuple[tuple[str, str, int | None], ...] = ()
    easy: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    video: str | None = None


class Conditional(Frozen):
    """What is added, or takes the place, where a condition holds.

    `weeks`: in these only (as in `Weekly`); None is in all. Such a condition is one that has the
    same answer on every day: on which track somebody is.
    """

    condition: Condition
    manner: Manner
    because: Because
    weeks: frozenset[int] | None = None


class Weekly(Frozen):
    """What holds in some weeks (of the phase; of the plan where there are no phases)."""

    weeks: frozenset[int]
    manner: Manner
    because: Because


class OnRung(Frozen):
    """What holds while the ladder stands on `exercise` (an id)."""

    exercise: str
    manner: Manner
