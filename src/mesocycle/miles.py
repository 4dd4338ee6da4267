"""Miles and yards: lengths are kept in metres, and are told in what somebody wrote."""

from __future__ import annotations

from typing import Final

#: Metres in a mile (the international mile of 1959).
MILE_M: Final = 1609.344

#: A tenth of it: nobody writes a run in less.
_TENTH_M: Final = MILE_M / 10

#: A length of a pool of yards, in yards and in metres (a yard has 0.9144 m).
_POOL_YD: Final = 25
_POOL_M: Final = _POOL_YD * 0.9144

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


def pool_yards(metres: int) -> int:
    """How many yards a swim was meant to be: lengths of 25; 0 where metres are meant.

    Round metres are metres, though 320 of them are 350 yards as well.
    """
    lengths = round(metres / _POOL_M)
    meant = metres % 5 != 0 and round(lengths * _POOL_M) == metres
    return lengths * _POOL_YD if meant else 0


def of_pool(yards: int) -> int:
    """The metres of so many yards: whole lengths of 25, at least one."""
    return round(max(yards // _POOL_YD, 1) * _POOL_M)
