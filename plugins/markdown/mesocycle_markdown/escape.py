"""What people wrote, as Markdown that says just that."""

from __future__ import annotations

import re

from mesocycle.output.text import lines, one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#]")
#: What makes a list, a heading's underline, or a rule, at the start of a line.
_OPENING = re.compile(r"^([-+=:]|[0-9]+(?=[.)]))")


def inline(text: str) -> str:
    """`text` within a line: in a heading, in a cell, after a bullet."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def paragraph(text: str) -> str:
    """`text` as a paragraph of its own: a line stays a line."""
    return "  \n".join(_OPENING.sub(_opening, inline(line)) for line in lines(text))


def quote(text: str) -> str:
    """Markdown as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _opening(match: re.Match[str]) -> str:
    found = match[0]
    # A digit cannot be escaped, but the dot after it can: put an invisible break between.
    return f"{found}&#8203;" if found.isdigit() else f"\\{found}"
