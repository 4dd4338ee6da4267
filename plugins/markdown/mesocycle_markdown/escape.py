"""What people wrote, as Markdown that says just that."""

from __future__ import annotations

import re

from mesocycle.output.text import lines, one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$#]|&(?=[#A-Za-z])")
#: What makes a list, an underline, or a rule, if a line or an item begins with it.
_OPENING = re.compile(r"^(?:([0-9]+)(?=[.)](?:\s|$))|(?=[-+=:]))")


def inline(text: str) -> str:
    """`text` within a line, or at its start: in a heading, in a cell, after a bullet."""
    return _OPENING.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", one_line(text)))


def paragraph(text: str) -> str:
    """`text` as a paragraph of its own: a line stays a line."""
    return "  \n".join(map(inline, lines(text)))


def quote(text: str) -> str:
    """Markdown as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
