"""The checked plan: every name looked up, every date read, nothing left to misunderstand."""

from __future__ import annotations

import datetime as dt
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from mesocycle.catalogue.model import Alternative, Catalogue, Exercise
from mesocycle.frozen import FrozenMeta
from mesocycle.programme import Because, SlotOfDay
from mesocycle.syntax.nodes import Condition, Count, Progress, Scheme, Tempo

Relation = Literal["before", "after"]
Care = Literal["rehab", "training"]


class Frozen(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """What every part of a checked plan is."""


# --- when ------------------------------------------------------------------------------------


class Days(Frozen):
    """The days of a session.

    `weekdays`: 0 is Monday. `plan days`: of each plan week, from 0. `every`: (n,), from the
    plan's first day. `pattern`: (on, off). `dates`: ordinals of civil dates.
    """

    kind: Literal["weekdays", "plan days", "every", "pattern", "dates"]
    values: tuple[int, ...]


class Beside(Frozen):
    """Attached to a session (by key), or to every session with an activity."""

    relation: Relation
    session: str | None = None
    activity: str | None = None


class Apart(Frozen):
    """Not within `seconds` before (or after) an activity."""

    seconds: int
    relation: Relation
    activity: str
    because: Because


class Timing(Frozen):
    """When a session happens; `weeks` None is every week."""

    days: Days | None = None
    times: tuple[dt.time, ...] = ()
    minutes: int | None = None
    part: SlotOfDay | None = None
    beside: tuple[Beside, ...] = ()
    any_time: bool = False
    trigger: str | None = None
    weeks: frozenset[int] | None = None


# --- what --------------------------------------------------------------------------------------


class Picked(Frozen):
    """`pick` or (count None) `all from` a pool, its exercises in order."""

    pool: str
    exercises: tuple[Exercise, ...]
    where: Condition | None = None
    count: int | None = None
    order: Literal["easiest", "hardest", "any"] = "easiest"
    rotate: Literal["weekly", "each session"] | None = None
    otherwise: Exercise | None = None


class Rungs(Frozen):
    """One exercise, or a ladder of several, begun on rung `start`."""

    exercises: tuple[Exercise, ...]
    start: int = 0
    label: str | None = None


class Stretch(Frozen):
    """A stretch of endurance: an activity for seconds or metres, at an effort."""

    activity: str
    impact: int
    role: Literal["warmup", "cooldown"] | None = None
    seconds: int | None = None
    metres: int | None = None
    effort: str | None = None


class Habit(Frozen):
    """A task in words."""

    text: str


class Manner(Frozen):
    """How an item is done: what its clauses, and those under a condition, say."""

    scheme: Scheme | None = None
    rest: Count | None = None
    tempo: Tempo | None = None
    slow: bool = False
    gentle: bool = False
    progress: Progress | None = None
    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    video: str | None = None


class Conditional(Frozen):
    """What is added, or takes the place, where a condition holds."""

    condition: Condition
    manner: Manner
    because: Because


class Item(Frozen):
    """One line of a session: what, and how. `key` is stable within the session."""

    key: str
    what: Picked | Rungs | Stretch | Habit
    line: Because
    manner: Manner = Manner()
    conditionals: tuple[Conditional, ...] = ()
    instead: tuple[Alternative, ...] = ()
    goal: str | None = None
    jumps: bool = False


class Session(Frozen):
    """A kind of session: `key` is its identity, `index` its place in the plan.

    With `options` it is one of them: which one, the diary says.
    """

    key: str
    name: str
    index: int
    timing: Timing
    line: Because
    items: tuple[Item, ...] = ()
    manner: Manner = Manner()
    conditionals: tuple[Conditional, ...] = ()
    apart: tuple[Apart, ...] = ()
    options: tuple[Session, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it takes: as the plan says, else the sum of its stretches."""
        stretches = [item.what for item in self.items if isinstance(item.what, Stretch)]
        return self.timing.minutes or sum(s.seconds or 0 for s in stretches) // 60

    def does(self, activity: str) -> bool:
        """Whether it is a session of that activity, beyond a warm-up or cool-down."""
        return any(
            isinstance(item.what, Stretch)
            and item.what.role is None
            and item.what.activity == activity
            for item in self.items
        )


class Plan(Frozen):
    """A plan that can be compiled."""

    name: str
    identity: str
    zone: ZoneInfo
    starts: dt.date
    days: int
    care: Care
    assess: bool
    catalogue: Catalogue
    sessions: tuple[Session, ...]
    about: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    units: Literal["kg", "lb"] = "kg"
    place: str | None = None

    @property
    def ends(self) -> dt.date:
        """The last day."""
        return self.starts + dt.timedelta(days=self.days - 1)

    def week(self, date: dt.date) -> int:
        """The plan week of a date, from 1."""
        return (date - self.starts).days // 7 + 1
