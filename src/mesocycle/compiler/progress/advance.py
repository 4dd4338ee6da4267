"""Advance: count what was done since the last session of a slot, and move what it earned."""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Item, Move, Progression, Rule, Trigger
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.compiler.progress import rules
from mesocycle.compiler.progress.chain import Taken, next_step
from mesocycle.compiler.progress.judge import Result, result
from mesocycle.compiler.progress.moves import Case, Moved, apply, raises, rebase
from mesocycle.compiler.progress.room import within
from mesocycle.compiler.progress.track import LAYOFF, Pending, Track
from mesocycle.compiler.progress.words import reason
from mesocycle.diary.verdict import Verdict
from mesocycle.mass import Mass
from mesocycle.programme import DecisionOutcome
from mesocycle.syntax.nodes import Deload

#: Ids of decisions.
Ids = tuple[str, ...]

_SHORT = "a set fell short in that time"
_EARLY = "at most one step a week or in two sessions"


class Advance(msgspec.Struct, frozen=True):
    """One line on one day, and what counting needs to know.

    `progress` is how the line changes today (None: as its item says). `week` is the plan's,
    `phase_week` the phase's. `waits`: an easy week, in which the calendar moves nothing.
    """

    item: Item
    exercise: Exercise
    view: View
    care: Care
    date: dt.date
    page: Page
    progress: Progression | None = None
    week: int = 1
    phase_week: int = 1
    maxes: Maxes | None = None
    waits: bool = False


def advance(track: Track, a: Advance) -> tuple[str, ...]:
    """Count the pending session, if there is one; returns the ids of what was decided."""
    made: list[str] = []
    if track.said:
        session, said = track.said
        track.said = None
        made += said if session == a.page.session else ()
    if track.values and a.care == "rehab":
        made += _layoff(track, a)
    pending = track.pending
    if pending is not None and pending.date < a.date:
        track.pending = None
        made += _count(track, a, pending)
    progress = a.progress or a.item.manner.progress
    if progress is not None and (progress.rules or progress.every is not None):
        made += _calendar(track, a, progress)
    track.deload = track.owed or (easier(progress, a.phase_week) if progress else None)
    return tuple(made)


def settle(track: Track, a: Advance) -> None:
    """As `advance`, before the lines of a session, for what moves more than its own line.

    What was decided belongs to the slot's line where the session has it.
    """
    track.said = (a.page.session, advance(track, a))


def _layoff(track: Track, a: Advance) -> tuple[str, ...]:
    """After two weeks without an entry the range begins again (rehab)."""
    last = track.last_log
    if last is None or min(a.date, max(a.view.as_of, last)) - last <= LAYOFF:
        return ()
    track.begin_again()
    text = f"{a.exercise.name} begins again at the low end: nothing logged for over two weeks"
    return (a.page.decide("lowered", "lay-off", text, exercise=a.exercise.id),)


def _count(track: Track, a: Advance, pending: Pending) -> tuple[str, ...]:
    """What the session earned: a step of the chain, and what the rules say to it."""
    progress = pending.progress
    came = result(pending, a.view, a.care)
    track.last = pending
    rebase(track, pending, came.lifted if pending.unwritten else None)
    if came.hit:
        track.good += 1
    if progress is None or not progress.moves:
        return () if came.hit else (_held(a, came.verdict.text, came.verdict),)
    _tally(track, pending, came)
    case = Case(
        track, a.item, a.exercise, progress, pending, pending.date, a.maxes, came.verdict.because
    )
    made: tuple[str, ...] = ()
    if came.hit and progress.steps and (progress.every is None or progress.every.what != "weeks"):
        made = _step(case, a, came.verdict)
    for rule in rules.after_session(track, progress, came) if progress.rules else ():
        why = reason(rule.trigger, came.verdict.text)
        made += _follow(rule, case, a, came.verdict, why, _stop(case, a, came))
    if not came.hit and not made:
        made = (_held(a, came.verdict.text, came.verdict),)
    return made


def _tally(track: Track, pending: Pending, came: Result) -> None:
    """Count sessions and training weeks, and when something fell short."""
    track.sessions += 1
    if pending.week != track.week:
        track.week = pending.week
        track.weeks += 1
    track.done_in_cycle = True
    track.topped = came.hit and came.topped
    if not came.hit:
        track.short_session, track.short_week, track.short_cycle = track.sessions, track.weeks, True
        track.short_lines = came.verdict.because


def _step(case: Case, a: Advance, verdict: Verdict) -> tuple[str, ...]:
    """Take the next step of the chain, unless it is too early for one."""
    track, progress, last = case.track, case.progress, case.last
    if last is None:
        return ()
    taken = next_step(track, progress, last, a.care, _known_max(case))
    if taken is None:
        return ()
    every = progress.every
    if every is not None and every.what == "sessions" and track.good < every.count:
        return ()
    if not track.may_step(case.date, a.care):
        return (_held(a, _EARLY, verdict, "SR13"),)
    return _take(taken, case, a, verdict)


def _take(taken: Taken, case: Case, a: Advance, verdict: Verdict) -> tuple[str, ...]:
    moved = apply(taken.move, case)
    if moved is None:
        if taken.move.kind == "harder":
            _propose(a)
        return ()
    if taken.again:
        case.track.begin_again(*taken.again)
    if taken.move.kind == "harder":
        case.track.last_step = case.date
    else:
        case.track.stepped(case.date)
    return (_decided(a, "raised", moved.text, verdict.text, verdict),)


def _propose(a: Advance) -> None:
    """Without a rung above, the catalogue's harder exercise is proposed, never given."""
    if a.exercise.harder:
        text = (
            f"{a.exercise.name} is mastered. Its harder forms are "
            f"{', '.join(a.exercise.harder)}: the coach decides."
        )
        a.page.ledger.notice("R6", "info", text)


def _follow(rule: Rule, case: Case, a: Advance, verdict: Verdict, why: str, stop: str = "") -> Ids:
    """Make a rule's moves; one that asks for more is left out where `stop` says why."""
    told: list[Moved] = []
    stopped = False
    for each in rule.moves:
        if each.kind == "say":
            text = f"{a.exercise.name}: {each.text}"
            a.page.ledger.notice("plan", "info", text, a.page.session)
            continue
        move = _capped(each, case)
        if move is None:
            continue
        if stop and raises(move, case):
            stopped = True
            continue
        moved = apply(move, case)
        if moved is not None:
            told.append(moved)
    if stopped:
        return (_held(a, stop, verdict),)
    if not told:
        return ()
    way = next((m.way for m in told if m.way), 1 if verdict.value else -1)
    if way > 0:
        case.track.stepped(case.date)
    text = ", ".join(moved.text for moved in told)
    return (_decided(a, "raised" if way > 0 else "lowered", text, why, verdict),)


def _stop(case: Case, a: Advance, came: Result) -> str:
    """Why nothing may be asked more of today; empty if it may."""
    if came.complaint:
        return came.complaint
    if a.care == "training":
        return ""
    if not came.hit:
        return came.verdict.text
    early = not case.track.may_step(case.date, a.care)
    return _EARLY if early else ""


def _capped(move: Move, case: Case) -> Move | None:
    """The move, no further than the ceiling that a step of the same kind has."""
    limits = [s.limit for s in case.progress.steps if s.what == move.kind and s.limit]
    if not limits or case.last is None or not raises(move, case):
        return move
    return within(case.last, move, limits[0], _known_max(case))


def _known_max(case: Case) -> Mass | None:
    """The max that a step with a ceiling would move."""
    if case.maxes is None or not any(s.what == "max" and s.limit for s in case.progress.steps):
        return None
    known = case.maxes.working(case.exercise.id, case.date)
    return known.mass if known else None


def _calendar(track: Track, a: Advance, progress: Progression) -> Ids:
    """What weeks, sessions and phases bring; in an easy week nothing."""
    if a.waits or easier(progress, a.phase_week) is not None:
        return ()
    last = track.last
    lines = tuple(log.because for log in last.logs) if last else ()
    case = Case(track, a.item, a.exercise, progress, last, a.date, a.maxes, lines)
    made: Ids = ()
    for rule, short in rules.on_calendar(track, progress, a.week, a.phase_week):
        verdict = Verdict(not short, reason(rule.trigger), track.short_lines if short else lines)
        made += _follow(rule, case, a, verdict, verdict.text, _SHORT if short else "")
    every = progress.every
    weeks = every.count if every is not None and every.what == "weeks" else 0
    went_well = rules.weeks_over(track, weeks, a.week) if weeks else None
    if went_well is not None:
        why = lines if went_well else track.short_lines
        verdict = Verdict(went_well, reason(Trigger("weeks", weeks)), why)
        made += _step(case, a, verdict) if went_well else (_held(a, _SHORT, verdict),)
    rules.turn(track, a.week, a.phase_week)
    return made


def easier(progress: Progression, phase_week: int) -> Deload | None:
    """How a session is done in a week that the progression makes easier (`week 4: deload`)."""
    for rule in progress.rules:
        if rule.trigger.kind == "week" and rule.trigger.count == phase_week:
            for move in rule.moves:
                if move.kind == "deload":
                    return Deload(move.amount if isinstance(move.amount, int) else None)
    return None


def _decided(a: Advance, outcome: DecisionOutcome, what: str, why: str, verdict: Verdict) -> str:
    text = f"{a.exercise.name} {what}: {why}"
    return a.page.decide(outcome, "R6", text, exercise=a.exercise.id, because=verdict.because)


def _held(a: Advance, why: str, verdict: Verdict, rule: str = "R6") -> str:
    text = f"{a.exercise.name} stays where it is: {why}"
    return a.page.decide("held", rule, text, exercise=a.exercise.id, because=verdict.because)
