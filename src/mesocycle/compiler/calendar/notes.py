"""What is noted of days: the coach's notes, and why nothing is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from mesocycle.compiler.checked import Plan, Skipped
from mesocycle.programme import DayNote

#: A day of rest, as a sheet has it.
_REST = "Rest day"


def day_notes(plan: Plan) -> tuple[DayNote, ...]:
    """The notes of all days of the plan, in date order, and each once."""
    found = {(date, text): None for date, text in _notes(plan) if plan.starts <= date <= plan.ends}
    return tuple(
        DayNote(date=date.isoformat(), text=text)
        for date, text in sorted(found, key=lambda note: note[0])
    )


def _notes(plan: Plan) -> Iterator[tuple[dt.date, str]]:
    yield from plan.calendar.notes
    for change in plan.calendar.changes:
        if isinstance(change, Skipped) and change.session is None and change.reason:
            first = max(change.first, plan.starts)
            for day in range((min(change.last, plan.ends) - first).days + 1):
                yield first + dt.timedelta(days=day), change.reason
    noted = {date for date, _ in plan.calendar.notes}
    for rest in plan.calendar.rests:
        yield from ((date, _REST) for date in sorted(rest.dates) if date not in noted)
