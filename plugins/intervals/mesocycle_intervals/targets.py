"""How hard, as the workout builder reads it: `213-238w`, `Z2 HR`, `5:20-5:00/km Pace`."""

from __future__ import annotations

import re
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.programme import Segment, Target

_ZONE = re.compile(r"(below )?zone ([0-9])(?:-([0-9]))?")
_HEART = re.compile(r"hr ([0-9]+)(?:-([0-9]+))?%(?: of (lthr))?", re.IGNORECASE)
_POWER = re.compile(r"power ([0-9]+)(?:-([0-9]+))?%")
#: Seconds per kilometre to seconds per each unit of pace, and how the text of a target says it.
_PER = (("/mi", 1.609344, "mi"), ("/100m", 0.1, "100m"), ("/100 m", 0.1, "100m"), ("", 1.0, "km"))
#: On foot, a speed is a pace.
_ON_FOOT = ("run", "walk", "jog", "hike")
_MEASURES = {"hr": " HR", "pace": " Pace", "power": ""}


class Aim(NamedTuple):
    """A target's values and what they are of: (`60`, `80`, `%`, ` HR`) is `60-80% HR`."""

    low: str
    high: str
    unit: str
    of: str

    def __str__(self) -> str:
        """As it stands in a step."""
        if self.low == self.high:
            return f"{self.low}{self.unit}{self.of}"
        return f"{self.low}-{self.high}{self.unit}{self.of}"


def target(stretch: Segment, zones: str) -> str | None:
    """The target of a stretch; empty if it has none, None if the builder cannot hold it."""
    aim = stretch.target
    if aim is None:
        return ""
    first = _aim(aim, stretch.activity, zones)
    if first is None or stretch.target_end is None:
        return None if first is None else str(first)
    last = _aim(stretch.target_end, stretch.activity, zones)
    if last is None or (first.unit, first.of) != (last.unit, last.of) or first.low[0] == "Z":
        return None
    return f"ramp {Aim(first.low, last.high, first.unit, first.of)}"


def _aim(aim: Target, activity: str, zones: str) -> Aim | None:
    match aim.kind:
        case "power":
            return _power(aim)
        case "hr":
            return _heart(aim)
        case "pace":
            return _zone_of(aim, "pace") if aim.low is None else _pace(aim)
        case "speed" if activity in _ON_FOOT and aim.low and aim.high:
            return _clocks(3600 / aim.low, 3600 / aim.high, "km")
        case "zone":
            return _zone(aim, zones)
        case _:
            return None


def _power(aim: Target) -> Aim | None:
    if aim.low is not None and aim.high is not None:
        return Aim(f"{aim.low:.0f}", f"{aim.high:.0f}", "w", "")
    if share := _POWER.fullmatch(aim.written or ""):
        return Aim(share[1], share[2] or share[1], "%", "")
    return _zone_of(aim, "power")


def _heart(aim: Target) -> Aim | None:
    """By zone or share: the builder reads no beats."""
    if share := _HEART.fullmatch(aim.written or ""):
        of = " LTHR" if share[3] else " HR"
        return Aim(share[1], share[2] or share[1], "%", of)
    return _zone_of(aim, "hr")


def _zone_of(aim: Target, measure: str) -> Aim | None:
    zone = _ZONE.fullmatch(aim.written or "")
    if zone is None:
        return None
    if zone[1]:
        return _below(int(zone[2]), measure)
    return _zones(zone[2], zone[3] or zone[2], measure)


def _zone(aim: Target, measure: str) -> Aim | None:
    """Below zone 3 are zones 1 and 2; how many there are above it, nobody says."""
    if aim.high is None:
        return None
    if aim.low is None:
        return _below(int(aim.high), measure)
    return _zones(f"{aim.low:.0f}", f"{aim.high:.0f}", measure)


def _below(zone: int, measure: str) -> Aim | None:
    return _zones("1", str(zone - 1), measure) if zone > 1 else None


def _zones(low: str, high: str, measure: str) -> Aim:
    return Aim(f"Z{low}", f"Z{high}", "", _MEASURES[measure])


def _pace(aim: Target) -> Aim | None:
    if aim.low is None or aim.high is None:
        return None
    factor, per = next((factor, per) for says, factor, per in _PER if says in aim.text)
    return _clocks(aim.high * factor, aim.low * factor, per)


def _clocks(slow: float, fast: float, per: str) -> Aim:
    return Aim(_clock(slow), _clock(fast), f"/{per}", " Pace")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def cadence(stretch: Segment) -> str:
    """`90rpm`, `85-95rpm`, where that is the target."""
    aim = stretch.target
    if aim is None or aim.kind != "cadence" or aim.low is None:
        return ""
    low, high = wording.number(aim.low), wording.number(aim.high or aim.low)
    return f"{low}rpm" if low == high else f"{low}-{high}rpm"
