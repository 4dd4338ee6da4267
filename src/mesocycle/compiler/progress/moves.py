"""Moves: what a rule or a step does to a track and to the maxes, and how that is told."""

from __future__ import annotations

import datetime as dt
from typing import Final

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Item, Move, Progression, Rungs
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.compiler.loads.shift import STILL
from mesocycle.compiler.progress.chain import band
from mesocycle.compiler.progress.room import moved
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.compiler.progress.words import by_how_much
from mesocycle.mass import Mass
from mesocycle.programme import Because
from mesocycle.syntax.nodes import Deload

#: How far a tally may go: rules add to it for as long as the plan lasts.
_MOST: Final = 1_000_000_000


class Case(msgspec.Struct, frozen=True):
    """What moves, and for whom; `last` is the session that was counted last."""

    track: Track
    item: Item
    exercise: Exercise
    progress: Progression
    last: Pending | None
    date: dt.date
    maxes: Maxes | None = None
    because: tuple[Because, ...] = ()


class Moved(msgspec.Struct, frozen=True):
    """What happened, in words that go on after the exercise's name; up, down (or neither)."""

    text: str
    way: int = 0


def moves_the_max(progress: Progression) -> bool:
    """Whether the progression may move the max, on which other lines hang as well."""
    return any(step.what == "max" for step in progress.steps) or any(
        move.kind == "max" for rule in progress.rules for move in rule.moves
    )


def raises(move: Move, case: Case) -> bool:
    """Whether the move asks for more, which neither pain nor lost form ever does."""
    amount = move.amount
    if move.kind == "harder":
        return True
    if move.kind not in ("load", "max", "reps", "hold", "sets", "distance") or move.kept:
        return False
    if move.how == "add":
        return (amount.micro if isinstance(amount, Mass) else amount or 0) > 0
    if move.how == "times":
        return isinstance(amount, int) and amount > 10_000
    if isinstance(amount, Mass):
        now = case.track.top if move.kind == "load" else None
        return now is None or amount.kg > now
    return _now(move, case) < (amount or 0)


def apply(move: Move, case: Case) -> Moved | None:
    """Make the move; None where nothing changes, or nothing that needs words."""
    kind = move.kind
    if kind == "load":
        return _load(move, case)
    if kind == "max":
        return _max(move, case)
    if kind == "stage":
        return _stage(move, case)
    if kind in ("harder", "easier"):
        return _rung(case, 1 if kind == "harder" else -1)
    if kind == "variable":
        remember(move, case.track)
        return None
    if kind == "deload":
        percent = move.amount if isinstance(move.amount, int) else None
        case.track.owed = Deload(percent)
        of = f", at {percent} % of the load" if percent else ""
        return Moved(f"is done easier this time{of}", -1)
    return None if kind in ("say", "pace") else _count(move, case)


def _load(move: Move, case: Case) -> Moved | None:
    track, amount = case.track, move.amount
    if move.kept:
        if move.kept not in track.kept:
            return None
        track.shift, track.lifted, track.top = track.kept[move.kept]
        return Moved("goes back to an earlier load")
    if isinstance(amount, Mass):
        track.shift = track.shift.add(amount) if move.how == "add" else track.shift.to(amount)
    elif isinstance(amount, int):
        track.shift = track.shift.times(amount)
    else:
        return None
    way = _way(move, case)
    track.top = moved(track.top, move) if track.top is not None else None
    return Moved(f"goes {by_how_much(move)}", way)


def _max(move: Move, case: Case) -> Moved | None:
    if case.maxes is None or move.amount is None:
        return None
    made = case.maxes.move(case.exercise.id, move, case.date, case.because)
    if made is None:
        return None
    return Moved(f"goes on with {made.text}, {by_how_much(move)}", _way(move, case))


def _way(move: Move, case: Case) -> int:
    amount = move.amount
    if move.how == "add":
        size = amount.micro if isinstance(amount, Mass) else amount or 0
    elif move.how == "times":
        size = amount - 10_000 if isinstance(amount, int) else 0
    else:
        size = 1 if raises(move, case) else -1
    return (size > 0) - (size < 0)


def _stage(move: Move, case: Case) -> Moved | None:
    track, stages = case.track, case.progress.stages
    to = track.stage + 1 if move.to is None else move.to
    if move.back:
        to = max(0, track.stage - move.back)
    if to == track.stage or not 0 <= to < len(stages):
        return None
    back = to < track.stage
    if not back and track.staged and (case.date - track.staged).days < case.progress.apart:
        return None
    track.staged = track.staged if back else case.date
    track.stage = to
    track.begin_again("reps", "hold", "sets", "distance")
    return Moved(f"{'starts again with' if back else 'goes on to'} {stages[to].name}")


def remember(move: Move, track: Track) -> None:
    """Change a variable, or keep the load under its name."""
    if move.kept:
        track.kept[move.name] = (track.shift, track.lifted, track.top)
        return
    now = track.variables.get(move.name, 0)
    amount = move.amount if isinstance(move.amount, int) else 0
    value = now + amount if move.how == "add" else amount
    track.variables[move.name] = max(-_MOST, min(_MOST, value))


def _rung(case: Case, by: int) -> Moved | None:
    """To a rung of the ladder that is there; what is not on it is never given."""
    what, track = case.item.what, case.track
    rungs = what.exercises if isinstance(what, Rungs) else ()
    here = next((i for i, e in enumerate(rungs) if e.id == case.exercise.id), None)
    if here is None or not 0 <= here + by < len(rungs):
        return None
    track.begin_again()
    track.rung = here + by
    name = rungs[here + by].name
    return Moved(f"is mastered: {name} comes next" if by > 0 else f"gives way to {name}", by)


def _count(move: Move, case: Case) -> Moved | None:
    """Reps, seconds of a hold, sets, rest or metres; up to the top of the band, not beyond."""
    track, amount = case.track, move.amount
    if not isinstance(amount, int) or case.last is None:
        return None
    if move.kind not in _WORDS:
        return None  # the time of a run, said of sets in one week: they have none to move
    now = _now(move, case)
    value = {"add": now + amount, "times": round(now * amount / 10_000), "set": amount}[move.how]
    scheme = case.last.scheme
    low, high = band(scheme, move.kind) if scheme else (0, 0)
    if move.kind == "rest":
        low, high = 0, 3600
    else:
        tops = [s.to for s in case.progress.steps if s.what == move.kind and s.to is not None]
        high = max([high, *tops])
    value = max(0 if move.kind == "rest" else 1, min(value, high))
    if value == now:
        return None
    track.set(move.kind, value, low)
    return Moved(_WORDS[move.kind].format(value), 0 if move.kind == "rest" else value - now)


_WORDS: Final = {
    "reps": "goes to {} reps", "hold": "goes to {} seconds", "sets": "goes to {} sets",
    "rest": "has {} seconds of rest", "distance": "goes to {} metres",
}  # fmt: skip


def _now(move: Move, case: Case) -> int:
    """Where it stands: in the track, else as the plan wrote it."""
    what, last = move.kind, case.last
    if last is None:
        return 0
    if what == "rest":
        rests = [s.rest_s.target for s in last.sets if s.rest_s]
        return case.track.value("rest", rests[0] if rests else 0)
    low = band(last.scheme, what)[0] if last.scheme else 0
    return case.track.value(what, low)


def rebase(track: Track, pending: Pending, lifted: Mass | None, *, asked: float | None) -> None:
    """What was lifted is the base of the next load, where the plan writes none.

    `asked`, in kilograms: no more than that, after pain or lost form; None where all went well.
    """
    if lifted is not None and pending.unwritten and (asked is None or lifted.kg <= asked):
        track.lifted, track.shift = lifted, STILL
