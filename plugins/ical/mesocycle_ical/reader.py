"""A strict reader of feeds, apart from the library that writes them (RFC 5545 3).

Libraries forgive: a comma that is not escaped, a property that stands twice, a line that is too
long. This one forgives nothing, and knows no more than what a feed of this output may hold.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import NamedTuple

from .lines import unfolded

_LONGEST_LINE = 75
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
_LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):(.*)')
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,n])*")
_ESCAPE = re.compile(r"\\(.)")
_TEXTS = ("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "X-ALT-DESC", "TZNAME")
_REQUIRED = {
    "VCALENDAR": {"VERSION", "PRODID", "NAME", "LAST-MODIFIED"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"},
    "VALARM": {"UID", "ACTION", "TRIGGER", "DESCRIPTION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}


class Value(NamedTuple):
    """The value of a property as it is written, and its parameters with their `;`."""

    text: str
    parameters: str = ""

    @property
    def plain(self) -> str:
        """A text without its escapes."""
        return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], self.text)

    @property
    def zone(self) -> str:
        """The TZID, or nothing."""
        return self.parameters.removeprefix(";TZID=") if ";TZID=" in self.parameters else ""

    def moment(self) -> date:
        """A day, or a time: in UTC if it says so, else by the wall clock.

        Raises:
            ValueError: it is none.
        """
        if self.parameters == ";VALUE=DATE":
            return datetime.strptime(self.text, "%Y%m%d").date()  # noqa: DTZ007 # a day has no zone
        when = datetime.fromisoformat(self.text)
        if len(self.text.rstrip("Z")) != 15 or (self.zone and when.tzinfo):
            raise ValueError(self.text)
        return when.replace(tzinfo=UTC) if when.tzinfo else when


class Part(NamedTuple):
    """A component: its name, its properties, and the components in it."""

    name: str
    values: dict[str, Value]
    parts: list[Part]


def byte_faults(data: bytes) -> list[str]:
    """What is wrong with the lines as they stand in the file."""
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


def read(data: bytes) -> Part:
    """The calendar in a file.

    Raises:
        ValueError: it is none; the message says why.
    """
    whole = Part("", {}, [])
    stack = [whole]
    for line in unfolded(data)[:-1]:
        match = _LINE.fullmatch(line.decode())
        if match is None:
            raise ValueError(f"no property: {line[:40]!r}")
        name, parameters, text = match.groups()
        if name == "BEGIN":
            stack.append(Part(text, {}, []))
            stack[-2].parts.append(stack[-1])
        elif name == "END":
            _close(stack, text)
        else:
            _add(stack[-1], name, Value(text, parameters))
    if len(stack) > 1 or [part.name for part in whole.parts] != ["VCALENDAR"]:
        raise ValueError("it is not one calendar")
    return whole.parts[0]


def _close(stack: list[Part], name: str) -> None:
    part = stack.pop()
    if part.name != name or not stack:
        raise ValueError(f"the end of {name} stands where {part.name or 'nothing'} is open")
    if missing := _REQUIRED.get(name, set()) - part.values.keys():
        raise ValueError(f"{name} without {min(missing)}")


def _add(part: Part, name: str, value: Value) -> None:
    if name in part.values or not part.name:
        raise ValueError(f"{name} stands twice in {part.name}")
    if name in _TEXTS and not _TEXT.fullmatch(value.text):
        raise ValueError(f"{name} is not escaped")
    part.values[name] = value
