"""Dated entries: each kind of line, and the entry it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar, cast

from mesocycle.diary import flags
from mesocycle.diary.clearances import cleared, flag
from mesocycle.diary.fitness import fitness_log
from mesocycle.diary.loads import bodyweight, max_log
from mesocycle.diary.logs import exercise_logs
from mesocycle.diary.model import (
    BodyPain,
    Bodyweight,
    Clearance,
    ExerciseLog,
    FitnessLog,
    Flag,
    MaxLog,
    SessionLog,
    Walk,
)
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Node, Statement, Word

Entry = (
    SessionLog | ExerciseLog | BodyPain | Flag | Clearance | Walk | MaxLog | Bodyweight | FitnessLog
)
C = TypeVar("C", bound=Node)

#: The top of the scale of a session's exertion (CR-10).
HARDEST = 10


def read(reader: Reader, statement: Statement) -> list[Entry]:
    """The entries of one dated line and what is nested under it."""
    node = statement.head.node
    make = _MAKERS.get(type(node))
    if make is None:
        return []
    _check_notes(reader, statement)
    date = reader.date(statement.head, cast(Word, node.date))  # type: ignore[attr-defined]  # every key of _MAKERS has a date
    entry = make(reader, statement, date or dt.date.min)
    if entry is None or date is None:
        return []
    return [entry, *_pains_with_a_place(reader, statement, date)]


def _check_notes(reader: Reader, statement: Statement) -> None:
    """Whoever writes a red flag into a note is told that nothing reads it there."""
    for line in (statement, *statement.children):
        for piece in line.clauses:
            text = _free_text(piece.node)
            if text is not None and flags.speaks_of(text.text):
                reader.notes.warning(
                    "W418", "this note may speak of a red flag", piece.at(text),
                    "notes are for people, nothing reads them",
                    hint="if it is so, give it a line of its own: DATE flag numbness left leg",
                )  # fmt: skip


def _free_text(node: Node) -> Word | None:
    if isinstance(node, d.DiaryNote):
        return node.text
    return node.reason if isinstance(node, d.Skipped) else None


def _session(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    node = cast(d.SessionEntry, statement.head.node)
    name = reader.session(statement.head, node.session)
    logs = [log for child in statement.children for log in exercise_logs(reader, child, date, name)]
    rpe, lasted = _said(reader, statement, d.Felt, ("rpe", "seconds"))
    _check_exertion(reader, statement)
    seconds, metres = _said(reader, statement, d.DidEndurance, ("seconds", "metres"))
    score = _score(reader, statement)
    pains = _pains(reader, statement)
    if name is None:
        return None
    return SessionLog(
        date=date,
        session=name,
        time=reader.time(statement.head, node.time) if node.time else None,
        exercises=tuple(logs),
        rpe=rpe,
        seconds=seconds or lasted,
        metres=metres,
        endurance=seconds is not None or metres is not None,
        pain=max(pains) if pains else None,
        score=score,
        because=reader.because(statement.head),
    )


#: What is said of a session in numbers, for who says it twice.
_NUMBERS = {"rpe": "the RPE", "seconds": "the time", "metres": "the distance"}


def _said(
    reader: Reader, statement: Statement, kind: type[Node], fields: tuple[str, str]
) -> tuple[int | None, ...]:
    """The numbers that the clauses of one kind say, in one clause or in several, each once."""
    found: dict[str, int] = {}
    for piece in statement.clauses:
        if isinstance(piece.node, kind):
            said = {name: getattr(piece.node, name) for name in fields}
            for name, value in said.items():
                if value is not None and name in found:
                    reader.said_twice(piece, _NUMBERS[name])
                elif value is not None:
                    found[name] = value
    return tuple(found.get(name) for name in fields)


def _score(reader: Reader, statement: Statement) -> str | None:
    """The result of the session's timed piece, as written."""
    said = [piece for piece in statement.clauses if isinstance(piece.node, d.Score)]
    for piece in said[1:]:
        reader.said_twice(piece, "the score")
    return cast(d.Score, said[0].node).text.text if said else None


def _check_exertion(reader: Reader, statement: Statement) -> None:
    for piece in statement.clauses:
        if isinstance(piece.node, d.Felt) and (piece.node.rpe or 0) > HARDEST:
            reader.notes.error(
                "E416", f"rpe {piece.node.rpe} is not on the scale", piece.span,
                "a session's exertion goes from 0 to 10",
                hint="0 is rest, 3 moderate, 5 hard, 10 all that there is",
            )  # fmt: skip


def _exercise(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    return next(iter(exercise_logs(reader, statement, date, None)), None)


def _morning(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    return _body_pain(reader, statement, date, morning=True)


def _pain(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    return _body_pain(reader, statement, date, morning=False)


def _body_pain(
    reader: Reader, statement: Statement, date: dt.date, *, morning: bool
) -> Entry | None:
    node = cast("d.MorningEntry | d.PainEntry", statement.head.node)
    value = reader.pain(statement.head, node.value, node.word)
    region = reader.region(statement.head, node.region)
    if value is None:
        return None
    because = reader.because(statement.head)
    return BodyPain(
        date=date, value=value, region=region, side=node.side, morning=morning, because=because
    )


def _walk(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    node = cast(d.WalkEntry, statement.head.node)
    pains = _pains(reader, statement)
    return Walk(
        date=date,
        seconds=node.seconds,
        pain=max(pains) if pains else None,
        because=reader.because(statement.head),
    )


def _max(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    return max_log(reader, statement.head, cast(d.MaxEntry, statement.head.node).max, date)


def _bodyweight(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    return bodyweight(reader, statement.head, date)


def _fitness(reader: Reader, statement: Statement, date: dt.date) -> Entry | None:
    piece = statement.head
    return fitness_log(reader, piece, cast(d.FitnessEntry, piece.node).line, date)


def _pains_with_a_place(reader: Reader, statement: Statement, date: dt.date) -> list[BodyPain]:
    """`pain 3 lower back` under an exercise or a session is pain of the day as well."""
    lines = [statement, *statement.children]
    found = []
    for piece in (piece for line in lines for piece in line.clauses):
        node = piece.node
        if isinstance(node, d.PainLog) and node.region is not None:
            region = reader.region(piece, node.region)
            value = reader.pain(piece, node.value, node.word)
            if region and value is not None:
                found.append(
                    BodyPain(
                        date=date, value=value, region=region, side=node.side,
                        because=reader.because(piece),
                    )
                )  # fmt: skip
    return found


def _pains(reader: Reader, statement: Statement) -> list[int]:
    """The pain values said of the whole entry; those off the scale are mistakes."""
    said = [(p, p.node) for p in statement.clauses if isinstance(p.node, d.PainLog)]
    found = [reader.pain(piece, node.value, node.word) for piece, node in said]
    return [value for value in found if value is not None]


def _clauses(statement: Statement, kind: type[C]) -> list[C]:
    return [piece.node for piece in statement.clauses if isinstance(piece.node, kind)]


_MAKERS: dict[type[Node], Callable[[Reader, Statement, dt.date], Entry | None]] = {
    d.SessionEntry: _session,
    d.ExerciseEntry: _exercise,
    d.MorningEntry: _morning,
    d.PainEntry: _pain,
    d.FlagEntry: flag,
    d.ClearedEntry: cleared,
    d.WalkEntry: _walk,
    d.MaxEntry: _max,
    d.BodyweightLine: _bodyweight,
    d.FitnessEntry: _fitness,
}
