"""Properties: those that must be there, those that may be there once, and what they may say."""

from __future__ import annotations

import re

from mesocycle.feed.checking.findings import Findings
from mesocycle.feed.checking.parts import Calendar, Part

_REQUIRED = {
    "VCALENDAR": ("PRODID", "VERSION"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VTODO": ("UID", "DTSTAMP"),
    "VJOURNAL": ("UID", "DTSTAMP"),
    "VFREEBUSY": ("UID", "DTSTAMP"),
    "VALARM": ("ACTION", "TRIGGER"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
}
#: Who minds, by property.
_MISSED = {
    "UID": "icalendar and vobject refuse the whole feed; others make up a new UID at each look",
    "DTSTAMP": "icalendar and vobject refuse the whole feed",
    "DTSTART": "programs have no day for the event",
    "PRODID": "icalendar and vobject refuse the whole feed",
    "VERSION": "icalendar refuses the whole feed",
    "ACTION": "icalendar and Home Assistant refuse the whole feed",
    "TRIGGER": "icalendar and Home Assistant refuse the whole feed",
    "TZOFFSETFROM": "icalendar, Home Assistant and vobject refuse the whole feed",
    "TZOFFSETTO": "icalendar, Home Assistant and vobject refuse the whole feed",
}
_EMPTY = "programs take all that have none for the same, or pass over it"
_EVENT = (
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "DUE", "SUMMARY", "DESCRIPTION", "LOCATION",
    "STATUS", "SEQUENCE", "TRANSP", "CLASS", "CREATED", "LAST-MODIFIED", "GEO", "ORGANIZER",
    "PRIORITY", "URL", "RECURRENCE-ID", "COLOR", "RRULE",
)  # fmt: skip
_TURN = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE")
_ONCE = {
    "VCALENDAR": (
        "PRODID", "VERSION", "CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL", "SOURCE",
        "REFRESH-INTERVAL", "COLOR", "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE",
        "X-PUBLISHED-TTL",
    ),
    "VEVENT": _EVENT,
    "VTODO": _EVENT,
    "VALARM": ("ACTION", "TRIGGER", "DURATION", "REPEAT", "SUMMARY", "DESCRIPTION", "UID"),
    "VTIMEZONE": ("TZID", "LAST-MODIFIED", "TZURL"),
    "STANDARD": _TURN,
    "DAYLIGHT": _TURN,
}  # fmt: skip
#: Words a property chooses from, by component where that matters.
_WORDS = {
    ("VEVENT", "STATUS"): ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    ("VTODO", "STATUS"): ("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    ("VJOURNAL", "STATUS"): ("DRAFT", "FINAL", "CANCELLED"),
    ("VEVENT", "TRANSP"): ("OPAQUE", "TRANSPARENT"),
    ("VCALENDAR", "CALSCALE"): ("GREGORIAN",),
}
#: What the standard wants said of the type of a value (RFC 7986 5.7, 5.8, 5.10, 5.11).
_TYPED = {
    "REFRESH-INTERVAL": ("DURATION",),
    "SOURCE": ("URI",),
    "IMAGE": ("URI", "BINARY"),
    "CONFERENCE": ("URI",),
}
_COLOUR_NAME = re.compile("[A-Za-z]{3,}")


def required(calendar: Calendar, found: Findings) -> None:
    """E852."""
    for part in calendar.walk():
        for key in _REQUIRED.get(part.kind, ()) if part.closed else ():
            # An invitation may name no start; a feed is none.
            line = part.first(key)
            if line is None or not line.value.strip():
                found.error(
                    "E852",
                    f"{part.kind} without {key}",
                    calendar.document.span(part.begin if line is None else line),
                    _MISSED.get(key, "readers refuse it") if line is None else _EMPTY,
                    hint=f"every {part.kind} has one {key}",
                )


def once(calendar: Calendar, found: Findings) -> None:
    """E853."""
    for part in calendar.walk():
        seen: set[str] = set()
        allowed = _ONCE.get(part.kind, ())
        for line in part.lines:
            if line.key in seen and line.key in allowed:
                found.error(
                    "E853",
                    f"{line.key} a second time in one {part.kind}",
                    calendar.document.name_span(line),
                    "readers refuse the whole feed, or each takes another of the two",
                    hint="leave one of them",
                )
            seen.add(line.key)


def words(calendar: Calendar, found: Findings) -> None:
    """E864."""
    for part in calendar.walk():
        for line in part.lines:
            known = _WORDS.get((part.kind, line.key))
            if known and line.value.upper() not in known:
                found.error(
                    "E864",
                    f"{line.key} says {line.value!r:.40}",
                    calendar.document.value_span(line),
                    "Home Assistant refuses the whole feed"
                    if line.key == "STATUS"
                    else "programs pass over it",
                    hint=f"it is one of {', '.join(known)}",
                )


def version(calendar: Calendar, found: Findings) -> None:
    """E868."""
    for part in calendar.of("VCALENDAR"):
        for line in part.all("VERSION"):
            if line.value.strip() and line.value != "2.0":
                found.error(
                    "E868",
                    f"VERSION says {line.value!r:.40}",
                    calendar.document.value_span(line),
                    "that is the version of the format, and there is no other than 2.0",
                    hint="VERSION:2.0; what made the feed is told by PRODID",
                )


def value_types(calendar: Calendar, found: Findings) -> None:
    """E862."""
    for _, line in calendar.holders():
        types = _TYPED.get(line.key)
        if types is None or line.parameters.get("VALUE", "").upper() in types:
            continue
        inside = line.value.upper().startswith("VALUE=")
        found.error(
            "E862",
            f"{line.key} without VALUE={types[0]}",
            calendar.document.span(line),
            "icalendar, Home Assistant and khal refuse the whole feed"
            if inside
            else "the format demands it (RFC 7986); readers take it for text, or pass over it",
            hint=f"write {line.key};VALUE={types[0]}:… with the semicolon before VALUE",
        )


def capitals(calendar: Calendar, found: Findings) -> None:
    """W863."""
    for _, line in calendar.holders():
        if line.name != line.key:
            found.warning(
                "W863",
                f"the name {line.name} is not in capitals",
                calendar.document.name_span(line),
                "Home Assistant refused the whole feed for it, until 2025",
                hint=f"write {line.key}",
            )


def colours(calendar: Calendar, found: Findings) -> None:
    """W872."""
    for _, line in calendar.holders():
        if line.key == "COLOR" and not _COLOUR_NAME.fullmatch(line.value):
            found.warning(
                "W872",
                f"COLOR says {line.value!r:.40}",
                calendar.document.value_span(line),
                "it takes names of CSS; programs pass over anything else",
                hint="COLOR:teal; a number such as #008080 goes into X-APPLE-CALENDAR-COLOR",
            )


def methods(calendar: Calendar, found: Findings) -> None:
    """E866, W867."""
    for part in calendar.of("VCALENDAR"):
        line = part.first("METHOD")
        lone = [each for each in _events(part) if each.first("ORGANIZER") is None]
        if line is not None and (lone or line.value.upper() != "PUBLISH"):
            invites = line.value.upper() != "PUBLISH"
            found.error(
                "E866",
                f"METHOD:{line.value:.20}" + ("" if invites else " without ORGANIZER"),
                calendar.document.span(line),
                "that is for invitations, which Outlook wants accepted"
                if invites
                else "libical, and with it GNOME Calendar, takes no such event",
                hint="leave METHOD out: a feed needs none",
            )
        first = next((e for e in _events(part) if e.first("ORGANIZER")), None)
        if first is not None and (organizer := first.first("ORGANIZER")) is not None:
            found.warning(
                "W867",
                "an event with an ORGANIZER",
                calendar.document.name_span(organizer),
                "Outlook asks to accept or to decline each of them",
                hint="leave ORGANIZER out, unless this is an invitation",
            )


def _events(part: Part) -> list[Part]:
    return [each for each in part.parts if each.kind == "VEVENT"]
