"""The whole sheet: who and when, what to be careful about, the weeks, the lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mesocycle.output import wording
from mesocycle.output.days import notes_between, race, races, span
from mesocycle.output.numbers import measures
from mesocycle.programme import Notice, Programme, Session, WeekStatistics

from .escape import inline, paragraph, quote
from .lists import exercise_list, run_list
from .numbers import week_line, weeks_in_numbers
from .reasons import reasons_of
from .sessions import Page, session_lines

_NOTICES = {"stop": "Stop.", "warning": "Mind.", "question": "Question.", "info": "Note."}


def sheet(programme: Programme, *, log: bool, reasons: bool = False) -> str:
    """The sheet as Markdown; with `log`, boxes to tick and room to write; with `reasons`, why."""
    return "\n\n".join(part for part in _parts(programme, log, reasons) if part) + "\n"


def _parts(programme: Programme, log: bool, reasons: bool) -> Iterator[str]:
    yield f"# {inline(programme.plan.name)}"
    yield _facts(programme)
    yield " · ".join(f"**Race:** {inline(race(each))}" for each in races(programme))
    stops = [each for each in programme.notices if each.severity == "stop"]
    yield from map(_notice, stops)
    if programme.plan.about:
        yield paragraph(programme.plan.about)
    yield quote(inline(programme.disclaimer))
    others = [each for each in programme.notices if each.severity != "stop"]
    yield from map(_notice, sorted(others, key=lambda each: list(_NOTICES).index(each.severity)))
    if any(session.provisional for session in programme.sessions):
        yield f"*{inline(wording.PROVISIONAL)}*"
    told = frozenset((*(each.text for each in stops), *(_repeated(programme) if stops else ())))
    why = reasons_of(programme) if reasons else {}
    page = Page(log, told, programme.abort, way=measures(programme).way, why=why)
    yield from _weeks(programme, page)
    if programme.todo:
        yield "## Any time"
        for session in programme.todo:
            yield from session_lines(session, page)
    if exercises := exercise_list(programme):
        yield "## The exercises"
        yield exercises
    if runs := run_list(programme):
        yield "## How the runs change"
        yield runs
    if programme.statistics:
        yield "## The weeks in numbers"
        yield from weeks_in_numbers(programme)


def _repeated(programme: Programme) -> Iterator[str]:
    """Why sessions to come are stopped, where several are for the same reason."""
    known = programme.as_of or programme.starts
    stopped = [s for s in programme.sessions if s.status == "stopped" and (s.date or "") >= known]
    reasons = [s.reason for s in stopped if s.reason]
    yield from (reason for reason in dict.fromkeys(reasons) if reasons.count(reason) > 1)


def _facts(programme: Programme) -> str:
    facts = [f"**{inline(programme.athlete.name)}**"] if programme.athlete else []
    starts, ends = (wording.day(day, year=True) for day in (programme.starts, programme.ends))
    facts += [f"{starts} – {ends}", f"times in {inline(programme.timezone)}"]
    if programme.plan.authors:
        facts.append(f"by {', '.join(map(inline, programme.plan.authors))}")
    if programme.plan.source:
        facts.append(f"source: {inline(programme.plan.source)}")
    return " · ".join(facts)


def _notice(notice: Notice) -> str:
    word = _NOTICES[notice.severity]
    told = f"**{word}** {paragraph(notice.text).removeprefix(word).lstrip()}"
    if notice.answer and notice.answer not in notice.text:
        told += f" To write: *{inline(notice.answer)}*"
    return quote(told)


def _weeks(programme: Programme, page: Page) -> Iterator[str]:
    numbers = {week.week: week for week in programme.statistics}
    weeks: dict[int | None, list[Session]] = {week: [] for week in numbers}
    for session in programme.sessions:
        weeks.setdefault(session.week, []).append(session)
    told = measures(programme)
    for week, sessions in weeks.items() if programme.sessions else ():
        phases = {session.phase for session in sessions}
        phase = phases.pop() if len(phases) == 1 else None
        heading = _week_heading(programme, week, numbers)
        yield f"{heading} · {inline(phase)}" if phase else heading
        if week in numbers:
            yield week_line(numbers[week], told) if sessions else "Nothing is planned."
        yield _day_notes(programme, *_week_days(programme, week, numbers))
        for session in sessions:
            yield from session_lines(session, page._replace(phase=phase))


def _week_heading(
    programme: Programme, week: int | None, numbers: dict[int, WeekStatistics]
) -> str:
    if week is None:
        return "## Besides"
    first, last = _week_days(programme, week, numbers)
    return f"## Week {week} · {_short(first)} – {_short(last)}"


def _week_days(
    programme: Programme, week: int | None, numbers: dict[int, WeekStatistics]
) -> tuple[date, date]:
    """The first and the last day of a week; the plan's first may be short."""
    first = date.fromisoformat(programme.starts) + timedelta(weeks=(week or 1) - 1)
    if week in numbers:
        first = date.fromisoformat(numbers[week].starts)
    after = numbers.get((week or 1) + 1)
    until = date.fromisoformat(after.starts) if after else first + timedelta(days=7)
    return first, until - timedelta(days=1)


def _day_notes(programme: Programme, first: date, last: date) -> str:
    """What the coach notes of the days of a week."""
    notes = notes_between(programme, first.isoformat(), last.isoformat())
    return "\n".join(f"- *{span(note)}:* {inline(note.text)}" for note in notes)


def _short(day: date) -> str:
    return wording.day(day.isoformat()).partition(" ")[2]
