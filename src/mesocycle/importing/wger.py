"""An exercise of wger: one of the `results` of its `api/v2/exerciseinfo`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from mesocycle.importing.foreign import (
    MOST_WORDS,
    Entry,
    LeftOut,
    Words,
    identity,
    no_name,
    plain,
    sides_of,
    tags_of,
)

SHORT = "wger"
NAME = "wger"
#: What its library says of where it is from.
ABOUT = (
    "Source: https://wger.de/api/v2/exerciseinfo/",
    "Licence and authors stand above each exercise; who passes this file on leaves them there.",
)

#: The number of English among their languages.
_ENGLISH = 2
_MUSCLES = {
    "biceps brachii": "biceps",
    "anterior deltoid": "front shoulders",
    "triceps brachii": "triceps",
    "quadriceps femoris": "quads",
    "obliquus externus abdominis": "obliques",
}
_EQUIPMENT = {"none (bodyweight exercise)": "", "sz-bar": "ez bar", "gym mat": "mat"}


class _Named(msgspec.Struct):
    name: object = None
    short_name: object = None
    alias: object = None


class _Translation(msgspec.Struct):
    name: object = None
    language: object = None
    aliases: list[_Named] = []
    license_author: object = None


class _Theirs(msgspec.Struct):
    id: object = None
    category: _Named | None = None
    muscles: list[_Named] = []
    muscles_secondary: list[_Named] = []
    equipment: list[_Named] = []
    license: _Named | None = None
    license_author: object = None
    translations: list[_Translation] = []
    exercises: list[_Translation] = []


def is_one(value: object) -> bool:
    """Whether it looks like one of theirs; older versions called the translations exercises."""
    if not isinstance(value, Mapping) or "muscles" not in value:
        return False
    return isinstance(value.get("translations", value.get("exercises")), list)


def entry(value: object) -> Entry | LeftOut:
    """The exercise in `value`, or why it cannot be written."""
    number = plain(value.get("id")) if isinstance(value, Mapping) else ""
    try:
        theirs = msgspec.convert(value, _Theirs)
    except msgspec.ValidationError as error:
        return LeftOut(f"{NAME} {number}", f"it is not of their form: {plain(str(error))}")
    spoken = _spoken(theirs.translations or theirs.exercises)
    why = no_name(spoken.name)
    if why:
        return LeftOut(plain(spoken.name) or f"{NAME} {number}", why)
    name = plain(spoken.name)
    words = Words()
    category = plain(theirs.category.name) if theirs.category else ""
    cardio = category.lower() == "cardio"
    equipment = words.equipment(_names(theirs.equipment), _EQUIPMENT)
    return Entry(
        key=f"{NAME} {number}",
        id=identity(NAME, number or name),
        name=name,
        kind="cardio" if cardio else None,
        trains=words.parts(_names(theirs.muscles), _MUSCLES),
        assists=words.parts(_names(theirs.muscles_secondary), _MUSCLES),
        sides=sides_of(name),
        measure="time" if cardio else None,
        equipment=equipment if theirs.equipment and (equipment or not words.lost) else None,
        aliases=tuple(_aliases(spoken, words)),
        tags=tags_of((category,)) if not cardio else (),
        credit=_credit(theirs, spoken),
        lost=tuple(words.lost if theirs.equipment else [*words.lost, "equipment: not said"]),
    )


def _spoken(translations: Sequence[_Translation]) -> _Translation:
    """The English one, or the first."""
    english = (each for each in translations if each.language == _ENGLISH)
    return next(english, translations[0] if translations else _Translation())


def _names(named: Iterable[_Named]) -> list[object]:
    return [each.name for each in named]


def _aliases(spoken: _Translation, words: Words) -> Iterable[str]:
    for each in spoken.aliases[:MOST_WORDS]:
        if no_name(each.alias):
            words.lost.append(f"other name: {plain(each.alias)}")
        else:
            yield plain(each.alias)


def _credit(theirs: _Theirs, spoken: _Translation) -> str:
    """Licence and authors of the exercise and of its name."""
    licence = plain(theirs.license.short_name) if theirs.license else ""
    authors = dict.fromkeys(
        filter(None, (plain(theirs.license_author), plain(spoken.license_author)))
    )
    by = f", by {', '.join(authors)}" if authors else ""
    return (licence or "licence not said") + by
