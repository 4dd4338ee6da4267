"""Done: whether a session was logged so many times (painfree) since its phase began."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from mesocycle.catalogue.model import fold
from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.diary.aches import proves_nothing
from mesocycle.diary.model import SessionLog
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because
from mesocycle.syntax.nodes import Done

#: What sharp pain counts for, whatever its number: as the worst there is.
_SHARP = 10


def phase_began(plan: Plan, date: dt.date) -> dt.date:
    """The first day of the phase in which `date` is, all its turns counted; else the plan's."""
    week = plan.week(date)
    phase = plan.phase(plan.as_written(week))
    while phase and week > 1 and plan.phase(plan.as_written(week - 1)) == phase:
        week -= 1
    return max(plan.starts, plan.first_day(week)) if phase else plan.starts


def done(condition: Done, view: View, since: dt.date, until: dt.date) -> Verdict:
    """Whether the session was done so often from `since` to `until`, both included.

    Of a painfree one nothing may hurt, in it, on its day, or more than usual the next morning;
    in rehab that has to be said, in training no complaint is enough.
    """
    wanted = fold(condition.session.text)
    begin = bisect_left(view.sessions, since, key=attrgetter("date"))
    end = bisect_right(view.sessions, until, key=attrgetter("date"))
    logs = [
        log
        for log in view.sessions[begin:end]
        if fold(log.session) == wanted and not _proves_nothing(log)
    ]
    if condition.painfree:
        known = [_painfree(log, view) for log in logs]
    else:
        known = [Verdict(True, "", (log.because,)) for log in logs]
    good = [each for each in known if each.value]
    open_ = [each for each in known if each.value is None]
    what = " painfree" if condition.painfree else ""
    name, begun = condition.session.text, spoken(since)
    text = f"{name} was done {_times(len(good))}{what} since {begun}"
    lines = tuple(line for each in good for line in each.because)
    if len(good) >= condition.times:
        return Verdict(True, text, lines)
    text = f"{name} was done {len(good)} of {condition.times} times{what} since {begun}"
    if len(good) + len(open_) >= condition.times:
        return Verdict(None, f"{text}; {open_[0].text}", open_[0].because)
    return Verdict(False, text, lines)


def _proves_nothing(log: SessionLog) -> bool:
    """Whether it was broken off, or imported from elsewhere."""
    return log.partial or log.unverified


def _painfree(log: SessionLog, view: View) -> Verdict:
    said = list(_said(log, view))
    worst = max(said, key=lambda each: each[0], default=None)
    if worst is not None and worst[0] > view.limit:
        return Verdict(False, f"it hurt ({worst[0]}) on {spoken(log.date)}", (worst[1],))
    after, before = view.health.mornings(log.date)
    if after is not None and after.value > (before.value if before else 0):
        return Verdict(False, f"the morning after {spoken(log.date)} was worse", (after.because,))
    strict = view.plan.care == "rehab"
    if strict and (worst is None or _is_unsaid(log)):
        text = f"nobody has said how much it hurt on {spoken(log.date)}"
        return Verdict(None, text, (log.because,))
    if strict and after is None:
        text = f"nobody has said how the morning after {spoken(log.date)} was"
        return Verdict(None, text, (log.because,))
    return Verdict(True, "", (log.because,))


def _said(log: SessionLog, view: View) -> Iterator[tuple[int, Because]]:
    """All that was said of how much it hurt, in the session or on its day."""
    if log.pain is not None:
        yield (log.pain if not log.sharp else _SHARP), log.because
    for exercise in log.exercises:
        if proves_nothing(exercise):
            continue
        for mark in exercise.marks.values():
            if mark.sharp:
                yield _SHARP, exercise.because
            elif mark.worst_pain is not None:
                yield mark.worst_pain, exercise.because
    for pain in view.health.said_on(log.date):
        yield pain.value, pain.because


def _is_unsaid(log: SessionLog) -> bool:
    """Whether some exercise of it was left without a word on pain, and the whole as well."""
    marks = [m for e in log.exercises if not e.skipped for m in e.marks.values()]
    return log.pain is None and any(mark.worst_pain is None for mark in marks)


def _times(number: int) -> str:
    return {0: "not once", 1: "once", 2: "twice"}.get(number, f"{number} times")
