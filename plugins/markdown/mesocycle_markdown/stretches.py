"""Running, riding, swimming on the sheet: a list to tick off on the way."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.output import wording
from mesocycle.programme import Block

from .escape import inline

BOX = "☐"

#: More than these are counted, not ticked: an EMOM of half an hour has thirty sets.
MOST_BOXES = 20

#: Underscores between spaces are no markup.
LINE = "____"


def stretches(block: Block, *, log: bool) -> Iterator[str]:
    """A list of what to do, each with a box, repeats with one for every time."""
    head = inline(wording.heading(block))
    rows = list(wording.outline(block.segments))
    deeper = int(bool(head) and len(rows) > 1)
    if deeper:
        yield f"- **{head}**"
    for row in rows:
        label = f"**{head}:** " if head and not deeper else ""
        text = label + inline(row.text) if label else _capital(inline(row.text))
        front, back = _ticks(row) if log else ("", "")
        yield f"{'  ' * (row.depth + deeper)}- {front}{text}{back}"
        for cue in row.cues:
            yield f"{'  ' * (row.depth + deeper + 1)}- {inline(cue)}"


def _ticks(row: wording.Row) -> tuple[str, str]:
    """The box before a stretch, or those behind a repeat; what is repeated needs none."""
    if row.repeat:
        many = f"{LINE} of {row.repeat}" if row.repeat > MOST_BOXES else BOX * row.repeat
        return "", f" {many}" if not row.depth else ""
    return ("", "") if row.depth else (f"{BOX} ", "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
