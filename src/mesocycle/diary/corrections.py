"""Corrections: `corrects line 14` takes back what was logged there.

Only what was done, lifted or weighed can be corrected. How it hurt is said anew by a later
entry, and a red flag is cleared by somebody, never corrected away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from mesocycle.diary.entries import Entry
from mesocycle.diary.fitness import kind_of
from mesocycle.diary.model import Bodyweight, ExerciseLog, FitnessLog, MaxLog, SessionLog
from mesocycle.diary.reader import Reader
from mesocycle.syntax.diary_nodes import Corrects
from mesocycle.syntax.nodes import Node, Piece, Statement

_CORRECTED = (SessionLog, ExerciseLog, MaxLog, Bodyweight, FitnessLog)


def correct(reader: Reader, statements: Sequence[Statement], found: Sequence[Entry]) -> list[Entry]:
    """The entries without those that a later line corrects."""
    corrections = list(_corrections(statements))
    if not corrections:
        return list(found)
    done = {line: what for entry in found for line, what in _lines(entry)}
    taken_back: set[int] = set()
    for own, piece, line in corrections:
        if line < own and line in done and done[line] == done.get(own):
            taken_back.add(line)
        else:
            reader.notes.error(
                "E414", f"line {line} cannot be corrected", piece.span,
                "not an entry of the same exercise or session, of the same day, above this one",
                hint="name the line that is wrong; a red flag is cleared: cleared by …",
            )  # fmt: skip
    return [kept for entry in found for kept in _without(entry, taken_back)]


def _corrections(statements: Sequence[Statement]) -> Iterator[tuple[int, Piece[Node], int]]:
    """For each correction the line of its own entry, its clause, and the line it names."""
    for statement in statements:
        for piece in statement.clauses:
            if isinstance(piece.node, Corrects):
                yield statement.head.span.line, piece, piece.node.line.low
        yield from _corrections(statement.children)


def _lines(entry: Entry) -> Iterator[tuple[int, tuple[dt.date | None, str]]]:
    """The lines of what was done, and what it was: only its like can take its place.

    What somebody weighs, lifts or runs may have been entered on the wrong day.
    """
    if isinstance(entry, SessionLog):
        yield entry.because.line, (entry.date, entry.session)
        for log in entry.exercises:
            yield from _lines(log)
    if isinstance(entry, ExerciseLog):
        yield entry.because.line, (entry.date, entry.exercise)
    if isinstance(entry, MaxLog):
        yield entry.because.line, (None, f"max {entry.exercise} {entry.training}")
    if isinstance(entry, Bodyweight):
        yield entry.because.line, (None, "bodyweight")
    if isinstance(entry, FitnessLog):
        yield entry.because.line, (None, " ".join(map(str, kind_of(entry.line))))


def _without(entry: Entry, taken_back: set[int]) -> Iterator[Entry]:
    if isinstance(entry, _CORRECTED) and entry.because.line in taken_back:
        return
    if isinstance(entry, SessionLog):
        kept = tuple(log for log in entry.exercises if log.because.line not in taken_back)
        entry = replace(entry, exercises=kept)
    yield entry
