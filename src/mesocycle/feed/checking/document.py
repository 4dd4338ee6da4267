"""A calendar file as it lies there: physical lines, logical lines, and places in both.

Whatever the bytes are, there is a `Document`: what is no UTF-8 is shown as U+FFFD, what is no
property is kept as a line without one. Nothing here reports anything; `checks` do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec

from mesocycle.feed.checking.secrets import mask
from mesocycle.source import Source, Span

_MARK = b"\xef\xbb\xbf"
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_PARAMETER = re.compile(
    r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)(?=[;:])'
)


class Line(msgspec.Struct, frozen=True, gc=False):
    """A logical line: one property, unfolded.

    `number` is its first physical line, from 1; `start` the character at which that begins.
    `folds` has, for each continuation, how many characters of the logical line are before it
    and where its own begin. `key` is the name in capitals, empty if this is no property;
    `parameters` are by name, in capitals, without quotes. `at` is where the value begins.
    """

    number: int
    start: int
    text: str
    folds: tuple[tuple[int, int], ...]
    name: str
    key: str
    parameters: dict[str, str]
    at: int

    @property
    def value(self) -> str:
        """What stands behind the colon, as it is written."""
        return self.text[self.at :]


class Document:
    """The bytes of a file, and what they read as. `name` is what reports call it."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data
        self.marked = data.startswith(_MARK)
        body = data.removeprefix(_MARK)
        body = body.replace(b"\r\n", b"\n") if b"\n" in body else body.replace(b"\r", b"\n")
        #: The physical lines without their ends; the last is empty if the file ends in one.
        self.physical = body.split(b"\n")
        try:
            self._text, self.decodable = body.decode(), True
        except UnicodeDecodeError:
            self._text, self.decodable = body.decode("utf-8", "replace"), False
        self._starts = _starts(self._text)
        self.lines = tuple(_logical(self.physical, self._text, self._starts, self.decodable))

    @cached_property
    def source(self) -> Source:
        """The text as reports show it: what may be a secret in it is covered, in its length."""
        return Source(self.name, mask(self._text))

    @property
    def text(self) -> str:
        """The text as it is, with `\\n` line ends, without a byte order mark."""
        return self._text

    def line_span(self, number: int) -> Span:
        """The whole physical line `number`, from 1."""
        start = self._starts[number - 1]
        return Span(self.source, start, start + len(self._line(number)))

    def top(self) -> Span:
        """The first line: for what is said of the file as a whole."""
        return self.line_span(1)

    def span(self, line: Line, start: int = 0, end: int | None = None) -> Span:
        """Characters `start` to `end` of a logical line, in the file; by default the first row."""
        if end is None:
            end = line.folds[0][0] if line.folds else len(line.text)
        low = self._place(line, start)
        return Span(self.source, low, max(low, self._place(line, max(end - 1, start)) + 1))

    def value_span(self, line: Line, start: int = 0, end: int | None = None) -> Span:
        """The same, counted from where the value begins; by default all of its first row."""
        if len(line.text) <= line.at:
            return self.span(line)
        row = line.folds[0][0] if line.folds and line.folds[0][0] > line.at else len(line.text)
        return self.span(line, line.at + start, row if end is None else line.at + end)

    def name_span(self, line: Line) -> Span:
        """The name of a property, or the row if it has none."""
        return self.span(line, 0, len(line.name)) if line.name else self.span(line)

    def _place(self, line: Line, offset: int) -> int:
        index = bisect_right(line.folds, (offset, len(self._text) + 1)) - 1
        if index < 0:
            return min(line.start + offset, len(self._text))
        before, start = line.folds[index]
        return min(start + offset - before, len(self._text))

    def _line(self, number: int) -> str:
        end = self._starts[number] - 1 if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end]


def _starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _logical(
    physical: list[bytes], text: str, starts: list[int], decodable: bool
) -> Iterator[Line]:
    """The logical lines in order; what lies behind the last line end counts if there is any."""
    rows = text.split("\n")
    count = len(rows) - (not rows[-1])
    index = 0
    while index < count:
        first, folds = index, []
        joined = rows[index]
        index += 1
        if index < count and rows[index][:1] in (" ", "\t") and rows[index]:
            parts, length = [joined], len(joined)
            while index < count and rows[index] and rows[index][0] in " \t":
                folds.append((length, starts[index] + 1))
                parts.append(rows[index][1:])
                length += len(parts[-1])
                index += 1
            joined = "".join(parts)
            if not decodable and "\ufffd" in joined:
                whole = b"".join((physical[first], *(p[1:] for p in physical[first + 1 : index])))
                # The places in it may then be a character or two off, which no one will mind.
                joined = whole.decode("utf-8", "replace")
        yield _read(first + 1, starts[first], joined, tuple(folds))


def _read(number: int, start: int, text: str, folds: tuple[tuple[int, int], ...]) -> Line:
    match = _NAME.match(text)
    if match is None:
        return Line(number, start, text, folds, "", "", {}, 0)
    name, at = match[0], match.end()
    parameters: dict[str, str] = {}
    while text[at : at + 1] == ";":
        found = _PARAMETER.match(text, at)
        if found is None:
            return Line(number, start, text, folds, "", "", {}, 0)
        parameters[found[1].upper()] = found[2].replace('"', "")
        at = found.end()
    return Line(number, start, text, folds, name, name.upper(), parameters, at + 1)
