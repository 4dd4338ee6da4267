"""Time zones: each is there, and says of the clock what the clock does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from mesocycle.diagnostics import Label
from mesocycle.feed.checking.document import Line
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.onsets import Clock, Unclear, clock_of
from mesocycle.feed.checking.parts import Calendar, Part
from mesocycle.feed.checking.recurrence import parse_rule
from mesocycle.feed.checking.values import read_day, read_time

_TIMED = {"DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE"}
_DAY = timedelta(days=1)
_YEAR = timedelta(days=366)
#: A feed of more years than this is looked at for its last ones.
_MOST_DAYS = 40 * 366
_HOLDERS = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")


def present(calendar: Calendar, found: Findings) -> None:
    """E875."""
    told = {part.value("TZID") for part in calendar.of("VTIMEZONE")}
    for part, line in _timed(calendar):
        zone = line.parameters.get("TZID")
        if zone and zone not in told:
            told.add(zone)
            found.error(
                "E875",
                f"no VTIMEZONE for {zone!r:.60}",
                calendar.document.span(line),
                "Outlook is hours off, or shows nothing; ical.js takes the time for any zone's",
                hint="write the zone's VTIMEZONE ahead of the events",
                labels=(Label(calendar.document.span(part.begin), "and what else is in it"),)
                if part.begin.number != line.number
                else (),
            )


def single(calendar: Calendar, found: Findings) -> None:
    """E853, of zones."""
    seen: set[tuple[int, str]] = set()
    for outer in calendar.of("VCALENDAR"):
        for part in outer.parts:
            key = (outer.begin.number, part.value("TZID"))
            if part.kind == "VTIMEZONE" and key in seen:
                found.error(
                    "E853",
                    f"the VTIMEZONE of {key[1]!r:.60} a second time",
                    calendar.document.span(part.begin),
                    "readers take the first or the last of them",
                    hint="each zone is told once, ahead of the events",
                )
            if part.kind == "VTIMEZONE":
                seen.add(key)


def floating(calendar: Calendar, found: Findings) -> None:
    """W877."""
    for _, line in _timed(calendar):
        read = read_time(line.value)
        if line.key == "DTSTART" and read and not read[1] and "TZID" not in line.parameters:
            found.warning(
                "W877",
                "a time of no zone",
                calendar.document.span(line),
                "Outlook cannot show it, Google takes it for UTC's or for its own",
                hint="DTSTART;TZID=Europe/Berlin:… with the VTIMEZONE, or UTC with a Z",
            )


def forms(calendar: Calendar, found: Findings) -> None:
    """W878, W879."""
    for part in calendar.of("VTIMEZONE"):
        line = part.first("TZID")
        if line is not None and not _known(line.value):
            found.warning(
                "W879",
                f"{line.value!r:.60} is no zone of the IANA",
                calendar.document.value_span(line),
                "programs guess which one is meant; its rules cannot be compared here",
                hint="name it as Europe/Berlin is named",
            )
        dates = next((each for inner in part.parts for each in inner.all("RDATE")), None)
        if dates is not None:
            found.warning(
                "W878",
                "a VTIMEZONE of single days (RDATE)",
                calendar.document.name_span(dates),
                "Outlook is reported to read that badly",
                hint="write yearly rules: RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            )


def agree(calendar: Calendar, found: Findings) -> None:
    """E876: at the times of the events, and on the days between and in the year after."""
    times = _times(calendar)
    for part in calendar.of("VTIMEZONE"):
        line = part.first("TZID")
        if line is None or not _known(line.value) or not times.get(line.value):
            continue
        walls = times.pop(line.value)  # of two with one name the first
        try:
            clock = clock_of(part, max(walls).year + 2)
        except Unclear:
            _unclear(calendar, line, part, found)
            continue
        _compare(calendar, line, clock, walls, found)


def _unclear(calendar: Calendar, line: Line, part: Part, found: Findings) -> None:
    if part.closed:
        found.error(
            "E876",
            f"the VTIMEZONE of {line.value!r:.60} is incomplete, or has odd rules",
            calendar.document.span(line),
            "programs that cannot follow it are off by its offset",
            hint="STANDARD and DAYLIGHT, each with DTSTART, both offsets and a yearly RRULE",
        )


def _compare(
    calendar: Calendar, line: Line, clock: Clock, walls: dict[datetime, Line], found: Findings
) -> None:
    zone = ZoneInfo(line.value)
    wrong = [wall for wall in sorted(walls) if _differs(clock, zone, wall)]
    if wrong:
        off = _hours(clock, zone, wrong[0])
        many = f" and {len(wrong) - 1} more times" if len(wrong) > 1 else ""
        found.error(
            "E876",
            f"the VTIMEZONE of {line.value} is {off} off on {wrong[0]:%Y-%m-%d}{many}",
            calendar.document.span(line),
            "who goes by it, as Outlook does, shows another hour than who goes by the name",
            hint=f"compare its rules with those of {line.value}, at the turn before that day",
            labels=(Label(calendar.document.span(walls[wrong[0]]), "read differently"),),
        )
        return
    later = next((day for day in _noons(clock, walls) if _differs(clock, zone, day)), None)
    if later is not None:
        found.error(
            "E876",
            f"the VTIMEZONE of {line.value} is {_hours(clock, zone, later)} off from "
            f"{later:%Y-%m-%d} on",
            calendar.document.span(line),
            "no event lies there yet; what comes there will be shown at the wrong time",
            hint=f"compare its rules with those of {line.value}, at the turn before that day",
        )


def _differs(clock: Clock, zone: ZoneInfo, wall: datetime) -> bool:
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    # In the hour that is skipped or comes twice, readers may differ and all be right.
    return first == second and first is not None and _minutes(clock.offset(wall) - first) != 0


def _minutes(length: timedelta) -> int:
    """Offsets of long ago have seconds, which calendars do not."""
    return round(length / timedelta(minutes=1))


def _hours(clock: Clock, zone: ZoneInfo, wall: datetime) -> str:
    off = _minutes(clock.offset(wall) - (wall.replace(tzinfo=zone).utcoffset() or timedelta()))
    hours, minutes = divmod(abs(off), 60)
    if not minutes:
        return f"{hours} hour{'s' if hours > 1 else ''}"
    return f"{abs(off)} minutes" if not hours else f"{hours}:{minutes:02} hours"


def _noons(clock: Clock, walls: dict[datetime, Line]) -> Iterator[datetime]:
    first, last = min(walls), max(walls)
    if clock.endless:
        last += _YEAR  # a rule for every year holds in the next one too
    day = datetime.combine(max(first, last - _DAY * _MOST_DAYS).date(), time(12))
    while day < last:
        yield day
        day += _DAY


def _times(calendar: Calendar) -> dict[str, dict[datetime, Line]]:
    """By zone: the times on the wall, each with a line that has it, and the end of series."""
    times: dict[str, dict[datetime, Line]] = {}
    for part, line in _timed(calendar):
        zone = line.parameters.get("TZID")
        if not zone:
            continue
        own = times.setdefault(zone, {})
        for each in line.value.split(","):
            read = read_time(each)
            if read and 1900 < read[0].year < 9990:
                own.setdefault(read[0], line)
        if line.key == "DTSTART":
            _last_of_series(part, own, line)
    return times


def _last_of_series(part: Part, own: dict[datetime, Line], start: Line) -> None:
    for rule in part.all("RRULE"):
        until = parse_rule(rule.value).get("UNTIL", "")
        day = read_day(until[:8])
        read = read_time(start.value)
        if read and day and 1900 < day.year < 9990 and day >= read[0].date():
            own.setdefault(datetime.combine(day, time(12)), rule)


def _timed(calendar: Calendar) -> Iterator[tuple[Part, Line]]:
    for part in calendar.of(*_HOLDERS):
        for line in part.lines:
            if line.key in _TIMED:
                yield part, line


def _known(key: str) -> bool:
    return key in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())
