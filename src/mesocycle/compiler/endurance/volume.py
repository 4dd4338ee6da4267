"""Volume: less, or more, of a stretch, at the same effort (a taper, a sore hip)."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.checked import Leg, Repeats, Stretch
from mesocycle.compiler.checked.run import REST
from mesocycle.miles import is_in_miles, of_pool, of_tenths, pool_yards, tenths
from mesocycle.syntax import nodes as n

#: All of it, in hundredths of a per cent.
WHOLE: Final = 10_000

#: What lengths are rounded down to: whole minutes, and hundreds of metres (miles: tenths).
_MINUTE_S: Final = 60
_STEP_M: Final = 100


def scaled(stretch: Stretch, percent: int) -> Stretch:
    """The stretch at `percent` (hundredths) of its volume; warm-ups and cool-downs stay.

    Times are rounded down to whole minutes, distances to 100 m, a tenth of a mile, or a length of
    a pool of yards. Repeats keep their legs, there are fewer of them (rounded half up), at least
    one.
    """
    if stretch.role is not None or percent == WHOLE:
        return stretch
    legs = tuple(_scaled(leg, percent) for leg in stretch.legs)
    return stretch if legs == stretch.legs else replace(stretch, legs=legs)


def count(times: int, percent: int) -> int:
    """So many, at `percent` (hundredths): rounded half up, at least one."""
    return max(1, (2 * times * percent + WHOLE) // (2 * WHOLE))


def shorter(seconds: int, percent: int) -> int:
    """Seconds at `percent`: whole minutes, at least one (or as short as it was)."""
    return _down(seconds, percent, _MINUTE_S)


def _scaled(leg: Leg | Repeats, percent: int) -> Leg | Repeats:
    if isinstance(leg, Leg):
        if leg.activity == REST:
            return leg
        seconds = _band(leg.seconds, percent, _MINUTE_S)
        pool = pool_yards(leg.metres.low) if leg.metres and leg.activity == "swim" else 0
        if pool:
            metres = of_pool(pool * percent // WHOLE)
            return replace(leg, metres=n.Count(metres, metres))
        return replace(leg, seconds=seconds, metres=_band(leg.metres, percent, _STEP_M))
    if leg.metres is not None:
        total = _band(n.Count(leg.metres, leg.metres), percent, _STEP_M)
        return replace(leg, metres=total.low if total else None)
    if leg.total is not None:
        return replace(leg, total=shorter(leg.total, percent))
    if leg.times is not None:
        return replace(leg, times=count(leg.times, percent))
    return replace(leg, legs=tuple(_scaled(inner, percent) for inner in leg.legs))


def _band(band: n.Count | None, percent: int, step: int) -> n.Count | None:
    if band is None:
        return None
    if step == _STEP_M and is_in_miles(band.low) and is_in_miles(band.high):
        return n.Count(_down_in_miles(band.low, percent), _down_in_miles(band.high, percent))
    return n.Count(_down(band.low, percent, step), _down(band.high, percent, step))


def _down_in_miles(metres: int, percent: int) -> int:
    """Miles at `percent`: whole tenths of a mile, at least one (or as short as it was)."""
    whole = tenths(metres)
    return of_tenths(max(whole * percent // WHOLE, min(whole, 1)))


def _down(value: int, percent: int, step: int) -> int:
    whole = value * percent // WHOLE // step * step
    return max(whole, min(value, step))
