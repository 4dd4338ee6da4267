"""Scopes: what a clearance after a red flag can open, and which of it a session has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Item, Picked, Rungs, Session, Stretch, Together
from mesocycle.compiler.checked.run import REST, each_leg

#: Where a clearance for one kind of training lets another pass.
_SCOPES = {"technique": "strength", "run": "running", "walk": "walking", "hike": "walking"}

#: What no clearance names: only one of everything opens it.
TASKS: Final = "tasks"

#: All kinds of training: what a rule or a substitute puts in a place has to be cleared as well.
EVERY: Final = frozenset(
    ("walking", "running", "cardio", "strength", "stability", "flexibility", "plyometric", TASKS)
)


def scope_of(exercise: Exercise) -> str:
    """What a clearance calls an exercise: strength, flexibility, …"""
    return _SCOPES.get(exercise.kind, exercise.kind)


def activity_scope(activity: str) -> str:
    """What a clearance calls an activity: running, walking, or cardio for all others."""
    return _SCOPES.get(activity, "cardio")


def scopes(session: Session, merged: Session | None = None) -> frozenset[str]:
    """All that a clearance could open of a session, in whatever week and on whatever day.

    `merged` is a missed session of which it has lines as well.
    """
    found = set()
    parts = (session, *session.options, *((merged,) if merged else ()))
    for item in (item for each in parts for item in each.items):
        if isinstance(item.what, Picked | Rungs | Together):
            found |= {scope_of(exercise) for exercise in exercises_in(item, item.what)}
        elif isinstance(item.what, Stretch):
            found |= {activity_scope(activity) for activity in activities_in(session, item)}
        else:
            found.add(TASKS)
    return frozenset((found | {"walking"} if "running" in found else found) or {TASKS})


def exercises_in(item: Item, what: Picked | Rungs | Together) -> Iterator[Exercise]:
    """Every exercise that a line names, those that stand in for them in a week or case too."""
    yield from what.exercises
    if isinstance(what, Picked) and what.otherwise:
        yield what.otherwise
    said = [each.manner for each in item.weekly] + [each.manner for each in item.conditionals]
    yield from (manner.swap for manner in (item.manner, *said) if manner.swap)


def activities_in(session: Session, item: Item) -> set[str]:
    """Every activity that a line of endurance may come to."""
    manners = [item.manner, session.manner, *(c.manner for c in session.conditionals)]
    manners += [*(each.manner for each in item.weekly), *(c.manner for c in item.conditionals)]
    legs = list(item.what.each()) if isinstance(item.what, Stretch) else []
    for manner in manners:
        legs += manner.course.each() if manner.course else ()
        for stage in manner.progress.stages if manner.progress else ():
            legs += each_leg(stage.course)
    swaps = {other for manner in manners for _, other, _ in manner.activities}
    return {leg.activity for leg in legs if leg.activity != REST} | swaps
