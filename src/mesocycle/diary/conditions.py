"""Conditions of the athlete: those that exercises avoid, and those that need a clearance first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import cast

from mesocycle.catalogue.model import fold
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.catalogue.words import CONDITIONS
from mesocycle.diary.model import ConditionLog
from mesocycle.diary.outside import AGE, NONE, OUT_OF_SCOPE, UNDER_AGE
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Node, Piece, Statement, Word

_BEYOND = (*OUT_OF_SCOPE, UNDER_AGE)

#: What `cleared by … with …` may name.
CLEARABLE = Vocabulary(
    "condition",
    {
        AGE: (UNDER_AGE, *CONDITIONS.others(UNDER_AGE)),
        **{name: CONDITIONS.others(name) for name in OUT_OF_SCOPE},
    },
)


def conditions(
    reader: Reader,
    piece: Piece[Node],
    words: tuple[Word, ...],
    before: Collection[str] = (),
    date: dt.date | None = None,
) -> list[ConditionLog]:
    """The conditions that a line names, beside those named `before`; unknown ones are mistakes."""
    found: dict[str, ConditionLog] = {}
    for word in words:
        none = fold(word.text) == NONE
        name = NONE if none else reader.word(CONDITIONS, piece, word)
        others = {*before, *found} - {name}
        if (none and not others.isdisjoint(_BEYOND)) or (name in _BEYOND and NONE in others):
            reader.notes.error(
                "E420", "a condition and none", piece.at(word), "the two contradict each other",
                hint="keep the one that is so",
            )  # fmt: skip
        elif name is not None:
            found[name] = ConditionLog(name=name, date=date, because=reader.because(piece))
    return list(found.values())


def dated(reader: Reader, statement: Statement, date: dt.date) -> list[ConditionLog]:
    """`2026-12-10 condition osteoporosis`."""
    node = cast(d.ConditionEntry, statement.head.node)
    return conditions(reader, statement.head, node.conditions, (), date)
