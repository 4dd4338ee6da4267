"""When: days, times, phases, and turns."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from mesocycle.compiler.checked.base import Frozen, Relation
from mesocycle.compiler.checked.calendar import Policy
from mesocycle.compiler.checked.rules import StateRule
from mesocycle.programme import Because, SlotOfDay
from mesocycle.syntax.nodes import Condition


class Days(Frozen):
    """The days of a session.

    `weekdays`: 0 is Monday. `plan days`: of each plan week, from 0. `every`: (n,), from the
    plan's first day. `pattern`: (on, off). `dates`: ordinals of civil dates. `times a week`:
    how many, and how many days they are apart at the least.
    """

    kind: Literal["weekdays", "plan days", "every", "pattern", "dates", "times a week"]
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

    def there(self, week: int) -> bool:
        """Whether it may happen in a plan week."""
        return self.weeks is None or week in self.weeks


class Phase(Frozen):
    """A phase: `weeks` plan weeks from week `first` (1 is the plan's first), `repeat` times.

    `until`: it ends with the week in which that comes true, `weeks` are the most it takes.
    `missed`: what unlogged sessions do in it, where it says so (in `missed_line`). `volumes`: by
    week of the cycle, in hundredths of a per cent (the last holds on), empty where it says nothing.
    `rest`: it takes what phases with `until` leave of a plan that ends on a given day; `weeks`
    are the most that may be.
    """

    name: str
    first: int
    weeks: int
    repeat: int = 1
    until: Condition | None = None
    missed: Policy | None = None
    volumes: tuple[int, ...] = ()
    missed_line: Because | None = None
    rest: bool = False
    rules: tuple[StateRule, ...] = ()

    @property
    def last(self) -> int:
        """The last plan week of its last cycle."""
        return self.first + self.weeks * self.repeat - 1

    def week(self, week: int) -> int:
        """The week of the phase's cycle, from 1, in which plan week `week` is."""
        return (week - self.first) % self.weeks + 1


class Rotation(Frozen):
    """Sessions (by key) that take turns on the days of `timing`. `key` is its identity.

    `apart` holds for whichever has its turn.
    """

    key: str
    sessions: tuple[str, ...]
    timing: Timing
    index: int = 0
    apart: tuple[Apart, ...] = ()
