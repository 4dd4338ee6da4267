"""First pass: physical lines to logical lines with a depth, lines to pieces.

Nothing here knows the language. A line is cut at `;` outside quotes and brackets, its comment
is set aside, and its depth is counted from indentation. What cannot be read at all (tabs,
control characters, a quote left open, sizes beyond the caps) is refused here, before anything
is converted or built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Source, Span
from mesocycle.syntax.mistake import Mistake

MOST_BYTES = 4_000_000
LONGEST_LINE = 4_000
DEEPEST = 64
MOST_DIGITS = 9

# Everything that makes a line worth a second look; most files have none of it.
_ODD = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\t\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
_LINE = re.compile(r"[^\n]*[^\n ][^\n]*")
_CUT = re.compile(r'["#;()]')
_QUOTED = re.compile(r'"[^"]*"')
_LONG_NUMBER = re.compile(r"[0-9]{%d,}" % (MOST_DIGITS + 1))


class Line(NamedTuple):
    """A line that is not blank: its `text` without indentation begins at `start`."""

    start: int
    depth: int
    text: str


class Fragment(NamedTuple):
    """The text between two `;`, and what is wrong with it before any grammar sees it."""

    start: int
    text: str
    mistake: Mistake | None = None


class Cut(NamedTuple):
    """A line's fragments and its comment; offsets count from the start of the line's text."""

    fragments: tuple[Fragment, ...]
    comment: tuple[int, int] | None


def lines(source: Source, found: Diagnostics) -> Iterator[Line]:
    """The lines of `source` that are not blank, in order; what cannot be read goes to `found`.

    A line that is refused is left out, except for wrong indentation: that line counts as
    belonging to the nearest line above that is indented less.
    """
    text = source.text
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "replace")) > MOST_BYTES:
        found.error(
            "E120", "this file is too large", Span(source, 0, 0),
            hint=f"a file may have {MOST_BYTES // 1_000_000} MB; put libraries in files of their own",
        )  # fmt: skip
        return
    odd = _odd_lines(source, found)
    columns = [0]
    for match in _LINE.finditer(text, 1 if text.startswith("\ufeff") else 0):
        start, end = match.span()
        body = match.group().lstrip(" ")
        column = end - start - len(body)
        start += column
        if len(body) > LONGEST_LINE:
            _too_long(source, start, end, found)
            continue
        if odd and start - column in odd:
            continue
        if column != columns[-1] and body[0] != "#":
            _indent(source, columns, column, start, found)
            if len(columns) > DEEPEST:
                found.error(
                    "E123", "lines are nested too deep here", Span(source, start, end),
                    f"at most {DEEPEST} levels", hint="one more level than the line above is enough",
                )  # fmt: skip
                return
        yield Line(start, len(columns) - 1, body.rstrip(" "))


def _indent(
    source: Source, columns: list[int], column: int, start: int, found: Diagnostics
) -> None:
    """Bring the stack of open columns up to a line that starts at `column`."""
    if column > columns[-1]:
        columns.append(column)
        return
    while column < columns[-1]:
        columns.pop()
    if column != columns[-1]:
        found.error(
            "E106", "this line lines up with nothing above", Span(source, start - column, start),
            "indentation differs",
            hint=f"indent by {columns[-1]} spaces, as the lines it belongs to",
        )  # fmt: skip


def _too_long(source: Source, start: int, end: int, found: Diagnostics) -> None:
    found.error(
        "E121", "this line is too long", Span(source, start, min(end, start + 40)),
        f"{end - start} characters",
        hint=f"a line may have {LONGEST_LINE}; write clauses on lines of their own, indented",
    )  # fmt: skip


def _odd_lines(source: Source, found: Diagnostics) -> set[int]:
    """The starts of lines with characters that no line may have; each line is told once."""
    refused: set[int] = set()
    text = source.text
    for match in _ODD.finditer(text):
        at = match.start()
        start = text.rfind("\n", 0, at) + 1
        if start in refused or (at == 0 and text[0] == "\ufeff"):
            continue
        refused.add(start)
        if text[at] == "\t":
            message, label = "a tab", "indent and separate with spaces"
        else:
            message, label = f"an invisible character U+{ord(text[at]):04X}", "delete it"
        code = "E104" if text[at] == "\t" else "E105"
        found.error(
            code, f"{message} cannot stand in a plan or diary", Span(source, at, at + 1), label
        )
    return refused


def cut(text: str) -> Cut:
    """A line's text in fragments, at `;` outside quotes and brackets, its comment aside."""
    ends, end, open_quote, balanced = _marks(text, brackets=True)
    if not balanced:
        ends, end, open_quote, _ = _marks(text, brackets=False)
    fragments = []
    start = 0
    for stop in (*ends, end):
        broken = open_quote is not None and start <= open_quote < stop
        fragments.append(_fragment(text, start, stop, open_quote if broken else None))
        start = stop + 1
    comment = (end, len(text)) if end < len(text) else None
    if comment and len(fragments) == 1 and not fragments[0].text:
        return Cut((), comment)
    return Cut(tuple(fragments), comment)


def _marks(text: str, brackets: bool) -> tuple[list[int], int, int | None, bool]:
    """Where the `;` are, where the comment starts, where a quote stays open; balance."""
    ends: list[int] = []
    at = depth = 0
    while match := _CUT.search(text, at):
        at = match.end()
        mark = match.group()
        if mark == "#":
            return ends, at - 1, None, depth == 0
        if mark == '"':
            close = text.find('"', at)
            if close < 0:
                return ends, len(text), at - 1, True
            at = close + 1
        elif mark == ";" and depth == 0:
            ends.append(at - 1)
        elif mark == "(" and brackets:
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
    return ends, len(text), None, depth == 0


def _fragment(line: str, start: int, end: int, open_quote: int | None) -> Fragment:
    text = line[start:end]
    start += len(text) - len(text.lstrip(" "))
    text = text.strip(" ")
    if open_quote is not None:
        at = open_quote - start
        mistake = Mistake(
            "E103", "this quote is never closed", at, len(text), "opens here",
            hints=("close it on the same line",),
        )  # fmt: skip
    elif not text:
        mistake = Mistake(
            "E112", "there is nothing here", 0, 0, "an empty clause", ("delete this `;`",)
        )
    elif text.count("(") > DEEPEST:
        mistake = Mistake("E123", "too many brackets", 0, len(text), f"at most {DEEPEST}")
    elif number := _LONG_NUMBER.search(_unquoted(text)):
        mistake = Mistake(
            "E122", "this number is too long", *number.span(), f"more than {MOST_DIGITS} digits"
        )
    else:
        return Fragment(start, text)
    return Fragment(start, text, mistake)


def _unquoted(text: str) -> str:
    """The text with everything in quotes blanked out, of the same length."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text) if '"' in text else text
