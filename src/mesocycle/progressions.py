"""Progressions that plugins offer: all that such a plugin imports, beside `mesocycle.output`.

A plan uses one by its name, `progress with doubling(step: 2.5kg)`, when neither the plan nor
its libraries define a progression of that name. A whole plugin:

    from mesocycle.output import hookimpl
    from mesocycle.progressions import Move, Parameter


    class Doubling:
        name, summary = "doubling", "a step after a hit, two after the third"
        parameters = (Parameter("step", "load"),)

        def step(self, state, result):
            hits = state.memory.get("hits", 0) + 1 if result.hit else 0
            yield Move("remember", "set", hits, name="hits")
            if hits:
                yield Move("load", "add", state.arguments["step"].times(2 if hits > 2 else 1, 1))


    @hookimpl
    def mesocycle_progressions():
        return [Doubling()]

A progression is a function of its arguments: the same state and result give the same moves,
whatever the day. It proposes; the compiler moves, within the ranges that the coach wrote, and
never upwards after pain or lost form. One that fails holds its line where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.frozen import FrozenMeta
from mesocycle.mass import Mass

#: What an argument may be: a mass, a number (of a percent: hundredths), or a word.
Value = Mass | int | str


class Frozen(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """What a plugin is given and gives: immutable, compared by value."""


class Parameter(Frozen):
    """What a progression wants to be told. `default` None: it must be.

    `load` is a mass (`2.5kg`), `percent` hundredths of a per cent (`2.5%` is 250), `number`
    a whole number, or seconds, `name` a word.
    """

    name: str
    kind: Literal["load", "percent", "number", "name"]
    default: Value | None = None
    help: str = ""


class Done(Frozen):
    """A working set: how many reps (seconds of a hold) were asked for, and done; its load.

    `done` None: nobody can know yet. On two sides the weaker one counts.
    """

    target: int | None
    done: int | None
    load: Mass | None = None


class Result(Frozen):
    """What came of a session. `hit`: every set reached, and nothing against it.

    `missed`: logged, and short. Where neither holds there was a complaint, or something was
    left unsaid. `planned`: not logged yet, and taken as done as planned. `date` is ISO.
    """

    date: str
    hit: bool
    missed: bool
    planned: bool
    sets: tuple[Done, ...] = ()


class State(Frozen):
    """Where the line stands: the plan's arguments, and what the progression has remembered.

    `sessions` were counted so far, this one included. Changing the dicts changes nothing.
    """

    arguments: dict[str, Value]
    memory: dict[str, int]
    sessions: int


class Move(Frozen):
    """What is to change.

    `add` a signed amount, `times` hundredths of a per cent of what it was, or `set` it: a
    load or max by a mass (or times), reps, sets, seconds (of a hold, of rest) and metres by a
    number. `deload`: the next session at `amount` per cent (None: half the sets). `say`:
    `text`. `remember`: a number under `name`, for the next time.
    """

    kind: Literal[
        "load", "max", "reps", "hold", "sets", "rest", "distance", "harder", "easier", "deload",
        "say", "remember",
    ]  # fmt: skip
    how: Literal["add", "times", "set"] = "add"
    amount: Mass | int | None = None
    name: str = ""
    text: str = ""


class Progression(Protocol):
    """What a plugin offers: `name` is how plans call it, `summary` one line on what it does."""

    name: str
    summary: str
    parameters: Sequence[Parameter]

    def step(self, state: State, result: Result) -> Iterable[Move]:
        """What a counted session changes; called once for each, in their order."""


class Offered(Frozen, eq=False):
    """A progression that was accepted, and how it is called: never raises.

    `title` names the plugin, its distribution and its version. `step` gives the moves, or in
    words why there are none.
    """

    name: str
    title: str
    summary: str
    parameters: tuple[Parameter, ...]
    step: Callable[[State, Result], tuple[Move, ...] | str]


class Offers(Protocol):
    """Who knows the progressions of installed plugins; nothing is loaded before it is asked."""

    def all(self) -> Mapping[str, Offered]:
        """Every progression by name."""

    def faults(self) -> tuple[Diagnostic, ...]:
        """What went wrong with plugins so far: in loading them, and in their steps."""
