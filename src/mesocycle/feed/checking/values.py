"""Dates, times, durations and numbers as calendars write them; None for what is none."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_DATE = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile("([0-9]{2})([0-9]{2})([0-9]{2})(Z?)")
_DURATION = re.compile(
    "([+-]?)P(?:([0-9]{1,6})W|(?:([0-9]{1,6})D)?"
    "(T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})S)?)?)"
)
_OFFSET = re.compile("([+-])([0-9]{2})([0-5][0-9])([0-5][0-9])?")
_INTEGER = re.compile("[+-]?[0-9]{1,20}")


def read_day(text: str) -> date | None:
    """`20260105`."""
    match = _DATE.fullmatch(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def read_time(text: str) -> tuple[datetime, bool] | None:
    """`20260105T070000Z`: the time on the clock, and whether it is UTC's."""
    day_text, _, rest = text.partition("T")
    day, match = read_day(day_text), _TIME.fullmatch(rest)
    if day is None or match is None:
        return None
    hour, minute, second = (int(each) for each in match.groups()[:3])
    if hour > 23 or minute > 59 or second > 60:
        return None
    # A leap second is allowed, and nobody trains by it.
    return datetime.combine(day, time(hour, minute, min(second, 59))), bool(match[4])


def read_duration(text: str) -> timedelta | None:
    """`-PT30M`."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    sign, weeks, days, clock, hours, minutes, seconds = match.groups()
    if not any((weeks, days, hours, minutes, seconds)) or clock == "T":
        return None
    length = timedelta(
        weeks=int(weeks or 0),
        days=int(days or 0),
        hours=int(hours or 0),
        minutes=int(minutes or 0),
        seconds=int(seconds or 0),
    )
    return -length if sign == "-" else length


def read_offset(text: str) -> timedelta | None:
    """`+0100`: how far east of UTC."""
    match = _OFFSET.fullmatch(text)
    if match is None or int(match[2]) > 23:
        return None
    length = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -length if match[1] == "-" else length


def read_integer(text: str) -> int | None:
    """`-12`."""
    return int(text) if _INTEGER.fullmatch(text) else None
