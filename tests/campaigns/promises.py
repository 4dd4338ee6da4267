"""What a campaign holds a server to."""

from __future__ import annotations

#: The promises: milliseconds that 99 of 100 wait, seconds that half a request is kept.
PATIENCE_MS, CUT_S = 100, 10
#: Megabytes that a server may grow by.
GROWTH_MB = 8


class Broken(Exception):
    """A promise that was not kept."""


def claim(holds: bool, what: str) -> None:
    """Go on if it holds."""
    if not holds:
        raise Broken(what)
