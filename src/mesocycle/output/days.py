"""Days in words: what is noted of them, what moved, what is left out and why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from mesocycle.output.wording import day, time_of_day
from mesocycle.programme import Programme, Session


class Note(NamedTuple):
    """A note that holds from the day `first` to the day `last` (ISO), both included."""

    first: str
    last: str
    text: str


def day_notes(programme: Programme) -> list[Note]:
    """The notes of days in order; one that goes on from day to day is one note."""
    found: list[Note] = []
    going: dict[str, int] = {}
    for note in sorted(programme.day_notes, key=lambda each: each.date):
        eve = (date.fromisoformat(note.date) - timedelta(days=1)).isoformat()
        at = going.get(note.text)
        if at is not None and found[at].last in (eve, note.date):
            found[at] = found[at]._replace(last=note.date)
        else:
            going[note.text] = len(found)
            found.append(Note(note.date, note.date, note.text))
    return found


def notes_between(programme: Programme, first: str, last: str) -> list[Note]:
    """Those of them that hold on a day from `first` to `last`."""
    return [each for each in day_notes(programme) if each.first <= last and each.last >= first]


def span(note: Note, *, short: bool = False) -> str:
    """`Thursday 24 December`, `Thursday 24 December to Friday 1 January`."""
    first, last = day(note.first, short=short), day(note.last, short=short)
    return first if note.first == note.last else f"{first} {'–' if short else 'to'} {last}"


def was_on(session: Session, *, short: bool = False) -> str:
    """`was on Friday 11 December`, of a session that moved; else nothing."""
    before = session.original_date
    if before is None or before == session.date:
        return ""
    return f"was on {day(before, short=short)}"


def races(programme: Programme) -> list[Session]:
    """The races of a plan, in order."""
    return [each for each in programme.sessions if each.race]


def race(session: Session) -> str:
    """`Half, Sunday 18 April 2027 at 10:00 (A)`."""
    when = day(session.date, year=True) if session.date else ""
    at = f" at {time_of_day(session)}" if session.start else ""
    return f"{session.name}, {when}{at} ({session.race})"
