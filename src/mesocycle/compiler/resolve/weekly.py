"""What holds in some weeks, and what on one rung of a ladder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import OnRung, Stretch, Weekly
from mesocycle.compiler.resolve import clauses, sense
from mesocycle.compiler.resolve.outline import Lines, Weeks, weeks_of
from mesocycle.syntax import nodes as n

#: What cannot hold for a while only.
_ALWAYS = (n.StartAt, n.Goal, n.Allow, n.Instead, n.SessionId, n.OneOf, n.NotWithin, n.Under)


def weekly(
    r: Lookup, children: Iterable[n.Statement], lines: Lines, base: Stretch | None = None
) -> tuple[Weekly, ...]:
    """The changes by week among the nested lines, in order; `base` is the line's stretch."""
    found = []
    for child in children:
        head = child.head
        if isinstance(head.node, n.WeekOf):
            weeks = weeks_of(r, head, head.node.weeks, head.node.word, lines)
            said = _said(r, child, head.node.clause)
            if base is None:
                _check_steps(r, said)
            if weeks and lines.weeks is not None and weeks.isdisjoint(lines.weeks):
                r.notes.warning(
                    "W525", "the session is never in this week", head.at(head.node.word),
                    f"it is in week {_spoken(lines.weeks)}",
                    hint="leave the line out, or put it where the session is in that week",
                )  # fmt: skip
            if weeks:
                found.append(Weekly(weeks, clauses.manner(r, said, base), r.because(head)))
    return tuple(found)


def _check_steps(r: Lookup, said: clauses.Clauses) -> None:
    """What a line of sets says of its progress for some weeks is about sets."""
    for piece in said:
        if isinstance(piece.node, n.Progress):
            for step in piece.node.steps:
                sense.check_step(r, piece, step)


def on_rungs(
    r: Lookup, children: Iterable[n.Statement], ladder: tuple[Exercise, ...]
) -> tuple[OnRung, ...]:
    """What the nested lines say of single rungs of a ladder."""
    found = []
    for child in children:
        head = child.head
        if not isinstance(head.node, n.AtRung):
            continue
        said = _said(r, child, head.node.clause)
        exercise = r.catalogue.find(head.node.rung.text)
        if exercise is None or exercise not in ladder:
            names = [e.name for e in ladder]
            r.unknown("E348", "rung", head, head.node.rung, names, "not on this ladder")
            continue
        manner = clauses.manner(r, said)
        clauses.check_progress(r, said, manner.scheme or exercise.dose)
        found.append(OnRung(exercise.id, manner))
    return tuple(found)


def _said(r: Lookup, statement: n.Statement, first: n.Node) -> clauses.Clauses:
    """The clauses of a nested line: the one behind its colon, and those that follow."""
    pieces = (clauses.behind(statement.head, first), *statement.clauses)
    for piece in pieces:
        if isinstance(piece.node, _ALWAYS):
            r.notes.error(
                "E314", "this clause cannot hold for a while only", piece.span,
                "only how much, the manner, progress, cues and notes can",
                hint="write the condition first: if scaled: week 3: 2x6"
                if isinstance(piece.node, n.Under)
                else "move it to a line of its own under the exercise",
            )  # fmt: skip
    return tuple(p for p in pieces if not isinstance(p.node, _ALWAYS))


def doses(children: Iterable[n.Statement]) -> list[tuple[n.WeekOf | n.AtRung, n.Piece[n.Scheme]]]:
    """The sets and reps that nested lines give, each with the head that says when."""
    found: list[tuple[n.WeekOf | n.AtRung, n.Piece[n.Scheme]]] = []
    for child in children:
        node = child.head.node
        if isinstance(node, n.WeekOf | n.AtRung):
            first = clauses.behind(child.head, node.clause)
            found += [
                (node, cast("n.Piece[n.Scheme]", piece))
                for piece in (first, *child.clauses)
                if isinstance(piece.node, n.Scheme)
            ]
    return found


def _spoken(weeks: Weeks) -> str:
    return ", ".join(str(week) for week in sorted(weeks)) or "none"
