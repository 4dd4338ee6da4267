"""Borrowed lines: `do "Tuesday track"` becomes the lines of that session.

The lines stay where they are in the file: what is wrong with one is shown there. What is nested
under the `do` wins over them, as with a template's. What that session takes away while something
hurts comes along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from mesocycle.diagnostics import Diagnostics, Outcome
from mesocycle.syntax.nodes import (
    Do,
    File,
    Node,
    PhaseHead,
    Piece,
    RuleWhen,
    SessionHead,
    Statement,
    Under,
    WeekOf,
    WeeksHead,
)
from mesocycle.syntax.templates import overlaid

#: The most lines that sessions may lend in one plan, and the deepest that one may stand in others.
MOST_LINES: Final = 5_000
MOST_DEEP: Final = 16

#: A session with the phases and weeks around it, the outermost first.
Placed = tuple[Statement, tuple[Statement, ...]]


def borrow(file: File) -> Outcome[File]:
    """The file with the lines of other sessions in the places that ask for them."""
    found = Diagnostics()
    sessions = list(_sessions(file.statements, ()))
    if any(_asks(session) for session, _ in sessions):
        lending = _Lending(found, sessions)
        statements = tuple(lending.filled(statement, ()) for statement in file.statements)
        file = File(file.source, statements, file.comments)
    return found.outcome(file)


def _sessions(statements: Iterable[Statement], around: tuple[Statement, ...]) -> Iterator[Placed]:
    for statement in statements:
        if isinstance(statement.head.node, SessionHead):
            yield statement, around
        elif isinstance(statement.head.node, PhaseHead | WeeksHead):
            yield from _sessions(statement.children, (*around, statement))


def _asks(statement: Statement) -> bool:
    return _is_lent(statement.head.node) or any(map(_asks, statement.children))


def _is_lent(node: Node) -> bool:
    return isinstance(node, Do) and node.session


class _Lending:
    """The sessions that may lend their lines, and how many they have lent."""

    def __init__(self, found: Diagnostics, sessions: list[Placed]) -> None:
        self.found = found
        self.sessions = sessions
        self.lines = 0
        #: What the sessions that have lent their lines say of days on which something is so.
        self.rules: list[Piece[Node]] = []

    def filled(self, statement: Statement, around: tuple[Statement, ...]) -> Statement:
        """A statement at the margin, or in a phase, with all that its sessions borrow."""
        if isinstance(statement.head.node, SessionHead):
            if not _asks(statement):
                return statement
            self.rules = []
            lines = tuple(self._lines(statement.children, around, (statement,)))
            return Statement(statement.head, (*statement.clauses, *self.rules), lines)
        if isinstance(statement.head.node, PhaseHead | WeeksHead):
            inner = (*around, statement)
            lines = tuple(self.filled(child, inner) for child in statement.children)
            return Statement(statement.head, statement.clauses, lines)
        return statement

    def _lines(
        self,
        lines: Iterable[Statement],
        around: tuple[Statement, ...],
        inside: tuple[Statement, ...],
    ) -> Iterator[Statement]:
        for line in lines:
            if _is_lent(line.head.node):
                yield from self._lent(line, around, inside)
            elif line.children and _asks(line):  # a group
                inner = tuple(self._lines(line.children, around, inside))
                yield Statement(line.head, line.clauses, inner)
            else:
                yield line

    def _lent(
        self, do: Statement, around: tuple[Statement, ...], inside: tuple[Statement, ...]
    ) -> Iterator[Statement]:
        """The lines of the session that a `do` names; itself, which means nothing, without one."""
        placed = self._named(do, around)
        if placed is None or not self._may(do, placed[0], inside):
            yield do
            return
        session, where = placed
        self.rules += [p for p in session.clauses if isinstance(p.node, RuleWhen | Under)]
        found = list(self._lines(session.children, where, (*inside, session)))
        weeks = tuple(line for line in found if isinstance(line.head.node, WeekOf))
        for line in found:
            if line not in weeks:
                whole = Statement(line.head, line.clauses, (*weeks, *line.children))
                yield overlaid(whole, do)

    def _may(self, do: Statement, session: Statement, inside: tuple[Statement, ...]) -> bool:
        """Whether the session may lend its lines here: not to itself, and not without end."""
        name = _name(do.head)
        if any(session is other for other in inside):
            self.found.error(
                "E463", f"{name} is in itself", do.head.span, "it would never end",
                hint="a session may do others, not itself or one that does it",
            )  # fmt: skip
            return False
        self.lines += len(session.children)
        if len(inside) <= MOST_DEEP and self.lines <= MOST_LINES:
            return True
        if self.lines - len(session.children) <= MOST_LINES:
            self.found.error(
                "E463", "sessions in sessions without end", do.head.span,
                f"{MOST_LINES:,} lines, {MOST_DEEP} deep, at most",
                hint="write the lines of the innermost ones where they are done",
            )  # fmt: skip
        self.lines = MOST_LINES + 1
        return False

    def _named(self, do: Statement, around: tuple[Statement, ...]) -> Placed | None:
        """The session of that name: of the same phase, else of all phases, else the only one."""
        name = _name(do.head)
        alike = [each for each in self.sessions if _same(_name(each[0].head), name)]
        for place in (around, ()):
            here = [each for each in alike if _is(each[1], place)]
            if here:
                return here[0]
        if len(alike) == 1:
            return alike[0]
        self._tell(do.head, name, many=bool(alike))
        return None

    def _tell(self, head: Piece[Node], name: str, *, many: bool) -> None:
        if many:
            label, hint = "several phases have one", "name it apart, or put it at the left margin"
        else:
            from mesocycle.syntax.mending.slips import near

            known = {_name(session.head).casefold(): session for session, _ in self.sessions}
            close = near(name.casefold(), known)
            label = "not a session of this plan"
            hint = (
                f'did you mean "{_name(known[close[0]].head)}"?'
                if close
                else f'add it: session "{name}" on tue'
            )
        node = head.node
        word = node.name if isinstance(node, Do) else None
        self.found.error("E464", f"no session {name} to do", head.at(word), label, hint=hint)


def _name(head: Piece[Node]) -> str:
    node = head.node
    return node.name.text if isinstance(node, Do | SessionHead) else ""


def _same(one: str, other: str) -> bool:
    return one.split() == other.split() or one.casefold().split() == other.casefold().split()


def _is(one: tuple[Statement, ...], other: tuple[Statement, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
