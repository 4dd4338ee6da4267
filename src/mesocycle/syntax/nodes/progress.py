"""How it changes: steps, events, actions, and progressions with a name."""

from __future__ import annotations

from typing import Literal

from mesocycle.mass import Mass
from mesocycle.syntax.nodes.base import Node, Word
from mesocycle.syntax.nodes.runs import Course
from mesocycle.syntax.nodes.sets import Scheme

#: What an action or a step may move.
Moved = Literal["reps", "hold", "sets", "load", "max", "rest", "distance", "time", "pace"]


class Change(Node):
    """By how much: `+2.5kg`, `-5lb`, `90%`, `+2.5%`, `= 60kg`, `+step`.

    `add`: a signed amount. `times`: hundredths of a per cent of what it was (`90%` is 9,000,
    `+2.5%` is 10,250, `-10%` is 9,000). `set`: the new value. The amount is a mass, a whole
    number (reps, sets, seconds, metres, hundredths of a per cent) or a parameter's name;
    `sign` is -1 where a minus stands before a parameter.
    """

    how: Literal["add", "times", "set"]
    amount: Mass | int | Word
    sign: Literal[1, -1] = 1
    word: Word | None = None


class Step(Node):
    """One step of `progress`: what moves, by how much (None: the usual), up to where.

    `by` and `to` are reps, sets, seconds of a hold or a run (`time`), or metres of one; a load
    has `change` and `limit`, and a distance or time by per cent has `change`.
    """

    what: Literal["reps", "hold", "sets", "load", "max", "distance", "time", "harder"]
    by: int | None = None
    to: int | None = None
    change: Change | None = None
    limit: Mass | None = None
    word: Word | None = None


class EveryFew(Node):
    """`every 2 sessions`, `every 3 weeks`."""

    count: int
    what: Literal["sessions", "weeks"]


class Band(Node):
    """`2-3 reps load +2.5kg` of `progress by last set: …`; `high` None is no end (`4+ reps`)."""

    low: int
    high: int | None
    actions: tuple[Action, ...]
    word: Word | None = None


class BySet(Node):
    """`by last set: …` (`number` None), `by set 3: …` (from 1)."""

    number: int | None
    bands: tuple[Band, ...]


class Named(Node):
    """`with gzclp-t1(step: 5kg)`: a progression and its arguments, by name or in order."""

    name: Word
    arguments: tuple[Argument, ...] = ()


class Argument(Node):
    """`step: 5kg`, `5kg`; `text` is as written, `value` what it means as a number or mass."""

    text: Word
    value: Mass | int | None = None
    name: Word | None = None


class Progress(Node):
    """`progress reps by 2 to 20 then harder`; nothing at all in it is `progress none`.

    `sum`: of `progress sum 30 then load by 5lb`. At most one of `steps`, `by_set` and `named`.
    """

    steps: tuple[Step, ...] = ()
    word: Word | None = None
    every: EveryFew | None = None
    sum: int | None = None
    by_set: BySet | None = None
    named: Named | None = None


# --- events and actions ------------------------------------------------------------------------


class Event(Node):
    """What sets a rule off.

    `hit`: every set reached. `miss`: one was not. `misses`: `count` of them (since the last
    action), `in_row` without a hit between. `top`: every set at the top of its range.
    `reps`: of set `number` (None: the last) at least `count`. `sum`: of all reps at least
    `count`. `form`: form lost. `pain`: above `count`. `tested`: a rep-max result came in.
    `off`: at least `count` days since it was last done (of several, the longest holds).
    `sessions`, `weeks`: every `count` of them. `phase`: the end of one. `week`: of the phase.

    `times`: only when it has come about so often (`on last set >= 12 reps 2 times in a row
    load +5lb`); with `in_row` in sessions that follow each other.
    """

    kind: Literal[
        "hit", "miss", "misses", "top", "reps", "sum", "form", "pain", "tested", "sessions",
        "weeks", "phase", "week", "off",
    ]  # fmt: skip
    count: int = 0
    number: int | None = None
    in_row: bool = False
    word: Word | None = None
    times: int = 1


class Guard(Node):
    """`at last stage`, `at first stage`, `at stage NAME`; `if NAME >= 3` of a variable."""

    stage: Literal["first", "last"] | Word | None = None
    variable: Word | None = None
    op: Literal["<", "<=", ">", ">=", "=", "!="] = "="
    value: int = 0


class Action(Node):
    """What a rule does: moves something, changes the stage, or says something.

    `stage`: to `first`, `next` or the named one. `variable`: `name` by `change`; where it is
    set to the word `load` (`start = load`) it keeps the load, and `load = start` (a `load`
    action with that word) goes back to it. `deload`: `change` (None: the usual). `say`: `text`.
    `back`: so many stages down (`previous stage` is 1).
    """

    kind: Literal[
        "reps", "hold", "sets", "load", "max", "rest", "distance", "time", "pace", "stage",
        "harder", "easier", "variable", "deload", "say",
    ]  # fmt: skip
    change: Change | None = None
    name: Word | None = None
    text: Word | None = None
    word: Word | None = None
    back: int = 0


class On(Node):
    """A rule: `on 3 misses load 90%`; in a progression also with a guard and a colon."""

    event: Event
    actions: tuple[Action, ...]
    guard: Guard | None = None
    word: Word | None = None


class ProgressionHead(Node):
    """`progression gzclp-t1(step)` at the margin; its rules and stages are its children."""

    name: Word
    params: tuple[Word, ...] = ()


class Stage(Node):
    """`stage heavy: 5x3+ 85%`; `stages 5x3+, 6x2+, 10x1+` is one unnamed stage a group.

    Of a run: `stage 3: run 4x(4min walk, 1min easy)`, which has a `course` instead.
    """

    scheme: Scheme | None = None
    name: Word | None = None
    course: Course | None = None


class AtMost(Node):
    """`at most one stage a week`, `at most 1 stage every 2 days`: the least days between two."""

    days: int
    word: Word | None = None


class Variable(Node):
    """`count = 0`: a whole number that the rules may change and ask about."""

    name: Word
    value: int
