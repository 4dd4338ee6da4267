"""What was published before: unchanged events keep their revision, changed ones get the next.

Calendar programs that cache by event (GNOME's, and by reports Google's) show an edit only if
SEQUENCE, DTSTAMP or LAST-MODIFIED moved; a feed that moves them without an edit makes every
program reload everything. So all three are read from the feed of last time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from icalendar import Event
from icalendar.prop import vDDDTypes, vInt

from .lines import unfolded

#: The properties that say which revision an event is, not what it says.
_REVISION = (b"SEQUENCE:", b"DTSTAMP:", b"LAST-MODIFIED:")
_MOST = 2**31 - 2
_SECOND = timedelta(seconds=1)

Lines = tuple[bytes, ...]


class Published(NamedTuple):
    """An event of last time: its lines, what they say, and its revision."""

    lines: Lines
    body: Lines
    sequence: int
    stamp: datetime


class Previous(NamedTuple):
    """The feed of last time. `header`: what stands before the events, without its revision.

    `lost` is how many events in it cannot be read.
    """

    events: dict[str, Published]
    header: Lines = ()
    modified: datetime | None = None
    lost: int = 0


class Entry(NamedTuple):
    """An event with its revision, as it is meant and as it is written."""

    event: Event
    lines: Lines
    stamp: datetime
    changed: bool


def read_previous(feed: bytes) -> Previous:
    """What a feed that this output made says; what is damaged in it is left out."""
    lines = unfolded(feed)
    found = {}
    for event in _events(lines):
        # From the end, so that the event's own UID replaces that of the alarm inside it.
        values = _values(event[::-1])
        uid = values.get(b"UID", b"").decode("utf-8", "replace")
        try:
            sequence = int(values[b"SEQUENCE"])
        except (KeyError, ValueError):
            continue
        stamp = _time(values.get(b"LAST-MODIFIED"))
        if uid and 0 <= sequence <= _MOST and stamp is not None:
            found[uid] = Published(tuple(event), _body(event), sequence, stamp)
    header = lines[: lines.index(b"BEGIN:VEVENT")] if b"BEGIN:VEVENT" in lines else []
    return Previous(
        events=found,
        header=_body(header),
        modified=_time(_values(header[::-1]).get(b"LAST-MODIFIED")),
        lost=lines.count(b"BEGIN:VEVENT") - len(found),
    )


def revise(event: Event, published: Published | None, now: datetime) -> Entry:
    """Give `event` its revision: last time's if it says the same, else the next, at `now`.

    Revisions never go back, even if the clock of the machine that builds does, and two changes
    within a second are two.
    """
    _stamp(event, 0, vDDDTypes(now))
    lines = tuple(line.encode() for line in event.content_lines() if line)
    if published is None:
        return Entry(event, lines, now, changed=True)
    same = published.body == _body(lines)
    sequence = published.sequence + (not same)
    stamp = published.stamp if same else max(published.stamp + _SECOND, now)
    written = vDDDTypes(stamp)
    _stamp(event, sequence, written)
    return Entry(event, _stamped(lines, sequence, written.to_ical()), stamp, changed=not same)


def modified(
    previous: Previous, header: Iterable[bytes], entries: Sequence[Entry], now: datetime
) -> datetime:
    """When the calendar changed last: an event, which events there are, or the header."""
    uids = {str(entry.event["UID"]) for entry in entries}
    same = (
        previous.header == _body(header)
        and uids == previous.events.keys()
        and not previous.lost
        and not any(entry.changed for entry in entries)
    )
    if previous.modified is None:
        return max(now, *(entry.stamp for entry in entries))
    if same:
        return previous.modified
    return max(now, previous.modified + _SECOND, *(entry.stamp for entry in entries))


def _stamp(event: Event, sequence: int, stamp: vDDDTypes) -> None:
    event["SEQUENCE"] = vInt(sequence)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = stamp


def _stamped(lines: Lines, sequence: int, stamp: bytes) -> Lines:
    """The lines with this revision instead of theirs."""
    values = dict(zip(_REVISION, (str(sequence).encode(), stamp, stamp), strict=True))
    return tuple(
        (name := _name(line)) + values[name] if line.startswith(_REVISION) else line
        for line in lines
    )


def _events(lines: list[bytes]) -> Iterator[list[bytes]]:
    start = None
    for index, line in enumerate(lines):
        if line == b"BEGIN:VEVENT":
            start = index
        elif line == b"END:VEVENT" and start is not None:
            yield lines[start : index + 1]
            start = None


def _values(lines: Iterable[bytes]) -> dict[bytes, bytes]:
    return {line.partition(b":")[0]: line.partition(b":")[2] for line in lines}


def _time(written: bytes | None) -> datetime | None:
    """A moment of UTC with room to move on from it; None if it is none."""
    try:
        stamp = datetime.fromisoformat((written or b"").decode())
    except ValueError:
        return None
    return stamp if stamp.tzinfo == UTC and stamp.year < 9999 else None


def _name(line: bytes) -> bytes:
    return line[: line.index(b":") + 1]


def _body(lines: Iterable[bytes]) -> Lines:
    return tuple(line for line in lines if line and not line.startswith(_REVISION))
