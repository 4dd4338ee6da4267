"""Whether bytes may be shown to subscribers at all: the last look before they are kept."""

from __future__ import annotations

import re

_FIRST, _LAST = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"
_EVENT = re.compile(rb"^(BEGIN|END):VEVENT\r$", re.MULTILINE)
_CALENDAR = re.compile(rb"^BEGIN:VCALENDAR\r$", re.MULTILINE)


def flaw_of(content: bytes) -> str | None:
    """Why `content` is no whole calendar with at least one event; None if it is one.

    Programs take an empty calendar as the deletion of every event, and half of one as
    whatever they like. It is not read here: the output that made it has done so.
    """
    if not content.startswith(_FIRST):
        return "it does not begin as a calendar"
    if not content.endswith(b"\n" + _LAST):
        return "it does not end as a calendar"
    if len(_CALENDAR.findall(content)) != 1:
        return "it is more than one calendar"
    if b"\0" in content:
        return "there are NUL bytes in it"
    marks = [mark == b"BEGIN" for mark in _EVENT.findall(content)]
    if not marks:
        return "it has no event"
    if marks[::2] != [True] * (len(marks) // 2) or marks[1::2] != [False] * (len(marks) // 2):
        return "its events are not whole"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "it is not UTF-8"
    return None
