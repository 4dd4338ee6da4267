"""Training load in numbers: session RPE, monotony and strain, acute to chronic ratios.

Pure functions of loads in arbitrary units (AU), one a day in order, rest days as 0. The ratio
of acute to chronic load is for display only: as a predictor of injury it does no better than
chance (Impellizzeri and others, Int J Sports Physiol Perform 2020; 15:907).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Literal

Per = Literal["day", "session"]
Deviation = Literal["sample", "population"]

#: The days of an acute and of a chronic load (Gabbett, Br J Sports Med 2016; 50:273).
ACUTE, CHRONIC = 7, 28


def session_load(rpe: int | None, seconds: int | None) -> float | None:
    """How hard by how long: the session's CR-10 RPE times its minutes.

    Foster and others, J Strength Cond Res 2001; 15:109. None unless both were said: a session
    of which nobody knows how hard it was is not a day of rest.
    """
    return None if rpe is None or seconds is None else rpe * seconds / 60


def monotony(loads: Sequence[float], *, sd: Deviation = "sample") -> float | None:
    """The mean over the standard deviation; None where that is 0, or cannot be told.

    Foster and others (2001) do not say which deviation they take, nor of what: their printed
    1.26 is that of nine sessions and the population's. Here `loads` are of days or of sessions,
    as the caller gives them (`grouped`), and `sd` is said.
    """
    free = len(loads) - (sd == "sample")
    if free < 1:
        return None
    mean = sum(loads) / len(loads)
    spread = sqrt(sum((load - mean) ** 2 for load in loads) / free)
    return mean / spread if spread else None


def strain(load: float, sameness: float | None) -> float | None:
    """A week's load by its monotony (Foster and others 2001); None where that is undefined."""
    return None if sameness is None else load * sameness


def grouped(days: Sequence[Sequence[float]], per: Per) -> list[float]:
    """The loads of which to take the mean: a sum for every day, or each session for itself.

    Per session, days of rest do not count.
    """
    if per == "day":
        return [sum(day) for day in days]
    return [load for day in days for load in day]


def rolling(days: Sequence[float]) -> float | None:
    """The mean of the last 7 days over that of the last 28, which hold them (ACWR, coupled).

    None with fewer days than that, or without any load in them.
    """
    return _ratio(days[-ACUTE:], days[-CHRONIC:]) if len(days) >= CHRONIC else None


def uncoupled(days: Sequence[float]) -> float | None:
    """The mean of the last 7 days over that of the 21 before them."""
    return _ratio(days[-ACUTE:], days[-CHRONIC:-ACUTE]) if len(days) >= CHRONIC else None


def weighted(days: Sequence[float]) -> float | None:
    """The ratio of two exponentially weighted means (EWMA), which begin with the first load.

    Each day moves the mean by 2 / (N + 1) of the difference, N being 7 and 28 days (Williams
    and others, Br J Sports Med 2017; 51:209). None with fewer than 28 days, or without load.
    """
    if len(days) < CHRONIC:
        return None
    chronic = _weighted_mean(days, CHRONIC)
    return _weighted_mean(days, ACUTE) / chronic if chronic else None


def _ratio(acute: Sequence[float], chronic: Sequence[float]) -> float | None:
    whole = sum(chronic) / len(chronic)
    return sum(acute) / len(acute) / whole if whole else None


def _weighted_mean(days: Sequence[float], over: int) -> float:
    mean = days[0]
    for load in days[1:]:
        mean += (load - mean) * 2 / (over + 1)
    return mean
