"""What was published before: unchanged events keep their revision, changed ones get the next.

Calendar programs that cache by event (GNOME's, and by reports Google's) show an edit only if
SEQUENCE, DTSTAMP or LAST-MODIFIED moved; a feed that moves them without an edit makes every
program reload everything. So both are read from the feed of last time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from icalendar import Event

#: The properties that say which revision an event is, not what it says.
_REVISION = (b"SEQUENCE", b"DTSTAMP", b"LAST-MODIFIED")
_MOST = 2**31 - 2


class Published(NamedTuple):
    """An event of last time: what it said, and its revision."""

    body: tuple[bytes, ...]
    sequence: int
    stamp: datetime


def read_published(feed: bytes) -> dict[str, Published]:
    """The events of a feed that this output made, by UID; those that are damaged left out."""
    found = {}
    for event in _events(_lines(feed)):
        # From the end, so that the event's own UID replaces that of the alarm inside it.
        values = {line.partition(b":")[0]: line.partition(b":")[2] for line in event[::-1]}
        uid = values.get(b"UID", b"").decode("utf-8", "replace")
        try:
            sequence = int(values[b"SEQUENCE"])
            stamp = datetime.fromisoformat(values[b"LAST-MODIFIED"].decode())
        except (KeyError, ValueError):
            continue
        if uid and 0 <= sequence <= _MOST and stamp.tzinfo == UTC:
            found[uid] = Published(_body(event), sequence, stamp)
    return found


def revise(event: Event, published: Published | None, now: datetime) -> datetime:
    """Give `event` its revision: last time's if it says the same, else the next, at `now`.

    Revisions never go back, even if the clock of the machine that builds does. Returns the
    time of the revision.
    """
    sequence, stamp = 0, now
    if published is not None:
        # As lines, not as bytes: to fold them only to unfold them is a fifth of the whole work.
        same = published.body == _body([line.encode() for line in event.content_lines()])
        sequence = published.sequence + (not same)
        stamp = published.stamp if same else max(published.stamp, now)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    event.add("SEQUENCE", sequence)
    return stamp


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n ", b"").split(b"\r\n")


def _events(lines: list[bytes]) -> Iterator[list[bytes]]:
    start = None
    for index, line in enumerate(lines):
        if line == b"BEGIN:VEVENT":
            start = index
        elif line == b"END:VEVENT" and start is not None:
            yield lines[start : index + 1]
            start = None


def _body(event: list[bytes]) -> tuple[bytes, ...]:
    return tuple(line for line in event if line and line.partition(b":")[0] not in _REVISION)
