"""A calendar of which nobody knows whether it may still be trained by: its sessions, stopped.

It is done to the bytes, because there is no programme to make others of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

from mesocycle.feed.building.header import unfolded
from mesocycle.programme import DISCLAIMER

_LINE_END = re.compile(rb"\r\n(?![ \t])")
_NAME = re.compile(rb"[A-Za-z0-9-]+")
#: The title of what is over.
_OVER = re.compile(rb"(Done|Missed)(, [a-z ]+)*: ")
_DROPPED = (b"CATEGORIES", b"X-ALT-DESC", b"COLOR")
_WIDTH, _MOST = 75, 2**31 - 2
_SECOND = timedelta(seconds=1)
_TEXT = (
    "Do not train. The diary says something that has to be looked at first, and this calendar "
    "could not be made anew since. Ask your coach, or whoever treats you, before you go on."
)

Lines = list[bytes]


def held(content: bytes, since: date, now: datetime) -> bytes:
    """The calendar with every session from `since` on, and not before yesterday, stopped.

    What is cancelled, over, or a note of a day stays. Each change is the next revision of its
    event, at `now` or later. Without one the bytes stay the same.
    """
    first = max(since, now.astimezone(UTC).date() - timedelta(days=1))
    lines = _LINE_END.split(content)
    done: Lines = []
    stamps = []
    event: Lines | None = None
    for line in lines:
        if line == b"BEGIN:VEVENT":
            event = []
        (done if event is None else event).append(line)
        if line == b"END:VEVENT" and event is not None:
            if _concerns(event, first):
                stamp = _later(_value(event, b"LAST-MODIFIED"), now)
                stamps.append(stamp)
                event = list(_stopped(event, stamp))
            done += event
            event = None
    if not stamps:
        return content
    done += event or []
    return b"\r\n".join(_restamped(done, max(stamps), now))


def _concerns(event: Lines, first: date) -> bool:
    """Whether it is a session that somebody may still go to."""
    try:
        day = date.fromisoformat(_value(event, b"DTSTART")[:8].decode())
    except ValueError:
        return True  # of what cannot be read nothing good can be said
    if day < first or _value(event, b"STATUS") == b"CANCELLED":
        return False
    return _value(event, b"CATEGORIES") != b"note" and not _OVER.match(_value(event, b"SUMMARY"))


def _stopped(event: Lines, stamp: bytes) -> Iterator[bytes]:
    """The event's lines. One that says nothing of itself, says nothing of this either."""
    tells = any(_name(line) == b"DESCRIPTION" for line in event)
    within_alarm = False
    for line in event:
        within_alarm = within_alarm or line == b"BEGIN:VALARM"
        name, value = _name(line), unfolded(line).partition(b":")[2]
        if within_alarm or name in _DROPPED:
            within_alarm = within_alarm and line != b"END:VALARM"
        elif name == b"SUMMARY" and tells:
            yield _folded(b"SUMMARY:Stopped: " + value)
        elif name == b"DESCRIPTION":
            yield _folded(b"DESCRIPTION:" + _escaped(f"{_TEXT}\n\n{DISCLAIMER}"))
        elif name == b"SEQUENCE":
            number = int(value) if value.isdigit() else 0
            yield b"SEQUENCE:%d" % min(number + 1, _MOST)
        elif name in (b"DTSTAMP", b"LAST-MODIFIED"):
            yield name + b":" + stamp
        elif name in (b"STATUS", b"TRANSP"):
            yield name + (b":CANCELLED" if name == b"STATUS" else b":TRANSPARENT")
        else:
            yield line


def _restamped(lines: Lines, stamp: bytes, now: datetime) -> Iterator[bytes]:
    """The calendar's own date of change, which stands before its components."""
    head = True
    for line in lines:
        head = head and (line == b"BEGIN:VCALENDAR" or not line.startswith(b"BEGIN:"))
        if head and _name(line) == b"LAST-MODIFIED":
            own = _later(unfolded(line).partition(b":")[2], now)
            yield b"LAST-MODIFIED:" + max(own, stamp)
        else:
            yield line


def _later(written: bytes, now: datetime) -> bytes:
    """Now, or a second after the last revision where the clock went back."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    with suppress(ValueError, TypeError, OverflowError):  # a revision that cannot be read
        moment = max(moment, datetime.fromisoformat(written.decode()) + _SECOND)
    return f"{moment:%Y%m%dT%H%M%SZ}".encode()


def _value(event: Lines, name: bytes) -> bytes:
    """The value of the event's property of that name; nothing if it has none.

    None of those that are asked for has a colon in its parameters.
    """
    for line in event[1:]:
        if line.startswith(b"BEGIN:"):
            break
        if _name(line) == name:
            return unfolded(line).partition(b":")[2]
    return b""


def _name(line: bytes) -> bytes:
    found = _NAME.match(line)
    return found[0] if found else b""


def _escaped(text: str) -> bytes:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text.encode()


def _folded(line: bytes) -> bytes:
    """Lines of 75 octets at most; no cut is within a character (RFC 5545 3.1)."""
    parts = []
    while len(line) > _WIDTH:
        cut = _WIDTH
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        parts.append(line[:cut])
        line = b" " + line[cut:]
    return b"\r\n".join([*parts, line])
