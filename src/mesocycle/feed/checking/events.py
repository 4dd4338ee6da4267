"""Events: who they are, when they end, whether a change of them can be seen, what reminds."""

from __future__ import annotations

import re
from datetime import timedelta

from mesocycle.diagnostics import Label
from mesocycle.feed.checking.document import Line
from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar, Part
from mesocycle.feed.checking.values import read_day, read_duration, read_time

_ODD = re.compile('[\\s\\\\"<>,;\x00-\x20]')
_LONGEST_UID = 255


def some(calendar: Calendar, found: Findings) -> None:
    """E841."""
    inside = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
    calendars = list(calendar.of("VCALENDAR"))
    if calendars and all(part.closed for part in calendars) and not any(calendar.of(*inside)):
        found.error(
            "E841",
            "a calendar without an event",
            calendar.document.span(calendars[0].begin),
            "Thunderbird deletes all that it had, vdirsyncer stops, GNOME Calendar keeps the old",
            hint="keep the last feed that had events; a calendar that ended says so in one event",
        )


def of_the_calendar(calendar: Calendar, found: Findings) -> None:
    """W856."""
    for part in calendar.of("VCALENDAR"):
        line = part.first("UID")
        if line is not None:
            found.warning(
                "W856",
                "a UID of the calendar itself",
                calendar.document.span(line),
                "vdirsyncer takes it for that of every event, and keeps one of them",
                hint="leave it out: nobody needs it",
            )


def identities(calendar: Calendar, found: Findings) -> None:
    """E854, W855."""
    seen: dict[tuple[str, str, str], Line] = {}
    for part in calendar.of("VEVENT", "VTODO", "VJOURNAL"):
        line = part.first("UID")
        if line is None or not line.value:
            continue
        _uid(calendar, line, found)
        key = (part.kind, line.value, part.value("RECURRENCE-ID"))
        if key in seen:
            found.error(
                "E854",
                f"two {part.kind}s with the UID {line.value!r:.60}",
                calendar.document.span(line),
                "programs show one of them; Radicale refuses the feed",
                hint="every event has a UID of its own; only one time of a series shares it, "
                "and that one has a RECURRENCE-ID",
                labels=(Label(calendar.document.span(seen[key]), "the first"),),
            )
        else:
            seen[key] = line


def _uid(calendar: Calendar, line: Line, found: Findings) -> None:
    if _ODD.search(line.value) or len(line.value.encode()) > _LONGEST_UID:
        found.warning(
            "W855",
            f"a UID that is hard to keep: {line.value!r:.60}",
            calendar.document.value_span(line),
            "servers make names of files of it, and cut or refuse this one",
            hint="a UUID is best: letters, digits and hyphens, without names of people",
        )


def revisions(calendar: Calendar, found: Findings) -> None:
    """W857."""
    for part in calendar.of("VEVENT"):
        if part.closed and not (part.first("SEQUENCE") or part.first("LAST-MODIFIED")):
            found.warning(
                "W857",
                "no SEQUENCE and no LAST-MODIFIED: nothing shows that this event changed",
                calendar.document.span(part.begin),
                "GNOME Calendar, and by reports Google, shows an edit only if DTSTAMP moves",
                hint="SEQUENCE up by one and LAST-MODIFIED anew with each change, else unchanged",
            )


def ends(calendar: Calendar, found: Findings) -> None:
    """E859, E860, E861."""
    for part in calendar.of("VEVENT"):
        start, end, length = (part.first(key) for key in ("DTSTART", "DTEND", "DURATION"))
        if end is not None and length is not None:
            found.error(
                "E860",
                "an event with DTEND and DURATION",
                calendar.document.span(length),
                "icalendar, Home Assistant and vobject refuse the whole feed",
                hint="leave one of them",
                labels=(Label(calendar.document.span(end), "it ends here"),),
            )
        if start is not None and end is not None:
            _order(calendar, start, end, found)
        if length is not None and (read_duration(length.value) or timedelta()) < timedelta():
            _early(calendar, length, "a duration below nothing", found)


def _order(calendar: Calendar, start: Line, end: Line, found: Findings) -> None:
    days = read_day(start.value), read_day(end.value)
    times = read_time(start.value), read_time(end.value)
    if (days[0] and times[1]) or (times[0] and days[1]):
        found.error(
            "E861",
            "it starts on a day and ends at a time, or the other way round",
            calendar.document.span(end),
            "icalendar and Home Assistant refuse the whole feed",
            hint="DTSTART and DTEND are both days or both times",
            labels=(Label(calendar.document.span(start), "it starts here"),),
        )
    elif days[0] and days[1] and days[1] <= days[0]:
        why = "the same day" if days[0] == days[1] else "before it starts"
        _early(calendar, end, f"it ends {why}: DTEND is the day after the last", found)
    elif times[0] and times[1] and _comparable(start, end) and times[1][0] <= times[0][0]:
        why = "as" if times[0][0] == times[1][0] else "before"
        _early(calendar, end, f"it ends {why} it starts", found)


def _comparable(start: Line, end: Line) -> bool:
    zones = (start.parameters.get("TZID"), end.parameters.get("TZID"))
    return zones[0] == zones[1] and start.value.endswith("Z") == end.value.endswith("Z")


def _early(calendar: Calendar, line: Line, message: str, found: Findings) -> None:
    found.error(
        "E859",
        message,
        calendar.document.span(line),
        "programs show nothing, or for as long as they guess",
        hint="DTEND lies after DTSTART; of whole days it is the day after the last",
    )


def alarms(calendar: Calendar, found: Findings) -> None:
    """E865."""
    for part in calendar.of("VALARM"):
        for missing in _missing(part) if part.closed else ():
            found.error(
                "E865",
                f"a reminder without {missing}",
                calendar.document.span(part.begin),
                "Home Assistant refuses the whole feed",
                hint=f"ACTION:{part.value('ACTION').upper():.10} wants {missing}",
            )


def _missing(part: Part) -> list[str]:
    action = part.value("ACTION").upper()
    wanted = {
        "DISPLAY": ["DESCRIPTION"],
        "EMAIL": ["DESCRIPTION", "SUMMARY", "ATTENDEE"],
    }.get(action, [])
    if bool(part.first("DURATION")) != bool(part.first("REPEAT")):
        wanted = [*wanted, "DURATION", "REPEAT"]
    return [key for key in wanted if part.first(key) is None]
