"""What a VTIMEZONE says of the clock: its turns, year by year.

Only what zones are written with: yearly rules of a month and a weekday or day, lists of days,
single turns. What says more is not followed, rather than guessed at or looped over.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import msgspec

from mesocycle.feed.checking.document import Line
from mesocycle.feed.checking.parts import Part
from mesocycle.feed.checking.recurrence import parse_rule
from mesocycle.feed.checking.values import read_day, read_integer, read_offset, read_time

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FOLLOWED = {"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "INTERVAL", "WKST"}


class Unclear(Exception):
    """A VTIMEZONE that this does not follow."""


class Clock(msgspec.Struct, frozen=True):
    """The turns of a zone's clock: by the wall before each, and the offset from then on.

    `first` is the offset ahead of all of them. `endless`: a rule of it has no end, so that it
    promises something of every year.
    """

    turns: tuple[datetime, ...]
    offsets: tuple[timedelta, ...]
    first: timedelta
    endless: bool

    def offset(self, wall: datetime) -> timedelta:
        """The offset that a time on the wall has."""
        index = bisect_right(self.turns, wall) - 1
        return self.first if index < 0 else self.offsets[index]


def clock_of(zone: Part, last: int) -> Clock:
    """What a VTIMEZONE says up to the end of the year `last`.

    Raises:
        Unclear: it is incomplete, or has rules that zones are not written with.
    """
    rows: list[tuple[datetime, timedelta, timedelta]] = []
    endless = False
    for part in zone.parts:
        start = read_time(part.value("DTSTART"))
        before = read_offset(part.value("TZOFFSETFROM"))
        after = read_offset(part.value("TZOFFSETTO"))
        if start is None or before is None or after is None:
            raise Unclear
        rows.append((start[0], before, after))
        for line in part.all("RRULE"):
            rule = parse_rule(line.value)
            endless |= "UNTIL" not in rule and "COUNT" not in rule
            rows += ((at, before, after) for at in _yearly(rule, start[0], before, last))
        for line in part.all("RDATE"):
            rows += ((at, before, after) for at in _listed(line))
    if not rows:
        raise Unclear
    rows.sort()
    turns, befores, afters = zip(*rows, strict=True)
    return Clock(turns, afters, befores[0], endless)


def _listed(line: Line) -> Iterator[datetime]:
    for each in line.value.split(","):
        read = read_time(each)
        if read is None:
            raise Unclear
        yield read[0]


def _yearly(
    rule: dict[str, str], start: datetime, before: timedelta, last: int
) -> Iterator[datetime]:
    if rule.get("FREQ") != "YEARLY" or not set(rule) <= _FOLLOWED:
        raise Unclear
    interval, count = read_integer(rule.get("INTERVAL", "1")), rule.get("COUNT")
    left = read_integer(count) if count else None
    if not interval or interval < 1 or (count and left is None):
        raise Unclear
    until = _until(rule.get("UNTIL"), before)
    if left is not None:
        left -= 1  # its own start is the first
    for year in range(start.year, min(last, 9998) + 1, interval):
        for day in sorted(_days(rule, start, year)):
            at = datetime.combine(day, start.time())
            if at <= start:
                continue
            if at > until or (left is not None and left <= 0):
                return
            left = None if left is None else left - 1
            yield at


def _until(text: str | None, before: timedelta) -> datetime:
    """The last turn may be at this time on the wall; UNTIL is in UTC."""
    if text is None:
        return datetime.combine(date.max, time.max)
    read, day = read_time(text), read_day(text)
    if read is None:
        if day is None:
            raise Unclear
        return datetime.combine(day, time.max)
    return read[0] + before if read[1] else read[0]


def _days(rule: dict[str, str], start: datetime, year: int) -> set[date]:
    months = [_number(each) for each in rule.get("BYMONTH", str(start.month)).split(",")]
    found: set[date] = set()
    for month in months:
        if not 1 <= month <= 12:
            raise Unclear
        length = monthrange(year, month)[1]
        days = {date(year, month, number) for number in range(1, length + 1)}
        if "BYMONTHDAY" in rule:
            wanted = {_number(each) for each in rule["BYMONTHDAY"].split(",")}
            days = {d for d in days if d.day in wanted or d.day - length - 1 in wanted}
        if "BYDAY" in rule:
            days &= {d for each in rule["BYDAY"].split(",") for d in _weekdays(each, year, month)}
        elif "BYMONTHDAY" not in rule:
            days = {d for d in days if d.day == start.day}
        found |= days
    return found


def _weekdays(text: str, year: int, month: int) -> list[date]:
    """`-1SU`: the last Sunday; `SU`: every one."""
    if text[-2:] not in _WEEKDAYS:
        raise Unclear
    weekday = _WEEKDAYS.index(text[-2:])
    length = monthrange(year, month)[1]
    all_days = (date(year, month, number) for number in range(1, length + 1))
    days = [day for day in all_days if day.weekday() == weekday]
    if not text[:-2]:
        return days
    number = _number(text[:-2])
    index = number - 1 if number > 0 else number
    return [days[index]] if number and -len(days) <= index < len(days) else []


def _number(text: str) -> int:
    number = read_integer(text)
    if number is None:
        raise Unclear
    return number
