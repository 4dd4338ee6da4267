"""The source lines of a diagnostic, with what is marked underneath.

```
14 |   Supermann; 3x8-12; progress reps
   |   ^^^^^^^^^ not in runner-back, nor defined here
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

import msgspec

from mesocycle.cli.paint import Paint
from mesocycle.cli.text import Cell, cells, safe
from mesocycle.source import Position, Source, Span

#: A label narrower than this goes below its mark instead of beside it.
_NARROW = 24
#: Of a longer span only the first and the last lines are shown.
_TALL = 5


class Mark(msgspec.Struct, frozen=True):
    """A place to underline, and why; `role` is the paint of the line under it."""

    span: Span
    label: str
    sign: str
    role: str

    @property
    def first(self) -> Position:
        """Where the span begins."""
        return self.span.source.position(self.span.start)

    @property
    def last(self) -> Position:
        """Where the span ends; a line end that it includes does not open the next line."""
        end = max(self.span.start, self.span.end)
        if end > self.span.start and self.span.source.text[end - 1 : end] == "\n":
            end -= 1
        return self.span.source.position(end)


class Canvas(msgspec.Struct, frozen=True):
    """What all lines of one report share: the columns, the number column, and the paint."""

    columns: int
    gutter: int
    paint: Paint

    def row(self, content: str = "", number: int | None = None) -> str:
        """A line behind the bar, with its number in front if it is a source line."""
        front = f"{'' if number is None else number:>{self.gutter}} |"
        return (self.paint(front, "gutter") + (f" {content}" if content else "")).rstrip()


def snippet(source: Source, marks: Iterable[Mark], canvas: Canvas) -> Iterator[str]:
    """The lines of `source` that `marks` stand on, each mark below its line."""
    marks = sorted(marks, key=lambda m: (m.first, m.sign != "^"))
    tall = next((m for m in marks if m.last.line > m.first.line), None)
    margin = "" if tall is None else "  "
    previous = None
    for number in _line_numbers(marks, tall):
        if previous is not None and number > previous + 1:
            yield canvas.paint("." * min(3, canvas.gutter + 2), "gutter")
        previous = number
        here = [m for m in marks if m.first.line == number and m is not tall]
        window = _Window(source.line(number), _anchor(here, tall, number), canvas, len(margin))
        yield canvas.row(_bar(tall, number, canvas.paint) + window.text, number)
        goes_on = tall is not None and number < tall.last.line
        inside = _bar(tall, number + 1, canvas.paint) if goes_on else margin
        for mark in here:
            yield from window.under(mark, number, inside)
        if tall is not None and number == tall.last.line:
            yield from window.close(tall)


def _line_numbers(marks: Iterable[Mark], tall: Mark | None) -> list[int]:
    numbers = {m.first.line for m in marks}
    if tall is not None:
        first, last = tall.first.line, tall.last.line
        every = range(first, last + 1)
        numbers |= set(every if len(every) <= _TALL else (first, first + 1, last - 1, last))
    return sorted(numbers)


def _anchor(here: list[Mark], tall: Mark | None, number: int) -> int:
    """The character (from 0) that must be seen on the line, however long it is."""
    if here:
        return here[0].first.column - 1
    if tall is not None and number == tall.last.line:
        return max(tall.last.column - 2, 0)
    return 0


def _bar(tall: Mark | None, number: int, paint: Paint) -> str:
    if tall is None:
        return ""
    if number == tall.first.line:
        return paint("/", tall.role) + " "
    inside = tall.first.line < number <= tall.last.line
    return (paint("|", tall.role) if inside else " ") + " "


class _Window:
    """The part of a line that fits, around the character `anchor`."""

    def __init__(self, line: str, anchor: int, canvas: Canvas, margin: int) -> None:
        self._canvas = canvas
        self._margin = margin
        self._room = max(canvas.columns - canvas.gutter - 3 - margin, _NARROW)
        self._length = len(line)
        self._from = 0 if len(line) <= self._room else max(0, anchor - self._room // 3)
        # A character is a column or more (but for combining ones), so this cuts enough.
        self._cells = _fitting(cells(line[self._from : self._from + self._room]), self._room - 2)
        self._lead = "…" if self._from else ""

    @property
    def text(self) -> str:
        cut = self._from + len(self._cells) < self._length
        return self._lead + "".join(c.shown for c in self._cells) + ("…" if cut else "")

    def _column(self, character: int) -> int:
        """The column, from 0, at which a character of the line begins."""
        index = min(max(character - self._from, 0), len(self._cells))
        return len(self._lead) + sum(c.width for c in self._cells[:index])

    def under(self, mark: Mark, number: int, margin: str) -> Iterator[str]:
        """The mark's signs and its label, in as many rows as the label needs."""
        start = self._column(mark.first.column - 1)
        last = mark.last.column - 1 if mark.last.line == number else self._length
        signs = mark.sign * max(self._column(last) - start, 1)
        paint = self._canvas.paint
        beside = start + len(signs) + 1
        for row, (indent, text) in enumerate(self._label(mark.label, beside, start)):
            if row == 0:
                gap = " " * start + paint(signs, mark.role)
                yield self._canvas.row(margin + gap + (" " + paint(text, mark.role)).rstrip())
            else:
                yield self._canvas.row(margin + " " * indent + paint(text, mark.role))

    def close(self, tall: Mark) -> Iterator[str]:
        """The last row of a span of several lines: `|_____^ label`."""
        end = max(self._column(tall.last.column - 1) - 1, 0)
        paint = self._canvas.paint
        foot = "|_" + "_" * end + tall.sign
        rows = self._label(tall.label, end + 2, 0)
        yield self._canvas.row(paint(f"{foot} {rows[0][1]}".rstrip(), tall.role))
        for indent, text in rows[1:]:
            yield self._canvas.row(" " * (self._margin + indent) + paint(text, tall.role))

    def _label(self, label: str, beside: int, start: int) -> list[tuple[int, str]]:
        """The label's rows with their indents; the first row is beside the mark."""
        label = safe(label)
        if beside + len(label) <= self._room:
            return [(beside, label)]
        if self._room - beside >= _NARROW:
            return [(beside, row) for row in wrap(label, self._room - beside)]
        indent = min(start, max(self._room - 2 * _NARROW, 0))
        below = wrap(label, max(self._room - indent, _NARROW))
        return [(beside, ""), *((indent, row) for row in below)]


def _fitting(found: list[Cell], room: int) -> list[Cell]:
    taken = 0
    for index, cell in enumerate(found):
        taken += cell.width
        if taken > room:
            return found[:index]
    return found
