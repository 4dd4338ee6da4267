"""Outings: count the run that was done last, and see what the calendar and days off bring."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.checked import Trigger
from mesocycle.compiler.progress import rules
from mesocycle.compiler.progress.effects import Ids
from mesocycle.compiler.progress.ran import Outing, Ran, ran
from mesocycle.compiler.progress.run_moves import Line, RunTrack, follow, held, step
from mesocycle.compiler.progress.words import reason
from mesocycle.diary.lasting import LAYOFF
from mesocycle.diary.verdict import Verdict

_NOTHING: Final[Ids] = ()
_SHORT: Final = "a run fell short in that time"


def count(line: Line, *, waits: bool = False) -> Ids:
    """Count the run before, the calendar, and the days off; `waits`: only the run before."""
    track, made = line.track, _NOTHING
    outing = track.outing
    if outing is not None and outing.date < line.date:
        track.outing = None
        earned = outing.date if outing.log is not None else None
        made = _count(replace(line, progress=outing.progress, earned=earned), outing)
    if waits or not line.progress.moves:
        return made
    made += _calendar(line)
    return made + _days_off(line)


def _count(line: Line, outing: Outing) -> Ids:
    """What the run earned: a step of the chain, and what the rules say to it."""
    track, progress = line.track, line.progress
    came = ran(outing, line.view, line.care)
    if came.hit:
        track.good += 1
    _tally(track, outing, came)
    made: Ids = ()
    if came.hit and progress.steps and (progress.every is None or progress.every.what != "weeks"):
        made = step(line, came.verdict)
    for rule in rules.after_session(track, progress, came) if progress.by_session else ():
        why = reason(rule.trigger, came.verdict.text)
        made += follow(line, rule, came.verdict, why, _stop(line, came))
    if not came.hit and not made:
        made = (held(line, came.verdict.text, came.verdict.because),)
    return made


def _tally(track: RunTrack, outing: Outing, came: Ran) -> None:
    """Count runs and training weeks, and when one fell short; see `advance`."""
    if outing.changed and not came.complaint:
        return
    track.sessions += 1
    track.train(outing.week)
    track.done_in_cycle = True
    if not came.hit:
        track.short_session, track.short_week, track.short_cycle = track.sessions, track.weeks, True
        track.short_lines = came.verdict.because
        track.short_why = _SHORT if came.missed else f"{came.verdict.text} in that time"


def _stop(line: Line, came: Ran) -> str:
    """Why no more may be asked for after this run; empty if it may."""
    if came.complaint:
        return came.complaint
    return "" if line.care == "training" or came.hit else came.verdict.text


def _calendar(line: Line) -> Ids:
    """What weeks, sessions and phases bring."""
    track, progress = line.track, line.progress
    every = progress.every
    weeks = every.count if every is not None and every.what == "weeks" else 0
    made: Ids = ()
    for rule, short in rules.on_calendar(track, progress, line.week, line.phase_week):
        why = reason(rule.trigger)
        verdict = Verdict(not short, why, track.short_lines if short else ())
        made += follow(line, rule, verdict, why, track.short_why if short else "")
    went_well = rules.weeks_over(track, weeks, line.week) if weeks else None
    if went_well:
        made += step(line, Verdict(True, reason(Trigger("weeks", weeks))))
    elif went_well is False:
        made += (held(line, track.short_why, track.short_lines),)
    rules.turn(track, line.week, line.phase_week)
    return made


def _days_off(line: Line) -> Ids:
    """What so many days without a run bring: of several rules, the one of the longest.

    Each gap counts once: with more days it is counted anew from where the run stood before.
    """
    track, progress = line.track, line.progress
    if track.done is None:
        return ()
    days = (line.date - track.done).days
    own = [rule for rule in progress.rules if rule.trigger.kind == "off"]
    if not own:
        return _layoff(line, days)
    longest = max((r.trigger.count for r in own if r.trigger.count <= days), default=0)
    if not longest or (track.gap and track.gap[:2] == (track.done, longest)):
        return ()
    if track.gap is not None and track.gap[0] == track.done:
        track.stage, track.values = track.gap[2], dict(track.gap[3])
    due = [r for r in own if r.trigger.count == longest and rules.holds(track, r.trigger)]
    track.gap = (track.done, longest, track.stage, dict(track.values))
    made: Ids = ()
    why = f"{days} days since it was last done"
    for rule in due:
        made += follow(line, rule, Verdict(False, why), why, why)
    return made


def _layoff(line: Line, days: int) -> Ids:
    """In rehab, two weeks without a run begin at the beginning, if no rule says otherwise."""
    track = line.track
    if line.care != "rehab" or dt.timedelta(days=days) <= LAYOFF:
        return ()
    if not track.stage and not track.values:
        return ()
    track.begin_again()
    track.stage = 0
    track.counts.clear()
    text = f"{line.name} begins again at the beginning: not done for over two weeks"
    return (line.page.decide("lowered", "SR6", text),)
