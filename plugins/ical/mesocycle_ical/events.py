"""A session becomes an event: when, what, and how it shows in a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event

from mesocycle.output import wording
from mesocycle.output.days import Note, day_notes
from mesocycle.output.text import one_line
from mesocycle.programme import Programme, Session

from .looks import NOTE, colour, kinds, with_picture
from .options import Wishes
from .text import Text, categories
from .words import BUSY, description, title

#: How long an event lasts in the calendar if nothing says how long the session takes.
_UNKNOWN_LENGTH = timedelta(minutes=30)
_DAY = timedelta(days=1)


def build_event(programme: Programme, session: Session, zone: ZoneInfo, wishes: Wishes) -> Event:
    """The event of a session that has a date; without a revision yet (see `changes`)."""
    summary = BUSY if wishes.busy else title(session)
    if wishes.emoji and not wishes.busy:
        summary = with_picture(summary, session)
    event = Event()
    event.add("UID", one_line(session.id))
    event.add("SUMMARY", Text(summary))
    _add_session_times(event, session, zone, wishes)
    _add_state(event, session, wishes)
    if not wishes.busy:
        told = description(programme, session, wishes.detail, reasons=wishes.reasons)
        _add_description(event, told, wishes)
        _add_kind(event, session)
    if wishes.url:
        event.add("URL", f"{wishes.url}{'' if '#' in wishes.url else '#'}{one_line(session.id)}")
    if wishes.alarm is not None and session.start and wording.to_do(session):
        event.add_component(_alarm(session, summary, wishes.alarm))
    return event


def note_events(programme: Programme, first_day: str) -> Iterator[Event]:
    """What the coach notes of days, up from a day: whole days that keep nobody busy.

    A note is known by the plan, its first day and its place on that day, not by what it says.
    """
    whose = programme.athlete.name if programme.athlete else ""
    before: dict[str, int] = {}
    for note in day_notes(programme):
        number = before[note.first] = before.get(note.first, 0) + 1
        name = f"{programme.plan.id}/{whose}/note/{note.first}/{number}"
        if note.last >= first_day:
            yield _note_event(note, str(uuid5(NAMESPACE_URL, name)))


def _note_event(note: Note, uid: str) -> Event:
    event = Event()
    event.add("UID", uid)
    event.add("SUMMARY", Text(one_line(note.text) or "Note"))
    event.add("DTSTART", date.fromisoformat(note.first))
    event.add("DTEND", date.fromisoformat(note.last) + _DAY)
    event.add("STATUS", "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    event.add("CATEGORIES", categories(["note"]))
    event.add("COLOR", NOTE)
    return event


def moments(event: Event, zone: ZoneInfo) -> Iterator[datetime]:
    """When the event begins and ends, days as their midnights, in the zone if in none."""
    for moment in (event.start, event.end):
        if not isinstance(moment, datetime):
            yield datetime.combine(moment, datetime.min.time(), zone)
        else:
            yield moment if moment.tzinfo else moment.replace(tzinfo=zone)


def add_times(event: Event, start: date, length: timedelta, zone: ZoneInfo, wishes: Wishes) -> None:
    """When the event begins (a day, or a moment with an offset), and how long it is."""
    if not isinstance(start, datetime):
        event.add("DTSTART", start)
        event.add("DTEND", start + length)
        return
    # Added to the moment, not to the wall clock, which may turn meanwhile.
    begins, ends = start.astimezone(zone), (start.astimezone(UTC) + length).astimezone(zone)
    if wishes.floating:
        begins = begins.replace(tzinfo=None, fold=0)
        event.add("DTSTART", begins)
        event.add("DTEND", begins + length)
        return
    if _comes_twice(begins) or _comes_twice(ends):
        # It would mean the first (RFC 5545 3.3.5); libical, ical.js and khal take the second.
        begins, ends = begins.astimezone(UTC), ends.astimezone(UTC)
    event.add("DTSTART", begins)
    event.add("DTEND", ends)


def _comes_twice(moment: datetime) -> bool:
    """Whether the clock shows this time twice, because it is turned back."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _add_session_times(event: Event, session: Session, zone: ZoneInfo, wishes: Wishes) -> None:
    if session.start is None:
        add_times(event, date.fromisoformat(session.date or ""), _DAY, zone, wishes)
        return
    add_times(event, datetime.fromisoformat(session.start), _length(session), zone, wishes)


def _length(session: Session) -> timedelta:
    """How long it is to take; where nobody says, how long it took, in whole minutes."""
    if session.minutes:
        return timedelta(minutes=session.minutes)
    if session.logged and session.logged.seconds:
        return timedelta(minutes=-(-session.logged.seconds // 60))
    return _UNKNOWN_LENGTH


def _add_state(event: Event, session: Session, wishes: Wishes) -> None:
    cancelled = not wording.takes_place(session)
    free = session.start is None if wishes.show_as == "auto" else wishes.show_as == "free"
    free = free or cancelled or session.status == "missed"
    event.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if free else "OPAQUE")


def _add_description(event: Event, text: str, wishes: Wishes) -> None:
    if not wishes.html:
        event.add("DESCRIPTION", Text(text))
        return
    from .html import as_address, as_html  # seldom wanted, and slow to import

    page = as_html(text)
    event.add("DESCRIPTION", Text(text), parameters={"ALTREP": as_address(page)})
    event.add("X-ALT-DESC", Text(page), parameters={"FMTTYPE": "text/html"})


def _add_kind(event: Event, session: Session) -> None:
    if found := kinds(session):
        event.add("CATEGORIES", categories(found))
    if shown := colour(session):
        event.add("COLOR", shown)


def _alarm(session: Session, summary: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("UID", str(uuid5(NAMESPACE_URL, f"{session.id}/alarm")))
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", Text(summary))
    alarm.add("TRIGGER", -before)
    return alarm
