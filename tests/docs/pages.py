"""The pages of docs/ as a list of examples: fenced blocks that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parents[2] / "docs"

_FENCE = re.compile(
    r"^(?P<fence>```+)(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)


class Example(NamedTuple):
    """A fenced block: its language, what else its opening line says, and where it stands.

    `start` and `end` are the offsets of `text` in the page, `line` is the line of the fence.
    """

    language: str
    options: dict[str, str]
    text: str
    line: int
    start: int
    end: int


def pages() -> list[Path]:
    """Every page but the decisions and the table of requirements, which show nothing to run."""
    found = sorted(DOCS.rglob("*.md"))
    return [page for page in found if "adr" not in page.parts and page.name != "requirements.md"]


def examples(text: str) -> Iterator[Example]:
    """The examples of a page, in order."""
    for match in _FENCE.finditer(text):
        language, *words = match["info"].split() or [""]
        yield Example(
            language,
            dict(word.partition("=")[::2] for word in words),
            match["text"],
            text.count("\n", 0, match.start()) + 1,
            match.start("text"),
            match.end("text"),
        )
