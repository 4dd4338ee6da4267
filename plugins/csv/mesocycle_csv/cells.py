"""Cells that read as they were written: no spreadsheet takes one for a formula.

Sources: RFC 4180 (lines, quotes); OWASP, CSV Injection (what begins a formula).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mesocycle.output.text import one_line

#: What may stand in a cell: nothing, a number, yes or no, a text.
Cell = bool | int | float | str | None

#: What makes a formula of a text that begins with it; Excel takes the wide ones as well.
_FORMULA = "=+\\-@\t\r＝＋－＠"
#: At the beginning; also behind quotes, which some programs strip before they look.
_OPENING = re.compile(rf"^(?=[\s\"']*[{_FORMULA}])")
#: Behind what separates cells where another delimiter is expected than the file has.
_INSIDE = re.compile(rf"(?<=[;,\t|])(?=[\s\"']*[{_FORMULA}])")
#: What needs no quotes whatever the delimiter is.
_BARE = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9 ._:/-]*[A-Za-z0-9])?)?")
#: As many decimals as loads have.
_DECIMALS = 5


def line(cells: Iterable[Cell], delimiter: str, decimal: str = ".") -> str:
    """A line of the file, with its CR LF."""
    return delimiter.join(_quoted(_text(cell, decimal)) for cell in cells) + "\r\n"


def safe(text: str) -> str:
    """`text` on one line, with an apostrophe before what would begin a formula."""
    return _INSIDE.sub("'", _OPENING.sub("'", one_line(text)))


def _text(cell: Cell, decimal: str) -> str:
    if cell is None or cell is False:
        return ""
    if cell is True:
        return "yes"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        digits = f"{cell:.{_DECIMALS}f}".rstrip("0").rstrip(".")
        return digits.replace(".", decimal)
    return safe(cell)


def _quoted(text: str) -> str:
    return text if _BARE.fullmatch(text) else '"' + text.replace('"', '""') + '"'
