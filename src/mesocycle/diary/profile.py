"""The athlete's lines at the top of a diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

from mesocycle.catalogue.model import fold
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.catalogue.words import CONDITIONS, DIRECTIONS, EQUIPMENT
from mesocycle.civil import read_date, read_zone, zone_names
from mesocycle.diary.model import Athlete, AvoidLoad
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Node, Piece, Statement, Word

#: A coach may widen "painfree" to at most this; more needs a recorded clinician.
WIDEST_LIMIT = 2

SEXES = Vocabulary("sex", {"female": (), "male": ()})

#: Lines that may come again: each adds to the others.
_SEVERAL = ("condition", "AvoidLoads", "max", "best")

Facts = dict[str, Any]


def read(reader: Reader, statement: Statement) -> Athlete:
    """The athlete that the statement describes; mistakes go to the reader's notes."""
    head = cast(d.AthleteHead, statement.head.node)
    facts: Facts = {"name": head.name.text}
    seen: set[str] = set()
    for child in statement.children:
        line = _LINES.get(type(child.head.node))
        if line and _first(reader, child.head, seen):
            line(reader, child.head, facts)
    return Athlete(**facts)


def _first(reader: Reader, piece: Piece[Node], seen: set[str]) -> bool:
    """Whether a line is the first of its kind, with one value, where there can be one only."""
    key = getattr(piece.node, "key", type(piece.node).__name__)
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
    known = (reader.word(CONDITIONS, piece, word) for word in node.values)
    facts["conditions"] = (*facts.get("conditions", ()), *(name for name in known if name))


def _number(reader: Reader, piece: Piece[Node], facts: Facts) -> None:
    node = cast(d.ProfileNumber, piece.node)
    if node.key == "age":
        facts["age"] = node.value
    elif node.value > WIDEST_LIMIT:
        reader.notes.error(
            "E409", f"a pain limit of {node.value}", piece.at(node.word),
            f"a coach may widen the limit to {WIDEST_LIMIT}, no further",
            hint=f"write a limit from 0 to {WIDEST_LIMIT}",
        )  # fmt: skip
    else:
        facts["pain_limit"] = node.value


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


_LINES: dict[type[Node], Callable[[Reader, Piece[Node], Facts], None]] = {
    d.Profile: _words,
    d.ProfileNumber: _number,
    d.Follows: _follows,
    d.AvoidLoads: _avoid,
}

_WORDS: dict[str, Callable[[Reader, Piece[Node], d.Profile, Facts], None]] = {
    "timezone": _timezone,
    "place": _place,
    "equipment": _equipment,
    "sex": _sex,
    "condition": _condition,
}
