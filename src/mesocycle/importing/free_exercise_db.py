"""An exercise of free-exercise-db: an object of its `dist/exercises.json`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from mesocycle.importing.foreign import (
    Entry,
    LeftOut,
    Words,
    identity,
    no_name,
    plain,
    sides_of,
    tags_of,
)

SHORT = "fedb"
NAME = "free-exercise-db"
#: What its library says of where it is from.
ABOUT = (
    "Source: https://github.com/yuhonas/free-exercise-db",
    "Licence: the Unlicense, by its own word.",
)

_KINDS = {
    "strength": "strength",
    "powerlifting": "strength",
    "olympic weightlifting": "strength",
    "strongman": "strength",
    "stretching": "flexibility",
    "plyometrics": "plyometric",
    "cardio": "cardio",
}
_MEASURES = {"flexibility": "hold", "cardio": "time"}
_MUSCLES = {"abductors": "glute medius"}
_EQUIPMENT = {
    "body only": "",
    "e-z curl bar": "ez bar",
    "foam roll": "foam roller",
    "kettlebells": "kettlebell",
}


class _Theirs(msgspec.Struct):
    name: object = None
    id: object = None
    category: object = None
    force: object = None
    level: object = None
    mechanic: object = None
    equipment: object = None
    primaryMuscles: list[object] = []  # noqa: N815 - their name
    secondaryMuscles: list[object] = []  # noqa: N815 - their name


def is_one(value: object) -> bool:
    """Whether it looks like one of theirs."""
    return isinstance(value, Mapping) and "primaryMuscles" in value and "name" in value


def entry(value: object) -> Entry | LeftOut:
    """The exercise in `value`, or why it cannot be written."""
    try:
        theirs = msgspec.convert(value, _Theirs)
    except msgspec.ValidationError as error:
        name = plain(value.get("name")) if isinstance(value, Mapping) else ""
        return LeftOut(name, f"it is not of their form: {plain(str(error))}")
    why = no_name(theirs.name)
    if why:
        return LeftOut(plain(theirs.name), why)
    name = plain(theirs.name)
    category = plain(theirs.category).lower()
    if category not in _KINDS:
        return LeftOut(name, f"its category is {category or 'not said'}")
    kind = _KINDS[category]
    words = Words()
    return Entry(
        key=f"{NAME} {plain(theirs.id) or name}",
        id=identity(NAME, plain(theirs.id) or name),
        name=name,
        kind=kind,
        trains=words.parts(theirs.primaryMuscles, _MUSCLES),
        assists=words.parts(theirs.secondaryMuscles, _MUSCLES),
        sides=sides_of(name),
        measure=_MEASURES.get(kind, "hold" if theirs.force == "static" else "reps"),
        equipment=_equipment(theirs.equipment, words),
        tags=tags_of((
            theirs.level, theirs.force, theirs.mechanic, category if category != kind else None,
        )),
        lost=tuple(words.lost),
    )  # fmt: skip


def _equipment(value: object, words: Words) -> tuple[str, ...] | None:
    """None where nobody says what it needs; what is called `other` may be anything."""
    if value is None:
        words.lost.append("equipment: not said")
        return None
    return words.equipment([value], _EQUIPMENT) or (() if value == "body only" else None)
