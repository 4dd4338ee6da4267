"""Plain sums: loads as fractions, rounding as people do it, dates three days a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

MONDAY = dt.date(2027, 1, 4)


def rounded(exact: Fraction, step: Fraction | int) -> Fraction:
    """To the nearest multiple of `step`; half way goes down."""
    below = exact // step * step
    return below if exact - below <= Fraction(step) / 2 else below + step


def weight(load: Fraction | int, unit: str) -> str:
    """`62.5 kg`: at most six decimals, none that says nothing."""
    return f"{float(load):g} {unit}"


def part(percent: int | Fraction, of: Fraction | int) -> Fraction:
    """So many per cent of it."""
    return Fraction(percent) * of / 100


def dates(count: int, *weekdays: int) -> Iterator[str]:
    """The first `count` of these weekdays (Monday is 0), from the first Monday on."""
    made = 0
    for week in range(count):
        for weekday in weekdays:
            if made < count:
                made += 1
                yield (MONDAY + dt.timedelta(weeks=week, days=weekday)).isoformat()
