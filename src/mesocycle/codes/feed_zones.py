"""Codes of what `meso feed check` finds of time zones, sizes and secrets: E875 to W882."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_ZONE = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{zone}BEGIN:VEVENT\nUID:1\n"
    "DTSTAMP:20260101T000000Z\nSEQUENCE:0\nDTSTART;TZID=Africa/Lagos:20260105T070000\n"
    "SUMMARY:Easy run\nEND:VEVENT\nEND:VCALENDAR"
)
_LAGOS = (
    "BEGIN:VTIMEZONE\nTZID:Africa/Lagos\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
    "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
)

_ZONES: tuple[Row, ...] = (
    (
        "E875",
        "no VTIMEZONE for a TZID",
        "Every TZID has its VTIMEZONE in the feed (RFC 5545 3.2.19). Google and Apple go by the "
        "name alone; Outlook is hours off or shows nothing, and ical.js takes the time for the "
        "reader's own.",
        _ZONE.format(zone=""),
        _ZONE.format(zone=_LAGOS),
    ),
    (
        "E876",
        "a VTIMEZONE that is not as the zone is",
        "Its offsets are compared with the zone data of this machine, at each time in the feed and "
        "on the days between, and in the year after if it has rules for every year. Where they "
        "differ, programs that go by the VTIMEZONE show another hour than those that go by the "
        "name.",
        _ZONE.format(zone=_LAGOS.replace("+0100", "+0000")),
        _ZONE.format(zone=_LAGOS),
    ),
    (
        "W877",
        "a time of no zone",
        "A time without TZID and without Z is the same on every clock. Outlook cannot show that, "
        "and Google takes it for UTC or for the calendar's own zone.",
        "DTSTART:20260105T070000",
        "DTSTART:20260105T070000Z",
    ),
    (
        "W878",
        "a VTIMEZONE of single days",
        "Its turns are listed (RDATE) instead of given as yearly rules. That is allowed, but "
        "Outlook is reported to read it badly.",
        _ZONE.format(zone=_LAGOS.replace("END:S", "RDATE:19800101T000000\nEND:S")),
        _ZONE.format(zone=_LAGOS),
    ),
    (
        "W879",
        "a time zone of another name",
        "The names of the IANA, such as Europe/Berlin, are known everywhere. With others programs "
        "guess, and nothing here can tell whether the rules are right.",
        _ZONE.format(zone=_LAGOS).replace("Africa/Lagos", "W. Central Africa Standard Time"),
        _ZONE.format(zone=_LAGOS),
    ),
)

_SIZES: tuple[Row, ...] = (
    (
        "W880",
        "a large feed",
        "Google takes at most 1 MB, by reports; every program that has no copy loads all of it at "
        "every look. Leave out what is long past, or give a feed for each year.",
        "",
        "",
    ),
    (
        "W881",
        "an address that opens the feed stands in it",
        "SOURCE and URL tell where the feed is. If its address is a secret, whoever is passed the "
        "file has the feed too, now and later.",
        "SOURCE;VALUE=URI:https://coach.example/c/4088e990ad893dbbade652d53a2a8f10/plan.ics",
        "SOURCE;VALUE=URI:https://coach.example/plans",
    ),
    (
        "W882",
        "a file inside the feed",
        "Pictures and documents in a feed are loaded by every program at every look, and Nextcloud "
        "drops them. Put the file somewhere, and its address here.",
        "",
        "",
    ),
)

CODES = codes((*_ZONES, *_SIZES), kind="feed")
