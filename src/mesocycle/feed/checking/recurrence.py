"""Rules of recurrence (RFC 5545 3.3.10): written so that every reader takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mesocycle.feed.checking.document import Line
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar, Part
from mesocycle.feed.checking.values import read_day, read_integer, read_time

_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAY = re.compile("[+-]?(?:[1-9]|[1-4][0-9]|5[0-3])?(?:MO|TU|WE|TH|FR|SA|SU)")
#: Numbers that a part takes: the least, the most, and whether they may be counted from the end.
_NUMBERS = {
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}


def parse_rule(text: str) -> dict[str, str]:
    """The parts of a rule by name, in capitals; of two with one name the last."""
    pairs = (part.partition("=") for part in text.upper().split(";"))
    return {name: value for name, _, value in pairs}


def rules(calendar: Calendar, found: Findings) -> None:
    """E870, E871."""
    for part in calendar.of("VEVENT", "VTODO", "VJOURNAL", "STANDARD", "DAYLIGHT"):
        for line in part.all("RRULE"):
            faults = list(_faults(line.value))
            for fault in faults:
                found.error(
                    "E870",
                    f"a rule that nobody can follow: {fault}",
                    calendar.document.value_span(line),
                    "readers refuse the whole feed, or do not agree on the days",
                    hint="for example RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=8",
                )
            if not faults:
                _until(calendar, part, line, found)


def _faults(text: str) -> Iterator[str]:
    pairs = [part.partition("=") for part in text.upper().split(";")]
    names = [name for name, _, _ in pairs]
    if twice := {name for name in names if names.count(name) > 1} if len(names) < 30 else names:
        yield f"{min(twice)!r:.20} stands twice"
    given = {name: value for name, _, value in pairs}
    if given.get("FREQ") not in _FREQUENCIES:
        yield "FREQ is missing, or no frequency"
    if "UNTIL" in given and "COUNT" in given:
        yield "UNTIL and COUNT together"
    for name, value in given.items():
        if not _fits(name, value):
            yield f"{name:.20}={value:.20}"


def _fits(name: str, value: str) -> bool:
    if name in ("INTERVAL", "COUNT"):
        number = read_integer(value)
        return number is not None and 0 < number < 2**31
    if name in ("BYDAY", "WKST"):
        return all(_DAY.fullmatch(each) for each in value.split(","))
    if name == "UNTIL":
        return bool(read_day(value) or read_time(value))
    if name in _NUMBERS:
        least, most, signed = _NUMBERS[name]
        numbers = [read_integer(each) for each in value.split(",")]
        return all(n is not None and least <= (abs(n) if signed else n) <= most for n in numbers)
    return name in ("FREQ", "RSCALE", "SKIP")


def _until(calendar: Calendar, part: Part, line: Line, found: Findings) -> None:
    until = parse_rule(line.value).get("UNTIL")
    start = part.first("DTSTART")
    if until is None or start is None:
        return
    day, time = read_day(until), read_time(until)
    whole_day = read_day(start.value) is not None
    in_utc = (
        part.kind in ("STANDARD", "DAYLIGHT")
        or "TZID" in start.parameters
        or start.value.endswith("Z")
    )
    if whole_day and day is None:
        wanted = "a day, as DTSTART is: UNTIL=20260301"
    elif not whole_day and (time is None or time[1] != in_utc):
        wanted = "in UTC: UNTIL=20260301T060000Z" if in_utc else "without Z, as DTSTART is"
    else:
        return
    found.error(
        "E871",
        f"UNTIL={until} does not go with DTSTART",
        calendar.document.value_span(line),
        "programs end the series a time early or late, or refuse the feed",
        hint=f"UNTIL is {wanted}",
    )
