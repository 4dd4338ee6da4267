"""Chain: the steps of `progress …`, of which the first that is not at its ceiling is taken."""

from __future__ import annotations

import msgspec

from mesocycle.compiler.checked import Care, Move, Progression
from mesocycle.compiler.progress.room import within
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.syntax.nodes import Scheme, Step, Word

#: How much a step is, where the plan does not say: seconds of a hold, metres; else one.
_USUAL = {"hold": 5, "distance": 5}
_UNITS = {"hold": "seconds", "distance": "metres"}


class Taken(msgspec.Struct, frozen=True):
    """A step: what moves, and which ranges start again at their low end."""

    move: Move
    again: tuple[str, ...] = ()


def next_step(
    track: Track, progress: Progression, last: Pending, care: Care, max_kg: float | None = None
) -> Taken | None:
    """The step that a good session earns; None where all is at its ceiling.

    A load starts the ranges before it again. In training a set beyond its target counts: with
    all sets at the top of the range, the next of the chain moves at once. A harder rung
    needs two good sessions at the ceiling in rehab, one in training. `max_kg`: the max that
    a step with a ceiling would move.
    """
    before: list[str] = []
    for step in progress.steps:
        what = step.what
        if what == "harder":
            ready = track.good >= 2 if care == "rehab" else True
            return Taken(Move("harder")) if ready else None
        if what in ("load", "max"):
            kept = within(max_kg if what == "max" else track.top, _move(step), step.limit)
            if kept is not None:
                return Taken(kept, tuple(before))
        elif last.scheme is not None:
            skip = track.topped and care == "training" and step is not progress.steps[-1]
            low, high = bounds(last.scheme, step)
            now = track.value(what, low)
            if now < high and not skip:
                return Taken(Move(what, "set", min(high, now + usual(step))))
            before.append(what)
    return None


def usual(step: Step) -> int:
    """By how much a step of reps, seconds, metres or sets is, said or not."""
    return step.by or _USUAL.get(step.what, 1)


def _move(step: Step) -> Move | None:
    change = step.change
    if change is None or isinstance(change.amount, Word):
        return None
    return Move("load" if step.what == "load" else "max", change.how, change.amount)


def bounds(scheme: Scheme, step: Step) -> tuple[int, int]:
    """Where a step starts and the ceiling that it never passes."""
    low, high = band(scheme, step.what)
    return low, max(low, step.to if step.to is not None else high)


def band(scheme: Scheme, what: str) -> tuple[int, int]:
    """The band that the plan writes for sets, reps, seconds or metres; (0, 0) if for none."""
    if what == "sets":
        counts = [g.sets for g in scheme.groups if g.sets]
        return (counts[0].low, counts[0].high) if counts else (1, 1)
    unit = _UNITS.get(what, "reps")
    amounts = [g.amount for g in scheme.groups if g.unit == unit]
    low = amounts[0].low if amounts else 0
    return low, scheme.to or (amounts[0].high if amounts else 0)
