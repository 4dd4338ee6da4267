"""The last line of a time zone file: the rule for all years to come, as POSIX writes it.

`CET-1CEST,M3.5.0,M10.5.0/3`: an hour east of UTC, summer time from the last Sunday of March at
2:00 to the last Sunday of October at 3:00, by the clock on the wall.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

import tzdata  # type: ignore[import-untyped] # it has no types

_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_OFFSET = r"[+-]?[0-9]{1,2}(?::[0-9]{2}){0,2}"
_ONSET = r"M([0-9]{1,2})\.([1-5])\.([0-6])(?:/([+-]?[0-9:]+))?"
_RULE = re.compile(
    f"(?P<standard>{_NAME})(?P<offset>{_OFFSET})"
    f"(?:(?P<summer>{_NAME})(?P<ahead>{_OFFSET})?,{_ONSET},{_ONSET})?"
)
_KEY = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")


class Onset(NamedTuple):
    """A turn of the clock that comes back every year.

    `week` is 1 to 5, 5 being the last; `weekday` counts from Sunday, 0; `clock` is by the
    clock as it was before the turn, `before` and `after` are offsets east of UTC.
    """

    month: int
    week: int
    weekday: int
    clock: timedelta
    before: timedelta
    after: timedelta
    name: str

    def in_year(self, year: int) -> datetime:
        """The turn of that year, by the clock as it was before."""
        first = datetime.combine(date(year, self.month, 1), time())
        days = (self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1)
        found = first + timedelta(days=days)
        while found.month != self.month:
            found -= timedelta(days=7)
        return found + self.clock


class Rule(NamedTuple):
    """An offset for the whole year, or two turns of the clock."""

    name: str
    offset: timedelta
    onsets: tuple[Onset, ...]


def rule_of(key: str) -> Rule | None:
    """The rule of the zone named `key`; None if it has none that a calendar can repeat."""
    if not _KEY.fullmatch(key):
        return None
    try:
        data = _file(f"zoneinfo/{key}")
    except OSError:
        return None
    return read_rule(data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii", "replace"))


def _file(name: str) -> bytes:
    """A file of the package of zones, as its loader has it: importlib.resources takes 10 ms.

    Raises:
        OSError: there is none.
    """
    loader: Any = tzdata.__loader__
    data: bytes = loader.get_data(f"{tzdata.__path__[0]}/{name}")
    return data


def read_rule(text: str) -> Rule | None:
    """The rule that `text` states.

    None for forms that no zone of today needs, and for turns at an hour beyond the day's own
    (`/-1`, `/26`), which have no plain yearly rule.
    """
    match = _RULE.fullmatch(text)
    if match is None:
        return None
    name, offset = match["standard"].strip("<>"), -_time(match["offset"])
    if match["summer"] is None:
        return Rule(name, offset, ())
    ahead = -_time(match["ahead"]) if match["ahead"] else offset + timedelta(hours=1)
    groups = match.groups()[4:]
    begins = _onset(groups[:4], offset, ahead, match["summer"].strip("<>"))
    ends = _onset(groups[4:], ahead, offset, name)
    if not all(timedelta() <= onset.clock < timedelta(days=1) for onset in (begins, ends)):
        return None
    return Rule(name, offset, (begins, ends))


def _onset(
    written: tuple[str | None, ...], before: timedelta, after: timedelta, name: str
) -> Onset:
    month, week, weekday, clock = written
    at = _time(clock) if clock else timedelta(hours=2)
    return Onset(int(month or 1), int(week or 1), int(weekday or 0), at, before, after, name)


def _time(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = [*map(int, text.lstrip("+-").split(":")), 0, 0][:3]
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
