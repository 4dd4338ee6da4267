"""Miles: lengths are kept in metres, and those that somebody wrote in miles stay miles."""

from __future__ import annotations

from typing import Final

#: Metres in a mile (the international mile of 1959).
MILE_M: Final = 1609.344

#: A tenth of it: nobody writes a run in less.
_TENTH_M: Final = MILE_M / 10

#: What whole metres may be off in a sum of several lengths, in metres.
_OFF_M: Final = 3


def is_in_miles(metres: int) -> bool:
    """Whether somebody meant miles: tenths of a mile to the metre, and no round metres.

    From a mile on a sum of such lengths is one too, though each has been rounded to the metre.
    """
    off = abs(metres - of_tenths(tenths(metres)))
    if off == 0:
        return metres % 50 != 0
    return metres % 10 != 0 and metres > MILE_M and off <= _OFF_M


def tenths(metres: int) -> int:
    """The nearest tenths of a mile."""
    return round(metres / _TENTH_M)


def of_tenths(count: int) -> int:
    """So many tenths of a mile, in whole metres."""
    return round(count * _TENTH_M)


def in_words(metres: float) -> str:
    """`6 mi`, `13.1 mi`."""
    return f"{metres / MILE_M:.1f}".removesuffix(".0") + " mi"
