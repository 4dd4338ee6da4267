"""Conditions: words become canonical, and each is used where it can have an answer."""

from __future__ import annotations

from typing import Literal, cast

from msgspec.structs import replace

from mesocycle.catalogue.body import REGIONS, chain_place
from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.mistakes import did_you_mean
from mesocycle.catalogue.model import fold
from mesocycle.catalogue.suggest import closest
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.catalogue.words import DIRECTIONS, EQUIPMENT, KINDS, POSITIONS
from mesocycle.compiler.names import names_of, race_statements
from mesocycle.diary import flags
from mesocycle.syntax import nodes as n

#: Where a condition stands: of an exercise being chosen, of a run, or of the athlete alone.
Place = Literal["exercise", "run", "athlete"]

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
    if place != "exercise" and _is_of_an_exercise(condition):
        r.notes.error(
            "E321", "this condition is about an exercise", piece.span,
            "there is no exercise here to ask about",
            hint="put it on the exercise's own line, or ask about the athlete: back pain > 0",
        )  # fmt: skip
    return _word(r, piece, condition)


def _is_of_an_exercise(condition: n.Condition) -> bool:
    return isinstance(condition, _OF_AN_EXERCISE) or (
        isinstance(condition, n.Compare) and condition.field in ("level", "impact")
    )


def _word(r: Lookup, piece: n.Piece[n.Node], condition: n.Condition) -> n.Condition:
    if isinstance(condition, n.Has) and condition.field in _VOCABULARIES:
        found = r.word(_VOCABULARIES[condition.field], piece, condition.value)
        return n.Has(condition.field, n.Word(found)) if found else condition
    if isinstance(condition, n.Pain):
        return _pain(r, piece, condition)
    if isinstance(condition, n.PainMoves | n.PainBeyond):
        return _placed(r, piece, condition)
    if isinstance(condition, n.Answered):
        from mesocycle.compiler.resolve import answers  # most plans ask nothing

        return answers.answered(r, piece, condition)
    if isinstance(condition, n.Compare):
        _check_number(r, piece, condition)
    if isinstance(condition, n.OnTrack):
        return _track(r, piece, condition)
    if isinstance(condition, n.Done):
        return _done(r, piece, condition)
    if isinstance(condition, n.AtPlace):
        found = r.place(piece, condition.place)
        return n.AtPlace(n.Word(found)) if found else condition
    if isinstance(condition, n.Symptom):
        symptom = flags.symptom(condition.name.text)
        if symptom:
            return n.Symptom(n.Word(symptom.name))
        r.unknown("E206", "condition", piece, condition.name, askable())
    return condition


def _check_number(r: Lookup, piece: n.Piece[n.Node], condition: n.Compare) -> None:
    """A number of the calendar is one that there can be."""
    if condition.field == "weeks to race" and not any(race_statements(r.file.statements)):
        r.notes.error(
            "E462", "no race to count the weeks to", piece.span, "the plan's calendar has none",
            hint='add one: calendar, and below it race "Half" on 2027-04-18; or ask: week >= 3',
        )  # fmt: skip
    first = 1 if condition.field == "week" else 0
    if condition.field in ("week", "weeks to race") and _is_idle(condition, first):
        r.notes.warning(
            "W544", f"{condition.field} {condition.op} {condition.value} tells no week from others",
            piece.span, f"the number is {first} or more",
            hint="the first week is week 1; the week of the race has 0 weeks to it",
        )  # fmt: skip


def _is_idle(condition: n.Compare, first: int) -> bool:
    """Whether the answer is the same for every number from `first` on."""
    value = condition.value
    return value < first or (value == first and condition.op in ("<", ">="))


def tracks(file: n.File) -> dict[str, n.Piece[n.Node]]:
    """The plan's tracks by their folded names, each with the line that says so."""
    found: dict[str, n.Piece[n.Node]] = {}
    for statement in file.statements:
        if isinstance(statement.head.node, n.TrackHead):
            found.setdefault(fold(statement.head.node.name.text), statement.head)
    return found


def check_tracks(r: Lookup) -> None:
    """A track that no line asks about is the same as none: told once the lines are read."""
    used = cast(set[str], r.kept.get("tracks", set()))
    for name, head in tracks(r.file).items():
        if name not in used:
            r.notes.warning(
                "W522", f"nothing differs on the track {name}", head.span, "no line asks about it",
                hint=f"say what is different, under an exercise: if {name}: 3x5",
            )  # fmt: skip


def _track(r: Lookup, piece: n.Piece[n.Node], condition: n.OnTrack) -> n.Condition:
    known, name = tracks(r.file), fold(condition.track.text)
    cast(set[str], r.kept.setdefault("tracks", set())).add(name)
    if name not in known:
        near = closest(name, (*known, *askable()))
        r.notes.error(
            "E349", f"no track {condition.track.text}", piece.at(condition.track),
            "neither a track of this plan nor a condition",
            hint=(*did_you_mean(near), f"name a new one at the left margin: track {name}"),
        )  # fmt: skip
    return n.OnTrack(n.Word(name))


def _done(r: Lookup, piece: n.Piece[n.Node], condition: n.Done) -> n.Condition:
    """`"Walk-run" done 6 times`: of a session or a race of this plan."""
    names = {fold(name): name for name in names_of(r.file).sessions}
    name = names.get(fold(condition.session.text))
    if name is None:
        r.unknown("E313", "session", piece, condition.session, list(names.values()))
        return condition
    return n.Done(n.Word(name), condition.times, condition.painfree)


def askable() -> tuple[str, ...]:
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
    return replace(condition, region=n.Word(found))


def _placed(
    r: Lookup, piece: n.Piece[n.Node], condition: n.PainMoves | n.PainBeyond
) -> n.Condition:
    """A place in the body's own word; `beyond` is of places in a row from the back to the foot."""
    if condition.region is None:
        return condition
    found = r.word(REGIONS, piece, condition.region)
    if found is None:
        return condition
    if isinstance(condition, n.PainBeyond) and chain_place(found) is None:
        r.notes.error(
            "E512", f"nothing is beyond the {found}", piece.at(condition.region),
            "places in a row are the back, buttock, thigh, calf and foot",
            hint="write: pain beyond buttock; or ask for the place itself: knee pain > 3",
        )  # fmt: skip
    return replace(condition, region=n.Word(found))
