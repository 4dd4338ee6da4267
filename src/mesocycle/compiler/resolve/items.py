"""Items: the lines of a session, with their exercises and pools looked up."""

from __future__ import annotations

from typing import cast

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Alternative, Exercise, Pool, fold
from mesocycle.catalogue.query import truth
from mesocycle.compiler.checked import (
    Group,
    Habit,
    Item,
    Picked,
    Rungs,
    Stretch,
    Together,
    Weekly,
)
from mesocycle.compiler.resolve import (
    clauses,
    conditions,
    fits,
    loads,
    progressions,
    stretches,
    weekly,
)
from mesocycle.compiler.resolve.outline import Lines
from mesocycle.syntax import nodes as n
from mesocycle.syntax.inherit import inherit

What = Picked | Rungs | Together | Stretch | Habit


class Around(msgspec.Struct, frozen=True):
    """What surrounds a line: the session's main activity, its weeks, and what they change.

    `changes` are the statements that say so. `above` are the clauses of a group, which its
    lines inherit.
    """

    main: str | None
    lines: Lines
    weekly: tuple[Weekly, ...] = ()
    changes: tuple[n.Statement, ...] = ()
    above: clauses.Clauses = ()
    group: Group | None = None

    def within(self, r: Lookup, statement: n.Statement) -> Around:
        """The same, inside a statement with changes by week of its own."""
        changes = tuple(c for c in statement.children if isinstance(c.head.node, n.WeekOf))
        return replace(
            self,
            weekly=(*self.weekly, *weekly.weekly(r, changes, self.lines)),
            changes=(*self.changes, *changes),
        )


def resolve(r: Lookup, statement: n.Statement, around: Around) -> Item | None:
    """One line of a session."""
    head = statement.head
    said = inherit(statement.clauses, around.above, head.node)
    what = _what(r, head, said, around.main)
    if what is None:
        return None
    base = what if isinstance(what, Stretch) else None
    manner = clauses.manner(r, said, base)
    ladder = what.exercises if isinstance(what, Rungs) else ()
    item = Item(
        key=_key(what),
        what=what,
        line=r.because(head),
        manner=manner,
        conditionals=clauses.conditionals(
            r, said, "run" if base else "exercise", base, around.lines
        ),
        weekly=(*around.weekly, *weekly.weekly(r, statement.children, around.lines, base)),
        rungs=weekly.on_rungs(r, statement.children, ladder),
        group=around.group,
        instead=_alternatives(r, said),
        goal=goal(r, said),
        jumps=any(allows_jumps(r, p) for p in said if isinstance(p.node, n.Allow)),
    )
    whole = n.Statement(head, said, statement.children)
    fits.check(r, whole, item, around.lines)
    if base and around.group:
        stretches.check_member(r, head, base)
    loads.check(r, n.Statement(head, said, (*around.changes, *statement.children)), item.what)
    clauses.check_progress(r, said, manner.scheme or _own_dose(what))
    weeks = tuple(each.manner for each in item.weekly)
    progressions.check(r, said, manner, ladder, weeks, base)
    return item


def _what(r: Lookup, head: n.Piece[n.Node], line: clauses.Clauses, main: str | None) -> What | None:
    node = head.node
    if isinstance(node, n.Pick | n.All):
        return _picked(r, head, node)
    if isinstance(node, n.Direct):
        return _rungs(r, head, node, line)
    if isinstance(node, n.Complex):
        return _together(r, head, node)
    if isinstance(node, n.Stretch):
        return stretches.stretch(r, head, node, main, line)
    if isinstance(node, n.Task):
        return Habit(node.text.text)
    return None


def _together(r: Lookup, head: n.Piece[n.Node], node: n.Complex) -> Together | None:
    found = [r.exercise(head, ref) for ref in node.exercises]
    exercises = tuple(e for e in found if e)
    if len(exercises) < len(found):
        return None
    return Together(exercises, node.label.text if node.label else None)


def _picked(r: Lookup, head: n.Piece[n.Node], node: n.Pick | n.All) -> Picked | None:
    pool = r.pool(head, node.pool)
    mistakes = len(r.notes)
    where = conditions.resolve(r, head, node.where, "exercise") if node.where else None
    asked = where if len(r.notes) == mistakes else None  # what has no meaning is told already
    count = node.count if isinstance(node, n.Pick) else None
    otherwise = None
    if isinstance(node, n.Pick) and node.otherwise:
        otherwise = r.exercise(head, node.otherwise)
    if pool is None:
        return None
    exercises = tuple(r.catalogue.exercises[e] for e in pool.exercises)
    if otherwise is None:
        _check_enough(r, head, pool, [e for e in exercises if _may_be(asked, e)], count)
    if isinstance(node, n.All):
        return Picked(pool.name, exercises, where)
    return Picked(pool.name, exercises, where, count, node.order, node.rotate, otherwise)


def _may_be(where: n.Condition | None, exercise: Exercise) -> bool:
    """Whether some day the exercise may be as the pick wants it: what it is never changes."""
    return where is None or truth(where, exercise) is not False


def _check_enough(
    r: Lookup, head: n.Piece[n.Node], pool: Pool, able: list[Exercise], count: int | None
) -> None:
    """A pick that can never be filled, or never whole."""
    if not able and pool.exercises:
        r.notes.error(
            "E338", f"nothing in {pool.name} is ever like that", head.span,
            "it stays empty on every day",
            hint=f"ask for less after `where`; what {pool.name} holds: meso catalogue list",
        )  # fmt: skip
    elif able and count is not None and count > len(able):
        whole = len(able) == len(pool.exercises)
        r.notes.warning(
            "W508",
            f"{pool.name} has only {len(able)} exercise{'s' if len(able) > 1 else ''}"
            f"{'' if whole else ' like that'}",
            head.span,
            f"{count} can never be picked",
            hint=f"write: pick {len(able)} from {pool.name}, or all from {pool.name}",
        )


def _rungs(r: Lookup, head: n.Piece[n.Node], node: n.Direct, line: clauses.Clauses) -> Rungs | None:
    found = [r.exercise(head, ref) for ref in node.rungs]
    exercises = tuple(e for e in found if e)
    if len(exercises) < len(found):
        return None
    for i, exercise in enumerate(exercises):
        if exercise in exercises[:i]:
            r.notes.error(
                "E318", f"{exercise.name} stands on two rungs", head.at(node.rungs[i].name),
                "a ladder has each exercise once", hint="leave one of the two out",
            )  # fmt: skip
    label = node.label.text if node.label else None
    return Rungs(exercises, _start(r, line, exercises), label)


def _start(r: Lookup, line: clauses.Clauses, exercises: tuple[Exercise, ...]) -> int:
    for piece in line:
        if isinstance(piece.node, n.StartAt):
            wanted = r.catalogue.find(piece.node.rung.text)
            if wanted in exercises:
                return exercises.index(wanted)
            names = [e.name for e in exercises]
            r.unknown("E319", "rung", piece, piece.node.rung, names, "not on this ladder")
    return 0


def _own_dose(what: What) -> n.Scheme | None:
    """The dose of the catalogue, where the plan gives none."""
    return what.exercises[0].dose if isinstance(what, Rungs) else None


def _alternatives(r: Lookup, line: clauses.Clauses) -> tuple[Alternative, ...]:
    found = []
    for piece in line:
        node = piece.node
        if isinstance(node, n.Instead):
            exercise = r.exercise(piece, node.exercise)
            detail = fold(node.detail.text) if node.detail else None
            if exercise:
                found.append(
                    Alternative(exercise=exercise.id, reason=node.reason, detail=detail)
                )  # fmt: skip
    return tuple(found)


def goal(r: Lookup, line: clauses.Clauses) -> str | None:
    """The goal that the line names; one that no alternative serves is a mistake."""
    for piece in line:
        if isinstance(piece.node, n.Goal):
            known = {
                a.detail
                for e in r.catalogue.exercises.values()
                for a in e.alternatives
                if a.reason == "goal" and a.detail
            }
            wanted = fold(piece.node.goal.text)
            if wanted not in {fold(name) for name in known}:
                goals = sorted(known)
                r.unknown("E206", "goal", piece, piece.node.goal, goals, "no alternative serves it")
            return wanted
    return None


def allows_jumps(r: Lookup, piece: n.Piece[n.Node]) -> bool:
    """`allow jumps`: the only thing there is to allow."""
    node = cast(n.Allow, piece.node)
    if fold(node.what.text) == "jumps":
        return True
    r.unknown("E206", "permission", piece, node.what, ["jumps"], "only jumps can be allowed")
    return False


def _key(what: What) -> str:
    """What names the line within its session, whatever fills it later."""
    if isinstance(what, Picked):
        return what.pool
    if isinstance(what, Rungs):
        return what.label or what.exercises[0].id
    if isinstance(what, Together):
        return what.label or "-".join(e.id for e in what.exercises)
    if isinstance(what, Stretch):
        return what.role or what.activity
    return "task"
