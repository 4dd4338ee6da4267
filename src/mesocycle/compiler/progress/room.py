"""Room: how far a load is from the ceiling that the coach wrote."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.checked import Move
from mesocycle.compiler.progress.track import Pending
from mesocycle.mass import Mass

#: Half a gram: less is nothing.
_NOTHING: Final = 0.0005


def top_kg(last: Pending) -> float | None:
    """The heaviest working load of the session before, exact, in kilograms."""
    loads = [s.load for s in last.sets if s.load is not None and not s.warmup]
    known = [x for load in loads if (x := load.exact_kg if load.exact_kg is not None else load.kg)]
    return max(known, default=None)


def within(
    last: Pending, move: Move | None, limit: Mass | None, known: Mass | None = None
) -> Move | None:
    """The move, made smaller where it would pass `limit`; None where nothing is left of it.

    `known` is the max that a step would move. With a limit and no load to measure, there is
    no telling: then nothing moves.
    """
    if move is None or limit is None:
        return move
    now = known.kg if known is not None else top_kg(last) if move.kind == "load" else None
    if now is None or limit.kg - now < _NOTHING:
        return None
    amount = move.amount
    if move.how == "add" and isinstance(amount, Mass):
        after = now + amount.kg
    elif move.how == "times" and isinstance(amount, int):
        after = now * amount / 10_000
    else:
        after = amount.kg if isinstance(amount, Mass) else now
    if after <= limit.kg + _NOTHING:
        return move
    return replace(move, how="add", amount=_rest(limit, now))


def _rest(limit: Mass, now_kg: float) -> Mass:
    """What is left up to the limit, to a thousandth of its unit."""
    now = Mass(round(now_kg * 1_000_000), "kg").to(limit.unit)
    return Mass(round(limit.less(now).micro, -3), limit.unit)
