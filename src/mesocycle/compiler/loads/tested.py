"""Tested: what a rep-max test, once it is logged, says about the max."""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass, mass
from mesocycle.programme import Because, DecisionOutcome, Set


def take_in(
    maxes: Maxes,
    exercise: Exercise,
    sets: tuple[Set, ...],
    logs: tuple[ExerciseLog, ...],
    date: dt.date,
    page: Page,
) -> tuple[str, ...]:
    """Feed the best of the line's tests to the maxes; the ids of what was decided.

    A load that is not logged is the prescribed one. With pain or lost form it is no test.
    """
    best: tuple[float, Mass, int, Because] | None = None
    working = [s for s in sets if not s.warmup]
    for log in logs:
        for mark in log.marks.values():
            if mark.worst_pain or mark.form is False:
                return ()
            for place, (asked, reps) in enumerate(zip(working, mark.reps, strict=False)):
                lifted = _lifted(asked, mark.loads[place] if place < len(mark.loads) else None)
                if asked.test and reps and lifted:
                    found = (lifted.kg * (1 + reps / 30), lifted, reps, log.because)
                    best = max(best or found, found, key=lambda each: each[0])
    if best is None:
        return ()
    before = maxes.one(exercise.id, date)
    known = maxes.tested(exercise.id, best[1], best[2], date, (best[3],))
    if known is None:
        return ()
    text = f"{exercise.name}: the test gives {known.text}"
    lower = before is not None and before.mass.above(known.mass)
    way: DecisionOutcome = "lowered" if lower else "raised"
    return (page.decide(way, "test", text, exercise=exercise.id, because=(best[3],)),)


def _lifted(asked: Set, logged: Mass | None) -> Mass | None:
    if logged is not None:
        return logged
    load = asked.load
    return mass(f"{load.kg:.5f}", "kg") if load and load.kg is not None else None
