"""Codes of what `meso feed check` finds in the properties of a feed: E850 to E874."""

from __future__ import annotations

from mesocycle.codes import Row, codes

_FORM: tuple[Row, ...] = (
    (
        "E850",
        "a line that is no property",
        "A property is a name, a colon and a value, and a line that goes on begins with a space. "
        "Anything else is most often a line break in a text, which is written `\\n`. Home "
        "Assistant and vobject refuse the whole feed for one such line.",
        "DESCRIPTION:5 x 5\nthen stretch",
        "DESCRIPTION:5 x 5\\nthen stretch",
    ),
    (
        "W850",
        "an empty line",
        "The format has no empty lines, not even at the end. Most readers pass over them.",
        "SUMMARY:Easy run\n\nSTATUS:CONFIRMED",
        "SUMMARY:Easy run\nSTATUS:CONFIRMED",
    ),
    (
        "E851",
        "components that do not nest",
        "Everything stands in one `BEGIN:VCALENDAR` … `END:VCALENDAR`, a reminder in its event, "
        "and each END closes the BEGIN last opened.",
        "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nDTSTART:20260105T060000Z\n"
        "SEQUENCE:0\nBEGIN:VALARM\nEND:VEVENT",
        "SUMMARY:Easy run",
    ),
    (
        "E852",
        "a property that must be there",
        "A calendar has PRODID and VERSION, an event UID, DTSTAMP and DTSTART, a reminder ACTION "
        "and TRIGGER, a time zone its TZID. Without a UID an event is a new one at every look; "
        "without DTSTAMP GNOME Calendar does not see that it changed.",
        "BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\nDTSTART:20260105T060000Z\nSEQUENCE:0\nEND:VEVENT",
        "SUMMARY:Easy run",
    ),
    (
        "E853",
        "a property that is there twice",
        "Most properties may stand once in a component. Of two, one program takes the first, "
        "another the last, and strict ones refuse the event.",
        "SUMMARY:Easy run\nSUMMARY:Long run",
        "SUMMARY:Easy run",
    ),
    (
        "E854",
        "two events with one UID",
        "The UID says which event it is. Of two with one UID programs show one, and Radicale "
        "refuses the feed. Only a single time of a series that repeats shares the series' UID, "
        "and that one has a RECURRENCE-ID.",
        "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nSEQUENCE:0\nDTSTART:20260105T060000Z\n"
        "END:VEVENT\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nSEQUENCE:0\n"
        "DTSTART:20260107T060000Z\nEND:VEVENT",
        "UID:2",
    ),
    (
        "W855",
        "a UID that is hard to keep",
        "Servers make file names of UIDs. Spaces, quotes, commas and backslashes, or more than 255 "
        "octets, get cut, quoted or refused, and then the event is another one. A UUID is best "
        "(RFC 7986 5.3).",
        'UID:squat "heavy", week 1',
        "UID:4088e990-ad89-3dbb-ade6-52d53a2a8f10",
    ),
    (
        "W856",
        "a UID of the calendar itself",
        "RFC 7986 allows it, but vdirsyncer takes it for the UID of every event, and keeps one of "
        "them.",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nUID:1\nEND:VCALENDAR",
        "SUMMARY:Easy run",
    ),
)

_CHANGES: tuple[Row, ...] = (
    (
        "E856",
        "a stamp that is not in UTC",
        "DTSTAMP, LAST-MODIFIED and CREATED are times in UTC, with a Z behind them. Programs "
        "compare them with what they have; one that is no such time tells them nothing.",
        "DTSTAMP:20260101T000000",
        "DTSTAMP:20260101T000000Z",
    ),
    (
        "W857",
        "changes that nothing counts",
        "GNOME Calendar, and by reports Google, shows an edit only if SEQUENCE, LAST-MODIFIED or "
        "DTSTAMP moved. This event has neither of the first two, so all hangs on DTSTAMP, which "
        "many feeds set to the time of the request, or never move.",
        "BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\nDTSTART:20260105T060000Z\nEND:VEVENT",
        "SEQUENCE:3",
    ),
)

_VALUES: tuple[Row, ...] = (
    (
        "E858",
        "a value of another kind",
        "Days are written `20260105` with VALUE=DATE, times `20260105T070000` with a TZID or a Z, "
        "durations `PT45M`, offsets `+0100`. Readers refuse the whole feed for one wrong "
        "value, lose the event, or guess.",
        "DTSTART:2026-01-05 07:00",
        "DTSTART:20260105T070000Z",
    ),
    (
        "E859",
        "an event that ends before it starts",
        "DTEND lies after DTSTART. Of whole days it is the day after the last one: an event on 5 "
        "January ends on the 6th. Of anything else programs show nothing, or guess.",
        "DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260105",
        "DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260106",
    ),
    (
        "E860",
        "an event with DTEND and DURATION",
        "One of them says when it ends. With both, icalendar, Home Assistant and "
        "vobject refuse the whole feed.",
        "DTEND:20260105T070000Z\nDURATION:PT1H",
        "DURATION:PT1H",
    ),
    (
        "E861",
        "an event from a day to a time",
        "DTSTART and DTEND are both whole days or both times. icalendar and Home "
        "Assistant refuse the whole feed.",
        "DTSTART;VALUE=DATE:20260105\nDTEND:20260105T070000Z",
        "DTSTART:20260105T060000Z\nDTEND:20260105T070000Z",
    ),
    (
        "E862",
        "VALUE= is missing",
        "REFRESH-INTERVAL must say VALUE=DURATION, SOURCE and CONFERENCE VALUE=URI, IMAGE one of "
        "URI and BINARY (RFC 7986 5.7 to 5.11). It stands before the colon: with "
        "`REFRESH-INTERVAL:VALUE=DURATION:PT1H` Home Assistant and khal refuse the whole feed.",
        "REFRESH-INTERVAL:VALUE=DURATION:PT1H",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ),
    (
        "W863",
        "a name in small letters",
        "Names of properties may be written in either, but Home Assistant refused whole feeds for "
        "`X-Link` until 2025. Capitals are read by all.",
        "X-Link:https://coach.example/plan",
        "X-LINK:https://coach.example/plan",
    ),
    (
        "E864",
        "a word that the format does not know",
        "STATUS of an event is TENTATIVE, CONFIRMED or CANCELLED, TRANSP is OPAQUE or TRANSPARENT, "
        "CALSCALE is GREGORIAN. Home Assistant refuses the whole feed for another STATUS.",
        "STATUS:DONE",
        "STATUS:CONFIRMED",
    ),
    (
        "E865",
        "a reminder that lacks something",
        "A reminder that shows something has a DESCRIPTION of what, one that is mailed also a "
        "SUMMARY and an ATTENDEE; DURATION and REPEAT come together. Home Assistant refuses the "
        "whole feed.",
        "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT30M\nEND:VALARM",
        "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Squat\nTRIGGER:-PT30M\nEND:VALARM",
    ),
    (
        "E866",
        "a METHOD in a feed",
        "METHOD makes a message of a calendar: PUBLISH then wants an ORGANIZER in every event (RFC "
        "5546 3.2.1), and GNOME Calendar takes no event without; REQUEST and CANCEL are for "
        "invitations. A feed needs none.",
        "METHOD:PUBLISH",
        "CALSCALE:GREGORIAN",
    ),
    (
        "W867",
        "an event with an ORGANIZER",
        "Outlook takes it for an invitation, and asks to accept or decline each event.",
        "ORGANIZER:mailto:coach@example.org",
        "CONTACT:coach@example.org",
    ),
    (
        "E868",
        "a VERSION that is not 2.0",
        "VERSION is that of the format, and there is only 2.0; 1.0 was another format. What made "
        "the feed is told by PRODID.",
        "VERSION:3.1",
        "VERSION:2.0",
    ),
    (
        "E869",
        "a number out of range",
        "SEQUENCE, PRIORITY and REPEAT are whole numbers from 0 to 2147483647. A time in "
        "milliseconds does not fit, and Google takes no such event: count changes from 0.",
        "SEQUENCE:1767225600000",
        "SEQUENCE:4",
    ),
    (
        "E870",
        "a rule that nobody can follow",
        "An RRULE has a FREQ, known parts each once, two letters for a weekday, and COUNT or "
        "UNTIL, not both. Home Assistant refuses the whole feed for most that are not so, and "
        "programs do not agree on the days of the others.",
        "RRULE:FREQ=WEEKLY;BYDAY=MONDAY",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
    ),
    (
        "E871",
        "an UNTIL that does not go with DTSTART",
        "UNTIL is a day if DTSTART is one; it is in UTC if DTSTART has a TZID or is in UTC, and in "
        "time zones; else it has no Z (RFC 5545 3.3.10). Otherwise a series ends a time early or "
        "late, or is refused.",
        "DTSTART:20260105T060000Z\nRRULE:FREQ=WEEKLY;UNTIL=20260301T060000",
        "DTSTART:20260105T060000Z\nRRULE:FREQ=WEEKLY;UNTIL=20260301T060000Z",
    ),
    (
        "W872",
        "a COLOR that is no name",
        "COLOR takes the names of CSS (RFC 7986 5.9), such as teal. A number is passed over; Apple "
        "has X-APPLE-CALENDAR-COLOR for it.",
        "COLOR:#008080",
        "COLOR:teal",
    ),
    (
        "E873",
        "a comma or semicolon that is not escaped",
        "In a text they are written `\\,` and `\\;`. Programs on vobject end the text at the first "
        "one that is not: `Squat 5x5, heavy` becomes `Squat 5x5`.",
        "SUMMARY:Squat 5x5, heavy",
        "SUMMARY:Squat 5x5\\, heavy",
    ),
    (
        "E874",
        "a backslash that stands for nothing",
        "Behind a backslash comes another one, a comma, a semicolon or n. A colon and quotes are "
        "not escaped: readers show the backslash, or swallow it.",
        "SUMMARY:Squat\\: heavy",
        "SUMMARY:Squat: heavy",
    ),
)

CODES = codes((*_FORM, *_CHANGES, *_VALUES), kind="feed")
