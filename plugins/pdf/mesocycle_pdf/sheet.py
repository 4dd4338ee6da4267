"""What stands on the sheet, as plain data for `sheet.typ`: lists, texts, numbers, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.days import notes_between, race, races, span
from mesocycle.output.numbers import Measures, activities, measures, tonnage
from mesocycle.output.text import lines
from mesocycle.programme import EMERGENCY, Notice, Programme, Session, WeekStatistics

from .reasons import reasons_of
from .sessions import Data, Page, session_data

_NOTICES = {"stop": "Stop.", "warning": "Mind.", "question": "Question.", "info": "Note."}


class Wishes(NamedTuple):
    """How the sheet is wanted: the size of its pages, and what is on them."""

    paper: str = "a4"
    cues: bool = True
    log: bool = True
    reasons: bool = False


def sheet(programme: Programme, wishes: Wishes) -> Data:
    """The whole sheet."""
    stops = [each for each in programme.notices if each.severity == "stop"]
    others = [each for each in programme.notices if each.severity != "stop"]
    others.sort(key=lambda each: list(_NOTICES).index(each.severity))
    told = frozenset(each.text for each in stops)
    way = measures(programme).way
    why = reasons_of(programme) if wishes.reasons else {}
    page = Page(wishes.log, wishes.cues, told=told, way=way, why=why)
    provisional = any(session.provisional for session in programme.sessions)
    return {
        "paper": {"a4": "a4", "letter": "us-letter"}[wishes.paper],
        "title": programme.plan.name,
        "athlete": programme.athlete.name if programme.athlete else "",
        "authors": list(programme.plan.authors),
        "facts": _facts(programme),
        "races": [race(each) for each in races(programme)],
        "about": lines(programme.plan.about or ""),
        "disclaimer": programme.disclaimer,
        "abort": programme.abort,
        "emergency": EMERGENCY.removeprefix("Stop. Do not do this session. "),
        "stops": list(map(_notice, stops)),
        "notices": list(map(_notice, others)),
        "provisional": wording.PROVISIONAL if provisional else "",
        "weeks": list(_weeks(programme, page)),
        "todo": [session_data(each, page.fresh()) for each in programme.todo],
    }


def _facts(programme: Programme) -> list[str]:
    starts, ends = (wording.day(day, year=True) for day in (programme.starts, programme.ends))
    facts = [f"{starts} – {ends}", f"times in {programme.timezone}"]
    facts += [f"source: {programme.plan.source}"] if programme.plan.source else []
    return facts


def _notice(notice: Notice) -> Data:
    word = _NOTICES[notice.severity]
    text = notice.text.removeprefix(word).lstrip()
    answer = notice.answer if notice.answer and notice.answer not in notice.text else ""
    return {"word": word, "text": lines(text), "answer": answer}


def _weeks(programme: Programme, page: Page) -> Iterator[Data]:
    """The weeks in order, empty ones as well; what is in none comes last."""
    numbers = {week.week: week for week in programme.statistics}
    weeks: dict[int | None, list[Session]] = {week: [] for week in numbers}
    for session in programme.sessions:
        weeks.setdefault(session.week, []).append(session)
    told = measures(programme)
    for week, sessions in weeks.items() if programme.sessions else ():
        phases = {session.phase for session in sessions}
        phase = phases.pop() if len(phases) == 1 else None
        first, last = _days(programme, week, numbers)
        notes = [] if week is None else notes_between(programme, first, last)
        mine = page.fresh(phase)
        yield {
            "title": "Besides" if week is None else f"Week {week}",
            "days": "" if week is None else f"{_short(first)} – {_short(last)}",
            "phase": phase or "",
            "line": _line(numbers[week], told) if week in numbers and sessions else "",
            "notes": [{"days": span(note), "text": note.text} for note in notes],
            "sessions": [session_data(each, mine) for each in sessions],
        }


def _line(week: WeekStatistics, told: Measures) -> str:
    facts = [wording.count(week.sessions, "session"), told.minutes(week)]
    tonnes = tonnage(week.tonnage_kg, told.unit)
    facts += [f"{tonnes} lifted"] if tonnes else []
    facts += [f"{name} {amount}" for name, amount in activities(week, told).items()]
    return " · ".join(filter(None, facts))


def _days(
    programme: Programme, week: int | None, numbers: Mapping[int, WeekStatistics]
) -> tuple[str, str]:
    """The first and the last day of a week; the plan's first may be short."""
    first = date.fromisoformat(programme.starts) + timedelta(weeks=(week or 1) - 1)
    if week is not None and week in numbers:
        first = date.fromisoformat(numbers[week].starts)
    after = numbers.get((week or 1) + 1)
    until = date.fromisoformat(after.starts) if after else first + timedelta(days=7)
    return first.isoformat(), (until - timedelta(days=1)).isoformat()


def _short(day: str) -> str:
    return wording.day(day).partition(" ")[2]
