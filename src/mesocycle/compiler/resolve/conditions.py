"""Conditions: words become canonical, and each is used where it can have an answer."""

from __future__ import annotations

from typing import Literal

from mesocycle.catalogue.body import REGIONS
from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.catalogue.words import DIRECTIONS, EQUIPMENT, KINDS, POSITIONS
from mesocycle.diary import flags
from mesocycle.syntax import nodes as n

#: Where a condition stands: of an exercise being chosen, or of the athlete alone.
Place = Literal["exercise", "athlete"]

_OF_AN_EXERCISE = (n.Evidence, n.Has, n.EquipmentFree)

_VOCABULARIES: dict[str, Vocabulary] = {
    "trains": REGIONS,
    "loads": DIRECTIONS,
    "position": POSITIONS,
    "needs": EQUIPMENT,
    "kind": KINDS,
}


def resolve(r: Lookup, piece: n.Piece[n.Node], condition: n.Condition, place: Place) -> n.Condition:
    """The same condition with canonical words; what cannot be answered here is a mistake."""
    if isinstance(condition, n.Both | n.Either):
        return type(condition)(tuple(resolve(r, piece, part, place) for part in condition.parts))
    if isinstance(condition, n.Not):
        return n.Not(resolve(r, piece, condition.part, place))
    if place == "athlete" and _is_of_an_exercise(condition):
        r.notes.error(
            "E321", "this condition is about an exercise", piece.span,
            "there is no exercise here to ask about",
            hint="put it on the exercise's own line, or ask about the athlete: back pain > 0",
        )  # fmt: skip
    return _word(r, piece, condition)


def _is_of_an_exercise(condition: n.Condition) -> bool:
    return isinstance(condition, _OF_AN_EXERCISE) or (
        isinstance(condition, n.Compare) and condition.field != "age"
    )


def _word(r: Lookup, piece: n.Piece[n.Node], condition: n.Condition) -> n.Condition:
    if isinstance(condition, n.Has) and condition.field in _VOCABULARIES:
        found = r.word(_VOCABULARIES[condition.field], piece, condition.value)
        return n.Has(condition.field, n.Word(found)) if found else condition
    if isinstance(condition, n.Pain):
        return _pain(r, piece, condition)
    if isinstance(condition, n.AtPlace):
        found = r.place(piece, condition.place)
        return n.AtPlace(n.Word(found)) if found else condition
    if isinstance(condition, n.Symptom):
        symptom = flags.symptom(condition.name.text)
        if symptom:
            return n.Symptom(n.Word(symptom.name))
        r.unknown("E206", "condition", piece, condition.name, _askable())
    return condition


def _askable() -> tuple[str, ...]:
    """Words that a condition may be of: a misspelt one is offered the nearest."""
    return (*flags.names(), "painfree", "slow", "helps", "tried", "untried", "outdoors", "indoors")


def _pain(r: Lookup, piece: n.Piece[n.Node], condition: n.Pain) -> n.Condition:
    if condition.value > 10:
        r.notes.error(
            "E325", f"pain {condition.value} is not on the scale", piece.span,
            "pain goes from 0 to 10",
            hint="0 is none, 10 is the worst imaginable",
        )  # fmt: skip
    if condition.region is None:
        return condition
    found = r.word(REGIONS, piece, condition.region)
    if found is None:
        return condition
    return n.Pain(condition.op, condition.value, n.Word(found), condition.side)
