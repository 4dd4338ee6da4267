"""The feed: header, time zone, events in order. The same programme gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event

from mesocycle.output import Context, Rendered
from mesocycle.output.text import web_address
from mesocycle.programme import Programme, Session

from .changes import Entry, Previous, modified, read_previous, revise
from .choosing import chosen, first_day, hidden_runs, notes_wanted, there_are, unknown
from .events import build_event, moments, note_events
from .gone import gone
from .header import header
from .lines import written
from .options import Wishes, read_wishes
from .proof import faults_of

#: Google takes no larger one.
_LARGE = 1_000_000
_FLOATING = (
    "times without a zone are read wrongly by Outlook, which knows them for whole days only; "
    "ical.time=zoned suits every program"
)


def render(programme: Programme, context: Context) -> Rendered:
    """The whole feed as bytes."""
    wishes = read_wishes(context)
    zone = _zone(programme.timezone)
    if zone is None:
        return Rendered.refused(f"there is no time zone {programme.timezone!r:.60}")
    if refused := _nonsense(programme, wishes):
        return refused
    sessions = chosen(programme, wishes)
    if not sessions:
        return _nothing(programme, wishes)
    previous = read_previous(context.previous or b"")
    entries = _entries(programme, sessions, zone, wishes, previous, _now(programme, context))
    data = _written(programme, zone, entries, wishes, previous, _now(programme, context))
    if faults := faults_of(data, [entry.event for entry in entries]):
        return Rendered.refused(f"reading it back gave something else: {faults[0]}")
    return Rendered(data, tuple(_warnings(context, wishes, previous, len(data))))


def _nonsense(programme: Programme, wishes: Wishes) -> Rendered | None:
    """A refusal of options that cannot be meant."""
    for name in ("url", "source"):
        given = getattr(wishes, name)
        if given and web_address(given) is None:
            why = f"ical.{name} is {given!r:.60}, which is no address"
            return Rendered.refused(why, "write it as in https://example.org/plan")
    if wrong := unknown(programme, wishes):
        why = f"ical.only names {wrong[0]!r:.60}, which is no kind of session here"
        return Rendered.refused(why, there_are(programme))
    return None


def _nothing(programme: Programme, wishes: Wishes) -> Rendered:
    """Why no session of the programme is to be shown, which would be an empty feed."""
    if wishes.only and any(each.date for each in programme.sessions):
        why = f"no session here is {' or '.join(wishes.only)}"
        hint = there_are(programme) + hidden_runs(programme, wishes)
        return Rendered.refused(f"nothing is left to show: {why}", hint)
    hint = "a calendar from before stays as it is: an empty one would delete every event of it"
    return Rendered.refused(f"nothing is left to show: {_why_empty(programme)}", hint)


def _why_empty(programme: Programme) -> str:
    """Why no session of the programme stands on a day."""
    if programme.todo:
        return "its sessions have no days of their own"
    if programme.as_of is not None and programme.as_of > programme.ends:
        return f"it ended on {programme.ends}, and what was missed and dropped is not shown"
    return f"no session is left between {programme.starts} and {programme.ends}"


def _zone(key: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _now(programme: Programme, context: Context) -> datetime:
    """The time that what changed is stamped with."""
    now = context.built or datetime.combine(date.fromisoformat(programme.starts), time(), UTC)
    return now.astimezone(UTC).replace(microsecond=0)


def _entries(
    programme: Programme, sessions: list[Session], zone: ZoneInfo, wishes: Wishes,
    previous: Previous, now: datetime,
) -> list[Entry]:  # fmt: skip
    """Every event with its revision, in order."""
    events = [build_event(programme, each, zone, wishes) for each in sessions]
    if notes_wanted(wishes):
        events += note_events(programme, first_day(programme, sessions, wishes.past))
    entries = [revise(event, previous.events.get(str(event["UID"])), now) for event in events]
    entries += gone(programme, previous, zone, wishes, now)
    return sorted(entries, key=lambda entry: _place(entry.event, zone))


def _place(event: Event, zone: ZoneInfo) -> tuple[datetime, str]:
    return next(moments(event, zone)).astimezone(UTC), str(event["UID"])


def _written(
    programme: Programme, zone: ZoneInfo, entries: list[Entry], wishes: Wishes,
    previous: Previous, now: datetime,
) -> bytes:  # fmt: skip
    calendar = header(programme, zone, [entry.event for entry in entries], wishes)
    changed = modified(previous, _lines(calendar)[:-1], entries, now)
    calendar.add("LAST-MODIFIED", changed)
    *head, end = _lines(calendar)
    return written([*head, *(line for entry in entries for line in entry.lines), end])


def _lines(calendar: Calendar) -> list[bytes]:
    return [line.encode() for line in calendar.content_lines() if line]


def _warnings(context: Context, wishes: Wishes, previous: Previous, size: int) -> list[str]:
    """What whoever builds should know."""
    found = []
    if context.previous and not previous.events:
        found.append("the calendar from last time cannot be read; revisions start again")
    elif previous.lost:
        found.append(
            f"of the calendar from last time {previous.lost} cannot be read; "
            "their revisions start again"
        )
    if wishes.floating:
        found.append(_FLOATING)
    if size > _LARGE:
        found.append(f"it has {size / 1e6:.1f} MB; some calendars take 1 MB at most")
    return found
