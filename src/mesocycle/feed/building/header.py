"""What the head of a calendar says about itself, read from its bytes."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_FOLD = re.compile(rb"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\(.)")


def title_of(content: bytes) -> str | None:
    """What the calendar is called, as people read it; None if it has no name.

    It is asked of the bytes, because they hold what a link may show: a calendar that only
    tells when its owner is busy does not tell the plan's name either.
    """
    name = _value(content, b"NAME") or _value(content, b"X-WR-CALNAME")
    if name is None:
        return None
    text = name.decode("utf-8", "replace")
    return _ESCAPED.sub(lambda mark: " " if mark[1] in "nN" else mark[1], text).strip() or None


def changed_of(content: bytes) -> datetime | None:
    """When the calendar says that it was last changed, in UTC; None if it does not say."""
    written = _value(content, b"LAST-MODIFIED")
    try:
        return datetime.strptime((written or b"").decode(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def unfolded(data: bytes) -> bytes:
    """Lines that go on over several rows, each in one (RFC 5545 3.1)."""
    return _FOLD.sub(b"", data)


def _value(content: bytes, name: bytes) -> bytes | None:
    """The value of a property of the calendar itself, which stand before its components."""
    start = content.find(b"BEGIN:VCALENDAR") + len(b"BEGIN:VCALENDAR")
    end = content.find(b"\nBEGIN:", start)
    head = unfolded(content[start : end if end >= 0 else len(content)])
    for line in head.splitlines():
        before, colon, value = line.partition(b":")
        if colon and before.partition(b";")[0].upper() == name:
            return value
    return None
