"""The names that a plan gives: of sessions, lines, tracks and questions. A diary speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mesocycle.syntax.nodes import (
    AskHead,
    CalendarHead,
    Complex,
    Direct,
    File,
    GroupHead,
    PhaseHead,
    RaceHead,
    SessionHead,
    Statement,
    TrackHead,
    WeeksHead,
)


class Names(msgspec.Struct, frozen=True):
    """Sessions, labels of lines, and tracks, as written; and what the plan asks."""

    sessions: tuple[str, ...]
    labels: tuple[str, ...]
    tracks: tuple[str, ...]
    asks: tuple[AskHead, ...] = ()


def names_of(file: File) -> Names:
    """The names in a plan whose templates are in their places; a race is a session too."""
    sessions = [*session_statements(file.statements), *race_statements(file.statements)]
    heads = [s.head.node for s in file.statements]
    return Names(
        tuple(
            s.head.node.name.text
            for s in sessions
            if isinstance(s.head.node, SessionHead | RaceHead)
        ),
        tuple(dict.fromkeys(label for s in sessions for label in _labels(s.children))),
        tuple(head.name.text for head in heads if isinstance(head, TrackHead)),
        tuple(head for head in heads if isinstance(head, AskHead)),
    )


def session_statements(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Every session, at the margin, in phases and in weeks, in the file's order."""
    for statement in statements:
        if isinstance(statement.head.node, SessionHead):
            yield statement
        elif isinstance(statement.head.node, PhaseHead | WeeksHead):
            yield from session_statements(statement.children)


def session_names(statements: Iterable[Statement]) -> tuple[str, ...]:
    """What the sessions among some statements are called, races left out."""
    heads = (statement.head.node for statement in session_statements(statements))
    return tuple(head.name.text for head in heads if isinstance(head, SessionHead))


def race_statements(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Every race of every calendar, in the file's order."""
    for statement in statements:
        if isinstance(statement.head.node, CalendarHead):
            yield from (s for s in statement.children if isinstance(s.head.node, RaceHead))


def _labels(lines: Iterable[Statement]) -> Iterator[str]:
    for line in lines:
        node = line.head.node
        if isinstance(node, Direct | Complex) and node.label is not None:
            yield node.label.text
        elif isinstance(node, GroupHead):
            yield from _labels(line.children)
