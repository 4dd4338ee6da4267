"""Targets of a leg: numbers that a body can have, and ramps from one to another."""

from __future__ import annotations

from typing import Final

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.syntax import nodes as n


class _Bounds(msgspec.Struct, frozen=True):
    """What a kind of target may be, and how it is written."""

    least: int
    most: int
    said: str
    sample: str


#: Zones are numbered to seven (Coggan's of power); per cents in hundredths; watts, CR-10 in
#: tenths, steps or turns a minute. Heart rates and per cents of power are read with their bounds.
_ZONE: Final = _Bounds(1, 7, "zones go from 1 to 7", "zone 2")
_OF_MAX: Final = _Bounds(2_000, 10_000, "of what it can be, 100 % is the most", "hr 80-85%")
_OF_THRESHOLD: Final = _Bounds(2_000, 13_000, "20 to 130 % of it", "hr 95% of threshold")
_WATTS: Final = _Bounds(10, 2_500, "from 10 to 2500 W", "power 250W")
_FELT: Final = _Bounds(0, 100, "the scale goes from 0 to 10", "rpe 4")
_CADENCE: Final = _Bounds(10, 250, "from 10 to 250 a minute", "cadence 90")

#: Seconds a kilometre: no rider is faster, nobody who moves is slower.
_PACE: Final = _Bounds(30, 3_600, "from 0:30 to 60:00 for a kilometre", "at 5:30/km")

#: Metres an hour.
_SPEED: Final = _Bounds(1_000, 120_000, "from 1 to 120 km/h", "at 30km/h")


def check(r: Lookup, piece: n.Piece[n.Node], word: n.Word | None, target: n.Target) -> bool:
    """Whether the target is one; what is wrong with it is noted, at `word` if it has none."""
    if isinstance(target, n.Bound):
        return _check(r, piece, word, target.target)
    if not isinstance(target, n.Ramp):
        return _check(r, piece, word, target)
    ends = (target.start, target.end)
    if False in [_check(r, piece, word, end) for end in ends]:
        return False
    if _kind(ends[0]) == _kind(ends[1]):
        return True
    r.notes.error(
        "E460", "from one thing to another", piece.at(target.word or word),
        "no way leads from the first to the second",
        hint="give both ends in one measure: 10min from zone 1 to zone 3",
    )  # fmt: skip
    return False


def _kind(target: n.Sure) -> object:
    if isinstance(target, n.Heart):
        return target.of
    if isinstance(target, n.Power):
        return ("power", target.percent)
    return "pace" if isinstance(target, n.Pace | n.NamedPace) else type(target)


def _check(r: Lookup, piece: n.Piece[n.Node], word: n.Word | None, target: n.Sure) -> bool:
    if isinstance(target, n.Effort | n.NamedPace):
        return True
    bounds = _bounds(target)
    if bounds is None:
        return True
    low, high = target.low, target.high
    if isinstance(target, n.Pace):
        low, high = (round(x * 1_000_000 / target.per_mm) for x in (low, high))
    if bounds.least <= low and high <= bounds.most:
        return True
    r.notes.error(
        "E461", "a number that no body has", piece.at(target.word or word), bounds.said,
        hint=f"write: {bounds.sample}",
    )  # fmt: skip
    return False


def _bounds(
    target: n.Pace | n.Speed | n.Zone | n.Heart | n.Power | n.Felt | n.Cadence,
) -> _Bounds | None:
    """What the target may be; None where the grammar's own callbacks know."""
    if isinstance(target, n.Heart):
        if target.of == "bpm":
            return None
        return _OF_THRESHOLD if target.of == "threshold" else _OF_MAX
    if isinstance(target, n.Power):
        return None if target.percent else _WATTS
    return _OTHERS[type(target)]


_OTHERS: Final[dict[type[n.Node], _Bounds]] = {
    n.Pace: _PACE,
    n.Speed: _SPEED,
    n.Zone: _ZONE,
    n.Felt: _FELT,
    n.Cadence: _CADENCE,
}
