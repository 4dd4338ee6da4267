"""So many times a week: on which days."""

from __future__ import annotations


def spread(times: int, apart_s: int) -> tuple[int, ...] | None:
    """Days of the week (from 0), as even as can be, first day first; None if they do not fit.

    Sessions are counted from day to day: 48 hours apart is every other day, and the gap
    across the week's border counts too.
    """
    if not 1 <= times <= 7:
        return None
    days = tuple(i * 7 // times for i in range(times))
    gaps = [after - before for before, after in zip(days, (*days[1:], 7), strict=True)]
    return days if min(gaps) * 86400 >= apart_s else None
