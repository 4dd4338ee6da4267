"""Rules on the athlete's state: what is taken away, held or said while a condition holds."""

from __future__ import annotations

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked.base import Frozen
from mesocycle.programme import Because
from mesocycle.syntax.nodes import Condition


class Effect(Frozen):
    """What a rule, or all rules of a day together, come to. Only ever less, never more.

    `stop`: no training; `latched`: until somebody clears it. `skip`: not this session. `parts`:
    what of it is left out: exercise ids, kinds (`strength`), activities (`run`). `avoid`: what
    exercises must not be. `exchanges`: one exercise (an id) for another. `activities` (from, to,
    hundredths of a per cent of the time or None), `volume`, `easy`: as in `Manner`. `intensity`:
    the share of loads, power and speed, in hundredths of a per cent; `effort`: no leg is harder.
    `easier`: the easier form of each exercise, one effort less for a run. `hold`: nothing
    progresses. `says`: for the athlete.
    """

    stop: bool = False
    latched: bool = False
    text: str | None = None
    skip: bool = False
    parts: frozenset[str] = frozenset()
    avoid: tuple[Condition, ...] = ()
    exchanges: tuple[tuple[str, Exercise], ...] = ()
    activities: tuple[tuple[str, str, int | None], ...] = ()
    easier: bool = False
    intensity: int | None = None
    effort: str | None = None
    easy: tuple[str, ...] = ()
    volume: int | None = None
    hold: bool = False
    says: tuple[str, ...] = ()


class StateRule(Frozen):
    """`when CONDITION: …` of a plan, a phase or a session."""

    condition: Condition
    effect: Effect
    because: Because


class Ask(Frozen):
    """A check-in question: its scale, mildest first, and how many days an answer counts."""

    name: str
    scale: tuple[str, ...]
    days: int
    text: str
    because: Because


class Apartness(Frozen):
    """How near to another a strength session may be, in seconds, and the coach's reason."""

    seconds: int
    reason: str
    because: Because
