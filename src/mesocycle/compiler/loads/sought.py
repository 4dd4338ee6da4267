"""Sought: what a load of the plan comes to for an athlete on a day, before any rounding."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.loads import table
from mesocycle.compiler.loads.board import Board
from mesocycle.compiler.loads.history import History
from mesocycle.compiler.loads.kinds import RELATIVE, efforts
from mesocycle.compiler.loads.maxes import Known
from mesocycle.compiler.loads.written import number, written
from mesocycle.mass import Mass
from mesocycle.programme import Because
from mesocycle.syntax.nodes import Exertion, Lighter, LoadNode, Percent, Weight


class Asker(msgspec.Struct, frozen=True):
    """Whose load is sought: of which exercise, on which day, after which sets.

    `stands_in`: the load is for another exercise, which goes by the max of this one.
    `in_complex`: no table says how heavy it is at an effort.
    """

    board: Board
    exercise: Exercise
    date: dt.date
    sex: Literal["female", "male"] | None
    history: History | None
    stands_in: bool = False
    in_complex: bool = False


class Sought(msgspec.Struct, frozen=True):
    """A mass and where it comes from.

    In words: `share` ("75 %") of `of` ("the training max 285 lb"); `share` alone is a remark,
    and nothing at all a figure as it was written.
    `loose`: a per cent made it. `steady`: it follows another set of the session, so what a
    progression or a deload does has been done already.
    """

    mass: Mass
    share: str = ""
    of: str = ""
    because: tuple[Because, ...] = ()
    loose: bool = False
    steady: bool = False


def seek(asker: Asker, node: LoadNode, reps: int | None, *, high: bool = False) -> Sought | None:
    """What `node` comes to, at the low (or high) end; None while something is not known.

    `reps` are those of the set (None: open), for the RPE table.
    """
    if isinstance(node, Weight):
        return _weight(asker, node)
    if isinstance(node, Percent):
        return _percent(asker, node, node.high if high else node.low)
    if isinstance(node, Exertion):
        return _exertion(asker, node, reps, high=high)
    if isinstance(node, Lighter):
        before = asker.history.known("set before") if asker.history else None
        if before is None:
            return None
        mass = before.mass.less(node.mass)
        share = f"{node.mass} less than {before.text}"
        return Sought(Mass(max(mass.micro, 0), mass.unit), share, "", before.because, steady=True)
    bar = asker.board.rack.bar(asker.exercise)
    return Sought(bar, "the empty bar") if bar else None


def _weight(asker: Asker, node: Weight) -> Sought:
    if node.women is None:
        return Sought(node.mass)
    if asker.sex is not None:
        mass = node.women if asker.sex == "female" else node.mass
        return Sought(mass, f"{mass} (of {written(node)}, {asker.sex})")
    mass = node.mass if node.women.above(node.mass) else node.women
    why = "the lighter one: nobody has said female or male"
    return Sought(mass, f"{mass} (of {written(node)} {why})")


def _percent(asker: Asker, node: Percent, share: int) -> Sought | None:
    steady = node.of in RELATIVE
    memory, version = asker.board.memory, asker.board.maxes.version
    key = (asker.exercise.id, asker.stands_in, share)
    found = None if steady else memory.share(node, key, version)
    if found is not None:
        return found
    known = known_of(asker, node)
    if known is None:
        return None
    mass, text = known.mass.times(share), f"{number(share)} %"
    found = Sought(mass, text, known.text, known.because, loose=True, steady=steady)
    if not steady:
        memory.keep_share(node, key, version, found)
    return found


def known_of(asker: Asker, node: Percent) -> Known | None:
    """What the per cent are of."""
    maxes, date = asker.board.maxes, asker.date
    lift = asker.board.lift(node.lift.text) if node.lift else asker.exercise
    if lift is None:
        return None
    if node.of == "max":
        known = maxes.working(lift.id, date)
    elif node.of == "tm":
        known = maxes.training(lift.id, date)
    elif node.of == "1rm":
        known = maxes.one(lift.id, date)
    elif node.of == "rm":
        known = maxes.reps_max(lift.id, node.reps or 1, date)
    elif node.of == "bw":
        return maxes.bodyweight(date)
    else:
        return asker.history.known(node.of) if asker.history else None
    if known is not None and (asker.stands_in or lift is not asker.exercise):
        return Known(known.mass, f"{known.text} ({lift.name})", known.because)
    return known


def _exertion(asker: Asker, node: Exertion, reps: int | None, *, high: bool) -> Sought | None:
    """By the RPE table, where repetitions and 1RM are known."""
    low, top = efforts(node)
    rpe = top if high else low
    share = table.share(reps, rpe) if reps and not asker.in_complex else None
    one = asker.board.maxes.one(asker.exercise.id, asker.date) if share else None
    if share is None or one is None:
        return None
    many = "1 repetition" if reps == 1 else f"{reps} repetitions"
    text = f"{many} at RPE {rpe / 10:g}: {number(share)} %"
    return Sought(one.mass.times(share), text, one.text, one.because, loose=True)
