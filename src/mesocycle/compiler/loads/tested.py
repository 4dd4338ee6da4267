"""Tested: what a rep-max test, once it is logged, says about the max."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.compiler.safety.bar import Bar
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass, mass
from mesocycle.programme import Because, DecisionOutcome, Set


class Test(NamedTuple):
    """A line with rep-max tests as it was logged on a day."""

    exercise: Exercise
    sets: tuple[Set, ...]
    logs: tuple[ExerciseLog, ...]
    date: dt.date


def take_in(test: Test, maxes: Maxes, view: View, page: Page, hold: Bar | None = None) -> None:
    """Feed the best of the line's tests to the maxes, and enter what came of it.

    Asked on a later day, when the morning after is known: one that was worse voids the test, as
    pain and lost form do. A load that is not logged is the prescribed one. In rehab a test that
    gives more is a step like any other: nothing may be left unsaid of it. `hold`: why nothing
    steps up today.
    """
    exercise, sets, logs, date = test
    worse = _worse_morning(view, date)
    if worse is not None:
        text = f"{exercise.name}: the test does not count: the next morning was worse"
        page.decide("held", "test", text, exercise=exercise.id, because=(worse,))
        return
    best: tuple[float, Mass, int, Because] | None = None
    working = [s for s in sets if not s.warmup]
    for log in logs:
        for mark in log.marks.values():
            if mark.worst_pain or mark.form is False:
                return
            for place, (asked, reps) in enumerate(zip(working, mark.reps, strict=False)):
                lifted = _lifted(asked, mark.loads[place] if place < len(mark.loads) else None)
                if asked.test and reps and lifted:
                    found = (lifted.kg * (1 + reps / 30), lifted, reps, log.because)
                    best = max(best or found, found, key=lambda each: each[0])
    if best is None:
        return
    before = maxes.one(exercise.id, date)
    more = before is None or not before.mass.above(maxes.by_test(best[1], best[2]))
    held = (hold or _unsaid(test, view)) if more else None
    if held is not None:
        text = f"{exercise.name}: the test does not count: {held.text}"
        page.decide("held", held.rule, text, exercise=exercise.id, because=held.because)
        return
    known = maxes.tested(exercise.id, best[1], best[2], date, (best[3],))
    if known is None:
        return
    text = f"{exercise.name}: the test gives {known.text}"
    lower = before is not None and before.mass.above(known.mass)
    way: DecisionOutcome = "lowered" if lower else "raised"
    page.decide(way, "test", text, exercise=exercise.id, because=(best[3],))


def _unsaid(test: Test, view: View) -> Bar | None:
    """What nobody has said of a test in rehab, and has to."""
    if view.plan.care != "rehab":
        return None
    for log in test.logs:
        for mark in log.marks.values():
            if mark.worst_pain is None:
                return Bar("test", "nobody has said how much it hurt", (log.because,))
            if mark.form is None:
                return Bar("test", "nobody has said how the form was", (log.because,))
    if view.health.mornings(test.date)[0] is None:
        lines = tuple(log.because for log in test.logs)
        return Bar("test", "nobody has said how the next morning was", lines)
    return None


def _worse_morning(view: View, date: dt.date) -> Because | None:
    """The line that says so, where the morning after was worse than the last one before."""
    after, before = view.health.mornings(date)
    if after is None or after.value <= (before.value if before else 0):
        return None
    return after.because


def _lifted(asked: Set, logged: Mass | None) -> Mass | None:
    if logged is not None:
        return logged
    load = asked.load
    return mass(f"{load.kg:.5f}", "kg") if load and load.kg is not None else None
