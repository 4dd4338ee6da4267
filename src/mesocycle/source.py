"""Source text and places in it.

A `Source` is one file's text under the name that people read; a `Span` is a
half-open range of character offsets in one source. Lines and columns are
derived only when somebody looks, because most sources have no mistakes.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

import msgspec


class Position(NamedTuple):
    """A place as people count it: line and column, both from 1."""

    line: int
    column: int


class Source:
    """One file's text.

    `name` is what reports print (a path relative to where the user stands, or
    `<stdin>`); `text` has `\\n` line ends only: loaders fold CRLF first.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def __repr__(self) -> str:
        return f"Source({self.name!r}, {len(self.text)} characters)"

    @property
    def cited(self) -> str:
        """The file without its folders: what rests on it is the same wherever it lies."""
        return self.name.replace("\\", "/").rpartition("/")[2]

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of a character offset (clamped to the text)."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def slice(self, span: Span) -> str:
        """The characters that `span` covers."""
        return self.text[span.start : span.end]


class Span(msgspec.Struct, frozen=True, gc=False):
    """Characters `start` (included) to `end` (excluded) of `source`."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.source.position(self.start).line

    @property
    def text(self) -> str:
        """The characters covered."""
        return self.source.slice(self)

    def part(self, start: int, end: int) -> Span:
        """The span of characters `start` to `end`, counted from this span's start."""
        return Span(self.source, self.start + start, self.start + end)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end, self.source) == (other.start, other.end, other.source)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.source.name))


class Placed(Source):
    """Lines that stand somewhere else than where they were written: a template's.

    The text is the file's up to where they were written, so lines have their numbers; `by` is
    what placed them. `prefix` is how other files call what this one defines.
    """

    def __init__(self, name: str, text: str, by: Span, prefix: str = "") -> None:
        super().__init__(name, text)
        self.by = by
        self.prefix = prefix


class Bound(Source):
    """A diary with the files that it includes.

    `included`: by the path as it is written, each a source, or why it cannot be had. `path`
    leads from the whole diary's folder to this file; it is empty for the whole diary itself.
    """

    def __init__(self, name: str, text: str, path: str = "") -> None:
        super().__init__(name, text)
        self.included: dict[str, Source | str] = {}
        self.path = path

    @property
    def cited(self) -> str:
        """An included file by its path below the diary: two folders may have a `june.diary`."""
        return self.path or super().cited
