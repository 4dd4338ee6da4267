"""Kinds of loads: what hangs on another set, and efforts as one scale."""

from __future__ import annotations

from typing import Final

from mesocycle.compiler.loads import table
from mesocycle.syntax.nodes import Exertion, Lighter, LoadNode, Percent

#: Per cent of a set of the same session: it follows that set, and no progression of its own.
RELATIVE: Final = frozenset({"top set", "first set", "set before"})


def relative(node: LoadNode) -> bool:
    """Whether the load hangs on another set of the session."""
    return isinstance(node, Lighter) or (isinstance(node, Percent) and node.of in RELATIVE)


def efforts(node: Exertion) -> tuple[int, int]:
    """The RPE in tenths, from the easier end to the harder."""
    if node.reserve:
        return table.FULL - node.high, table.FULL - node.low
    return node.low, node.high
