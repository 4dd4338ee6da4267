"""Advance: count what was done since the last session of a slot, and move what it earned."""

from __future__ import annotations

from mesocycle.compiler.checked import Progression, Rule, Trigger
from mesocycle.compiler.progress import rules
from mesocycle.compiler.progress.chain import Taken, next_step
from mesocycle.compiler.progress.effects import (
    EARLY,
    Advance,
    Ids,
    decided,
    follow,
    held,
    held_back,
    max_kg,
    stop_of,
)
from mesocycle.compiler.progress.judge import Result, result
from mesocycle.compiler.progress.moves import Case, apply, rebase
from mesocycle.compiler.progress.room import top_kg
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.compiler.progress.words import reason
from mesocycle.diary.lasting import LAYOFF
from mesocycle.diary.verdict import Verdict

_SHORT = "a set fell short in that time"


def advance(track: Track, a: Advance) -> tuple[str, ...]:
    """Count the pending session, if there is one; returns the ids of what was decided."""
    made: tuple[str, ...] = ()
    if track.said:
        session, said = track.said
        track.said = None
        made = said if session == a.page.session else ()
    if track.values and a.care == "rehab":
        made += _layoff(track, a)
    pending = track.pending
    if pending is not None and pending.date < a.date:
        track.pending = None
        made += _count(track, a, pending)
    progress = a.progress or a.item.manner.progress
    if progress is not None and (progress.rules or progress.every is not None):
        made += _calendar(track, a, progress)
    track.deload = track.owed or (progress.easier.get(a.phase_week) if progress else None)
    return made


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
    return (a.page.decide("lowered", "SR6", text, exercise=a.exercise.id),)


def _count(track: Track, a: Advance, pending: Pending) -> tuple[str, ...]:
    """What the session earned: a step of the chain, and what the rules say to it."""
    progress = pending.progress
    came = result(pending, a.view, a.care)
    track.last, track.top = pending, top_kg(pending)
    hit = came.hit
    if pending.unwritten:
        doubt = came.complaint or (a.care == "rehab" and (not hit or a.held_by(pending)))
        rebase(track, pending, came.lifted, asked=track.top if doubt else None)
    if hit:
        track.good += 1
    if progress is None or not progress.moves:
        return ()
    _tally(track, pending, came)
    case = Case(
        track, a.item, a.exercise, progress, pending, pending.date, a.maxes, came.verdict.because
    )
    made: tuple[str, ...] = ()
    if hit and progress.steps and (progress.every is None or progress.every.what != "weeks"):
        made = _step(case, a, came.verdict)
    if progress.plugin is not None:
        made += _plugged(case, a, came)
    for rule in rules.after_session(track, progress, came) if progress.by_session else ():
        why = reason(rule.trigger, came.verdict.text)
        made += follow(rule, case, a, came.verdict, why, stop_of(case, a, came))
    if not hit and not made:
        made = (held(a, came.verdict.text, came.verdict),)
    return made


def _tally(track: Track, pending: Pending, came: Result) -> None:
    """Count sessions and training weeks, and when something fell short."""
    track.sessions += 1
    track.train(pending.week)
    track.done_in_cycle = True
    steps = pending.progress.steps if pending.progress else ()
    track.topped = len(steps) > 1 and came.hit and came.topped
    if not came.hit:
        track.short_session, track.short_week, track.short_cycle = track.sessions, track.weeks, True
        track.short_lines = came.verdict.because
        track.short_why = _SHORT if came.missed else f"{came.verdict.text} in that time"


def _step(case: Case, a: Advance, verdict: Verdict) -> tuple[str, ...]:
    """Take the next step of the chain, unless it is too early for one."""
    track, progress, last = case.track, case.progress, case.last
    if last is None:
        return ()
    taken = next_step(track, progress, last, a.care, max_kg(case))
    if taken is None:
        return ()
    every = progress.every
    if every is not None and every.what == "sessions" and track.good < every.count:
        return ()
    hold = a.held_by(last)
    if hold is not None:
        return (held_back(a, hold),)
    if not track.may_step(case.date, a.care):
        return (held(a, EARLY, verdict, "SR13"),)
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
    return (decided(a, "raised", moved.text, verdict.text, verdict),)


def _propose(a: Advance) -> None:
    """Without a rung above, the catalogue's harder exercise is proposed, never given."""
    if a.exercise.harder:
        text = (
            f"{a.exercise.name} is mastered. Its harder forms are "
            f"{', '.join(a.exercise.harder)}: the coach decides."
        )
        a.page.ledger.notice("R6", "info", text)


def _plugged(case: Case, a: Advance, came: Result) -> Ids:
    """What a plugin's progression makes of the session; where it fails, the line is held."""
    from mesocycle.compiler.progress.plugged import ask  # most plans use none

    found = ask(case.track, case.progress, came)
    if isinstance(found, str):
        text = f"{a.exercise.name} stays where it is: {found}"
        a.page.ledger.notice("plugin", "warning", f"{text}. The coach decides.")
        return (held(a, found, came.verdict),)
    rule = Rule(Trigger("hit"), found)
    return follow(rule, case, a, came.verdict, came.verdict.text, stop_of(case, a, came))


def _calendar(track: Track, a: Advance, progress: Progression) -> Ids:
    """What weeks, sessions and phases bring; in an easy week nothing."""
    if a.waits or a.phase_week in progress.easier:
        return ()
    every = progress.every
    weeks = every.count if every is not None and every.what == "weeks" else 0
    made = _due(track, a, progress, weeks) if weeks or progress.by_calendar else ()
    rules.turn(track, a.week, a.phase_week)
    return made


def _due(track: Track, a: Advance, progress: Progression, weeks: int) -> Ids:
    """What rules of the calendar bring, and every so many `weeks` (0: no) the chain."""
    last = track.last
    lines = tuple(log.because for log in last.logs) if last else ()
    case = Case(track, a.item, a.exercise, progress, last, a.date, a.maxes, lines)
    made: Ids = ()
    for rule, short in rules.on_calendar(track, progress, a.week, a.phase_week):
        verdict = Verdict(not short, reason(rule.trigger), track.short_lines if short else lines)
        made += follow(rule, case, a, verdict, verdict.text, track.short_why if short else "")
    went_well = rules.weeks_over(track, weeks, a.week) if weeks else None
    if went_well is not None:
        why = lines if went_well else track.short_lines
        verdict = Verdict(went_well, reason(Trigger("weeks", weeks)), why)
        made += _step(case, a, verdict) if went_well else (held(a, track.short_why, verdict),)
    return made
