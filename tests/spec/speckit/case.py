"""Spec cases: titled pieces of Markdown, with fenced blocks in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

SPEC = Path(__file__).resolve().parent.parent

#: What a case gives to the compiler, and what it expects back.
INPUTS = ("plan", "session", "diary", "library")
EXPECTED = (
    "programme", "dates", "decisions", "refused", "notices", "errors", "warnings", "weeks",
)  # fmt: skip

_TITLE = re.compile(
    r"## (?P<title>.+?)(?: \((?P<tags>(?:against )?S?R[0-9]+(?:, (?:against )?S?R[0-9]+)*)\))?\s*"
)
_AGAINST = "against "
_FENCE = re.compile(r"```(?P<kind>[a-z]+)(?: (?P<words>.*))?")


class Block(msgspec.Struct, frozen=True):
    """A fenced block: `kind` is its first info word, `words` the rest of the info line."""

    kind: str
    words: str
    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The block's text, ending in a line end."""
        return "".join(f"{line}\n" for line in self.lines)


class Case(msgspec.Struct, frozen=True):
    """One case: `area` is the file it stands in.

    `tags` are the requirements that it proves, `against` those that it tries to defeat, in vain;
    `said`: both, as the title has them.
    """

    area: str
    title: str
    said: tuple[str, ...]
    line: int
    blocks: tuple[Block, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """The requirements that the case proves."""
        return tuple(tag for tag in self.said if not tag.startswith(_AGAINST))

    @property
    def against(self) -> tuple[str, ...]:
        """The requirements that the case tries to defeat, in vain."""
        return tuple(tag[len(_AGAINST) :] for tag in self.said if tag.startswith(_AGAINST))

    @property
    def name(self) -> str:
        """What pytest calls it: the area and the title, without signs."""
        return f"{self.area}/{slug(self.title)}"

    @property
    def refused(self) -> bool:
        """Whether the case says that something is refused (see README.md for how it counts)."""
        return any(block.kind in ("errors", "refused") for block in self.blocks)

    def find(self, *kinds: str) -> tuple[Block, ...]:
        """The blocks of these kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)


def slug(title: str) -> str:
    """The title in lower case, signs as hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def read_all() -> tuple[Case, ...]:
    """Every case of every area, in the order of the files' names."""
    files = sorted(path for path in SPEC.glob("*.md") if path.name != "README.md")
    return tuple(case for path in files for case in read(path.stem, path.read_text("utf-8")))


def read(area: str, text: str) -> Iterator[Case]:
    """The cases of one file.

    Raises:
        ValueError: a block stands before the first title, is not closed, or is of no known kind.
    """
    head: tuple[int, re.Match[str]] | None = None
    blocks: list[Block] = []
    for line, found in _pieces(area, text):
        if isinstance(found, Block):
            if head is None:
                raise ValueError(f"{area}.md:{line}: a block before the first title")
            blocks.append(found)
            continue
        if head:
            yield _case(area, head, blocks)
        head, blocks = (line, found), []
    if head:
        yield _case(area, head, blocks)


def _pieces(area: str, text: str) -> Iterator[tuple[int, re.Match[str] | Block]]:
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        if title := _TITLE.fullmatch(line):
            yield number, title
        elif line.startswith("```"):
            yield number, _block(area, number, line, lines)


def _block(area: str, number: int, line: str, lines: Iterator[tuple[int, str]]) -> Block:
    fence = _FENCE.fullmatch(line)
    if fence is None or fence["kind"] not in INPUTS + EXPECTED:
        raise ValueError(f"{area}.md:{number}: not a block of a spec case: {line}")
    content: list[str] = []
    for _, text in lines:
        if text == "```":
            return Block(fence["kind"], fence["words"] or "", tuple(content), number)
        content.append(text)
    raise ValueError(f"{area}.md:{number}: the block is not closed")


def _case(area: str, head: tuple[int, re.Match[str]], blocks: list[Block]) -> Case:
    line, title = head
    if not any(block.kind in EXPECTED for block in blocks):
        raise ValueError(f"{area}.md:{line}: the case expects nothing")
    said = tuple(title["tags"].split(", ")) if title["tags"] else ()
    return Case(area, title["title"], said, line, tuple(blocks))
