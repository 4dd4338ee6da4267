"""Values: dates are dates, durations durations, numbers small enough."""

from __future__ import annotations

from mesocycle.feed.checking.document import Line
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar
from mesocycle.feed.checking.values import (
    read_day,
    read_duration,
    read_integer,
    read_offset,
    read_time,
)

_MOMENTS = {"DTSTART", "DTEND", "DUE", "RECURRENCE-ID"}
_LISTS = {"EXDATE", "RDATE"}
#: In UTC always.
STAMPS = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "ACKNOWLEDGED"}
_LENGTHS = {"DURATION", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"}
_OFFSETS = {"TZOFFSETFROM", "TZOFFSETTO"}
_NUMBERS = {"SEQUENCE": 0, "PRIORITY": 0, "PERCENT-COMPLETE": 0, "REPEAT": 0}
_LARGEST = 2**31 - 1
_BAD = "readers refuse the whole feed, lose the event, or guess"


def values(calendar: Calendar, found: Findings) -> None:
    """E856, E858, E869."""
    for _, line in calendar.holders():
        if line.key in STAMPS:
            _stamp(calendar, line, found)
        elif line.key in _NUMBERS:
            _number(calendar, line, found)
        elif wrong := _wrong(line):
            found.error(
                "E858",
                f"{line.key} is no {wrong[0]}: {line.value!r:.40}",
                calendar.document.value_span(line),
                _BAD,
                hint=wrong[1],
            )


def _wrong(line: Line) -> tuple[str, str] | None:
    """What the value should be, and how that is written; None if it is so."""
    key, value, kind = line.key, line.value, line.parameters.get("VALUE", "").upper()
    if not value:
        return None  # that it is missing is told elsewhere
    if key in _MOMENTS:
        return _no_moment(line, [value], kind)
    if key in _LISTS:
        return _no_moment(line, value.split(","), kind)
    if key == "TRIGGER" and kind == "DATE-TIME":
        fine = (read_time(value) or (None, False))[1]
        return None if fine else ("time in UTC", "for example 20260105T070000Z")
    if (key in _LENGTHS or key == "TRIGGER") and not value.upper().startswith("VALUE="):
        return None if read_duration(value) is not None else ("duration", "for example PT45M")
    if key in _OFFSETS:
        return None if read_offset(value) is not None else ("offset", "for example +0100")
    return None


def _no_moment(line: Line, written: list[str], kind: str) -> tuple[str, str] | None:
    if kind == "DATE":
        if all(map(read_day, written)):
            return None
        return ("date", f"for example {line.key};VALUE=DATE:20260105")
    if kind == "PERIOD":
        return None
    if all(map(read_day, written)):
        return ("time", f"a whole day is written {line.key};VALUE=DATE:{written[0]}")
    times = [read_time(each) for each in written]
    if not all(times):
        return ("date or time", f"for example {line.key}:20260105T070000Z")
    if "TZID" in line.parameters and any(each and each[1] for each in times):
        return ("time of one zone", "with a TZID the time has no Z behind it")
    return None


def _stamp(calendar: Calendar, line: Line, found: Findings) -> None:
    read = read_time(line.value)
    if not line.value or (read and read[1] and "TZID" not in line.parameters):
        return
    found.error(
        "E856",
        f"{line.key} is no time in UTC: {line.value!r:.40}",
        calendar.document.value_span(line),
        "each program takes it for another moment, and may miss the change",
        hint=f"{line.key}:20260101T000000Z, in UTC, with its Z",
    )


def _number(calendar: Calendar, line: Line, found: Findings) -> None:
    number = read_integer(line.value)
    if number is not None and 0 <= number <= _LARGEST:
        return
    found.error(
        "E869",
        f"{line.key} is no number from 0 to {_LARGEST}: {line.value!r:.30}",
        calendar.document.value_span(line),
        "Google takes no number above 32 bits, and programs miss changes of one below 0"
        if line.key == "SEQUENCE"
        else "readers refuse it, or pass over it",
        hint="count changes from 0; a time in milliseconds is too large",
    )
