"""Nodes in their places: pieces, statements, the file."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from mesocycle.source import Source, Span
from mesocycle.syntax.nodes.base import Node, Word

N = TypeVar("N", bound=Node, covariant=True)


class Piece(msgspec.Struct, Generic[N], frozen=True, gc=False):
    """A node where it stands: `start` is the offset of its first character in `source`."""

    node: N
    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole piece."""
        return Span(self.source, self.start, self.end)

    def at(self, word: Word | None) -> Span:
        """The span of one of the node's words (the whole piece for None)."""
        if word is None:
            return self.span
        # A quote that nobody closed is read as if it were: there the text ends before the word.
        end = min(self.start + word.end, len(self.source.text))
        return Span(self.source, self.start + word.start, end)


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A line of the file with what belongs to it.

    `clauses` are those on the line and those nested under it, in order: the two layouts
    mean the same. `children` are nested lines that are statements of their own (the items
    of a session, the lines of a header, of an exercise, of a pool, of a diary entry).
    """

    head: Piece[Node]
    clauses: tuple[Piece[Node], ...] = ()
    children: tuple[Statement, ...] = ()


class File(msgspec.Struct, frozen=True):
    """A parsed file: its statements in order. Comments are kept for the formatter."""

    source: Source
    statements: tuple[Statement, ...]
    comments: tuple[Span, ...] = ()
