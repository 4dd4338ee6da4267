"""Characters that have no business in a plan or a diary.

Spaces of other kinds (tabs, no-break spaces from web pages) are refused but read as spaces, so
that the rest of their line is checked too. Control characters and invisible ones, those that
turn the direction of text among them, could hide what a line says: such a line is not read.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mistake import Mistake

_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff"
)
CURLY = "[“”„‟«»]"
# Compiled when something odd was seen: most texts have nothing odd.
_HIDES = f"[{_HIDDEN}]"
_SPACE = f"[{_SPACES}]+"
_IN_CURLY = f'{CURLY}([^“”„‟«»"]*){CURLY}'
TAB_WIDTH = 2


def may_be_odd(text: str) -> bool:
    """A quick look at a whole text: whether any of its lines may need a closer one.

    Nothing odd counts as printable; a line end does not either, and is not odd.
    """
    return not text.replace("\n", "").isprintable()


def without_odd(line: str) -> tuple[str | None, Mistake | None]:
    """The line with plain spaces only, of the same length (None: not to be read), and why."""
    hides = re.search(_HIDES, line)
    if hides is not None:
        what = f"an invisible character (U+{ord(hides.group()):04X})"
        return None, Mistake(
            "E105", f"{what} stands here", *hides.span(), "delete it",
            ("type the line again; it may say something else than it shows",),
        )  # fmt: skip
    space = re.search(_SPACE, line)
    if space is None:
        return line, None
    what = "a tab" if space.group()[0] == "\t" else "a space of another kind"
    return re.sub(_SPACE, lambda match: " " * len(match.group()), line), Mistake(
        "E104", f"{what} stands here", *space.span(), "write plain spaces",
        fix=" " * (TAB_WIDTH if what == "a tab" else 1) * len(space.group()),
        title="write plain spaces",
    )  # fmt: skip


def width(indentation: str) -> int:
    """How far a line is indented, a tab counting for two spaces."""
    return len(indentation) + indentation.count("\t") * (TAB_WIDTH - 1)


def straightened(text: str, at: int) -> Mistake:
    """Quotes as a word processor sets them, the first one `at`, written as the language does."""
    pair = re.compile(_IN_CURLY).match(text, at)
    end, fix = (pair.end(), f'"{pair[1]}"') if pair else (at + 1, '"')
    return Mistake(
        "E115", "these are not the quotes that the language uses", at, end, "not a straight quote",
        (f"write {fix}",), fix, "write straight quotes",
    )  # fmt: skip
