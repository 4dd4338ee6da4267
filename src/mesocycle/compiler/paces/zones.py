"""Zones: by heart rate, by power, by pace; an athlete's own win.

Five zones of the maximal heart rate, ten per cent each from half of it on (Edwards, The Heart
Rate Monitor Book, 1993), and seven of the functional threshold power (Allen and Coggan, Training
and Racing with a Power Meter, 2nd ed. 2010). Who has zones from a laboratory or a coach writes
them down, and they take the place of these, one by one. A maximal heart rate is measured: it is
never computed from an age, whose formulas are off by ten beats and more for one person in three.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from mesocycle.compiler.paces.bests import Known
from mesocycle.programme import Because
from mesocycle.syntax.nodes import Pace, Power

Measure = Literal["pace", "hr", "power"]

#: The zones of the maximal heart rate: from, to, in hundredths of a per cent.
HEART: Final = ((5000, 6000), (6000, 7000), (7000, 8000), (8000, 9000), (9000, 10_000))

#: The zones of the functional threshold power, in hundredths of a per cent; the last is open.
POWER: Final = (
    (None, 5500), (5600, 7500), (7600, 9000), (9100, 10_500), (10_600, 12_000), (12_100, 15_000),
    (15_100, None),
)  # fmt: skip

WHOLE: Final = 10_000

#: Which own zones by pace serve an activity: those per 100 m a swim, those per 500 m a row.
_PACES: Final = {"run": "pace", "swim": "pace 100m", "row": "pace 500m"}


class Band(msgspec.Struct, frozen=True):
    """What a zone is: from `low` to `high`, None where it is open.

    Heart rates in beats a minute, power in watts; paces in seconds per `per_mm` millimetres, with
    `low` the faster.
    """

    measure: Measure
    low: int | None
    high: int | None
    per_mm: int = 0
    because: tuple[Because, ...] = ()


class Lacks(msgspec.Struct, frozen=True):
    """What nobody has said: its name, and what to write."""

    what: str
    write: str


MAX_HR: Final = Lacks("a max heart rate", "max hr 190")
RESTING_HR: Final = Lacks("a resting heart rate", "resting hr 50")
THRESHOLD_HR: Final = Lacks("a threshold heart rate", "threshold hr 170")
FTP: Final = Lacks("a functional threshold power", "ftp 250W")


def share_of(percent: int, whole: int) -> int:
    """Hundredths of a per cent of a number of beats or watts, to a whole one; a half goes up."""
    return (percent * whole * 2 + WHOLE) // (2 * WHOLE)


def zone(known: Known, low: int, high: int, activity: str) -> Band | Lacks:
    """The band of zones `low` to `high` (usually one) in an activity, or what it lacks.

    An own zone counts first, by what the activity is led by: a ride by power, a run by pace,
    then by heart rate. Without one, a ride goes by power where the FTP is known, and everything
    else by heart rate.
    """
    for measure in _order(activity):
        if any(_own(known, number, measure, activity) for number in (low, high)):
            first = bounds(known, low, measure, activity)
            last = bounds(known, high, measure, activity)
            if isinstance(first, Band) and isinstance(last, Band):
                return _from_to(first, last)
    if activity == "bike" and known.ftp is not None:
        return _both(known, low, high, "power", activity)
    return _both(known, low, high, "hr", activity)


def bounds(known: Known, number: int, measure: Measure, activity: str) -> Band | Lacks | None:
    """One zone by one measure; None where there is no such zone."""
    own = _own(known, number, measure, activity)
    if own is not None:
        return own
    if measure == "power":
        if number > len(POWER):
            return None
        first, last = POWER[number - 1]
        return _watts(known, first, last)
    if measure == "hr" and number <= len(HEART):
        return heart(known, *HEART[number - 1], "max")
    return None


def heart(known: Known, low: int, high: int, of: str) -> Band | Lacks:
    """Per cent (in hundredths) of the maximum, the reserve or the threshold, in beats a minute.

    The reserve is what lies between rest and maximum (Karvonen and others, 1957).
    """
    rest = 0
    whole = known.hearts.get("threshold" if of == "threshold" else "max")
    if whole is None:
        return THRESHOLD_HR if of == "threshold" else MAX_HR
    because: tuple[Because, ...] = (whole[1],)
    if of == "reserve":
        resting = known.hearts.get("resting")
        if resting is None:
            return RESTING_HR
        rest, because = resting[0], (whole[1], resting[1])
    span = whole[0] - rest
    return Band("hr", rest + share_of(low, span), rest + share_of(high, span), because=because)


def power(known: Known, low: int, high: int) -> Band | Lacks:
    """Per cent (in hundredths) of the functional threshold power, in watts."""
    return _watts(known, low, high)


def _watts(known: Known, low: int | None, high: int | None) -> Band | Lacks:
    if known.ftp is None:
        return FTP
    watts, because = known.ftp
    first = None if low is None else share_of(low, watts)
    last = None if high is None else share_of(high, watts)
    return Band("power", first, last, because=(because,))


def _both(known: Known, low: int, high: int, measure: Measure, activity: str) -> Band | Lacks:
    first = bounds(known, low, measure, activity)
    last = bounds(known, high, measure, activity)
    if isinstance(first, Band) and isinstance(last, Band):
        return _from_to(first, last)
    lacking = first if isinstance(first, Lacks) else last
    if isinstance(lacking, Lacks):
        return lacking
    number = low if first is None else high
    sample = "hr 180-190" if measure == "hr" else "power 400-500W"
    return Lacks(f"a zone {number} of your own", f"zone {number} {sample}")


def _from_to(first: Band, last: Band) -> Band:
    because = tuple(dict.fromkeys((*first.because, *last.because)))
    if first.measure == "pace":  # the higher zone is the faster one, and seconds count down
        return Band("pace", last.low, first.high, first.per_mm, because)
    return Band(first.measure, first.low, last.high, because=because)


def _order(activity: str) -> tuple[Measure, ...]:
    return ("power", "hr") if activity == "bike" else ("pace", "hr", "power")


def _own(known: Known, number: int, measure: Measure, activity: str) -> Band | None:
    """The athlete's own zone, if it is by that measure and serves the activity."""
    kind = _PACES.get(activity, "none") if measure == "pace" else measure
    said = known.zones.get((number, kind))
    if said is None:
        return None
    line, because = said
    if isinstance(line, Pace):
        return Band("pace", line.low, line.high, line.per_mm, (because,))
    found: Band | Lacks
    if isinstance(line, Power):
        found = Band("power", line.low, line.high)
        found = _watts(known, line.low, line.high) if line.percent else found
    else:
        found = Band("hr", line.low, line.high)
        found = found if line.of == "bpm" else heart(known, line.low, line.high, line.of)
    if isinstance(found, Lacks):
        return None
    return replace(found, because=(because, *found.because))
