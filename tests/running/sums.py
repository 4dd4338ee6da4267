"""Plain sums: dates, the change of the clocks, and tables as they are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY


def monday(date: dt.date) -> dt.date:
    """The Monday of its week."""
    return date - date.weekday() * DAY


def dates(first: dt.date, weeks: int, *weekdays: int) -> Iterator[dt.date]:
    """These weekdays (Monday is 0) of so many weeks from a Monday on."""
    for week in range(weeks):
        for weekday in weekdays:
            yield first + week * WEEK + weekday * DAY


def offset(date: dt.date) -> str:
    """What Central Europe's clocks show at noon: summer from March's last Sunday to October's."""
    begins, ends = last_sunday(date.year, 3), last_sunday(date.year, 10)
    return "+02:00" if begins <= date < ends else "+01:00"


def last_sunday(year: int, month: int) -> dt.date:
    """The last Sunday of a month of 31 days."""
    last = dt.date(year, month, 31)
    return last - (last.weekday() + 1) % 7 * DAY


def minutes(*amounts: float) -> tuple[int, ...]:
    """As seconds."""
    return tuple(round(60 * amount) for amount in amounts)
