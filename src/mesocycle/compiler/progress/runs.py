"""Runs: what a stretch of running is today, and where its progression stands.

A run is judged by its session's entry in the diary: how long or how far it was, whether it
hurt, and how the next morning was. What moves is its length, or the stage that it is in.
"""

from __future__ import annotations

from typing import Final

import msgspec

from mesocycle.compiler.checked import Item, Manner, Progression, Stretch
from mesocycle.compiler.checked.run import REST
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.endurance.lighter import changes
from mesocycle.compiler.progress import lengths
from mesocycle.compiler.progress.outings import count
from mesocycle.compiler.progress.ran import Outing
from mesocycle.compiler.progress.run_moves import Line, RunTrack, next_length
from mesocycle.compiler.progress.spoken import spoken
from mesocycle.compiler.progress.words import length
from mesocycle.compiler.safety.efforts import at_most_easy
from mesocycle.compiler.safety.pace import limit, limits
from mesocycle.compiler.safety.rules import RUNNING
from mesocycle.compiler.sessions.ruled import hold
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.programme import DecisionOutcome, ItemProgression

_WALK: Final = "it was a walk that day"


class Today(msgspec.Struct, frozen=True):
    """A stretch as it is today, how it changes in words, and whether that is provisional."""

    stretch: Stretch
    progression: ItemProgression | None = None
    provisional: bool = False


def today(day: Day, item: Item, manner: Manner) -> Today:
    """The stretch of a line today: what was done since is counted, and what it earned is moved.

    A course for this week or this day (`week 4: 20min`) is done as it is written, and the
    progression waits. `item.what` is a stretch.
    """
    base = item.what
    assert isinstance(base, Stretch)
    progress = manner.progress
    if manner.course is not None and item.conditionals:
        _for_today(day, item, base, manner.course)
    if item.manner.progress is None and progress is None:
        return Today(manner.course or base)
    line = _line(day, item, base, progress)
    track = line.track
    count(line, waits=manner.course is not None)
    stretch = manner.course or _standing(base, progress, track)
    provisional = track.projected
    changed = _changed(day, manner, stretch)
    if _keeps_up(day, manner, _standing(base, progress, track), stretch):
        _note_done(line)
    _leave(line, stretch, changed)
    if progress is None or not progress.moves or manner.course is not None:
        return Today(stretch, provisional=False)
    return Today(stretch, _told(base, progress, track, waits=bool(day.log or changed)), provisional)


def _for_today(day: Day, item: Item, base: Stretch, course: Stretch) -> None:
    """Put down which condition gives the run of its own, if one does."""
    question = Question(day.view, day.date)
    lines = tuple(
        line
        for each in item.conditionals
        if each.manner.course and (verdict := ask(each.condition, question)).value
        for line in (each.because, *verdict.because)
    )
    if lines:
        text = f"The {base.role or base.activity}: what the plan has for such a day"
        way: DecisionOutcome = "raised" if course.room > base.room else "lowered"
        day.page.decide(way, "plan", text, because=lines)


def _line(day: Day, item: Item, base: Stretch, progress: Progression | None) -> Line:
    return Line(
        track=day.tracks.run(day.slot(item)),
        base=base,
        progress=progress or Progression(),
        view=day.view,
        care=day.plan.care,
        date=day.date,
        page=day.page,
        week=day.week,
        phase_week=day.phase_week,
        log=day.log,
        is_open=day.open,
        hold=hold(day),
    )


def _standing(base: Stretch, progress: Progression | None, track: RunTrack) -> Stretch:
    """The stretch of the stage, or at the length, that the track has come to."""
    if progress is None:
        return base
    if progress.stages:
        legs = progress.stages[min(track.stage, len(progress.stages) - 1)].course
        if not legs:
            return base
        impact = max(leg.impact for leg in Stretch(base.activity, 0, legs).each())
        return Stretch(base.activity, impact, legs, base.role)
    what = lengths.counted(base)
    if what is None or not progress.moves:
        return base
    low = lengths.written(base).low
    return lengths.at(base, min(track.value(what, low), lengths.ceiling(base, progress)), progress)


def _changed(day: Day, manner: Manner, stretch: Stretch) -> str:
    """Why today's run is not the one of the progression; empty if it is."""
    if manner.course is not None:
        return "it was another run that day"
    if manner.volume not in (None, 10_000) or day.volume not in (None, 10_000):
        return "only a part of it was asked for"
    legs = tuple(stretch.each())
    swapped = {before for before, _, _ in manner.activities}
    if any(leg.activity in swapped for leg in legs):
        return "something else was asked for in its place"
    if any(leg.activity in manner.easy and not at_most_easy(leg.target) for leg in legs):
        return "only an easy run was asked for"
    if day.today is not None and changes(day.today, stretch):
        return "only an easier run was asked for"
    if stretch.impact < RUNNING:
        return ""
    held = limit(day.view, day.date, day.plan.care, day.closed)
    held_back = [leg for leg in legs if limits(leg, held)]
    if held is not None and held.effort is None and held_back:
        return _WALK
    # A run of which nobody said how hard is the same run when it is easy.
    return "it was an easy run that day" if any(leg.target for leg in held_back) else ""


def _keeps_up(day: Day, manner: Manner, own: Stretch, stretch: Stretch) -> bool:
    """Whether what is done today (`stretch`) ends a lay-off from what the line has (`own`).

    A walk, or a swim, ends none from running.
    """
    wanted = {leg.activity for leg in own.each()} - {REST}
    done = {leg.activity for leg in stretch.each()}
    for before, other, _ in manner.activities:
        done = {other if each == before else each for each in done}
    held = limit(day.view, day.date, day.plan.care, day.closed)
    if held is not None and held.effort is None:
        done.discard("run")
    return bool(done & ({"run"} if "run" in wanted else wanted))


def _note_done(line: Line) -> None:
    """Put down that the line was done today, or will have been."""
    if line.progress.moves and (line.log or line.is_open):
        line.track.done = line.date


def _leave(line: Line, stretch: Stretch, changed: str) -> None:
    """Leave today's run to be counted by the next; one that nobody has logged counts nothing."""
    track, progress = line.track, line.progress
    if not progress.moves or not (line.log or line.is_open):
        return
    if line.is_open:
        track.projected = True
        if changed:
            return
    what = lengths.counted(line.base)
    low = lengths.written(line.base).low
    track.outing = Outing(
        line.date,
        line.log,
        progress,
        stretch.seconds,
        sum(map(lengths.metres, stretch.legs)),
        line.week,
        changed,
        what is not None and track.value(what, low) >= lengths.ceiling(line.base, progress),
    )


def _told(base: Stretch, progress: Progression, track: RunTrack, *, waits: bool) -> ItemProgression:
    """How the run changes, with the stage that it is in, and how long it is after a good one."""
    text = spoken(progress, run=True)
    if progress.stages:
        text = f"{_stage(progress, track)}; {text}"
    coming = None
    if not waits and progress.every is None:
        found = next_length(base, progress, track)
        coming = length(found[0], lengths.even(base, found[1], progress)) if found else None
    return ItemProgression(text=text, next=coming)


def _stage(progress: Progression, track: RunTrack) -> str:
    here = min(track.stage, len(progress.stages) - 1)
    name, many = progress.stages[here].name, len(progress.stages)
    return f"{name} of {many}" if name == f"stage {here + 1}" else f"{name} ({here + 1} of {many})"
