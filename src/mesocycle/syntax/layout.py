"""First pass: physical lines to logical lines with a depth, lines to pieces.

Nothing here knows the language. A line is cut at `;` outside quotes and brackets, its comment
is set aside, and its depth is counted from indentation. What cannot be read at all (tabs,
control characters, a quote left open, sizes beyond the caps) is refused here, before anything
is converted or built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Source, Span
from mesocycle.syntax.characters import CURLY, may_be_odd, straightened, width, without_odd
from mesocycle.syntax.mistake import Mistake

MOST_BYTES = 4_000_000
LONGEST_LINE = 4_000
DEEPEST = 64
MOST_DIGITS = 9

_LINE = re.compile(r"[^\n]*[^\n ][^\n]*")
_CUT = re.compile(r'["#;()]')
_QUOTED = re.compile(r'"[^"]*"')
# What may be wrong with a fragment, if it is not in quotes, needs one of these.
_SUSPECT = re.compile(rf"[(“”„‟«»]|[0-9]{{{MOST_DIGITS + 1}}}")
_LONG_NUMBER = re.compile(rf"[0-9]{{{MOST_DIGITS + 1},}}")


class Line(msgspec.Struct, frozen=True):
    """A line that is not blank: its `text` without indentation begins at `start`.

    `text` is None for a line that cannot be read; why has been told.
    """

    start: int
    depth: int
    text: str | None

    @property
    def end(self) -> int:
        """Behind the last character."""
        return self.start + len(self.text or "")


class Fragment(msgspec.Struct, frozen=True):
    """The text between two `;`, and what is wrong with it before any grammar sees it."""

    start: int
    text: str
    mistake: Mistake | None = None


class Cut(msgspec.Struct, frozen=True):
    """A line's fragments and its comment; offsets count from the start of the line's text."""

    fragments: tuple[Fragment, ...]
    comment: tuple[int, int] | None


def lines(source: Source, found: Diagnostics) -> Iterator[Line]:
    """The lines of `source` that are not blank, in order; what is wrong with them goes to `found`.

    A line that lines up with nothing counts as belonging to the nearest line above that is
    indented less.
    """
    file = source.text
    if len(file) > MOST_BYTES // 4 and len(file.encode("utf-8", "replace")) > MOST_BYTES:
        hint = f"a file may have {MOST_BYTES // 1_000_000} MB; move parts to a library"
        found.error("E120", "this file is too large", Span(source, 0, 0), hint=hint)
        return
    begin = 1 if file.startswith("\ufeff") else 0
    odd = may_be_odd(file[begin:])
    columns: list[int] = []
    for match in _LINE.finditer(file, begin):
        begin, end = match.span()
        raw = match.group()
        text = _readable(source, raw, begin, odd, found)
        if text == "":
            continue
        start = end - len((text if text is not None else raw).lstrip(" "))
        column = width(raw[: start - begin]) if odd else start - begin
        if file[start] != "#" and (not columns or column != columns[-1]):
            _indent(columns, column, Span(source, begin, start), found)
        if len(columns) > DEEPEST:
            hint = "one more level than the line above is enough"
            span = Span(source, start, end)
            found.error("E123", "lines are nested too deep from here on", span, hint=hint)
            return
        yield Line(start, len(columns) - 1, text and text.strip(" "))


def _readable(source: Source, line: str, start: int, odd: bool, found: Diagnostics) -> str | None:
    """What the grammar may see of a line, up to the same end; None: nothing."""
    if len(line) > LONGEST_LINE:
        found.add(too_long(len(line)).at(source, start))
        return None
    if not odd:
        return line
    text, mistake = without_odd(line)
    if mistake is not None:
        found.add(mistake.at(source, start))
    return text if text is None or text.strip(" ") else ""


def _indent(columns: list[int], column: int, place: Span, found: Diagnostics) -> None:
    """Bring the stack of open columns up to a line that starts at `column`."""
    if columns and column > columns[-1]:
        columns.append(column)
        return
    while columns and column < columns[-1]:
        columns.pop()
    if columns and column == columns[-1]:
        return
    if columns or column:
        hint = "indent it exactly as far as the lines that stand beside it"
        found.error("E106", "this line lines up with nothing above", place, hint=hint)
    columns.append(column)


def too_long(length: int) -> Mistake:
    """The mistake of a line of so many characters."""
    hint = f"a line may have {LONGEST_LINE}; write clauses on lines of their own, indented"
    return Mistake("E121", "this line is too long", 0, 40, f"{length} characters", (hint,))


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
    if open_quote is None and text and not _SUSPECT.search(text):
        return Fragment(start, text)  # nearly always
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
    elif curly := re.search(CURLY, _unquoted(text)):
        mistake = straightened(text, curly.start())
    else:
        return Fragment(start, text)
    return Fragment(start, text, mistake)


def _unquoted(text: str) -> str:
    """The text with everything in quotes blanked out, of the same length."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text) if '"' in text else text
