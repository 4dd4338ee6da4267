"""A session as done: what was said of it as a whole, and the exercises below it."""

from __future__ import annotations

import datetime as dt
from typing import cast

from mesocycle.diary.logs import exercise_logs
from mesocycle.diary.model import SessionLog
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Node, Statement

#: The top of the scale of a session's exertion (CR-10).
HARDEST = 10


def session(reader: Reader, statement: Statement, date: dt.date) -> SessionLog | None:
    """The log of a session; an unplanned or imported one may have any name."""
    node = cast(d.SessionEntry, statement.head.node)
    unverified = has(statement, d.Unverified)
    any_name = node.unplanned or unverified
    name = node.session.text if any_name else reader.session(statement.head, node.session)
    logs = [
        log
        for child in statement.children
        for log in exercise_logs(reader, child, date, name, unverified=unverified)
    ]
    rpe, lasted = _said(reader, statement, d.Felt, ("rpe", "seconds"))
    _check_exertion(reader, statement)
    seconds, metres = _said(reader, statement, d.DidEndurance, ("seconds", "metres"))
    score = _score(reader, statement)
    pains = pains_of(reader, statement)
    moved = _moved_from(reader, statement, date)
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
        unplanned=node.unplanned,
        partial=has(statement, d.StoppedEarly),
        moved_from=moved,
        unverified=unverified,
        sharp=is_sharp(statement),
    )


def check_skipped(reader: Reader, statement: Statement) -> None:
    """Note what was done in a session that was skipped."""
    done = (d.DidEndurance, d.Score, d.Felt, d.StoppedEarly, d.MovedFrom)
    said = [piece.span for piece in statement.clauses if isinstance(piece.node, done)]
    for span in [*said, *(child.head.span for child in statement.children)][:1]:
        reader.notes.error(
            "E445", "a session that was skipped, and was done", span, "which of the two?",
            hint="leave out `skipped`; a session broken off is: stopped early",
        )  # fmt: skip


def _moved_from(reader: Reader, statement: Statement, date: dt.date) -> dt.date | None:
    """The day on which the plan has the session that was done on `date`."""
    said = [piece for piece in statement.clauses if isinstance(piece.node, d.MovedFrom)]
    for piece in said[1:]:
        reader.said_twice(piece, "the day of the plan")
    if not said:
        return None
    word = cast(d.MovedFrom, said[0].node).date
    planned = reader.any_date(said[0], word)
    unplanned = cast(d.SessionEntry, statement.head.node).unplanned
    if planned is None or (planned != date and not unplanned):
        return planned
    reader.notes.error(
        "E419", "a session moved from nowhere", said[0].at(word),
        "no plan has it on any day" if unplanned else "this is its own day",
        hint="leave out `unplanned`, or `moved from`" if unplanned
        else "name the day on which the plan has it, or leave this out",
    )  # fmt: skip
    return None


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


def pains_of(reader: Reader, statement: Statement) -> list[int]:
    """The pain values said of the whole entry; those off the scale are mistakes."""
    said = [(p, p.node) for p in statement.clauses if isinstance(p.node, d.PainLog)]
    found = [reader.pain(piece, node.value, node.word) for piece, node in said]
    return [value for value in found if value is not None]


def is_sharp(statement: Statement) -> bool:
    """Whether pain of the whole entry was sharp."""
    nodes = (piece.node for piece in statement.clauses)
    return any(isinstance(node, d.PainLog) and node.sharp for node in nodes)


def has(statement: Statement, kind: type[Node]) -> bool:
    """Whether a line says something of that kind."""
    return any(isinstance(piece.node, kind) for piece in statement.clauses)
