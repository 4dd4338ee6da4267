"""Lines: one exercise of a session on one day, with its sets."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise, fold
from mesocycle.compiler.checked import Item, Manner, Progression, Rungs, Together
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.choice.qualify import Choice
from mesocycle.compiler.loads.groups import loads_of
from mesocycle.compiler.loads.standing import BEGINNING, Standing
from mesocycle.compiler.loads.tested import Test, take_in
from mesocycle.compiler.loads.working import Weights
from mesocycle.compiler.progress.advance import advance, settle
from mesocycle.compiler.progress.effects import Advance
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.compiler.resolve.worse import is_more
from mesocycle.compiler.sessions import prescribe, ruled, volumes
from mesocycle.compiler.sessions.blocks import in_rounds
from mesocycle.compiler.sessions.manners import manner_under
from mesocycle.compiler.sessions.tracks import LADDER, Day, Mover
from mesocycle.compiler.sessions.wording import notes
from mesocycle.diary.model import ExerciseLog
from mesocycle.programme import DecisionOutcome, Set
from mesocycle.programme import Item as Line
from mesocycle.syntax.nodes import Scheme

Logs = tuple[ExerciseLog, ...]


def line(day: Day, item: Item, choice: Choice) -> tuple[Line, bool] | None:
    """One exercise with its sets, and whether it rests on sessions not logged yet.

    None where the plan leaves the line out in this week.
    """
    exercise, tracks = choice.exercise, day.tracks
    slow = day.session.manner.slow
    manner = usual = tracks.manners.of(item, day.phase_week, exercise.id, slow=slow)
    if usual.skip:
        return None
    if item.conditionals:
        manner = manner_under(usual, item.conditionals, Question(day.view, day.date, exercise))
    for_today = manner.scheme is not usual.scheme
    manner = tracks.stand_ins.manner(item, exercise, manner, day.phase_week)
    own = tracks.of(day.slot(item), exercise.id)
    track: Standing = own
    decided = choice.decisions
    if for_today:
        # A dose for today only: as it is written, and the progression waits.
        manner, track = replace(manner, progress=None), BEGINNING
        decided += (_for_today(day, item, exercise, more=_is_more(manner, usual)),)
    elif not choice.assess:
        decided += count(day, item, exercise, manner, own)
    manner, lowered = ruled.lighter(day, exercise, manner, track)
    decided += lowered
    logs = logs_of(day, item, exercise.id) if day.log else ()
    lead = item.what.lead if isinstance(item.what, Rungs) else None
    weights = Weights(tracks.board, day.view, exercise, manner, track, day.date, logs, lead)
    scheme = prescribe.scheme_of(manner, exercise, track)
    sets = _sets(scheme, exercise, manner, track, weights, assess=choice.assess)
    decided += weights.decide(day.page)
    whole = sets
    volume = None if choice.assess else volumes.of_line(day, manner)
    if volume is not None and (sets := volumes.fewer(whole, volume)) != whole:
        decided += (_fewer(day, item, exercise, volume, (len(whole), len(sets))),)
    provisional = choice.assumed or (track is own and own.projected)
    if track is own and sets and scheme is not None and not choice.assess and (logs or day.open):
        easy = bool(manner.deload or own.deload) or len(sets) < len(whole)
        _leave(day, item, exercise, manner, scheme, sets, logs, easy=easy)
    made = _told(day, item, choice, manner, sets, track.stage, decided)
    return made, provisional


def _told(  # all that a line of the programme says
    day: Day,
    item: Item,
    choice: Choice,
    manner: Manner,
    sets: tuple[Set, ...],
    stage: int,
    decided: tuple[str, ...],
) -> Line:
    wording = day.tracks.wording
    # A finished session promises nothing, nor does one that a rule makes lighter.
    coming = () if day.log or ruled.lightens(day) else sets
    return Line(
        slot_id=day.slot_id(item),
        exercise=wording.shown(choice.exercise, manner),
        label=item.what.label if isinstance(item.what, Rungs) else None,
        sets=sets,
        cues=manner.cues,
        notes=notes(manner, choice),
        because=manner.because,
        assessment=choice.assess,
        progression=wording.progression(manner, choice, coming, stage),
        decisions=decided,
    )


def _sets(
    scheme: Scheme | None,
    exercise: Exercise,
    manner: Manner,
    track: Standing,
    weights: Weights,
    *,
    assess: bool,
) -> tuple[Set, ...]:
    if scheme is None:
        return ()
    if assess:
        weights.begin()
        return prescribe.easy_sets(scheme, exercise, manner, weights)
    return prescribe.sets(scheme, exercise, manner, track, weights)


def count(
    day: Day, item: Item, exercise: Exercise, manner: Manner, track: Track
) -> tuple[str, ...]:
    """Count what was done since; a ladder's own track keeps the rung."""
    made = advance(track, _about(day, item, exercise, manner.progress, waits=bool(manner.deload)))
    if track.rung is not None:
        day.tracks.of(day.slot(item), LADDER).rung = track.rung
    return made


def count_movers(day: Day) -> None:
    """Count what moves a max before any line of the day asks for it, in whatever slot."""
    tracks = day.tracks
    for test in [t for t in tracks.tests if t.date < day.date]:
        if tracks.asks_for(day.session, test.exercise.id):
            tracks.tests.remove(test)
            take_in(test, tracks.board.maxes, day.view, day.page, ruled.held(day))
    for mover in day.tracks.movers.values():
        if not day.tracks.asks_for(day.session, mover.exercise.id):
            continue
        manner = day.tracks.manners.of(mover.item, day.phase_week, mover.exercise.id)
        waits = bool(manner.deload)
        settle(mover.track, _about(day, mover.item, mover.exercise, mover.progress, waits=waits))


def _about(
    day: Day, item: Item, exercise: Exercise, progress: Progression | None, *, waits: bool
) -> Advance:
    return Advance(
        item, exercise, day.view, day.plan.care, day.date, day.page, progress,
        day.week, day.phase_week, day.tracks.board.maxes, waits=waits, hold=ruled.hold(day),
    )  # fmt: skip


def _leave(
    day: Day,
    item: Item,
    exercise: Exercise,
    manner: Manner,
    scheme: Scheme,
    sets: tuple[Set, ...],
    logs: Logs,
    *,
    easy: bool,
) -> None:
    """Leave the session to be counted by the next one of its slot; a test, of its lift."""
    slot = day.slot(item)
    track = day.tracks.of(slot, exercise.id)
    asked = in_rounds(item.group, sets) if item.group else sets
    pending = Pending(
        day.date, exercise, asked, logs, manner.slow,
        progress=manner.progress,
        scheme=scheme,
        week=day.week,
        unwritten=_unwritten(day, exercise, scheme, manner),
        easy=easy,
    )  # fmt: skip
    track.leave(pending, is_open=day.open)
    if manner.progress is not None and day.tracks.moves_a_max(manner.progress):
        day.tracks.movers[slot, exercise.id] = Mover(track, item, exercise, manner.progress)
    if logs and any(group.test for group in scheme.groups):
        day.tracks.tests.append(Test(exercise, sets, logs, day.date))


def _unwritten(day: Day, exercise: Exercise, scheme: Scheme, manner: Manner) -> bool:
    """Whether what is lifted is the base of the next: no load is written, nor known by effort."""
    if not day.tracks.unwritten(scheme, manner):
        return False
    return day.tracks.board.maxes.one(exercise.id, day.date) is None or not any(
        loads_of(scheme, manner)
    )


def _fewer(day: Day, item: Item, exercise: Exercise, volume: int, sets: tuple[int, int]) -> str:
    because = volumes.because(day, item, volume)
    text = f"{exercise.name} is done at {volume / 100:g} %: {sets[1]} of {sets[0]} sets"
    rule = "R34" if because else "plan"
    return day.page.decide("lowered", rule, text, exercise=exercise.id, because=because)


def _is_more(manner: Manner, usual: Manner) -> bool:
    """Whether the dose of today is more than that of other days."""
    today, other = manner.scheme, usual.scheme
    return today is not None and other is not None and is_more(today, other)


def _for_today(day: Day, item: Item, exercise: Exercise, *, more: bool) -> str:
    question = Question(day.view, day.date, exercise)
    lines = tuple(
        line
        for c in item.conditionals
        if c.manner.scheme and (verdict := ask(c.condition, question)).value
        for line in (c.because, *verdict.because)
    )
    text = f"{exercise.name}: the dose that the plan has for such a day"
    way: DecisionOutcome = "raised" if more else "lowered"
    return day.page.decide(way, "plan", text, exercise=exercise.id, because=lines)


def logs_of(day: Day, item: Item, exercise: str) -> Logs:
    """What the diary says of this line: by its label, else of several lines in their order."""
    done = day.log.exercises if day.log else ()
    logs = [x for x in done if x.exercise == exercise and not (x.instead_of or x.unverified)]
    if not isinstance(item.what, Rungs):
        return tuple(log for log in logs if not log.skipped)
    if any(isinstance(each.what, Together) for each in day.session.items):
        logs = [x for x in logs if _of_complex(day, x) is (item.what.lead is not None)]
    if any(log.label for log in logs):
        label = fold(item.what.label) if item.what.label else None
        logs = [log for log in logs if (fold(log.label) if log.label else None) == label]
    elif len(logs) > 1 or len(day.session.items) > 1:
        lines = [i.key for i in day.session.items if exercise in _exercises(i)]
        if len(lines) > 1 and item.key in lines:
            place = lines.index(item.key)
            logs = logs[place : place + 1]
    return tuple(log for log in logs if not log.skipped)


def _of_complex(day: Day, log: ExerciseLog) -> bool:
    """Whether the entry's line speaks of several exercises, done as one."""
    done = day.log.exercises if day.log else ()
    return sum(other.because.line == log.because.line for other in done) > 1


def _exercises(item: Item) -> tuple[str, ...]:
    return tuple(e.id for e in item.what.exercises) if isinstance(item.what, Rungs) else ()
