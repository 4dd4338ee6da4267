"""Civil dates and wall times as people write them, and zones by name.

User text never reaches `ZoneInfo` unchecked: it raises four kinds of exception.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

UTC = dt.UTC

#: The years that a date may have: no plan's sums come near the ends of the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def read_date(text: str) -> dt.date | None:
    """`2026-12-07` as a date; None if there is no such day, or not in 1900 to 2199."""
    try:
        found = dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


def read_time(text: str) -> dt.time | None:
    """`07:00` as a time of day; None if there is no such time."""
    hour, _, minute = text.partition(":")
    if not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
        return None
    if len(minute) != 2 or int(hour) > 23 or int(minute) > 59:
        return None
    return dt.time(int(hour), int(minute))


@cache
def zone_names() -> frozenset[str]:
    """Every zone name that tzdata lists: the same on every machine.

    `zoneinfo.available_timezones` says what is on this one, and opens 600 files to know.
    """
    tzdata: Any = import_module("tzdata")
    # As `pkgutil.get_data` does it, which would cost every start 1 ms.
    zones: bytes = tzdata.__loader__.get_data(f"{tzdata.__path__[0]}/zones")
    return frozenset(zones.decode().split())


def read_zone(name: str) -> ZoneInfo | None:
    """The zone of that IANA name; None if there is none."""
    if name == "UTC":
        return ZoneInfo("UTC")
    return ZoneInfo(name) if name in zone_names() else None


def wall(date: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """The moment of a wall time.

    In a spring gap it moves forward by the gap; in an autumn overlap the first counts.
    """
    return dt.datetime.combine(date, time, zone).astimezone(UTC).astimezone(zone)


def later(moment: dt.datetime, by: dt.timedelta) -> dt.datetime:
    """The moment so much time later (or earlier), as the clocks of its zone then show it."""
    return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)


def spoken(date: dt.date) -> str:
    """A date as a sentence has it: `7 Dec 2026`; the same in every locale."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{date.day} {months[date.month - 1]} {date.year}"
