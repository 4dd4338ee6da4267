"""Red flags and who cleared them: the two entries that stop training, and let it go on."""

from __future__ import annotations

import datetime as dt
from typing import cast

from mesocycle.catalogue.model import fold
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.diary import flags
from mesocycle.diary.conditions import CLEARABLE
from mesocycle.diary.model import Clearance, Flag
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Statement, Word

#: What a clearance opens beside the thing it names: what is lighter of the same sort.
_COVERS = {"strength": ("stability",), "running": ("walking",)}

SELF = frozenset({"me", "myself", "i", "self"})

#: What stands where a name is still missing.
_NOBODY = frozenset(
    {"nobody", "no one", "noone", "none", "not yet", "unknown", "who", "name", "tbd"}
)

#: What a clearance can be for; no scope is everything.
SCOPES = Vocabulary(
    "scope",
    {
        "walking": ("walk", "walks"),
        "running": ("run", "runs"),
        "cardio": ("swimming", "cycling"),
        "strength": ("strength training",),
        "stability": (),
        "flexibility": ("stretching", "mobility"),
    },
)


def flag(reader: Reader, statement: Statement, date: dt.date) -> Flag | None:
    """A red flag as reported; one that is on no list is a mistake."""
    node = cast(d.FlagEntry, statement.head.node)
    found = flags.symptom(node.symptom.text)
    reader.region(statement.head, node.region)
    if found is None:
        reader.unknown("E410", "red flag", statement.head, node.symptom, flags.names())
        return None
    where = " ".join(part for part in (node.side, node.region and node.region.text) if part)
    return Flag(
        date=date,
        symptom=found.name,
        level=flags.level(found, node.region.text if node.region else "", node.side),
        text=f"{found.name} ({where})" if where else found.name,
        because=reader.because(statement.head),
    )


def cleared(reader: Reader, statement: Statement, date: dt.date) -> Clearance | None:
    """Who cleared what; a scope that is not understood clears nothing, and is a mistake."""
    node = cast(d.ClearedEntry, statement.head.node)
    by = fold(node.by.text)
    if by in _NOBODY or not any(c.isalnum() for c in by):
        reader.notes.error(
            "E446", "nobody has cleared it", statement.head.at(node.by),
            "who has examined the athlete stands here",
            hint='once somebody has, say who: cleared by "Dr Meyer"',
        )  # fmt: skip
        return None
    if by in SELF:
        reader.notes.warning(
            "W419", "cleared by the athlete", statement.head.at(node.by),
            "a doctor or a physiotherapist clears it",
            hint='say who has examined you: cleared by "physiotherapist"',
        )  # fmt: skip
    scope = [_scope(reader, statement, word) for word in node.scope]
    if None in scope:  # never clear more than was meant: a scope not understood clears nothing
        return None
    known = tuple(part for word in scope if word for part in (word, *_COVERS.get(word, ())))
    condition: str | None = None
    if node.condition is not None:
        condition = reader.word(CLEARABLE, statement.head, node.condition)
        if condition is None:  # nor does it clear red flags then
            return None
    because = reader.because(statement.head)
    return Clearance(date=date, by=node.by.text, scope=known, condition=condition, because=because)


def _scope(reader: Reader, statement: Statement, word: Word) -> str | None:
    """What a clearance is for; a condition there is told its place."""
    condition = CLEARABLE.find(word.text) if SCOPES.find(word.text) is None else None
    if condition is None:
        return reader.word(SCOPES, statement.head, word)
    reader.notes.error(
        "E206", f"`{word.text}` is a condition, nothing that somebody does",
        statement.head.at(word), "`for` says what is allowed again",
        hint=f'write: cleared by "Dr Meyer" with {condition}',
    )  # fmt: skip
    return None
