"""Lines: one exercise of a session on one day, with its sets."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise, fold
from mesocycle.compiler import prescribe, wording
from mesocycle.compiler.athlete import View
from mesocycle.compiler.calm import Calm
from mesocycle.compiler.checked import Item, Manner, Plan, Rungs, Session
from mesocycle.compiler.conditions import Question, ask
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.manners import manner_in, manner_under, on_rung
from mesocycle.compiler.progress.advance import Advance, advance
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.compiler.qualify import Choice
from mesocycle.diary.model import ExerciseLog, SessionLog
from mesocycle.programme import Item as Line
from mesocycle.programme import Set
from mesocycle.syntax.nodes import Scheme

#: The track of a ladder as a whole, which knows the rung.
LADDER = "ladder"

Logs = tuple[ExerciseLog, ...]


class Tracks:
    """Where every line stands, and how often each session has come round."""

    def __init__(self, plan: Plan) -> None:
        self.calm = Calm(plan)
        self._tracks: dict[tuple[str, str], Track] = {}
        self.turns: dict[str, int] = {}
        self.open: set[tuple[str, str]] = set()

    def of(self, slot: str, exercise: str) -> Track:
        """The track of an exercise in a slot."""
        key = (slot, exercise)
        track = self._tracks.get(key)
        if track is None:
            track = self._tracks[key] = Track()
        return track


class Day(msgspec.Struct, frozen=True):
    """What composing a session on one day needs: the plan, the athlete, the tracks.

    `week` is the plan's, `phase_week` the phase's. `log` is the diary's entry of this session,
    if it was done. `open`: the day is not over, so the sessions after it take it as done.
    `closed` are the kinds of training that a red flag keeps away. `calm`: nothing hurts.
    """

    plan: Plan
    view: View
    tracks: Tracks
    session: Session
    date: dt.date
    week: int
    phase_week: int
    page: Page
    log: SessionLog | None
    open: bool
    closed: frozenset[str]
    calm: bool


def slot_of(day: Day, item: Item) -> str:
    """What the line's state goes by: shared over the plan, or (a pick) the session's own."""
    return item.slot or slot_id(day, item)


def slot_id(day: Day, item: Item) -> str:
    """The line's name for outputs, stable while what fills it changes."""
    return f"{day.session.key}/{item.key}"


def line(day: Day, item: Item, choice: Choice) -> tuple[Line, bool] | None:
    """One exercise with its sets, and whether it rests on sessions not logged yet.

    None where the plan leaves the line out in this week.
    """
    exercise = choice.exercise
    usual = on_rung(item, manner_in(item, day.phase_week), exercise.id)
    if usual.skip:
        return None
    manner = manner_under(usual, item.conditionals, Question(day.view, day.date, exercise))
    if day.session.manner.slow:
        manner = replace(manner, slow=True)
    track = day.tracks.of(slot_of(day, item), exercise.id)
    if manner.scheme is not usual.scheme:
        # A dose for today only: as it is written, and the progression waits.
        manner, track = replace(manner, progress=None), Track()
        decided = (*choice.decisions, _for_today(day, item, exercise))
    elif choice.assess:
        decided = choice.decisions
    else:
        decided = count(day, item, choice, track, manner)
        if track.deload and not manner.deload:
            manner = replace(manner, deload=track.deload)
    scheme = prescribe.scheme_of(manner, exercise)
    sets: tuple[Set, ...] = ()
    if scheme:
        sets = (
            prescribe.easy_sets(scheme, exercise, manner)
            if choice.assess
            else prescribe.sets(scheme, exercise, manner, track)
        )
    provisional = choice.assumed or track.projected
    if sets and scheme and not choice.assess:
        logs = logs_of(day, item, exercise.id) if day.log else ()
        if logs or day.open:
            track.leave(_pending(day, exercise, sets, logs, manner, scheme), is_open=day.open)
    made = Line(
        slot_id=slot_id(day, item),
        exercise=wording.shown(exercise, manner),
        label=item.what.label if isinstance(item.what, Rungs) else None,
        sets=sets,
        cues=manner.cues,
        notes=wording.notes(manner, choice),
        because=manner.because,
        assessment=choice.assess,
        progression=wording.progression(manner, choice),
        decisions=decided,
    )
    return made, provisional


def count(day: Day, item: Item, choice: Choice, track: Track, manner: Manner) -> tuple[str, ...]:
    """Count what was done since; a ladder's own track keeps the rung."""
    about = Advance(
        item, choice.exercise, day.view, day.plan.care, day.date, day.page, manner.progress,
        day.week, day.phase_week, waits=manner.deload is not None,
    )  # fmt: skip
    made = advance(track, about)
    if track.rung is not None:
        day.tracks.of(slot_of(day, item), LADDER).rung = track.rung
    return (*choice.decisions, *made)


def _for_today(day: Day, item: Item, exercise: Exercise) -> str:
    question = Question(day.view, day.date, exercise)
    lines = tuple(
        line
        for c in item.conditionals
        if c.manner.scheme and (verdict := ask(c.condition, question)).value
        for line in (c.because, *verdict.because)
    )
    text = f"{exercise.name}: the dose that the plan has for such a day"
    return day.page.decide("lowered", "plan", text, exercise=exercise.id, because=lines)


def _pending(
    day: Day, exercise: Exercise, sets: tuple[Set, ...], logs: Logs, manner: Manner, scheme: Scheme
) -> Pending:
    """The session, to be counted by the next one of its slot."""
    return Pending(
        day.date,
        exercise,
        sets,
        logs,
        manner.slow,
        progress=manner.progress,
        scheme=scheme,
        week=day.week,
        unwritten=not manner.loads and not any(g.loads for g in scheme.groups),
        easy=manner.deload is not None,
    )


def logs_of(day: Day, item: Item, exercise: str) -> Logs:
    """What the diary says of this line: by its label, else of several lines in their order."""
    logs = [x for x in (day.log.exercises if day.log else ()) if x.exercise == exercise]
    label = fold(item.what.label) if isinstance(item.what, Rungs) and item.what.label else None
    if any(log.label for log in logs):
        logs = [log for log in logs if (fold(log.label) if log.label else None) == label]
    else:
        lines = [i.key for i in day.session.items if exercise in _exercises(i)]
        if len(lines) > 1 and item.key in lines and isinstance(item.what, Rungs):
            place = lines.index(item.key)
            logs = logs[place : place + 1]
    return tuple(log for log in logs if not log.skipped)


def _exercises(item: Item) -> tuple[str, ...]:
    return tuple(e.id for e in item.what.exercises) if isinstance(item.what, Rungs) else ()
