"""Text that is safe to print, and how wide it is.

What people write reaches the terminal through here: control characters, escape
sequences and characters that reorder a line are shown as `\\x1b`, never sent.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

TAB = 4

#: Joiners inside words and emoji: they have no width and move nothing.
_JOINERS = "\u200c\u200d"


class Cell(msgspec.Struct, frozen=True):
    """One character as it is shown, and how many columns that takes."""

    shown: str
    width: int


def cells(text: str) -> list[Cell]:
    """One cell for each character of `text`; tabs reach to the next multiple of `TAB`."""
    if text.isascii() and text.isprintable():
        return [Cell(c, 1) for c in text]
    found: list[Cell] = []
    column = 0
    for c in text:
        cell = Cell(" " * (TAB - column % TAB), TAB - column % TAB) if c == "\t" else _cell(c)
        found.append(cell)
        column += cell.width
    return found


def safe(text: str) -> str:
    """`text` on one line, with whatever could steer a terminal made visible."""
    if text.isprintable():
        return text
    return "".join(_cell(c).shown for c in text)


def wrap(text: str, columns: int) -> list[str]:
    """Rows of at most `columns`, broken between words: a date or a name stays whole."""
    import textwrap

    return textwrap.wrap(text, columns, break_on_hyphens=False, break_long_words=False)


def pack(phrases: str, columns: int) -> Iterator[str]:
    """Rows of at most `columns` that break behind a comma, never within a phrase."""
    row, *rest = phrases.split(", ")
    for phrase in rest:
        if width(row) + 3 + width(phrase) > columns:
            yield row + ","
            row = phrase
        else:
            row += f", {phrase}"
    yield row


def width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cell.width for cell in cells(text))


def _cell(c: str) -> Cell:
    if c.isascii() and c.isprintable():
        return Cell(c, 1)
    from unicodedata import category, east_asian_width

    kind = category(c)
    if c in _JOINERS or kind in ("Mn", "Me"):
        return Cell(c, 0)
    if kind[0] == "C" or kind in ("Zl", "Zp"):
        shown = _escape(c)
        return Cell(shown, len(shown))
    return Cell(c, 2 if east_asian_width(c) in "WF" else 1)


def _escape(c: str) -> str:
    number = ord(c)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
