"""Heads that could not be read, made good enough for what stands under them to be read.

The mistake is told where it is; without a head, every mistake below it would have to wait.
"""

from __future__ import annotations

import re

from mesocycle.syntax.nodes import Later, Node, SessionHead, Word

_NAME = re.compile(r'"([^"]+)"')


def recovered(rule: str, text: str) -> tuple[Node, ...]:
    """What a piece that start rule `rule` refused must have been, if anything."""
    name = _NAME.search(text) if rule == "session_head" else None
    if name is None:
        return ()
    schedule = Later("a schedule that was not understood", name.end(), len(text))
    return (SessionHead(Word(name[1], *name.span()), (schedule,)),)
