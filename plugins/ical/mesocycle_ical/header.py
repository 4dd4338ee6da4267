"""The calendar itself: what it is called, how it looks, when to look again, its time zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.prop import vUri

from mesocycle.output.text import one_line
from mesocycle.programme import Programme

from .events import moments
from .looks import HEXADECIMAL, calendar_colour
from .options import Wishes
from .text import Text
from .words import BUSY
from .zones import latest, timezone_component

#: Without a version: an upgrade must not change every feed.
_PRODID = "-//mesocycle//ical//EN"
_REFRESH = timedelta(hours=1)


def header(
    programme: Programme, zone: ZoneInfo, events: Iterable[Event], wishes: Wishes
) -> Calendar:
    """A calendar without its events; when it changed last is still to be said."""
    calendar = Calendar()
    calendar.add("PRODID", _PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    if wishes.method:
        calendar.add("METHOD", "PUBLISH")
    _add_names(calendar, programme, wishes)
    # icalendar leaves out the VALUE that RFC 7986 demands, and writes X- properties unescaped.
    calendar.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", Text("PT1H"))
    if wishes.url:
        calendar.add("URL", wishes.url)
    if wishes.source:
        calendar.add("SOURCE", vUri(wishes.source), parameters={"VALUE": "URI"})
    colour = calendar_colour(wishes.only)
    calendar.add("COLOR", colour)
    calendar.add("X-APPLE-CALENDAR-COLOR", Text(HEXADECIMAL[colour]))
    if not wishes.floating:
        calendar.add("X-WR-TIMEZONE", Text(programme.timezone))
        _add_zone(calendar, zone, events)
    return calendar


def _add_zone(calendar: Calendar, zone: ZoneInfo, events: Iterable[Event]) -> None:
    if zone.key != "UTC":
        times = [moment for event in events for moment in moments(event, zone)]
        first = min(moment.astimezone(UTC) for moment in times)
        calendar.add_component(timezone_component(zone.key, zone, first, latest(times)))


def _add_names(calendar: Calendar, programme: Programme, wishes: Wishes) -> None:
    athlete = one_line(programme.athlete.name) if programme.athlete else ""
    name = " – ".join(filter(None, [one_line(programme.plan.name), athlete])) or BUSY
    name = BUSY if wishes.busy else name
    kinds = ", ".join(wishes.only)
    # No UID of the calendar (RFC 7986 5.3): vdirsyncer takes it for that of every event.
    name = f"{name} ({kinds})" if kinds and not wishes.busy else name
    calendar.add("NAME", Text(name))
    calendar.add("X-WR-CALNAME", Text(name))
    if not wishes.busy:
        about = [one_line(programme.plan.about or ""), one_line(programme.disclaimer)]
        text = "\n\n".join(filter(None, about))
        calendar.add("DESCRIPTION", Text(text))
        calendar.add("X-WR-CALDESC", Text(text))
