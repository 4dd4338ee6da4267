"""Whether a progression makes sense on its line: it comes about, it moves something, it ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, cast

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner, Phase, Progression, Rule
from mesocycle.syntax import nodes as n

_OF_MAX: Final = frozenset({"max", "tm", "1rm", "rm"})
_UNITS: Final = {"reps": "reps", "hold": "seconds", "distance": "metres"}
_UP: Final = {"reps": "3x8-12", "hold": "3x20-30s", "sets": "2-3x8", "distance": "3x20-40m"}


class Line(msgspec.Struct, frozen=True):
    """A line, and the pieces that its progression stands in.

    `piece` is the first of them; `rules` are the clauses that are rules, the last of all.
    """

    manner: Manner
    piece: n.Piece[n.Node]
    rules: tuple[n.Piece[n.Node], ...] = ()
    exercises: tuple[Exercise, ...] = ()
    weekly: tuple[Manner, ...] = ()

    @property
    def progress(self) -> Progression:
        """How it changes."""
        return self.manner.progress or Progression()

    @property
    def schemes(self) -> list[n.Scheme]:
        """Every dose that the line may have."""
        stages = [stage.scheme for stage in self.progress.stages if stage.scheme]
        if stages:
            return stages
        found = [m.scheme for m in (self.manner, *self.weekly) if m.scheme]
        return found or [e.dose for e in self.exercises if e.dose]


def check(r: Lookup, line: Line) -> None:
    """Note everything about the line's progression that makes no sense."""
    _check_steps(r, line)
    own = len(line.progress.rules) - len(line.rules)
    for index, rule in enumerate(line.progress.rules):
        at = replace(line, piece=line.rules[index - own]) if index >= own >= 0 else line
        check_trigger(r, at, rule)
        _check_moves(r, at, rule)
    if any(kind == "max" for kind in _moved(line.progress)) and not _uses_max(r, line):
        r.notes.error(
            "E390", "nothing here is a per cent of a max", line.piece.span,
            "a max that nothing hangs on would move",
            hint="give the sets a per cent: 5x5 75%; or move the load: load +2.5kg",
        )  # fmt: skip


def _moved(progress: Progression) -> Iterator[str]:
    yield from (step.what for step in progress.steps)
    for rule in progress.rules:
        yield from (move.kind for move in rule.moves)


def _check_steps(r: Lookup, line: Line) -> None:
    """A step that never ends lets no later one come; a ladder is needed to climb."""
    steps = line.progress.steps
    for step in steps:
        check_step(r, line.piece, step)
    for step, after in pairwise(steps):
        if step.what == "harder" or (step.what in ("load", "max") and step.limit is None):
            r.notes.warning(
                "W535", f"`then {after.what}` never comes", line.piece.span,
                f"{step.what} goes on for ever",
                hint=f"say how far {step.what} goes, or put it last",
            )  # fmt: skip
    climbs = any(kind in ("harder", "easier") for kind in _moved(line.progress))
    if climbs and len(line.exercises) == 1 and not line.exercises[0].harder:
        name = line.exercises[0].name
        r.notes.warning(
            "W534", f"nothing harder than {name} is listed", line.piece.span,
            "there is no next rung, here or in the catalogue",
            hint=f"list the rungs: {name} | …",
        )  # fmt: skip


def check_step(r: Lookup, piece: n.Piece[n.Node], step: n.Step) -> None:
    """A step of sets is none of a run: `progress time by 5min` moves nothing of them."""
    if step.what == "time" or (step.what == "distance" and step.change):
        r.notes.error(
            "E397", "only a run goes on like that", piece.span,
            "sets go up by seconds or by metres",
            hint="write: progress hold by 5s, or progress distance by 20m",
        )  # fmt: skip


def check_trigger(r: Lookup, line: Line, rule: Rule) -> None:
    """An event that never comes about is no reason for anything."""
    trigger = rule.trigger
    why = hint = ""
    if trigger.kind == "off":
        why, hint = "days off are counted between runs", "on 3 misses load 90%"
    elif trigger.kind == "tested" and not any(g.test for s in line.schemes for g in s.groups):
        why, hint = "no set of this line is a test", "write one: 1x1-3 test"
    elif trigger.kind == "phase" and not _phases(r):
        why, hint = "the plan has no phases", 'say how long one is: phase "Cycle" for 4 weeks'
    elif trigger.kind == "week" and trigger.count > max(_phases(r), default=trigger.count):
        longest = max(_phases(r))
        why, hint = f"a phase has {longest} weeks at most", f"write a week from 1 to {longest}"
    elif trigger.kind == "reps" and trigger.number is not None and line.schemes:
        most = max(_sets(scheme) for scheme in line.schemes)
        if trigger.number > most:
            many = f"{most} set{'s' if most > 1 else ''}"
            why, hint = f"the line has {many}", "count the sets of the line from 1"
    if why:
        off = f"{trigger.count} days off"
        week = f"week {trigger.count}"
        name = {"off": off, "tested": "tested", "phase": "end of phase", "week": week}
        what = name.get(trigger.kind, f"set {trigger.number}")
        r.notes.error("E386", f"`{what}` never comes about", line.piece.span, why, hint=hint)


def _phases(r: Lookup) -> list[int]:
    """How many weeks each phase has."""
    return [phase.weeks for phase in cast("list[Phase]", r.kept.get("phases", []))]


def _sets(scheme: n.Scheme) -> int:
    return sum(group.sets.high if group.sets else 1 for group in scheme.groups)


def _check_moves(r: Lookup, line: Line, rule: Rule) -> None:
    """What a rule moves is there, and has an upper end."""
    for move in rule.moves:
        kind = move.kind
        unit = _UNITS.get(kind)
        groups = [g for scheme in line.schemes for g in scheme.groups]
        missing = unit and groups and not any(g.unit == unit for g in groups)
        if kind in ("pace", "time") or missing:
            r.notes.error(
                "E397", f"there is no {kind} here to move", line.piece.span,
                f"the sets are not counted in {unit}" if unit else f"sets have no {kind}",
                hint="move what the sets have: reps, hold, sets, load or rest",
            )  # fmt: skip
        elif kind in _UP and groups and _goes_up(move.how, move.amount) and not _ends(line, kind):
            r.notes.error(
                "E391", f"{kind} would go up for ever", line.piece.span, "up to how many?",
                hint=f"give a range to stay in ({_UP[kind]}), or move the load",
            )  # fmt: skip


def _goes_up(how: str, amount: object) -> bool:
    return isinstance(amount, int) and (amount > 0 if how == "add" else amount > 10_000)


def _ends(line: Line, kind: str) -> bool:
    """Whether a range or a step says where it ends."""
    if any(step.what == kind and step.to for step in line.progress.steps):
        return True
    for scheme in line.schemes:
        for group in scheme.groups:
            count = group.sets if kind == "sets" else group.amount
            if scheme.to or (count and count.high > count.low):
                return True
    return False


def _uses_max(r: Lookup, line: Line) -> bool:
    """Whether a load of the line, or of another about the same exercise, is of a max."""
    loads = [load for m in (line.manner, *line.weekly) for load in m.loads]
    loads += [load for s in line.schemes for group in s.groups for load in group.loads]
    if any(isinstance(load, n.Percent) and load.of in _OF_MAX for load in loads):
        return True
    ids = {exercise.id for exercise in line.exercises}
    return any(_of_max(r, statement, ids) for statement in r.file.statements)


def _of_max(r: Lookup, statement: n.Statement, ids: set[str], *, mine: bool = False) -> bool:
    """Whether a per cent of a max stands in a line about one of these exercises."""
    head = statement.head.node
    if isinstance(head, n.Direct):
        found = [r.catalogue.find(ref.name.text) for ref in head.rungs]
        mine = any(exercise is not None and exercise.id in ids for exercise in found)
    nodes = [statement.head.node, *(piece.node for piece in statement.clauses)]
    if any(_has_percent(node, ids, r, mine=mine) for node in nodes):
        return True
    return any(_of_max(r, child, ids, mine=mine) for child in statement.children)


def _has_percent(node: n.Node, ids: set[str], r: Lookup, *, mine: bool) -> bool:
    while isinstance(node, n.Under | n.WeekOf | n.AtRung):
        node = node.clause
    loads: list[n.LoadNode] = list(node.loads) if isinstance(node, n.Loaded) else []
    if isinstance(node, n.Scheme):
        loads = [load for group in node.groups for load in group.loads]
    for load in loads:
        if isinstance(load, n.Percent) and load.of in _OF_MAX:
            lift = r.catalogue.find(load.lift.text) if load.lift else None
            if lift.id in ids if lift else mine:
                return True
    return False
