"""How fast a target is, in metres a second, and on what that rests.

A pace is as fast as it says; a race pace comes from a best (`bests`). Words of effort are shown
as words, and have a speed for estimates alone: as parts of the VO2max that a best shows, which
Daniels gives for the intensities of training (Daniels' Running Formula, 3rd ed. 2014): easy 59 to
74 %, marathon 75 to 84 % (here: steady), threshold 83 to 88 % (here: tempo as well), interval 95
to 100 %. A sprint is beyond that, and a walk or a ride says nothing of it: nobody knows their
speed, nor that of a heart rate, a power or an exertion.
"""

from __future__ import annotations

from typing import Final

import msgspec

from mesocycle.compiler.paces import model, zones
from mesocycle.compiler.paces.bests import Best, Known, nearest, race_seconds, shown, strongest
from mesocycle.diary.fitness import clock
from mesocycle.syntax import nodes as n

#: Metres of the races whose pace can be named.
RACES: Final = {
    "mile": 1609, "3k": 3000, "5k": 5000, "10k": 10_000, "15k": 15_000, "10mi": 16_093,
    "hm": 21_098, "mp": 42_195,
}  # fmt: skip

#: Distances that nobody gives in kilometres.
_CALLED: Final = {
    1609: "a mile", 16_093: "10 miles", 21_098: "a half marathon", 42_195: "a marathon",
}  # fmt: skip

#: Words of effort as per cents of the VO2max.
EFFORTS: Final = {
    "easy": (59, 74),
    "steady": (75, 84),
    "tempo": (83, 88),
    "threshold": (83, 88),
    "interval": (95, 100),
}

#: What is done at race paces.
RUNS: Final = ("run", "jog")


class Speed(msgspec.Struct, frozen=True):
    """From `low_ms` to `high_ms` metres a second; `basis` says where that comes from."""

    low_ms: float
    high_ms: float
    basis: str


def speed(known: Known, node: n.Target | None, activity: str) -> Speed | None:
    """The speed of a target in an activity; None where nothing tells."""
    if isinstance(node, n.Pace):
        return _paced(node.low, node.high, node.per_mm, "paces as written")
    if isinstance(node, n.Speed):
        return Speed(node.low / 3600, node.high / 3600, "speeds as written")
    if isinstance(node, n.Zone):
        band = zones.zone(known, node.low, node.high, activity)
        if isinstance(band, zones.Band) and band.low and band.high and band.measure == "pace":
            return _paced(band.low, band.high, band.per_mm, "the zones by pace")
        return None
    if isinstance(node, n.Ramp):
        return _evenly(speed(known, node.start, activity), speed(known, node.end, activity))
    if activity not in RUNS:
        return None
    if isinstance(node, n.NamedPace):
        metres_a_second = race_speed(known, node.race)
        best = nearest(known, RACES[node.race])
        if metres_a_second is None or best is None:
            return None
        return Speed(metres_a_second, metres_a_second, told(best))
    return _effort(known, node.word.text) if isinstance(node, n.Effort) else None


def race_speed(known: Known, race: str) -> float | None:
    """How fast, in metres a second, the athlete would run a race; None without a best."""
    metres = RACES[race]
    best = nearest(known, metres)
    return metres / race_seconds(best, metres) if best else None


def _effort(known: Known, word: str) -> Speed | None:
    shares, best = EFFORTS.get(word), strongest(known)
    if shares is None or best is None:
        return None
    capacity = shown(best)
    slow, fast = (model.speed_at(capacity * share / 100) / 60 for share in shares)
    return Speed(slow, fast, told(best))


def told(best: Best) -> str:
    """A best in words: the best of 24:30 over 5 km."""
    far = _CALLED.get(best.metres, f"{best.metres / 1000:g} km")
    return f"the best of {clock(best.seconds)} over {far}"


def _paced(fast: int, slow: int, per_mm: int, basis: str) -> Speed:
    """Of seconds for so many millimetres."""
    return Speed(per_mm / 1000 / slow, per_mm / 1000 / fast, basis)


def _evenly(start: Speed | None, end: Speed | None) -> Speed | None:
    """The mean speed of a ramp, which goes evenly from one speed to the other."""
    if start is None or end is None:
        return None
    low, high = (start.low_ms + end.low_ms) / 2, (start.high_ms + end.high_ms) / 2
    basis = start.basis if start.basis == end.basis else f"{start.basis}; {end.basis}"
    return Speed(low, high, basis)
