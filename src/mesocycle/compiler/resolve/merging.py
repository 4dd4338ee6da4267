"""Whether anything can be merged in a plan whose missed sessions are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.calendar.merge import lacking
from mesocycle.compiler.checked import Plan, Session
from mesocycle.syntax import nodes as n


def check_merging(r: Lookup, plan: Plan) -> None:
    """Tell of `missed: merge` where no session ever lacks what another has."""
    if "merge" not in (plan.missed, *(phase.missed for phase in plan.phases)):
        return
    if any(lacking(one, other) for own in _streams(plan) for one, other in permutations(own, 2)):
        return
    piece = next(piece for piece in _policies(r.file.statements) if _merges(piece))
    r.notes.warning(
        "W553", "nothing will ever be merged", piece.span,
        "each session has what the one before it has, or they are runs",
        hint='write `missed: drop`, which says the same; merging is for sessions that take turns: '
        'rotation "A", "B" on mon, thu',
    )  # fmt: skip


def _streams(plan: Plan) -> Iterator[list[Session]]:
    """The sessions that are done one after the other, in turns or by phases."""
    keys = [set(rotation.sessions) for rotation in plan.rotations]
    keys += [{session.key} for session in plan.sessions]
    for own in keys:
        yield [session for session in plan.sessions if session.key in own]


def _policies(statements: tuple[n.Statement, ...]) -> Iterator[n.Piece[n.Node]]:
    for statement in statements:
        if isinstance(statement.head.node, n.PlanHead | n.CalendarHead | n.PhaseHead):
            yield from statement.clauses
            yield from (child.head for child in statement.children)


def _merges(piece: n.Piece[n.Node]) -> bool:
    return isinstance(piece.node, n.Missed) and piece.node.policy == "merge"
