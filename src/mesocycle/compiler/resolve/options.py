"""Choices: `"Strength" or "Bike easy"`, a session that is one of others."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Session
from mesocycle.compiler.resolve.same import overlap
from mesocycle.syntax import nodes as n


def named(statements: Sequence[n.Statement]) -> frozenset[str]:
    """The folded names of sessions that a choice names: these need no days of their own."""
    return frozenset(
        fold(word.text)
        for statement in statements
        for piece in statement.clauses
        if isinstance(piece.node, n.OneOf)
        for word in piece.node.sessions
    )


def attach(
    r: Lookup, statements: Sequence[n.Statement], sessions: Sequence[Session]
) -> tuple[Session, ...]:
    """The sessions, those that are a choice with their options."""
    choices = {fold(s.name) for s, statement in _both(sessions, statements) if _choice(statement)}
    return tuple(
        replace(session, options=_options(r, piece, session, sessions, choices))
        if (piece := _choice(statement))
        else session
        for session, statement in _both(sessions, statements)
    )


def _both(
    sessions: Sequence[Session], statements: Sequence[n.Statement]
) -> list[tuple[Session, n.Statement]]:
    return list(zip(sessions, statements, strict=True))


def _choice(statement: n.Statement) -> n.Piece[n.Node] | None:
    return next((p for p in statement.clauses if isinstance(p.node, n.OneOf)), None)


def _options(
    r: Lookup,
    piece: n.Piece[n.Node],
    choice: Session,
    sessions: Sequence[Session],
    choices: set[str],
) -> tuple[Session, ...]:
    """What there is to choose from: of several sessions of a name, each in its own weeks."""
    found: list[Session] = []
    assert isinstance(piece.node, n.OneOf)
    for word in piece.node.sessions:
        named = [session for session in sessions if fold(session.name) == fold(word.text)]
        if not named:
            r.unknown("E313", "session", piece, word, [s.name for s in sessions])
        elif fold(word.text) in choices:
            r.notes.error(
                "E337", f"{named[0].name} is a choice itself", piece.at(word),
                "a choice is between sessions with lines of their own",
                hint="name the sessions that it is a choice of",
            )  # fmt: skip
        else:
            found += [s for s in named if overlap(s.timing.weeks, choice.timing.weeks)]
    return tuple(found)
