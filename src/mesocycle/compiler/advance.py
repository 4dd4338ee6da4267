"""Advance: count what was done since the last session of a line, and take the step it earns."""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Item, Rungs
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.prescribe import scheme_of
from mesocycle.compiler.track import LAYOFF, Track, judge, next_move
from mesocycle.diary.verdict import Verdict

_WORDS = {"reps": "{} reps", "hold": "{} seconds", "sets": "{} sets"}


class Advance(msgspec.Struct, frozen=True):
    """One line on one day, and what counting needs to know."""

    item: Item
    exercise: Exercise
    view: View
    care: Care
    date: dt.date
    page: Page


def advance(track: Track, a: Advance) -> tuple[str, ...]:
    """Count the pending session, if there is one; returns the ids of what was decided."""
    made = _layoff(track, a)
    pending = track.pending
    if pending is None or pending.date >= a.date:
        return made
    track.pending = None
    if not pending.logs:
        verdict = Verdict(True, "if the sessions until then go as planned", assumed=True)
    else:
        verdict = judge(pending, a.view, a.care)
    if not verdict.value:
        return (*made, _held(a, verdict.text, verdict))
    track.good += 1
    return (*made, *_step(track, a, pending.date, verdict))


def _layoff(track: Track, a: Advance) -> tuple[str, ...]:
    """After two weeks without an entry the range begins again (rehab)."""
    last = track.last_log
    if a.care != "rehab" or last is None or not track.values:
        return ()
    if min(a.date, max(a.view.as_of, last)) - last <= LAYOFF:
        return ()
    track.begin_again()
    text = f"{a.exercise.name} begins again at the low end: nothing logged for over two weeks"
    return (a.page.decide("lowered", "lay-off", text, exercise=a.exercise.id),)


def _step(track: Track, a: Advance, done: dt.date, verdict: Verdict) -> tuple[str, ...]:
    progress = a.item.manner.progress
    scheme = scheme_of(a.item.manner, a.exercise)
    if progress is None or scheme is None or not progress.steps:
        return ()
    move = next_move(track, scheme, progress.steps, 2 if a.care == "rehab" else 1)
    if move is None:
        return ()
    if not track.may_step(done, a.care):
        text = "at most one step a week or in two sessions"
        return (_held(a, text, verdict, "SR13"),)
    if move.what == "harder":
        return _harder(track, a, done, verdict)
    track.step(move.what, move.value, done)
    return (_raised(a, f"goes to {_WORDS[move.what].format(move.value)}", verdict),)


def _harder(track: Track, a: Advance, done: dt.date, verdict: Verdict) -> tuple[str, ...]:
    """The next rung of the ladder; without one, the catalogue's harder exercise is proposed."""
    what = a.item.what
    rungs = what.exercises if isinstance(what, Rungs) else ()
    here = next((i for i, e in enumerate(rungs) if e.id == a.exercise.id), None)
    if here is not None and here + 1 < len(rungs):
        track.begin_again()
        track.rung, track.last_step = here + 1, done
        return (_raised(a, f"is mastered: {rungs[here + 1].name} comes next", verdict),)
    if a.exercise.harder:
        text = (
            f"{a.exercise.name} is mastered. Its harder forms are "
            f"{', '.join(a.exercise.harder)}: the coach decides."
        )
        a.page.ledger.notice("R6", "info", text)
    return ()


def _raised(a: Advance, what: str, verdict: Verdict) -> str:
    text = f"{a.exercise.name} {what}: {verdict.text}"
    return a.page.decide("raised", "R6", text, exercise=a.exercise.id, because=verdict.because)


def _held(a: Advance, why: str, verdict: Verdict, rule: str = "R6") -> str:
    text = f"{a.exercise.name} stays where it is: {why}"
    return a.page.decide("held", rule, text, exercise=a.exercise.id, because=verdict.because)
