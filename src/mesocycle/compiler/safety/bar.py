"""Bar: why something may not be done today."""

from __future__ import annotations

import msgspec

from mesocycle.programme import Because


class Bar(msgspec.Struct, frozen=True):
    """Why an exercise may not be done today: the rule, a reason for people, the lines."""

    rule: str
    text: str
    because: tuple[Because, ...] = ()
