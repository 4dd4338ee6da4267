"""A mistake inside one piece of text, before anybody knows where the piece stands.

Equal pieces are parsed once, so what is wrong with them is found once too: offsets count
from the start of the piece, and `Mistake.at` moves them to each place where it is written.
"""

from __future__ import annotations

import msgspec

from mesocycle.diagnostics import Diagnostic, Fix
from mesocycle.source import Source, Span
from mesocycle.syntax.nodes import Node


class Mistake(msgspec.Struct, frozen=True):
    """What is wrong with characters `start` to `end` of a piece.

    `fix` is the text that certainly belongs there instead, and `title` says what it does.
    """

    code: str
    message: str
    start: int
    end: int
    label: str = ""
    hints: tuple[str, ...] = ()
    fix: str | None = None
    title: str = ""

    def at(self, source: Source, offset: int) -> Diagnostic:
        """The diagnostic for the piece that starts at `offset` of `source`."""
        span = Span(source, offset + self.start, offset + self.end)
        fixes = () if self.fix is None else (Fix(span, self.fix, self.title),)
        return Diagnostic(
            code=self.code,
            message=self.message,
            span=span,
            label=self.label,
            hints=self.hints,
            fixes=fixes,
        )

    def moved(self, by: int) -> Mistake:
        """The same mistake, counted from `by` characters further left."""
        return msgspec.structs.replace(self, start=self.start + by, end=self.end + by)


class Parsed(msgspec.Struct, frozen=True):
    """The nodes of one piece (none if it could not be read) and what is wrong with it."""

    nodes: tuple[Node, ...]
    mistakes: tuple[Mistake, ...] = ()
