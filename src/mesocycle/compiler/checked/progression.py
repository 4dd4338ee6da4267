"""How a line changes: a chain of steps, or rules and stages. Parameters are filled in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from mesocycle.compiler.checked.base import Frozen
from mesocycle.compiler.checked.run import Legs
from mesocycle.mass import Mass
from mesocycle.syntax.nodes import Deload, EveryFew, Scheme, Step

if TYPE_CHECKING:
    from mesocycle.progressions import Offered

Triggered = Literal[
    "hit", "miss", "misses", "top", "reps", "sum", "form", "pain", "tested", "sessions",
    "weeks", "phase", "week", "off",
]  # fmt: skip
Moves = Literal[
    "reps", "hold", "sets", "load", "max", "rest", "distance", "time", "pace", "stage",
    "harder", "easier", "variable", "deload", "say",
]  # fmt: skip


#: Events of the calendar, which no single session sets off.
CALENDAR: Final = frozenset({"weeks", "sessions", "phase", "week"})

#: What rules have in common that go off together, whatever they ask for besides.
Event = tuple[str, int, int | None, int | None, bool, int]


class Trigger(Frozen, dict=True):
    """What sets a rule off (see `syntax.nodes.Event`).

    `reps`, `sum`: at least `count`, and at most `most` where that is not None; of set `number`
    (from 1; None: the last). `times`: only when it has come about so often, `in_row` without
    a session between in which it has not. `stage`, `variable`: the guard.
    """

    kind: Triggered
    count: int = 0
    most: int | None = None
    number: int | None = None
    in_row: bool = False
    stage: int | None = None
    variable: str | None = None
    op: Literal["<", "<=", ">", ">=", "=", "!="] = "="
    value: int = 0
    times: int = 1

    @cached_property
    def event(self) -> Event:
        """What has to come about, and how often."""
        return (self.kind, self.count, self.most, self.number, self.in_row, self.times)

    @cached_property
    def guarded(self) -> bool:
        """Whether it also asks for a stage or a variable."""
        return self.stage is not None or self.variable is not None


class Move(Frozen):
    """What a rule does.

    `how` and `amount` as in `syntax.nodes.Change`: `add` a signed amount, `times` hundredths
    of a per cent, `set` a value. `stage`: `to` (an index), None is the next, or `back` so
    many. `variable`: its
    `name`. `say`: `text`. `kept`: the load is put back to the one kept under that name; of a
    `variable`, the load is kept under its own.
    """

    kind: Moves
    how: Literal["add", "times", "set"] = "add"
    amount: Mass | int | None = None
    to: int | None = None
    name: str = ""
    text: str = ""
    kept: str = ""
    back: int = 0


class Rule(Frozen):
    """When `trigger`, then `moves`, in order."""

    trigger: Trigger
    moves: tuple[Move, ...]


class StageOf(Frozen):
    """A stage: its sets and reps, or (of a run) its legs, and what it is called."""

    scheme: Scheme | None
    name: str
    course: Legs = ()


class Progression(Frozen, dict=True):
    """How a line changes. Nothing at all in it: it stays as it is (`progress none`).

    `steps` are a chain (the first that is not at its ceiling moves; a load starts the steps
    before it again), taken on a hit, at most `every` so often, or (`sum`) once all reps add up.
    `rules` come on top, or alone. `plugin` is the name of a progression that a plugin offers,
    with `arguments`; `offer` is how it is called. `apart`: at least so many days between two
    steps up.
    """

    steps: tuple[Step, ...] = ()
    every: EveryFew | None = None
    sum: int | None = None
    rules: tuple[Rule, ...] = ()
    stages: tuple[StageOf, ...] = ()
    variables: tuple[tuple[str, int], ...] = ()
    name: str | None = None
    plugin: str | None = None
    arguments: tuple[tuple[str, Mass | int | str], ...] = ()
    offer: Offered | None = None
    apart: int = 0

    @cached_property
    def moves(self) -> bool:
        """Whether anything ever changes."""
        return bool(self.steps or self.rules or self.plugin)

    @cached_property
    def by_session(self) -> tuple[Rule, ...]:
        """The rules that a session sets off."""
        return tuple(rule for rule in self.rules if rule.trigger.kind not in CALENDAR)

    @cached_property
    def by_calendar(self) -> tuple[tuple[int, Rule], ...]:
        """The rules that weeks, sessions and phases set off, by their place among all."""
        return tuple(
            (place, rule) for place, rule in enumerate(self.rules) if rule.trigger.kind in CALENDAR
        )

    @cached_property
    def easier(self) -> dict[int, Deload]:
        """How a session is done in the weeks that are made easier (`week 4: deload`)."""
        found: dict[int, Deload] = {}
        for _, rule in self.by_calendar:
            for move in rule.moves if rule.trigger.kind == "week" else ():
                if move.kind == "deload":
                    percent = move.amount if isinstance(move.amount, int) else None
                    found.setdefault(rule.trigger.count, Deload(percent))
        return found

    @cached_property
    def limited(self) -> bool:
        """Whether a step has a ceiling that rules may not pass either."""
        return any(step.limit for step in self.steps)
