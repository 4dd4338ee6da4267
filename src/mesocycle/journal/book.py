"""A diary's text as rows, and where a new one goes.

What is there stays as it is, byte by byte: rows are only put between others, and behind the
last one.
"""

from __future__ import annotations

from collections.abc import Sequence

from mesocycle.catalogue.model import fold
from mesocycle.source import Bound, Source
from mesocycle.syntax import parse_diary
from mesocycle.syntax.diary_nodes import (
    AthleteHead,
    Corrects,
    Include,
    SessionEntry,
    Unverified,
)
from mesocycle.syntax.nodes import Statement

_INDENT = "  "


class Renumbered(Exception):
    """A row would move a line that a correction names: its number is the argument."""


class Book:
    """The rows of one file; `added` are the numbers (from 1) of those that are new."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        text = source.text
        self.rows = text.removesuffix("\n").split("\n") if text else []
        self.added: list[int] = []

    @property
    def text(self) -> str:
        """All rows, each with its line end."""
        return "".join(f"{row}\n" for row in self.rows)

    def new_rows(self) -> list[tuple[int, str]]:
        """The new rows with their numbers, in order."""
        return [(number, self.rows[number - 1]) for number in self.added]

    def running(self, day: str, session: str | None) -> int | None:
        """The number of the line of the session of that day that something may be added to.

        Without a name it is the diary's last entry, if that is a session of that day.
        """
        statements = self._statements()
        if session is None:
            statements = statements[-1:]
        for statement in reversed(statements):
            node = statement.head.node
            if (
                isinstance(node, SessionEntry)
                and node.date.text == day
                and (session is None or fold(session) == fold(node.session.text))
            ):
                return statement.head.span.line
        return None

    def append(self, row: str, *, apart: bool = False) -> None:
        """Put a row behind the last one; the first entry stands apart from the athlete."""
        end = len(self.rows)
        while end and not self.rows[end - 1].strip():
            end -= 1
        statements = self._statements()
        if apart or (statements and isinstance(statements[-1].head.node, AthleteHead)):
            self._insert(end, "")
            end += 1
        self._insert(end, row)

    def follow(self, row: str) -> None:
        """Put a row right behind the newest one."""
        self._insert(self.added[-1] if self.added else len(self.rows), row)

    def nest(self, line: int, text: str) -> None:
        """Put a line under the entry that begins in `line`, behind what is there already.

        Raises:
            Renumbered: a later correction names a line by a number that it would lose.
        """
        end = line
        indents = []
        for number, row in enumerate(self.rows[line:], line + 1):
            if row.strip() and not row.startswith(" "):
                break
            if row.strip():
                end = number
                indents.append(len(row) - len(row.lstrip()))
        self._check_numbers(end)
        self._insert(end, (" " * min(indents) if indents else _INDENT) + text)

    def _insert(self, at: int, row: str) -> None:
        """Make `row` the one behind row number `at`."""
        self.rows.insert(at, row)
        self.added = [number + (number > at) for number in self.added]
        self.added = sorted([*self.added, at + 1])

    def _check_numbers(self, end: int) -> None:
        for statement in self._statements():
            for each in (statement, *statement.children):
                for piece in each.clauses:
                    node = piece.node
                    if isinstance(node, Corrects) and node.line.low > end:
                        raise Renumbered(piece.span.line)

    def _statements(self) -> Sequence[Statement]:
        parsed = parse_diary(Source(self._name, self.text)).value
        return parsed.statements if parsed is not None else ()


def newest(diary: Source, day: str, session: str | None) -> Source:
    """The file of a diary that an entry of that day belongs to.

    That with the session's own entry, if there is one; else that in which the diary ends.
    """
    for part in _parts(diary):
        if session is not None and Book(part).running(day, session) is not None:
            return part
    for _ in _parts(diary):
        end = _end(diary, day)
        if end is None:
            break
        diary = end
    return diary


def _end(diary: Source, day: str) -> Source | None:
    """Of the files that a diary ends with, the one that an entry of that day follows in time.

    That is the last of them if it is still empty, or if nothing is as old as the day; None: the
    diary itself, where it ends with no file of the athlete's own. What was imported is none.
    """
    found: list[tuple[Source, list[str]]] = []
    for statement in reversed(Book(diary)._statements()):
        node = statement.head.node
        if _imported(statement):
            continue
        if not isinstance(node, Include):
            break
        part = diary.included.get(node.path.text) if isinstance(diary, Bound) else None
        days = _days(part) if isinstance(part, Source) else None
        if isinstance(part, Source) and days is not None:
            found.append((part, days))
    if not found or not found[0][1]:
        return found[0][0] if found else None
    return max(found, key=lambda each: max((d for d in each[1] if d <= day), default=""))[0]


def _days(part: Source) -> list[str] | None:
    """The days of the entries in a file and in what it includes; None if all were imported."""
    entries = [each for p in _parts(part) for each in Book(p)._statements()]
    dated = [(each, date) for each in entries if (date := getattr(each.head.node, "date", None))]
    own = [date.text for each, date in dated if not _imported(each)]
    return own if own or not dated else None


def _imported(entry: Statement) -> bool:
    """Whether an entry was taken over from elsewhere."""
    return any(isinstance(piece.node, Unverified) for piece in entry.clauses)


def replaced(diary: Source, part: Source, text: str) -> Source:
    """The diary with another text in place of one of its parts."""
    made: dict[Source, Source] = {}

    def copied(old: Source) -> Source:
        if old not in made:
            read = text if old is part else old.text
            path = old.path if isinstance(old, Bound) else ""
            copy = made[old] = Bound(old.name, read, path)
            given = old.included if isinstance(old, Bound) else {}
            for written, each in given.items():
                copy.included[written] = copied(each) if isinstance(each, Source) else each
        return made[old]

    return copied(diary)


def _parts(diary: Source) -> list[Source]:
    """A diary and all that it includes, the diary first."""
    found: list[Source] = [diary]
    for part in found:
        if isinstance(part, Bound):
            found += [p for p in part.included.values() if isinstance(p, Source) and p not in found]
    return found
