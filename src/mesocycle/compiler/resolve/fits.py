"""Whether what a line says fits what it is about: sets for exercises, seconds for holds."""

from __future__ import annotations

from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Habit, Picked, Rungs, Stretch
from mesocycle.syntax import nodes as n

What = Picked | Rungs | Stretch | Habit

#: Clauses of an exercise, which say nothing about a stretch of running or a task.
_OF_EXERCISES = (
    n.Scheme, n.Rest, n.Tempo, n.Manner, n.Progress, n.StartAt, n.Goal, n.Allow, n.Instead,
)  # fmt: skip


def check(r: Lookup, statement: n.Statement, what: What) -> None:
    """Note every clause of the line that does not fit."""
    _check_clauses(r, statement, what)
    _check_scheme(r, statement, what)


def _check_clauses(r: Lookup, statement: n.Statement, what: What) -> None:
    """What is said must be about what is done."""
    if not isinstance(what, Stretch | Habit):
        return
    for piece in statement.clauses:
        node = piece.node.clause if isinstance(piece.node, n.Under) else piece.node
        if isinstance(node, _OF_EXERCISES):
            r.notes.error(
                "E314", "this clause does not go with this line", piece.span,
                "it is about exercises with sets",
                hint="a run has its length and effort in the line itself: run 30min easy",
            )  # fmt: skip
    if isinstance(what, Stretch) and 0 in (what.seconds, what.metres):
        r.notes.error(
            "E310", f"a {what.activity} of no length", statement.head.span,
            hint="write: run 30min easy",
        )  # fmt: skip


def _check_scheme(r: Lookup, statement: n.Statement, what: What) -> None:
    """The scheme must fit what is done; an exercise needs one from somewhere."""
    piece = next((p for p in statement.clauses if isinstance(p.node, n.Scheme)), None)
    later = any(isinstance(p.node, n.Later) for p in statement.clauses)
    if piece is None:
        missing = [e for e in what.exercises if not e.dose] if isinstance(what, Rungs) else []
        if missing and not later:
            r.notes.error(
                "E320", f"nothing says how much of {missing[0].name}", statement.head.span,
                "no sets and reps, and none in the catalogue",
                hint="add them: 3x8-12, or 3x30s for a hold",
            )  # fmt: skip
        return
    scheme = cast(n.Scheme, piece.node)
    if isinstance(what, Rungs):
        for exercise in what.exercises:
            _fits(r, piece, scheme, exercise)


def _fits(r: Lookup, piece: n.Piece[n.Node], scheme: n.Scheme, exercise: Exercise) -> None:
    units = {group.unit for group in scheme.groups}
    if exercise.measure == "hold" and "reps" in units:
        r.notes.error(
            "E315", f"{exercise.name} is held, it has no reps", piece.span, "reps of a hold",
            hint="say how long: 3x30s, or 3x30-60s",
        )  # fmt: skip
    if exercise.measure in ("hold", "reps") and "metres" in units:
        r.notes.error(
            "E315", f"{exercise.name} covers no distance", piece.span, "m is metres",
            hint="write s for seconds, min for minutes; a number alone is reps: 3x8",
        )  # fmt: skip
    sided = any(group.side != "both" for group in scheme.groups)
    if sided and exercise.sides == "none":
        r.notes.warning(
            "W509", f"{exercise.name} has no sides", piece.span, "both sides work at once",
            hint="leave out the sides",
        )  # fmt: skip
