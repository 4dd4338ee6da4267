"""Room: how far a load is from the ceiling that the coach wrote."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.checked import Move
from mesocycle.compiler.progress.track import Pending
from mesocycle.mass import Mass
from mesocycle.programme import Load

#: A gram: less is nothing.
_NOTHING: Final = 0.001


def top_kg(last: Pending) -> float | None:
    """The heaviest working load of the session before, exact, in kilograms."""
    top: float | None = None
    before: Load | None = None
    for each in last.sets:
        load = each.load
        if load is None or load is before or each.warmup:
            continue  # none, or one more of the same
        before = load
        exact = load.exact_kg if load.exact_kg is not None else load.kg
        if exact and (top is None or exact > top):
            top = exact
    return top


def within(now: float | None, move: Move | None, limit: Mass | None) -> Move | None:
    """The move, made smaller where it would pass `limit`; None where nothing is left of it.

    `now` is the load, or the max, in kilograms. With a limit and nothing to measure, there is
    no telling: then nothing moves.
    """
    if move is None or limit is None:
        return move
    if now is None or limit.kg - now < _NOTHING:
        return None
    after = moved(now, move)
    if after <= limit.kg + _NOTHING:
        return move
    return replace(move, how="add", amount=_rest(limit, now))


def moved(now: float, move: Move) -> float:
    """Where a move takes a load of so many kilograms."""
    amount = move.amount
    if isinstance(amount, Mass):
        return amount.kg if move.how == "set" else now + amount.kg
    return now * amount / 10_000 if move.how == "times" and amount is not None else now


def _rest(limit: Mass, now_kg: float) -> Mass:
    """What is left up to the limit, to a thousandth of its unit."""
    now = Mass(round(now_kg * 1_000_000), "kg").to(limit.unit)
    return Mass(round(limit.less(now).micro, -3), limit.unit)
