"""Targets as a watch knows them. What it cannot hold stays in the step's note, and is told."""

from __future__ import annotations

import re
from typing import Final

from mesocycle.programme import Target

from .steps import Aim

_HEART_PERCENT: Final = re.compile(r"hr ([0-9]+)(?:[–-]([0-9]+))?%$")
_POWER_PERCENT: Final = re.compile(r"power ([0-9]+)(?:[–-]([0-9]+))?%$")
#: The ends of what has only one: from standing to faster than anybody, and so on.
_ENDS: Final = {
    "speed": (0.0, 30.0), "heart_rate": (30.0, 250.0), "power": (0.0, 2000.0),
    "cadence": (0.0, 254.0),
}  # fmt: skip
_KINDS: Final = {
    "bpm": "heart_rate", "W": "power", "rpm": "cadence", "s/km": "speed", "km/h": "speed",
}  # fmt: skip
#: Watches have five zones of the heart rate.
_ZONES: Final = 5


class Aims:
    """Reads targets; `warnings` says what watches cannot hold. `band`: per cent on either side."""

    def __init__(self, band: int, *, wheels: bool) -> None:
        self.warnings: list[str] = []
        self._band = band / 100
        self._wheels = wheels

    def of(self, aim: Target | None, last: Target | None = None) -> Aim | None:
        """The aim of a target, or of a ramp from it to `last`; None if a note has to do."""
        if aim is None or aim.kind in ("word", "rpe"):
            return None
        found = self._of(aim)
        if last is not None:
            found = self._ramp(found, self._of(last), aim, last)
        if found is None:
            self.warnings.append(f"watches cannot be told {aim.text!r}: it stands in the note")
        elif found.zone:
            own = "is the watch's own zone of the heart rate: nothing says what yours are"
            self.warnings.append(f"{aim.text} {own}")
        return found

    def _ramp(self, first: Aim | None, last: Aim | None, aim: Target, end: Target) -> Aim | None:
        """FIT has no ramps: from the lower to the higher end, and the note says which way."""
        if not first or not last or first.zone or last.zone or first[::3] != last[::3]:
            return None
        told = f"{aim.text} to {end.text}"
        self.warnings.append(f"watches know no ramps: {told} is a range, and stands in the note")
        return first._replace(low=min(first.low, last.low), high=max(first.high, last.high))

    def _of(self, aim: Target) -> Aim | None:
        if aim.unit == "zone":
            return self._zone(aim)
        if aim.unit is None:
            return _percent(aim)
        kind = _KINDS.get(aim.unit)
        if kind is None or (kind == "cadence" and not self._wheels):
            return None  # watches count the steps of one foot, coaches those of both
        low, high = _SCALES[aim.unit](aim.low, aim.high)
        if low is not None and low == high:
            low, high = low * (1 - self._band), low * (1 + self._band)
        least, most = _ENDS[kind]
        return Aim(
            kind,  # type: ignore[arg-type]  # one of the four
            min(max(least if low is None else low, least), most),
            min(max(most if high is None else high, least), most),
        )

    def _zone(self, aim: Target) -> Aim | None:
        if aim.low is None or aim.low != aim.high or not 1 <= aim.low <= _ZONES:
            return None
        return Aim("heart_rate", zone=int(aim.low))


def _percent(aim: Target) -> Aim | None:
    """`hr 80–90%` of the maximum, `power 85–95%` of the FTP, as the watch knows these."""
    if found := _HEART_PERCENT.match(aim.text):
        return Aim("heart_rate", float(found[1]), float(found[2] or found[1]), percent=True)
    if found := _POWER_PERCENT.match(aim.text):
        return Aim("power", float(found[1]), float(found[2] or found[1]), percent=True)
    return None


def _same(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    return low, high


def _pace(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Seconds a kilometre as metres a second; who takes fewer is faster."""
    return (1000 / high if high else None), (1000 / low if low else None)


def _speed(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    return (None if low is None else low / 3.6), (None if high is None else high / 3.6)


_SCALES: Final = {"bpm": _same, "W": _same, "rpm": _same, "s/km": _pace, "km/h": _speed}
