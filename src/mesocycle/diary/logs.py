"""An exercise as done: the clauses after its name become one mark a side."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, cast

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.diary.model import ExerciseLog, Mark, Side
from mesocycle.diary.reader import Reader
from mesocycle.diary.sets import Said, for_every_set, sets_of
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import ExerciseRef, Node, Piece, Statement

Facts = dict[str, Any]
Marks = dict[Side, Facts]


def sides_of(exercise: Exercise) -> tuple[Side, ...]:
    """The sides that an entry speaks of: left and right where each side is done on its own.

    Alternating exercises are logged as one, or by side: the diary may say either.
    """
    return ("left", "right") if exercise.sides != "none" else ("both",)


#: How it felt afterwards, the worst first.
_FELT = ("worse", "same", "better")


class Line(msgspec.Struct, frozen=True):
    """A line of exercises as done, and what it stands under."""

    statement: Statement
    date: dt.date
    session: str | None
    label: str | None
    unverified: bool = False


def exercise_logs(
    reader: Reader, statement: Statement, date: dt.date, session: str | None,
    *, unverified: bool = False,
) -> list[ExerciseLog]:  # fmt: skip
    """The log of one line, or of each exercise of a complex; mistakes go to the reader's notes."""
    head = statement.head
    done = cast("d.ExerciseLog | d.ExerciseEntry", head.node)
    unverified = unverified or any(isinstance(p.node, d.Unverified) for p in statement.clauses)
    if not isinstance(done, d.ExerciseLog):
        return _logs(reader, Line(statement, date, session, None, unverified), done.exercise, 0, 1)
    label = done.label.text if done.label and unverified else reader.label(head, done.label)
    line = Line(statement, date, session, label, unverified)
    parts = 1 + len(done.others)
    found = _logs(reader, line, done.exercise, 0, parts)
    for part, ref in enumerate(done.others, 1):
        aside = reader.aside()  # what is wrong with the sets is told once
        found += _logs(aside, line, ref, part, parts)
        known = {(each.code, each.span) for each in reader.notes}
        reader.notes.extend(each for each in aside.notes if (each.code, each.span) not in known)
    return found


def _logs(reader: Reader, line: Line, ref: ExerciseRef, part: int, parts: int) -> list[ExerciseLog]:
    """What a line says of one exercise, number `part` of a complex of so many `parts`."""
    exercise = reader.exercise(line.statement.head, ref)
    if exercise is None:
        return []
    said = Said(for_every_set(reader, exercise, line.statement), part, parts)
    return [_log(reader, line, exercise, said)]


def _log(reader: Reader, line: Line, exercise: Exercise, said: Said) -> ExerciseLog:
    head = line.statement.head
    marks: Marks = {side: {} for side in sides_of(exercise)}
    felt: Literal["better", "same", "worse"] | None = None
    skipped = False
    for piece in line.statement.clauses:
        node = piece.node
        if isinstance(node, d.FeltAfter):
            felt = min(node.how, felt or node.how, key=_FELT.index)
        elif isinstance(node, d.Skipped):
            skipped = True
        else:
            _mark(reader, exercise, piece, marks, said, unverified=line.unverified)
    if not line.unverified:
        _complete(reader, head, marks)
    return ExerciseLog(
        exercise=exercise.id,
        date=line.date,
        session=line.session,
        label=line.label,
        marks={side: Mark(**facts) for side, facts in marks.items()},
        felt=felt,
        skipped=skipped,
        because=reader.because(head),
        instead_of=_instead_of(reader, head, exercise),
        unverified=line.unverified,
    )


def _instead_of(reader: Reader, head: Piece[Node], exercise: Exercise) -> str | None:
    """The exercise of the plan (an id) in whose place another one was done."""
    ref = head.node.instead_of if isinstance(head.node, d.ExerciseLog) else None
    planned = reader.exercise(head, ref) if ref else None
    if ref is None or planned is None:
        return None
    if planned.id != exercise.id:
        return planned.id
    reader.notes.error(
        "E442", f"{exercise.name} instead of itself", head.at(ref.name), "the same exercise",
        hint="name the exercise of the plan that was left out, or leave out `instead of`",
    )  # fmt: skip
    return None


def _mark(
    reader: Reader, exercise: Exercise, piece: Piece[Node], marks: Marks, said: Said,
    *, unverified: bool,
) -> None:  # fmt: skip
    """Put one clause on the sides of which it speaks; elsewhere nobody asks about sides."""
    node = piece.node
    if isinstance(node, d.Done):
        if node.side is None and exercise.sides == "each" and not unverified:
            reader.notes.error(
                "E411", f"{exercise.name} is done on each side", piece.span, "which side is this?",
                hint="say both, even when they are alike: left 10, 10, 10; right 10, 10, 10",
            )  # fmt: skip
            return
        if exercise.measure == "hold" and any(s.reps is not None for s in node.sets):
            reader.notes.error(
                "E417", f"{exercise.name} is held, it has no reps", piece.span, "reps of a hold",
                hint="say how long it was held: 30s, 28s",
            )  # fmt: skip
            return
        _put(reader, exercise, piece, marks, node.side, sets_of(reader, exercise, piece, said))
    elif isinstance(node, d.DidEndurance):
        lengths = {"hold_s": node.seconds, "metres": node.metres}
        far = {key: (value,) for key, value in lengths.items() if value is not None}
        _put(reader, exercise, piece, marks, None, far)
    elif isinstance(node, d.PainLog):
        value = reader.pain(piece, node.value, node.word)
        key = "after" if node.when == "after" else "pain"
        side = None if node.region else node.side  # of the place, not of the exercise
        hurt = {key: value, "sharp": True} if node.sharp else {key: value}
        _put(reader, exercise, piece, marks, side, hurt)
    elif isinstance(node, d.MannerLog):
        manner: Facts = {node.what: node.good}
        if node.reason is not None:
            manner["form_reason"] = node.reason.text
        _put(reader, exercise, piece, marks, node.side, manner)


def _put(
    reader: Reader,
    exercise: Exercise,
    piece: Piece[Node],
    marks: Marks,
    side: Literal["left", "right"] | None,
    said: Facts,
) -> None:
    """Write `said` on one side, or (None) on every side that the exercise has."""
    if side is not None and side not in marks:
        reader.notes.error(
            "E412", f"{exercise.name} has no sides", piece.span, f"there is no {side} here",
            hint="leave the side out, or log the exercise that has sides",
        )  # fmt: skip
        return
    for name, facts in marks.items():
        if side in (None, name):
            _add(reader, piece, facts, said)


def _add(reader: Reader, piece: Piece[Node], facts: Facts, said: Facts) -> None:
    """Add what is said to what is known; of two words on one thing the worse counts (SR7)."""
    for key, value in said.items():
        known = facts.get(key)
        if known is None or value is None:
            facts[key] = value if known is None else known
        elif key in ("pain", "after"):
            facts[key] = max(known, value)
        elif key == "sharp":
            facts[key] = True
        elif key in ("slow", "form"):
            facts[key] = known and value
        elif known and value and key in ("reps", "hold_s", "metres"):
            reader.said_twice(piece, "the sets")
        elif value:
            facts[key] = value


def _complete(reader: Reader, head: Piece[Node], marks: Marks) -> None:
    """What was said of one side must be said of the other: silence is not `fine`."""
    if len(marks) < 2:
        return
    for fact, what in (
        ("reps", "sets"),
        ("hold_s", "sets"),
        ("metres", "sets"),
        ("pain", "pain"),
    ):
        missing = [side for side, facts in marks.items() if not _said(facts, fact)]
        if len(missing) == 1:
            reader.notes.error(
                "E413", f"the {missing[0]} side is missing", head.span,
                f"{what} for one side only",
                hint=f"add the {missing[0]} side's {what}, or: skipped",
            )  # fmt: skip
            return


def _said(facts: Facts, fact: str) -> bool:
    return facts.get(fact) not in (None, ())
