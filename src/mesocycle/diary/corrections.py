"""Corrections: `corrects line 14` takes back what was logged there.

Only what was done, lifted or weighed can be corrected. How it hurt is said anew by a later
entry, and a red flag is cleared by somebody, never corrected away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from mesocycle.diary.entries import Entry
from mesocycle.diary.fitness import kind_of
from mesocycle.diary.model import Bodyweight, ExerciseLog, FitnessLog, MaxLog, SessionLog
from mesocycle.diary.reader import Reader
from mesocycle.programme import Because
from mesocycle.syntax.diary_nodes import Corrects
from mesocycle.syntax.nodes import Node, Piece, Statement

#: A line of a diary: a correction means its own file.
Line = tuple[str, int]

_CORRECTED = (SessionLog, ExerciseLog, MaxLog, Bodyweight, FitnessLog)


def correct(reader: Reader, statements: Sequence[Statement], found: Sequence[Entry]) -> list[Entry]:
    """The entries without those that a later line corrects."""
    corrections = list(_corrections(statements))
    if not corrections:
        return list(found)
    done = {line: what for entry in found for line, what in _lines(entry)}
    instead: dict[Line, Line] = {}
    for own, piece, line in corrections:
        wrong = (own[0], line)
        if wrong < own and wrong in done and done[wrong] == done.get(own):
            instead[wrong] = own
        else:
            reader.notes.error(
                "E414", f"line {line} cannot be corrected", piece.span,
                "not an entry of the same exercise or session, of the same day, above this one",
                hint="name the line that is wrong; a red flag is cleared: cleared by …",
            )  # fmt: skip
    found = _in_their_places(found, instead)
    return [kept for entry in found for kept in _without(entry, frozenset(instead))]


def _corrections(statements: Sequence[Statement]) -> Iterator[tuple[Line, Piece[Node], int]]:
    """For each correction the line of its own entry, its clause, and the line it names."""
    for statement in statements:
        for piece in statement.clauses:
            if isinstance(piece.node, Corrects):
                head = statement.head
                yield (head.source.cited, head.span.line), piece, piece.node.line.low
        yield from _corrections(statement.children)


def _line(because: Because) -> Line:
    return because.file, because.line


def _lines(entry: Entry) -> Iterator[tuple[Line, tuple[dt.date | None, str]]]:
    """The lines of what was done, and what it was: only its like can take its place.

    What somebody weighs, lifts or runs may have been entered on the wrong day.
    """
    if isinstance(entry, SessionLog):
        yield _line(entry.because), (entry.date, entry.session)
        for log in entry.exercises:
            yield from _lines(log)
    if isinstance(entry, ExerciseLog):
        yield _line(entry.because), (entry.date, entry.exercise)
    if isinstance(entry, MaxLog):
        yield _line(entry.because), (None, f"max {entry.exercise} {entry.training}")
    if isinstance(entry, Bodyweight):
        yield _line(entry.because), (None, "bodyweight")
    if isinstance(entry, FitnessLog):
        yield _line(entry.because), (None, " ".join(map(str, kind_of(entry.line))))


def _in_their_places(found: Sequence[Entry], instead: Mapping[Line, Line]) -> list[Entry]:
    """The entries, those at the margin that correct a line of a session put where that stands."""
    alone = {(_line(e.because), e.exercise): e for e in found if isinstance(e, ExerciseLog)}
    placed: set[int] = set()
    made: list[Entry] = []
    for entry in found:
        if isinstance(entry, SessionLog) and _line(entry.because) not in instead:
            logs = []
            for log in entry.exercises:
                new = alone.get((_newest(_line(log.because), instead), log.exercise))
                logs.append(log if new is None else _as(log, new))
                placed.add(id(new))
            made.append(replace(entry, exercises=tuple(logs)))
        else:
            made.append(entry)
    return [entry for entry in made if id(entry) not in placed]


def _newest(line: Line, instead: Mapping[Line, Line]) -> Line:
    """The line that holds in place of another, after all corrections."""
    while line in instead:
        line = instead[line]
    return line


def _as(wrong: ExerciseLog, right: ExerciseLog) -> ExerciseLog:
    """The right entry as the line of a session that the wrong one was."""
    return replace(
        right,
        session=wrong.session,
        label=right.label or wrong.label,
        instead_of=right.instead_of or wrong.instead_of,
    )


def _without(entry: Entry, taken_back: frozenset[Line]) -> Iterator[Entry]:
    if isinstance(entry, _CORRECTED) and _line(entry.because) in taken_back:
        return
    if isinstance(entry, SessionLog):
        kept = tuple(log for log in entry.exercises if _line(log.because) not in taken_back)
        entry = replace(entry, exercises=kept)
    yield entry
