"""The feed as others see it: three parsers, an expander, and a look at the bytes.

No parser sees everything: some pass over an unescaped comma, some over a missing property or a
line that is too long. Together with `byte_faults` they miss little.
"""

from __future__ import annotations

import re
import warnings

import icalendar
from mesocycle_ical import Ical

from mesocycle.output.testing import content, rendered


def feed(programme, **options) -> bytes:
    """The feed of a programme, which must be made without a word."""
    return content(Ical(), programme, **options)


def refeed(programme, previous: bytes, **options) -> bytes:
    """The next feed, knowing the one before."""
    done = rendered(Ical(), programme, options=options, previous=previous)
    assert done.diagnostics == ()
    return done.value[0].content


def events(data: bytes):
    """The events in order."""
    return icalendar.Calendar.from_ical(data).events


def properties(data: bytes) -> list[str]:
    """Every line of the feed, unfolded, without its value: what there is, in order."""
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    return [
        re.split("[:;]", line)[0] if line[:4] not in ("BEGI", "END:") else line for line in lines
    ]


def read_by_all(data: bytes) -> int:
    """Read by every parser, none of which may object; how many events they see."""
    counts = {reader(data) for reader in (by_icalendar, by_ical, by_vobject, by_expansion)}
    assert len(counts) == 1
    return counts.pop()


def by_icalendar(data: bytes) -> int:
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        assert not component.errors
        for name in component.required:
            assert name in component
        for name in component.singletons:
            assert not isinstance(component.get(name), list)
    assert not calendar.get_missing_tzids()
    return len(calendar.events)


def by_ical(data: bytes) -> int:
    """Home Assistant's parser, the strictest about types."""
    from ical.calendar_stream import IcsCalendarStream

    return len(IcsCalendarStream.calendar_from_ics(data.decode()).events)


def by_vobject(data: bytes) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own: it uses what Python deprecated
        import vobject

        calendar = vobject.readOne(data.decode())
        calendar.validate(raiseException=True)
        return len(calendar.contents.get("vevent", []))


def by_expansion(data: bytes) -> int:
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(data)
    return len(list(recurring_ical_events.of(calendar).between(2000, 2100)))


TEXTS = {
    "SUMMARY",
    "DESCRIPTION",
    "NAME",
    "X-WR-CALNAME",
    "X-WR-CALDESC",
    "PRODID",
    "UID",
    "TZNAME",
}
LINE = re.compile(r'[A-Z-]+(?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*:(.*)', re.DOTALL)


def byte_faults(data: bytes) -> list[str]:
    """What RFC 5545 forbids and parsers forgive."""
    faults = [] if data.endswith(b"END:VCALENDAR\r\n") else ["no end"]
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    for number, line in enumerate(physical, 1):
        if len(line) > 75:
            faults.append(f"{number}: {len(line)} octets")
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            faults.append(f"{number}: control character, or a bare line end")
        try:
            line.decode()
        except UnicodeDecodeError:
            faults.append(f"{number}: folded within a character")
    for line in data.removesuffix(b"\r\n").replace(b"\r\n ", b"").decode().split("\r\n"):
        match = LINE.fullmatch(line)
        if match is None:
            faults.append(f"no content line: {line[:40]!r}")
        elif re.split("[:;]", line)[0] in TEXTS:
            unescaped = re.sub(r"\\[\\;,n]", "", match[1])
            if re.search(r"[\\;,]", unescaped):
                faults.append(f"unescaped: {line[:40]!r}")
    return faults
