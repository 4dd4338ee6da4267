"""The athlete's lines at the top of a diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

from mesocycle.catalogue.model import fold
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.catalogue.words import DIRECTIONS, EQUIPMENT
from mesocycle.civil import read_date, read_zone, zone_names
from mesocycle.diary.clearances import SELF
from mesocycle.diary.conditions import conditions
from mesocycle.diary.fitness import fitness_log, said_before
from mesocycle.diary.loads import bodyweight, gear, max_log
from mesocycle.diary.model import (
    Athlete,
    AvoidLoad,
    Bodyweight,
    ConditionLog,
    FitnessLog,
    Gear,
    MaxLog,
)
from mesocycle.diary.outside import NONE
from mesocycle.diary.pain import CLINICIANS_LIMIT, COACHS_LIMIT
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import (
    BestOf,
    FitnessLine,
    Ftp,
    HeartOf,
    MaxOf,
    Node,
    Piece,
    RoundTo,
    Statement,
    Word,
    ZoneOf,
)

_NO_CLINICIANS = SELF | {"coach", "my coach", "trainer", "my trainer", "instructor", "athlete"}

SEXES = Vocabulary("sex", {"female": (), "male": ()})

#: Lines that may come again: each adds to the others.
_SEVERAL = ("condition", "AvoidLoads", "MaxOf", "bar", "BestOf", "ZoneOf")

#: What messages call lines that have no word of their own in the node.
_CALLED = {
    "RoundTo": "rounding",
    "BodyweightLine": "bodyweight",
    "OnTrackLine": "track",
    "Ftp": "ftp",
}

Facts = dict[str, Any]

#: What a profile states from the first day on, and dated entries state anew.
Stated = MaxLog | Bodyweight | FitnessLog | ConditionLog


def read(reader: Reader, statement: Statement) -> tuple[Athlete, tuple[Stated, ...]]:
    """The athlete that the statement describes, and what is true of them from the first day on.

    Mistakes go to the reader's notes.
    """
    head = cast(d.AthleteHead, statement.head.node)
    facts: Facts = {"name": head.name.text, "stated": []}
    seen: set[str] = set()
    for child in statement.children:
        line = _LINES.get(type(child.head.node))
        if line and _first(reader, child.head, seen):
            line(reader, child.head, facts)
    stated = tuple(facts.pop("stated"))
    return Athlete(**facts), stated


def _first(reader: Reader, piece: Piece[Node], seen: set[str]) -> bool:
    """Whether a line is the first of its kind, with one value, where there can be one only."""
    kind = type(piece.node).__name__
    key: str = _CALLED.get(kind) or str(getattr(piece.node, "key", kind))
    if isinstance(piece.node, HeartOf):
        key = f"{key} hr"
    if key in _SEVERAL:
        return True
    values: tuple[Word, ...] = getattr(piece.node, "values", ())
    if key in seen or (len(values) > 1 and key != "equipment"):
        reader.said_twice(piece, key, values[1] if len(values) > 1 and key not in seen else None)
        return False
    seen.add(key)
    return True


def _words(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    node = cast(d.Profile, piece.node)
    _WORDS[node.key](reader, piece, node, facts)


def _timezone(reader: Reader, piece: Piece[Node], node: d.Profile, facts: Facts) -> None:
    word = node.values[0]
    if read_zone(word.text) is None:
        reader.unknown("E408", "time zone", piece, word, sorted(zone_names()))
    else:
        facts["timezone"] = word.text


def _place(reader: Reader, piece: Piece[Node], node: d.Profile, facts: Facts) -> None:
    facts["place"] = reader.place(piece, node.values[0])


def _equipment(reader: Reader, piece: Piece[Node], node: d.Profile, facts: Facts) -> None:
    known = (reader.word(EQUIPMENT, piece, word) for word in node.values if word.text != "none")
    facts["equipment"] = frozenset(item for item in known if item)


def _sex(reader: Reader, piece: Piece[Node], node: d.Profile, facts: Facts) -> None:
    facts["sex"] = reader.word(SEXES, piece, node.values[0])


def _condition(reader: Reader, piece: Piece[Node], node: d.Profile, facts: Facts) -> None:
    before = {each.name for each in facts["stated"] if isinstance(each, ConditionLog)}
    found = conditions(reader, piece, node.values, before)
    names = tuple(each.name for each in found if each.name != NONE)
    facts["conditions"] = (*facts.get("conditions", ()), *names)
    facts["stated"].extend(found)


def _number(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    node = cast(d.ProfileNumber, piece.node)
    if node.key == "age":
        facts["age"] = node.value
        return
    by = node.by.text if node.by else None
    who = fold(by).partition(",")[0] if by else ""
    clinician = who[:1].isalpha() and who not in _NO_CLINICIANS
    widest = CLINICIANS_LIMIT if clinician else COACHS_LIMIT
    if node.value <= widest:
        facts["pain_limit"], facts["pain_limit_by"] = node.value, by
        return
    hint = f"write a limit from 0 to {COACHS_LIMIT}"
    if node.value <= CLINICIANS_LIMIT:
        hint += f', or who set it: pain limit {node.value} by "physiotherapist, 2026-11-01"'
    label = f"a coach may widen the limit to {COACHS_LIMIT}, no further"
    if clinician:
        label = f"nobody may widen it beyond {CLINICIANS_LIMIT}"
    elif node.by:
        label = f"a doctor or a physiotherapist sets a limit above {COACHS_LIMIT}"
    at = node.word if clinician or not node.by else node.by
    reader.notes.error("E409", f"a pain limit of {node.value}", piece.at(at), label, hint=hint)


def _follows(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    node = cast(d.Follows, piece.node)
    if reader.plan is not None and fold(node.plan.text) != fold(reader.plan):
        reader.notes.warning(
            "W414", f"this diary follows another plan: {node.plan.text}", piece.at(node.plan),
            f"the plan here is {reader.plan}",
            hint="give the diary to its own plan, or name this one",
        )  # fmt: skip
        return
    if node.start is None:
        return
    start: dt.date | None = read_date(node.start.text)
    if start is None:
        reader.date(piece, node.start)
    facts["starts"] = start


def _avoid(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    node = cast(d.AvoidLoads, piece.node)
    found = reader.word(DIRECTIONS, piece, node.direction)
    if found:
        added = AvoidLoad(direction=found, because=reader.because(piece))
        facts["avoids"] = (*facts.get("avoids", ()), added)


def _max(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    found = max_log(reader, piece, cast(MaxOf, piece.node), None)
    if found is None:
        return
    same = (found.exercise, found.reps, found.training)
    if any(
        isinstance(each, MaxLog) and (each.exercise, each.reps, each.training) == same
        for each in facts["stated"]
    ):
        reader.said_twice(piece, "this max", cast(MaxOf, piece.node).word)
    facts["stated"].append(found)


def _bodyweight(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    found = bodyweight(reader, piece, None)
    if found is not None:
        facts["stated"].append(found)


def _fitness(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    line = cast(FitnessLine, piece.node)
    if isinstance(line, BestOf | ZoneOf) and said_before(reader, line):
        reader.said_twice(piece, "this best" if isinstance(line, BestOf) else "this zone")
        return
    found = fitness_log(reader, piece, line, None)
    if found is not None:
        facts["stated"].append(found)


def _gear(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    facts["gear"] = gear(reader, piece, facts.get("gear", Gear()))


def _track(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    facts["track"] = reader.track(piece, cast(d.OnTrackLine, piece.node).track)


_LINES: dict[type[Node], Callable[[Reader, Piece[Node], Facts], None]] = {
    d.Profile: _words,
    d.ProfileNumber: _number,
    d.Follows: _follows,
    d.AvoidLoads: _avoid,
    MaxOf: _max,
    d.BodyweightLine: _bodyweight,
    d.GearLine: _gear,
    RoundTo: _gear,
    d.OnTrackLine: _track,
    BestOf: _fitness,
    HeartOf: _fitness,
    Ftp: _fitness,
    ZoneOf: _fitness,
}

_WORDS: dict[str, Callable[[Reader, Piece[Node], d.Profile, Facts], None]] = {
    "timezone": _timezone,
    "place": _place,
    "equipment": _equipment,
    "sex": _sex,
    "condition": _condition,
}
