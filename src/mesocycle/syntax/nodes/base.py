"""What every node is, and the words and amounts that nodes are made of."""

from __future__ import annotations

import msgspec

from mesocycle.frozen import FrozenMeta


class Node(msgspec.Struct, metaclass=FrozenMeta, frozen=True, gc=False, omit_defaults=True):
    """What every node is: immutable, compared by value, and short as JSON (a library's doses)."""


class Word(Node):
    """Text as written (quotes and escapes undone) and where it stands in its piece."""

    text: str
    start: int = 0
    end: int = 0


class Count(Node):
    """A number or a band of numbers: `3` is (3, 3), `8-12` is (8, 12)."""

    low: int
    high: int
