"""The feed: header, time zone, events in order. The same programme gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event
from icalendar.prop import vText

from mesocycle.output import Context, Rendered
from mesocycle.output.text import one_line
from mesocycle.programme import Programme

from .changes import read_published, revise
from .events import build_event, moments, note_events
from .proof import faults_of
from .words import BUSY
from .zones import latest, timezone_component

#: Without a version: an upgrade must not change every feed.
_PRODID = "-//mesocycle//ical//EN"
_REFRESH = timedelta(hours=1)
_COLOUR, _COLOUR_HEX = "royalblue", "#4169E1"
#: Google takes no larger one.
_LARGE = 1_000_000


def render(programme: Programme, context: Context) -> Rendered:
    """The whole feed as bytes."""
    zone = _zone(programme.timezone)
    if zone is None:
        return Rendered.refused(f"there is no time zone {programme.timezone!r:.60}")
    sessions = [each for each in programme.sessions if each.date]
    if not sessions:
        hint = "a calendar from before stays as it is: an empty one would delete every event of it"
        return Rendered.refused(f"nothing is left to show: {_why_empty(programme)}", hint)
    events = [build_event(programme, each, zone, context) for each in sessions]
    if context.text("detail") != "busy":
        events += note_events(programme)
    events.sort(key=lambda event: (_order(event, zone), str(event["UID"])))
    warnings = []
    published = read_published(context.previous or b"")
    if context.previous and not published:
        warnings.append("the calendar from last time cannot be read; revisions start again")
    now = context.built or datetime.combine(date.fromisoformat(programme.starts), time(), UTC)
    now = now.astimezone(UTC).replace(microsecond=0)
    changed = [revise(event, published.get(str(event["UID"])), now) for event in events]
    data = _calendar(programme, zone, events, context, max(changed)).to_ical()
    if faults := faults_of(data, events):
        return Rendered.refused(f"reading it back gave something else: {faults[0]}")
    if len(data) > _LARGE:
        warnings.append(f"it has {len(data) / 1e6:.1f} MB; some calendars take 1 MB at most")
    return Rendered(data, tuple(warnings))


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


def _order(event: Event, zone: ZoneInfo) -> datetime:
    return next(iter(moments(event, zone))).astimezone(UTC)


def _calendar(
    programme: Programme, zone: ZoneInfo, events: list[Event], context: Context, changed: datetime
) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", _PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    _add_names(calendar, programme, context.text("detail") == "busy")
    calendar.add("LAST-MODIFIED", changed)
    # icalendar leaves out the VALUE that RFC 7986 demands, and writes X- properties unescaped.
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vText("PT1H"))
    calendar.add("X-WR-TIMEZONE", vText(programme.timezone))
    calendar.add("COLOR", _COLOUR)
    calendar.add("X-APPLE-CALENDAR-COLOR", vText(_COLOUR_HEX))
    if zone.key != "UTC":
        times = [moment for event in events for moment in moments(event, zone)]
        first = min(moment.astimezone(UTC) for moment in times)
        calendar.add_component(timezone_component(zone.key, zone, first, latest(times)))
    for event in events:
        calendar.add_component(event)
    return calendar


def _add_names(calendar: Calendar, programme: Programme, busy: bool) -> None:
    athlete = one_line(programme.athlete.name) if programme.athlete else ""
    name = " – ".join(filter(None, [one_line(programme.plan.name), athlete])) or BUSY
    name = BUSY if busy else name
    # No UID of the calendar (RFC 7986 5.3): vdirsyncer takes it for that of every event.
    calendar.add("NAME", vText(name))
    calendar.add("X-WR-CALNAME", vText(name))
    if not busy:
        about = [one_line(programme.plan.about or ""), one_line(programme.disclaimer)]
        text = "\n\n".join(filter(None, about))
        calendar.add("DESCRIPTION", vText(text))
        calendar.add("X-WR-CALDESC", vText(text))
