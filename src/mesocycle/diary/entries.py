"""Dated entries: each kind of line, and the entry it makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import cast

from mesocycle.diary import answers as answering
from mesocycle.diary import conditions, flags
from mesocycle.diary.clearances import cleared, flag
from mesocycle.diary.fitness import fitness_log
from mesocycle.diary.loads import bodyweight, max_log
from mesocycle.diary.logs import exercise_logs
from mesocycle.diary.model import (
    Answer,
    BodyPain,
    Bodyweight,
    Clearance,
    ConditionLog,
    ExerciseLog,
    FitnessLog,
    Flag,
    MaxLog,
    Remark,
    Screened,
    SessionLog,
    Walk,
)
from mesocycle.diary.reader import Reader
from mesocycle.diary.sessions import check_skipped, has, is_sharp, pains_of, session
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Node, Piece, Statement, Word

Entry = (
    SessionLog | ExerciseLog | BodyPain | Flag | Clearance | Walk | MaxLog | Bodyweight | FitnessLog
    | Screened | Answer | ConditionLog | Remark
)  # fmt: skip

#: What a line may come to; None: nothing, for a mistake.
Made = Entry | list[Entry] | None

#: What may be said behind entries that are not of an exercise.
_SAID: dict[type[Node], tuple[type[Node], ...]] = {
    d.WalkEntry: (d.PainLog, d.DiaryNote, d.Felt, d.FeltAfter),
    d.SessionEntry: (
        d.DidEndurance, d.Score, d.Felt, d.PainLog, d.StoppedEarly, d.MovedFrom, d.Unverified,
        d.Skipped, d.DiaryNote, d.Corrects,
    ),
}  # fmt: skip
_SAYS_NOTHING = (d.DiaryNote, d.Corrects)

#: Where such a thing is said instead.
_ITS_OWN = "write it on a line of its own, with the date: 2026-12-08 pain 2"
_ELSEWHERE: dict[type[Node], str] = {
    d.SessionEntry: "say it of an exercise, on a line below: Superman; 10; slow; form good",
}


def read(reader: Reader, statement: Statement) -> list[Entry]:
    """The entries of one dated line and what is nested under it."""
    node = statement.head.node
    answers = answering.is_answer(reader, statement)
    make = _answers if answers else _MAKERS.get(type(node))
    if make is None:
        return []
    below = [piece for child in statement.children for piece in child.clauses]
    pieces = [*statement.clauses, *below]
    texts = [piece for piece in (statement.head, *pieces) if type(piece.node) in _FREE]
    if not any(isinstance(piece.node, d.Unverified) for piece in statement.clauses):
        _check_notes(reader, texts)  # `meso import` has told of the others
    date = reader.date(statement.head, cast(Word, node.date))  # type: ignore[attr-defined]  # every key of _MAKERS has a date
    made = make(reader, statement, date or dt.date.min)
    if type(node) is not d.ExerciseEntry or (answers and made):
        _check_clauses(reader, statement)
    if made is None or date is None:
        return []
    found = made if isinstance(made, list) else [made]
    return [
        *found,
        *_pains_with_a_place(reader, pieces, date, _proving(statement)),
        *_remarks(reader, node, texts, date),
    ]


def _check_clauses(reader: Reader, statement: Statement) -> None:
    """Nothing that is written behind an entry may be passed over, a pain least of all."""
    known = _SAID.get(type(statement.head.node), _SAYS_NOTHING)
    for piece in statement.clauses:
        if type(piece.node) not in known:
            reader.notes.error(
                "E443", "this cannot be said of this entry", piece.span, "nothing would read it",
                hint=_ELSEWHERE.get(type(statement.head.node), _ITS_OWN),
            )  # fmt: skip


def _remarks(
    reader: Reader, head: Node, texts: list[Piece[Node]], date: dt.date
) -> Iterator[Remark]:
    """Free text, in the order in which it is written."""
    session = head.session.text if isinstance(head, d.SessionEntry) else None
    for piece in texts:
        text = _free_text(piece.node)
        if text is not None and piece.node is not head:
            because = reader.because(piece)
            yield Remark(date=date, text=text.text, session=session, because=because)


def _check_notes(reader: Reader, texts: list[Piece[Node]]) -> None:
    """Whoever writes a red flag into a note is told that nothing reads it there."""
    for piece in texts:
        text = _free_text(piece.node)
        if text is not None and flags.speaks_of(text.text):
            reader.notes.warning(
                "W418", "this note may speak of a red flag", piece.at(text),
                "notes are for people, nothing reads them",
                hint="if it is so, give it a line of its own: DATE flag numbness left leg",
            )  # fmt: skip


#: What may hold free text.
_FREE = frozenset({d.DiaryNote, d.NoteEntry, d.Skipped, d.StoppedEarly})


def _free_text(node: Node) -> Word | None:
    if isinstance(node, d.DiaryNote | d.NoteEntry):
        return node.text
    return node.reason if isinstance(node, d.Skipped | d.StoppedEarly) else None


def _session(reader: Reader, statement: Statement, date: dt.date) -> Made:
    """A session as done; of one that was skipped only what hurt: whatever is not done is missed."""
    if not has(statement, d.Skipped):
        return session(reader, statement, date)
    check_skipped(reader, statement)
    node = cast(d.SessionEntry, statement.head.node)
    name = reader.session(statement.head, node.session)
    because = reader.because(statement.head)
    found: list[Entry] = [Remark(date=date, text="skipped", session=name, because=because)]
    for piece in statement.clauses:
        said = piece.node
        if isinstance(said, d.PainLog) and said.region is None:
            value = reader.pain(piece, said.value, said.word)
            if value is not None:
                found.append(BodyPain(date=date, value=value, because=because, sharp=said.sharp))
    return found


def _answers(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return [*answering.answers(reader, statement, date)]


def _conditions(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return [*conditions.dated(reader, statement, date)]


def _note(reader: Reader, statement: Statement, date: dt.date) -> Made:
    text = cast(d.NoteEntry, statement.head.node).text.text
    return Remark(date=date, text=text, because=reader.because(statement.head))


def _exercise(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return next(iter(exercise_logs(reader, statement, date, None)), None)


def _morning(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return _body_pain(reader, statement, date, morning=True)


def _pain(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return _body_pain(reader, statement, date, morning=False)


def _body_pain(reader: Reader, statement: Statement, date: dt.date, *, morning: bool) -> Made:
    node = cast("d.MorningEntry | d.PainEntry", statement.head.node)
    value = reader.pain(statement.head, node.value, node.word)
    region = reader.region(statement.head, node.region)
    if value is None:
        return None
    because = reader.because(statement.head)
    return BodyPain(
        date=date, value=value, region=region, side=node.side, morning=morning, because=because,
        sharp=node.sharp,
    )  # fmt: skip


def _walk(reader: Reader, statement: Statement, date: dt.date) -> Made:
    node = cast(d.WalkEntry, statement.head.node)
    pains = pains_of(reader, statement)
    return Walk(
        date=date,
        seconds=node.seconds,
        pain=max(pains) if pains else None,
        sharp=is_sharp(statement),
        because=reader.because(statement.head),
    )


def _max(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return max_log(reader, statement.head, cast(d.MaxEntry, statement.head.node).max, date)


def _bodyweight(reader: Reader, statement: Statement, date: dt.date) -> Made:
    return bodyweight(reader, statement.head, date)


def _fitness(reader: Reader, statement: Statement, date: dt.date) -> Made:
    piece = statement.head
    return fitness_log(reader, piece, cast(d.FitnessEntry, piece.node).line, date)


def _proving(statement: Statement) -> frozenset[int]:
    """The clauses (by `id`) by which nothing hurts where they say so: none of what is imported."""
    if has(statement, d.Unverified):
        return frozenset()
    verified = (child for child in statement.children if not has(child, d.Unverified))
    return frozenset(id(piece) for each in (statement, *verified) for piece in each.clauses)


def _pains_with_a_place(
    reader: Reader, pieces: list[Piece[Node]], date: dt.date, proving: frozenset[int]
) -> Iterator[BodyPain]:
    """`pain 3 lower back` under an exercise or a session is pain of the day as well."""
    for piece in pieces:
        node = piece.node
        if type(node) is d.PainLog and node.region is not None:
            region = reader.region(piece, node.region)
            value = reader.pain(piece, node.value, node.word)
            if region and value is not None and (value or id(piece) in proving):
                yield BodyPain(
                    date=date, value=value, region=region, side=node.side, sharp=node.sharp,
                    because=reader.because(piece), done=True,
                )  # fmt: skip


_MAKERS: dict[type[Node], Callable[[Reader, Statement, dt.date], Made]] = {
    d.SessionEntry: _session,
    d.ExerciseEntry: _exercise,
    d.MorningEntry: _morning,
    d.PainEntry: _pain,
    d.FlagEntry: flag,
    d.ClearedEntry: cleared,
    d.ScreenedEntry: answering.screened,
    d.ConditionEntry: _conditions,
    d.NoteEntry: _note,
    d.WalkEntry: _walk,
    d.MaxEntry: _max,
    d.BodyweightLine: _bodyweight,
    d.FitnessEntry: _fitness,
}
