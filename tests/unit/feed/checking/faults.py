"""A sound feed, and faults to put into it: each of them one that some program chokes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

SOUND_TEXT = """\
BEGIN:VCALENDAR
PRODID:-//example//plan//EN
VERSION:2.0
CALSCALE:GREGORIAN
NAME:Strength\\, and runs
X-WR-CALNAME:Strength\\, and runs
LAST-MODIFIED:20260102T120000Z
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
COLOR:teal
X-APPLE-CALENDAR-COLOR:#008080
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:4088e990-ad89-5dbb-ade6-52d53a2a8f10
DTSTAMP:20260101T000000Z
LAST-MODIFIED:20260101T000000Z
SEQUENCE:0
DTSTART;TZID=Europe/Berlin:20260105T070000
DTEND;TZID=Europe/Berlin:20260105T080000
SUMMARY:Squat 5x5\\, heavy
DESCRIPTION:5 x 5 at 100 kg\\nThe last set to RPE 8\\; then
  stop. Rücken gerade halten\\, and breathe out on the way up.
CATEGORIES:strength,legs\\, mostly
STATUS:CONFIRMED
TRANSP:OPAQUE
BEGIN:VALARM
UID:7c4a3c5e-2b1d-5a8e-9f00-0d6b6f1c2e3a
ACTION:DISPLAY
DESCRIPTION:Squat
TRIGGER:-PT30M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:0f6d7c1a-90b4-5c0e-8a6e-6f4d6f0c9b11
DTSTAMP:20260102T120000Z
LAST-MODIFIED:20260102T120000Z
SEQUENCE:3
DTSTART;VALUE=DATE:20260106
DTEND;VALUE=DATE:20260107
SUMMARY:Skipped: easy run
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:5b6ad1c3-6f9e-5a37-b5b0-3c1de5a6d0f4
DTSTAMP:20260101T000000Z
LAST-MODIFIED:20260101T000000Z
SEQUENCE:0
DTSTART;TZID=Europe/Berlin:20260701T180000
DURATION:PT45M
RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260901T160000Z
EXDATE;TZID=Europe/Berlin:20260708T180000
SUMMARY:Mobility
END:VEVENT
END:VCALENDAR
"""
SOUND = SOUND_TEXT.replace("\n", "\r\n").encode()
ZONE = SOUND_TEXT[SOUND_TEXT.index("BEGIN:VTIMEZONE") : SOUND_TEXT.index("BEGIN:VEVENT")]
ONSET = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n"
SECRET = "kq3vT0m2Zp8xQeW1rYb7uJc5nLd9aHsGfKtVoXiEyRw"


class Fault(NamedTuple):
    """Lines of the sound feed, what stands there instead, and what is then found."""

    name: str
    code: str
    old: str
    new: str
    #: Codes that come along.
    also: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        assert self.old in SOUND_TEXT, self.name
        return SOUND_TEXT.replace(self.old, self.new, 1).replace("\n", "\r\n").encode()


_START = "DTSTART;TZID=Europe/Berlin:20260105T070000\n"
_END = "DTEND;TZID=Europe/Berlin:20260105T080000\n"
_TITLE = "SUMMARY:Squat 5x5\\, heavy\n"
_REFRESH = "REFRESH-INTERVAL;VALUE=DURATION:PT1H\n"
_RULE = "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260901T160000Z\n"
_UID = "UID:4088e990-ad89-5dbb-ade6-52d53a2a8f10\n"
_STAMPS = "LAST-MODIFIED:20260101T000000Z\nSEQUENCE:0\nDTSTART;TZID=Europe/Berlin:20260105T070000\n"

FAULTS = (
    Fault("no event", "E841", SOUND_TEXT,
          SOUND_TEXT.partition("BEGIN:VEVENT")[0] + "END:VCALENDAR\n"),
    Fault("a text that is not folded", "E850", _TITLE, "DESCRIPTION:one\nand two\n", ("E853",)),
    Fault("a raw line break", "E850", "at 100 kg\\nThe", "at 100 kg\nThe"),
    Fault("an empty line", "W850", _TITLE, _TITLE + "\n"),
    Fault("a space in a name", "E850", _TITLE, "SUM MARY:Squat\n"),
    Fault("a quote that stays open", "E850", _START,
          'DTSTART;TZID="Europe:20260105T070000\n', ("E852",)),
    Fault("an alarm that stays open", "E851", "END:VALARM\n", ""),
    Fault("an end of nothing", "E851", _TITLE, _TITLE + "END:VTODO\n"),
    Fault("a reminder of the calendar", "E851", "BEGIN:VTIMEZONE\n",
          "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nEND:VALARM\nBEGIN:VTIMEZONE\n"),
    Fault("words of a script ahead", "E851", "BEGIN:VCALENDAR\n",
          "Warning: undefined variable\nBEGIN:VCALENDAR\n"),
    Fault("no DTSTAMP", "E852", "DTSTAMP:20260101T000000Z\n", ""),
    Fault("no UID", "E852", _UID, ""),
    Fault("an empty UID", "E852", _UID, "UID:\n"),
    Fault("no DTSTART", "E852", _START, ""),
    Fault("no PRODID", "E852", "PRODID:-//example//plan//EN\n", ""),
    Fault("no VERSION", "E852", "VERSION:2.0\n", ""),
    Fault("no TRIGGER", "E852", "TRIGGER:-PT30M\n", ""),
    Fault("no ACTION", "E852", "ACTION:DISPLAY\n", ""),
    Fault("a zone without an offset", "E852", "TZOFFSETTO:+0200\n", "", ("E876",)),
    Fault("two titles", "E853", _TITLE, _TITLE + "SUMMARY:Squat\n"),
    Fault("two versions", "E853", "VERSION:2.0\n", "VERSION:2.0\nVERSION:2.0\n"),
    Fault("one UID twice", "E854", "UID:0f6d7c1a-90b4-5c0e-8a6e-6f4d6f0c9b11\n", _UID),
    Fault("a UID with blanks", "W855", _UID, "UID:squat, week 1\n"),
    Fault("a UID of 300 letters", "W855", _UID, "UID:" + "\n ".join(["x" * 60] * 5) + "\n"),
    Fault("a UID of the calendar", "W856", "COLOR:teal\n", "UID:a\nCOLOR:teal\n"),
    Fault("a stamp of no zone", "E856", "DTSTAMP:20260101T000000Z\n", "DTSTAMP:20260101T000000\n"),
    Fault("a stamp of a zone", "E856", "DTSTAMP:20260101T000000Z\n",
          "DTSTAMP;TZID=Europe/Berlin:20260101T000000\n"),
    Fault("changes that are not counted", "W857", _STAMPS, _START),
    Fault("a date as people write it", "E858", _START,
          "DTSTART;TZID=Europe/Berlin:2026-01-05 07:00\n"),
    Fault("a day that there is not", "E858", "DTSTART;VALUE=DATE:20260106",
          "DTSTART;VALUE=DATE:20260230"),
    Fault("a day without VALUE=DATE", "E858", "DTSTART;VALUE=DATE:20260106", "DTSTART:20260106"),
    Fault("a TZID and a Z", "E858", _START, _START.replace("0000\n", "0000Z\n")),
    Fault("a duration in minutes", "E858", "DURATION:PT45M", "DURATION:45"),
    Fault("a duration of nothing", "E858", "DURATION:PT45M", "DURATION:PT"),
    Fault("an hour ahead, in words", "E858", "TRIGGER:-PT30M", "TRIGGER:30 minutes"),
    Fault("an offset without a sign", "E858", "TZOFFSETTO:+0200", "TZOFFSETTO:0200", ("E876",)),
    Fault("digits of another script", "E858", "DURATION:PT45M", "DURATION:PT٤٥M"),
    Fault("an end before the start", "E859", _END, _END.replace("T08", "T06")),
    Fault("an end at the start", "E859", _END, _END.replace("T08", "T07")),
    Fault("a day that ends on itself", "E859", "DATE:20260107", "DATE:20260106"),
    Fault("a duration below nothing", "E859", "DURATION:PT45M", "DURATION:-PT45M"),
    Fault("an end and a duration", "E860", _END, _END + "DURATION:PT1H\n"),
    Fault("from a day to a time", "E861", "DTEND;VALUE=DATE:20260107", "DTEND:20260107T070000Z"),
    Fault("VALUE behind the colon", "E862", _REFRESH, "REFRESH-INTERVAL:VALUE=DURATION:PT1H\n"),
    Fault("no VALUE", "E862", _REFRESH, "REFRESH-INTERVAL:PT1H\n"),
    Fault("a source without VALUE", "E862", "COLOR:teal\n",
          "SOURCE:https://coach.example/p\nCOLOR:teal\n"),
    Fault("small letters", "W863", _TITLE, _TITLE + "X-Link:https://coach.example\n"),
    Fault("a word for done", "E864", "STATUS:CONFIRMED", "STATUS:DONE"),
    Fault("a word for free", "E864", "TRANSP:OPAQUE", "TRANSP:BUSY"),
    Fault("a reminder that says nothing", "E865", "ACTION:DISPLAY\nDESCRIPTION:Squat\n",
          "ACTION:DISPLAY\n"),
    Fault("a mail to nobody", "E865", "ACTION:DISPLAY\n", "ACTION:EMAIL\n"),
    Fault("a method", "E866", "CALSCALE", "METHOD:PUBLISH\nCALSCALE"),
    Fault("an invitation", "E866", "CALSCALE", "METHOD:REQUEST\nCALSCALE"),
    Fault("an organizer", "W867", _TITLE, _TITLE + "ORGANIZER:mailto:coach@coach.example\n"),
    Fault("the version of a program", "E868", "VERSION:2.0\n", "VERSION:3.1.4\n"),
    Fault("milliseconds", "E869", "SEQUENCE:3\n", "SEQUENCE:1767225600000\n"),
    Fault("changes below nothing", "E869", "SEQUENCE:3\n", "SEQUENCE:-1\n"),
    Fault("a weekday in full", "E870", "BYDAY=WE", "BYDAY=WEDNESDAY"),
    Fault("a rule without a frequency", "E870", "RRULE:FREQ=WEEKLY;BYDAY=WE", "RRULE:BYDAY=WE"),
    Fault("a frequency that there is not", "E870", "FREQ=WEEKLY", "FREQ=FORTNIGHTLY"),
    Fault("a count and an end", "E870", "BYDAY=WE;", "BYDAY=WE;COUNT=3;"),
    Fault("a part twice", "E870", "BYDAY=WE;", "BYDAY=WE;BYDAY=TH;"),
    Fault("an interval of nothing", "E870", "BYDAY=WE;", "INTERVAL=0;"),
    Fault("a month that there is not", "E870", "BYDAY=WE;", "BYMONTH=13;"),
    Fault("an end by the clock on the wall", "E871", "UNTIL=20260901T160000Z",
          "UNTIL=20260901T180000"),
    Fault("an end that is a day", "E871", "UNTIL=20260901T160000Z", "UNTIL=20260901"),
    Fault("a colour in numbers", "W872", "COLOR:teal", "COLOR:#008080"),
    Fault("a bare comma", "E873", _TITLE, "SUMMARY:Squat 5x5, heavy\n"),
    Fault("a bare semicolon", "E873", _TITLE, "SUMMARY:Squat 5x5; heavy\n"),
    Fault("a bare comma in a name", "E873", "CALNAME:Strength\\,", "CALNAME:Strength,"),
    Fault("a bare semicolon in a kind", "E873", "legs\\, mostly", "legs; mostly"),
    Fault("an escaped colon", "E874", _TITLE, "SUMMARY:Squat\\: heavy\n"),
    Fault("a backslash at the end", "E874", _TITLE, "SUMMARY:Squat\\\n"),
    Fault("no zone", "E875", ZONE, ""),
    Fault("another zone than the one that is there", "E875", _START,
          _START.replace("Berlin", "Paris")),
    Fault("summer time that ended long ago", "E876", ONSET, ""),
    Fault("summer time a week late", "E876", "BYDAY=-1SU;BYMONTH=3", "BYDAY=1SU;BYMONTH=4"),
    Fault("summer time in the wrong half", "E876", "BYDAY=-1SU;BYMONTH=3", "BYDAY=-1SU;BYMONTH=9"),
    Fault("an hour too far east", "E876", "TZOFFSETTO:+0200", "TZOFFSETTO:+0300"),
    Fault("a rule that ends before the feed does", "E876", ONSET,
          ONSET[:-1] + ";UNTIL=20250330T010000Z\n"),
    Fault("a time of no zone", "W877", _START + _END, _START.replace(";TZID=Europe/Berlin", "")),
    Fault("single days", "W878", ONSET, ONSET + "RDATE:19790401T020000\n"),
    Fault("a zone of Windows", "W879", SOUND_TEXT,
          SOUND_TEXT.replace("Europe/Berlin", "W. Europe Time")),
    Fault("the secret", "W881", "COLOR:teal\n",
          f"SOURCE;VALUE=URI:https://coach.example/c/\n {SECRET}/p.ics\nCOLOR:teal\n"),
    Fault("a picture", "W882", _TITLE,
          _TITLE + "ATTACH;VALUE=BINARY;ENCODING=BASE64:" + "\n ".join(["QUJD" * 8] * 50) + "\n"),
    Fault("a vertical tab", "E849", _TITLE, "SUMMARY:Squat\x0b5x5\n"),
    Fault("a NUL", "E849", _TITLE, "SUMMARY:Squat\x005x5\n"),
    Fault("an escape sequence", "E849", _TITLE, "SUMMARY:\x1b[31mSquat\n"),
    Fault("a line separator", "E849", _TITLE, "SUMMARY:Squat\u2028ATTACH:x\n"),
    Fault("a long line", "W845", _TITLE, "SUMMARY:" + "Squat " * 12 + "\n"),
    Fault("a long line in octets alone", "W845", _TITLE, "SUMMARY:" + "ü" * 40 + "\n"),
    Fault("a zone twice", "E853", ZONE, ZONE + ZONE),
    Fault("two calendars", "E843", "END:VCALENDAR\n",
          "END:VCALENDAR\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"),
)  # fmt: skip


class Damage(NamedTuple):
    """The same of bytes. `line` is where it is found, from 1."""

    name: str
    code: str
    spoil: Callable[[bytes], bytes]
    line: int
    also: tuple[str, ...] = ()


DAMAGES = (
    Damage("nothing", "E840", lambda _: b"", 1),
    Damage("blanks", "E840", lambda _: b" \r\n\r\n", 1),
    Damage("a page", "E840", lambda _: b"<!doctype html><html>Not found</html>\r\n", 1),
    Damage("JSON", "E840", lambda _: b'{"error": "not found"}', 1),
    Damage("gzip", "E840", lambda _: b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 1),
    Damage("UTF-16", "E840", lambda data: data.decode().encode("utf-16"), 1),
    Damage(
        "cut in a word", "E842", lambda data: data.partition(b"MARY:Sq")[0], 36, ("W844", "E850")
    ),
    Damage("cut behind a line", "E842", lambda data: data.partition(b"SUMMARY")[0], 35),
    Damage("cut ahead of the end", "E842", lambda data: data[:-15], 70),
    Damage("LF", "W844", lambda data: data.replace(b"\r\n", b"\n"), 1),
    Damage("CR", "E844", lambda data: data.replace(b"\r\n", b"\r"), 1),
    Damage("one LF", "W844", lambda data: data.replace(b"heavy\r\n", b"heavy\n"), 36),
    Damage("no last line end", "W844", lambda data: data[:-2], 71),
    Damage(
        "cut characters", "E846", lambda data: data.replace(b"R\xc3\xbc", b"R\xc3\r\n \xbc"), 38
    ),
    Damage("Latin 1", "E847", lambda data: data.replace(b"\xc3\xbc", b"\xfc"), 38),
    Damage("BOM", "E848", lambda data: b"\xef\xbb\xbf" + data, 1),
    Damage("a bare CR", "E844", lambda data: data.replace(b"5x5", b"5\rx5"), 36, ("E849",)),
)
