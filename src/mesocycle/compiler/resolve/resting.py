"""Rest days beside the schedules of sessions: what stands on one, and what finds no room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.calendar.solver import resting_days
from mesocycle.compiler.checked import Days, Plan, RestDays, Timing
from mesocycle.compiler.days.schedule import solution
from mesocycle.compiler.names import session_statements
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

Rests = list[tuple[n.Piece[n.Node], RestDays]]


def check_rests(r: Lookup, plan: Plan, rests: Rests) -> None:
    """No session is on a rest day by name, and those that come N times a week find their days."""
    if not rests:
        return
    for piece, name, timing in _schedules(r, plan):
        if timing.days is None:
            continue
        if timing.days.kind == "times a week":
            _check_room(r, plan, piece, timing, timing.days)
        else:
            _check_days(r, plan, piece, name, timing.days, rests)


def _schedules(r: Lookup, plan: Plan) -> Iterator[tuple[n.Piece[n.Node], str, Timing]]:
    """Every schedule of the plan with its line: of sessions that are no races, of rotations."""
    heads = [statement.head for statement in session_statements(r.file.statements)]
    for session in plan.sessions:
        if session.race is None:
            yield heads[session.index], session.name, session.timing
    turns = _rotations(r.file.statements)
    for head, rotation in zip(turns, plan.rotations, strict=True):
        yield head, "the rotation", rotation.timing


def _rotations(statements: Iterable[n.Statement]) -> Iterator[n.Piece[n.Node]]:
    for statement in statements:
        if isinstance(statement.head.node, n.RotationHead):
            yield statement.head
        elif isinstance(statement.head.node, n.PhaseHead | n.WeeksHead):
            yield from _rotations(statement.children)


def _check_days(
    r: Lookup, plan: Plan, piece: n.Piece[n.Node], name: str, days: Days, rests: Rests
) -> None:
    for line, rest in rests:
        clash = next(_clashes(plan, days, rest), None)
        if clash is not None:
            r.notes.error(
                "E486", f"{name} is on a rest day", piece.span, f"{clash} is one",
                labels=[Label(line.span, "it is a rest day here")],
                hint="give the session another day, or rest on another; a single day is left out "
                "with: skip 2026-12-13",
            )  # fmt: skip


def _clashes(plan: Plan, days: Days, rest: RestDays) -> Iterator[str]:
    """The days of rest that a schedule names."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    if days.kind in ("weekdays", "plan days"):
        first = plan.first_day(1).weekday() if days.kind == "plan days" else 0
        named = sorted((first + day) % 7 for day in days.values)
        yield from (names[day] for day in named if day in rest.weekdays)
    elif days.kind == "dates":
        for date in map(dt.date.fromordinal, days.values):
            if date in rest.dates or date.weekday() in rest.weekdays:
                yield str(date)


def _check_room(r: Lookup, plan: Plan, piece: n.Piece[n.Node], timing: Timing, days: Days) -> None:
    found = solution(plan, days, timing.weeks)
    if found.week is None:
        return
    times, gap = days.values
    apart = f", {gap * 24}h apart," if gap > 1 else ""
    often = "once" if times == 1 else f"{times} times"
    free = 7 - len(resting_days(plan.calendar))
    r.notes.error(
        "E487", f"{often} a week{apart} does not fit into week {found.week}", piece.span,
        found.reason,
        hint=(
            f"the week begins on {plan.first_day(found.week)}; without single rest days each has "
            f"{free} free days",
            "rest less, come less often or closer together; or name the days, and leave single "
            "ones out with: skip 2026-12-24",
        ),
    )  # fmt: skip
