"""Small feeds for measuring programs: what ours never is, too."""

from __future__ import annotations

_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sample//EN\r\n"
_TAIL = "END:VCALENDAR\r\n"

#: Revisions of an event, as lines: each moves one of the three properties, the first none.
REVISIONS = {
    "none": {},
    "SEQUENCE": {"SEQUENCE": "1"},
    "DTSTAMP": {"DTSTAMP": "20270302T000000Z"},
    "LAST-MODIFIED": {"LAST-MODIFIED": "20270302T000000Z"},
}


def event(uid: str, **others: str) -> str:
    """An event of three lines and a revision; `others` replace properties, `_` being `-`."""
    found = {
        "UID": uid,
        "SUMMARY": "Run",
        "DTSTART": "20270322T060000Z",
        "DTEND": "20270322T070000Z",
        "SEQUENCE": "0",
        "DTSTAMP": "20270301T000000Z",
        "LAST-MODIFIED": "20270301T000000Z",
    }
    found.update({name.replace("_", "-"): value for name, value in others.items()})
    lines = (f"{name}:{value}\r\n" for name, value in found.items())
    return f"BEGIN:VEVENT\r\n{''.join(lines)}END:VEVENT\r\n"


def calendar(*events: str) -> bytes:
    """A calendar of these events."""
    return f"{_HEAD}{''.join(events)}{_TAIL}".encode()
