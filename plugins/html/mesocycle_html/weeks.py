"""The weeks, each to be opened, with what they come to and what is noted of their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from mesocycle.output import wording
from mesocycle.output.days import notes_between, span
from mesocycle.output.numbers import Measures, activities, measures, tonnage
from mesocycle.programme import Programme, Session, WeekStatistics

from .markup import Html, dots, el
from .sessions import Page, session_part

_Numbers = Mapping[int | None, WeekStatistics]


def weeks(programme: Programme, page: Page) -> Html:
    """All weeks, the one that is up next open; nothing, if the plan has no sessions."""
    if not programme.sessions:
        return el("section", el("h2", "The weeks"), el("p", "Nothing is planned."), id="weeks")
    numbers: _Numbers = {week.week: week for week in programme.statistics}
    found: dict[int | None, list[Session]] = {week: [] for week in numbers}
    for session in programme.sessions:
        found.setdefault(session.week, []).append(session)
    upcoming = next_up(programme)
    here = upcoming[0].week if upcoming else None
    told = measures(programme)
    parts = [
        _week(programme, week, numbers, sessions, page, told, is_open=week == here)
        for week, sessions in found.items()
    ]
    return el("section", el("h2", "The weeks"), parts, id="weeks")


def next_up(programme: Programme) -> list[Session]:
    """The sessions of the first day, from what the plan was compiled for on, with some to do."""
    known = programme.as_of or programme.starts
    ahead = [s for s in programme.sessions if wording.to_do(s) and s.date and s.date >= known]
    return [each for each in ahead if each.date == ahead[0].date]


def _week(
    programme: Programme,
    week: int | None,
    numbers: _Numbers,
    sessions: list[Session],
    page: Page,
    told: Measures,
    *,
    is_open: bool,
) -> Html:
    phases = {session.phase for session in sessions}
    phase = phases.pop() if len(phases) == 1 else None
    first, last = _days(programme, week, numbers)
    heading = el(
        "h3",
        el("b", f"Week {week}" if week is not None else "Besides"),
        [" ", el("span", _span(first, last), class_="when")] if week is not None else None,
        [" ", el("span", phase, class_="phase")] if phase else None,
    )
    line = _line(numbers[week], told) if week in numbers else Html()
    if week in numbers and not sessions:
        line = Html("Nothing is planned.")
    return el(
        "details",
        el("summary", heading, el("p", line, class_="sum") if line else None),
        _notes(programme, first, last),
        [session_part(session, page._replace(phase=phase)) for session in sessions],
        class_="week",
        open=is_open,
    )


def _line(week: WeekStatistics, told: Measures) -> Html:
    """`6 sessions · about 201 min · run 1 h, 4.9 km`."""
    tonnes = tonnage(week.tonnage_kg, told.unit)
    return dots(
        [
            wording.count(week.sessions, "session"),
            told.minutes(week),
            f"{tonnes} lifted" if tonnes else None,
            *(f"{name} {amount}" for name, amount in activities(week, told).items()),
        ]
    )


def _days(programme: Programme, week: int | None, numbers: _Numbers) -> tuple[date, date]:
    """The first and the last day of a week; the plan's first may be short."""
    first = date.fromisoformat(programme.starts) + timedelta(weeks=(week or 1) - 1)
    if week in numbers:
        first = date.fromisoformat(numbers[week].starts)
    after = numbers.get((week or 1) + 1)
    until = date.fromisoformat(after.starts) if after else first + timedelta(days=7)
    return first, until - timedelta(days=1)


def _notes(programme: Programme, first: date, last: date) -> Iterator[Html]:
    for note in notes_between(programme, first.isoformat(), last.isoformat()):
        yield el("p", el("b", span(note, short=True)), " ", note.text, class_="daynote")


def _span(first: date, last: date) -> str:
    """`7–13 December`, `28 December – 3 January`."""
    ends = [wording.day(each.isoformat()).partition(" ")[2] for each in (first, last)]
    same = first.month == last.month
    return f"{first.day}–{ends[1]}" if same else " – ".join(ends)
