"""Touched: whose maxes a session may ask for, so that what moves them is counted before it."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.compiler.checked import Item, Manner, Picked, Rungs, Session, Together
from mesocycle.syntax.nodes import LoadNode, Percent


def touched(session: Session) -> frozenset[str] | None:
    """The ids of the exercises in a session; None where a load may be of any other lift."""
    items = [item for each in (session, *session.options) for item in each.items]
    if any(isinstance(n, Percent) and n.lift for item in items for n in _loads(item)):
        return None
    return frozenset(
        exercise.id
        for item in items
        if isinstance(item.what, Picked | Rungs | Together)
        for exercise in item.what.exercises
    )


def _loads(item: Item) -> Iterator[LoadNode]:
    manners = [item.manner, *(w.manner for w in item.weekly), *(r.manner for r in item.rungs)]
    for manner in [*manners, *(c.manner for c in item.conditionals)]:
        yield from _loads_in(manner)


def _loads_in(manner: Manner) -> Iterator[LoadNode]:
    yield from manner.loads
    stages = manner.progress.stages if manner.progress else ()
    schemes = [manner.scheme, *(stage.scheme for stage in stages)]
    groups = [group for scheme in schemes if scheme for group in scheme.groups]
    for group in (*groups, *manner.warmup):
        yield from group.loads
