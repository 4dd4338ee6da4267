"""What is said of missed sessions: where it stands, and whether anything can come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import cast

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.calendar.merge import lacking
from mesocycle.compiler.checked import Phase, Plan, Session
from mesocycle.programme import Because
from mesocycle.syntax import nodes as n


def with_lines(r: Lookup, plan: Plan) -> Plan:
    """The plan, its policies with the lines on which they stand, for the decisions to name."""
    policies = (plan.missed, *(phase.missed or "hold" for phase in plan.phases))
    if all(policy == "hold" for policy in policies):
        return plan
    heads = [s for s in r.file.statements if isinstance(s.head.node, n.PhaseHead)]
    phases = tuple(
        _phase(r, phase, statement) for phase, statement in zip(plan.phases, heads, strict=True)
    )
    _check_merging(r, plan)
    own = [s for s in r.file.statements if isinstance(s.head.node, n.PlanHead | n.CalendarHead)]
    return replace(plan, phases=phases, missed_line=_line(r, own))


def _phase(r: Lookup, phase: Phase, statement: n.Statement) -> Phase:
    return replace(phase, missed_line=_line(r, [statement])) if phase.missed else phase


def _line(r: Lookup, statements: list[n.Statement]) -> Because | None:
    return next((r.because(piece) for piece in _policies(statements)), None)


def _check_merging(r: Lookup, plan: Plan) -> None:
    """Tell of `missed: merge` where no session ever lacks what another has."""
    piece = next((p for p in _policies(r.file.statements) if p.node.policy == "merge"), None)
    if piece is None:
        return
    if any(lacking(one, other) for own in _streams(plan) for one, other in permutations(own, 2)):
        return
    r.notes.warning(
        "W553", "nothing will ever be merged", piece.span,
        "each session has what the one before it has, or they are runs",
        hint="write `missed: drop`, which says the same; merging is for sessions that take turns: "
        'rotation "A", "B" on mon, thu',
    )  # fmt: skip


def _streams(plan: Plan) -> Iterator[list[Session]]:
    """The sessions that are done one after the other, in turns or by phases."""
    keys = [set(rotation.sessions) for rotation in plan.rotations]
    keys += [{session.key} for session in plan.sessions]
    for own in keys:
        yield [session for session in plan.sessions if session.key in own]


def _policies(statements: Iterable[n.Statement]) -> Iterator[n.Piece[n.Missed]]:
    for statement in statements:
        if isinstance(statement.head.node, n.PlanHead | n.CalendarHead | n.PhaseHead):
            for piece in (*statement.clauses, *(child.head for child in statement.children)):
                if isinstance(piece.node, n.Missed):
                    yield cast(n.Piece[n.Missed], piece)
