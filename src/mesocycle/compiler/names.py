"""The names that a plan gives: of sessions, lines and tracks. A diary speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mesocycle.syntax.nodes import (
    Complex,
    Direct,
    File,
    GroupHead,
    PhaseHead,
    SessionHead,
    Statement,
    TrackHead,
    WeeksHead,
)


class Names(NamedTuple):
    """Sessions, labels of lines, and tracks, as written."""

    sessions: tuple[str, ...]
    labels: tuple[str, ...]
    tracks: tuple[str, ...]


def names_of(file: File) -> Names:
    """The names in a plan whose templates are in their places."""
    sessions = list(session_statements(file.statements))
    tracks = (s.head.node for s in file.statements)
    return Names(
        tuple(s.head.node.name.text for s in sessions if isinstance(s.head.node, SessionHead)),
        tuple(dict.fromkeys(label for s in sessions for label in _labels(s.children))),
        tuple(head.name.text for head in tracks if isinstance(head, TrackHead)),
    )


def session_statements(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Every session, at the margin, in phases and in weeks, in the file's order."""
    for statement in statements:
        if isinstance(statement.head.node, SessionHead):
            yield statement
        elif isinstance(statement.head.node, PhaseHead | WeeksHead):
            yield from session_statements(statement.children)


def _labels(lines: Iterable[Statement]) -> Iterator[str]:
    for line in lines:
        node = line.head.node
        if isinstance(node, Direct | Complex) and node.label is not None:
            yield node.label.text
        elif isinstance(node, GroupHead):
            yield from _labels(line.children)
