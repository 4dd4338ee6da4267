"""A second look before the feed leaves the house: is it what was meant, and well-formed?

A broken feed is worse than an old one: some programs then delete everything, some keep the
broken one for good.
"""

from __future__ import annotations

import re

from icalendar import Calendar, Event
from icalendar.prop import vDDDTypes

_LONGEST_LINE = 75
_COMPARED = ("UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "STATUS", "SEQUENCE")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


def faults_of(data: bytes, events: list[Event]) -> list[str]:
    """What is wrong with the feed `data`, which should hold just these events."""
    return [*_byte_faults(data), *_meaning_faults(data, events)]


def _byte_faults(data: bytes) -> list[str]:
    if not data.endswith(b"END:VCALENDAR\r\n"):
        return ["it does not end as a calendar"]
    faults = []
    for number, line in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(line) > _LONGEST_LINE:
            faults.append(f"line {number} is too long")
        if _CONTROL.search(line):
            faults.append(f"line {number} holds a control character")
        try:
            line.decode()
        except UnicodeDecodeError:
            faults.append(f"line {number} is cut within a character")
    return faults


def _meaning_faults(data: bytes, events: list[Event]) -> list[str]:
    try:
        calendar = Calendar.from_ical(data)
    except ValueError as error:
        return [f"it cannot be read: {error}"]
    faults = [str(fault) for part in calendar.walk() for fault in part.errors]
    if missing := calendar.get_missing_tzids():
        faults.append(f"no time zone {min(missing)}")
    read = calendar.events
    if len({str(event["UID"]) for event in read}) != len(events):
        faults.append("two sessions share an identity")
    return faults + [
        f"{name} of {meant['UID']} differs"
        for meant, found in zip(events, read, strict=False)
        for name in _COMPARED
        if _value(meant, name) != _value(found, name)
    ]


def _value(event: Event, name: str) -> object:
    value = event.get(name)
    return value.dt if isinstance(value, vDDDTypes) else value
