"""Sessions that are no longer in the plan, kept for a while as cancelled.

Most programs delete what is no longer in a feed; some are reported to keep it. An event that
is cancelled is understood by all. What is known of such a session is what the feed of last
time says of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icalendar import Event

from mesocycle.output.text import one_line
from mesocycle.programme import Programme

from .changes import Entry, Previous, Published, revise
from .events import add_times, moments
from .looks import GONE
from .options import Wishes
from .text import Text
from .words import BUSY

_NOTE = b"CATEGORIES:note"
_CANCELLED = "Cancelled"
_WHY = "No longer in the plan."


def gone(
    programme: Programme, previous: Previous, zone: ZoneInfo, wishes: Wishes, now: datetime
) -> Iterator[Entry]:
    """The events of deleted sessions that are still to come, with their revisions."""
    if wishes.tombstones is None:
        return
    here = {one_line(session.id) for session in programme.sessions}
    for uid, published in previous.events.items():
        if uid in here or _NOTE in published.lines:
            continue
        event = _cancelled(uid, published, programme, zone, wishes)
        if event is None or max(moments(event, zone)) <= now:
            continue
        entry = revise(event, published, now)
        if entry.changed or now - entry.stamp < wishes.tombstones:
            yield entry


def _cancelled(
    uid: str, published: Published, programme: Programme, zone: ZoneInfo, wishes: Wishes
) -> Event | None:
    """The event as one that is cancelled, the same each time; None if it cannot be read."""
    event = Event()
    try:
        before = Event.from_ical(b"\r\n".join((*published.lines, b"")))
        assert isinstance(before, Event)  # it begins as one
        event.add("UID", uid)
        event.add("SUMMARY", Text(_title(before, wishes)))
        _add_times(event, before, zone, wishes)
    except (ValueError, KeyError, TypeError, OverflowError):  # damaged: it is left out
        return None
    event.add("STATUS", "CANCELLED")
    event.add("TRANSP", "TRANSPARENT")
    if not wishes.busy:
        event.add("COLOR", GONE)
        event.add("DESCRIPTION", Text(f"{_WHY}\n\n{one_line(programme.disclaimer)}"))
    return event


def _title(before: Event, wishes: Wishes) -> str:
    title, status = before["SUMMARY"], before["STATUS"]
    if not isinstance(title, str):
        raise TypeError("two titles")
    if wishes.busy:
        return f"{_CANCELLED}: {BUSY}"
    return one_line(title) if status == "CANCELLED" else f"{_CANCELLED}: {one_line(title)}"


def _add_times(event: Event, before: Event, zone: ZoneInfo, wishes: Wishes) -> None:
    start, end = before.start, before.end
    if end <= start:
        raise ValueError("over before it begins")
    if not isinstance(start, datetime):
        add_times(event, start, end - start, zone, wishes)
        return
    start, end = (_moment(each, zone) for each in (start, end))
    add_times(event, start, end - start, zone, wishes)


def _moment(when: date, zone: ZoneInfo) -> datetime:
    """In UTC, where differences are those of the moments."""
    if not isinstance(when, datetime):
        raise TypeError("a day where a time is wanted")
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)
