"""Sessions of one name: one kind of session, described anew for other weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Session
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n


def overlap(one: frozenset[int] | None, other: frozenset[int] | None) -> bool:
    """Whether there is a week in both; None is every week."""
    return one is None or other is None or not one.isdisjoint(other)


def check(r: Lookup, statements: Sequence[n.Statement], sessions: Sequence[Session]) -> None:
    """In one week a name, and an identity, belongs to one session."""
    known: dict[str, list[tuple[n.Statement, Session]]] = {}
    for statement, session in zip(statements, sessions, strict=True):
        before = known.setdefault(session.key, [])
        other = next((pair for pair in before if _collide(pair[1], session)), None)
        if other is not None:
            name = cast(n.SessionHead, statement.head.node).name
            r.notes.error(
                "E326", f"a second session {session.name}", statement.head.at(name),
                "in one week, each session needs its own name and id",
                labels=[Label(other[0].head.span, "the first one is here")],
                hint="name it apart: Strength A, Strength B; or give each its own weeks",
            )  # fmt: skip
        before.append((statement, session))


def _collide(one: Session, other: Session) -> bool:
    if fold(one.name) != fold(other.name):
        return True  # two names of one identity, which the diary could not tell apart
    return overlap(one.timing.weeks, other.timing.weeks)
