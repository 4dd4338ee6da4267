"""Plugged: a step of a progression that a plugin offers, within what the coach allows."""

from __future__ import annotations

from mesocycle.compiler import checked
from mesocycle.compiler.progress.judge import Result
from mesocycle.compiler.progress.track import Track
from mesocycle.mass import Mass
from mesocycle.programme import Set
from mesocycle.progressions import Done, Move, State
from mesocycle.progressions import Result as Came


def ask(
    track: Track, progress: checked.Progression, result: Result
) -> tuple[checked.Move, ...] | str:
    """The moves that the plugin proposes; in words why there are none, where it failed."""
    offer = progress.offer
    if offer is None:
        return f"no plugin offers {progress.plugin}"
    state = State(dict(progress.arguments), dict(track.variables), track.sessions)
    came = Came(
        result.pending.date.isoformat(),
        result.hit,
        result.missed,
        result.verdict.assumed,
        _sets(result),
    )
    moves = offer.step(state, came)
    return moves if isinstance(moves, str) else tuple(_own(move) for move in moves)


def _sets(result: Result) -> tuple[Done, ...]:
    working, loads = result.working, _logged(result)
    made = []
    for i, value in enumerate(result.done):
        asked = working[i] if i < len(working) else None
        load = loads[i] if i < len(loads) else None
        target = _target(asked) if asked else None
        made.append(Done(target, value, load or (_asked(asked) if asked else None)))
    return tuple(made)


def _target(asked: Set) -> int | None:
    amount = asked.reps or asked.hold_s
    return amount.target if amount else None


def _asked(asked: Set) -> Mass | None:
    kg = asked.load.kg if asked.load else None
    return Mass(round(kg * 1_000_000), "kg") if kg is not None else None


def _logged(result: Result) -> tuple[Mass | None, ...]:
    marks = [mark for log in result.pending.logs for mark in log.marks.values()]
    return marks[0].loads if marks else ()


def _own(move: Move) -> checked.Move:
    kind = "variable" if move.kind == "remember" else move.kind
    return checked.Move(kind, move.how, move.amount, name=move.name, text=move.text)
