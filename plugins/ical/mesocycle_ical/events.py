"""A session becomes an event: when, what, and how it shows in a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event

from mesocycle.output import Context, wording
from mesocycle.output.days import Note, day_notes
from mesocycle.output.text import one_line
from mesocycle.programme import Programme, Session

from .words import BUSY, description, title

#: How long an event lasts in the calendar if nothing says how long the session takes.
_UNKNOWN_LENGTH = timedelta(minutes=30)
_DAY = timedelta(days=1)

#: Names of CSS, because the standard allows no others.
_COLOURS = {
    "run": "seagreen", "walk": "seagreen", "bike": "darkcyan", "swim": "steelblue",
    "strength": "royalblue", "flexibility": "mediumpurple", "rehab": "chocolate",
}  # fmt: skip
_ASSESSMENT = "goldenrod"
_OFF, _NOTE, _RACE = "lightgray", "darkgray", "crimson"


def build_event(programme: Programme, session: Session, zone: ZoneInfo, context: Context) -> Event:
    """The event of a session that has a date; without a revision yet (see `changes`)."""
    busy = context.text("detail") == "busy"
    summary = BUSY if busy else title(session)
    event = Event()
    event.add("UID", one_line(session.id))
    event.add("SUMMARY", summary)
    _add_times(event, session, zone)
    _add_state(event, session)
    if not busy:
        reasons = context.flag("reasons")
        told = description(programme, session, context.text("detail"), reasons=reasons)
        event.add("DESCRIPTION", told)
        _add_kind(event, session)
    before = context.number("alarm")
    if before is not None and session.start and wording.to_do(session):
        event.add_component(_alarm(session, summary, before))
    return event


def note_events(programme: Programme) -> Iterator[Event]:
    """What the coach notes of days: whole days that keep nobody busy.

    A note is known by the plan, its first day and its place on that day, not by what it says.
    """
    whose = programme.athlete.name if programme.athlete else ""
    before: dict[str, int] = {}
    for note in day_notes(programme):
        number = before[note.first] = before.get(note.first, 0) + 1
        name = f"{programme.plan.id}/{whose}/note/{note.first}/{number}"
        yield _note_event(note, str(uuid5(NAMESPACE_URL, name)))


def _note_event(note: Note, uid: str) -> Event:
    event = Event()
    event.add("UID", uid)
    event.add("SUMMARY", one_line(note.text) or "Note")
    event.add("DTSTART", date.fromisoformat(note.first))
    event.add("DTEND", date.fromisoformat(note.last) + _DAY)
    event.add("STATUS", "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    event.add("CATEGORIES", ["note"])
    event.add("COLOR", _NOTE)
    return event


def moments(event: Event, zone: ZoneInfo) -> Iterable[datetime]:
    """When the event begins and ends, days as their midnights."""
    for moment in (event.start, event.end):
        yield (
            moment
            if isinstance(moment, datetime)
            else datetime.combine(moment, datetime.min.time(), zone)
        )


def _add_times(event: Event, session: Session, zone: ZoneInfo) -> None:
    if session.start is None:
        day = date.fromisoformat(session.date or "")
        event.add("DTSTART", day)
        event.add("DTEND", day + _DAY)
        return
    start = datetime.fromisoformat(session.start).astimezone(zone)
    length = timedelta(minutes=session.minutes) if session.minutes else _UNKNOWN_LENGTH
    # Added to the moment, not to the wall clock, which may turn meanwhile.
    end = (datetime.fromisoformat(session.start) + length).astimezone(zone)
    event.add("DTSTART", start)
    if end.fold:
        event.add("DURATION", length)  # a wall time that comes twice would mean the first
    else:
        event.add("DTEND", end)


def _add_state(event: Event, session: Session) -> None:
    cancelled = not wording.takes_place(session)
    free = cancelled or session.start is None or session.status == "missed"
    event.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if free else "OPAQUE")


def _add_kind(event: Event, session: Session) -> None:
    categories = [each for each in map(one_line, session.categories) if each]
    if session.race:
        categories = ["race", *(each for each in categories if each != "race")]
    if categories:
        event.add("CATEGORIES", categories)
    known = [_COLOURS[each] for each in categories if each in _COLOURS]
    colours = [_RACE] if session.race else known
    if not wording.takes_place(session):
        colours = [_OFF]
    elif session.status == "assessment":
        colours = [_ASSESSMENT]
    if colours:
        event.add("COLOR", colours[0])


def _alarm(session: Session, summary: str, seconds_before: int) -> Alarm:
    alarm = Alarm()
    alarm.add("UID", str(uuid5(NAMESPACE_URL, f"{session.id}/alarm")))
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", summary)
    alarm.add("TRIGGER", -timedelta(seconds=seconds_before))
    return alarm
