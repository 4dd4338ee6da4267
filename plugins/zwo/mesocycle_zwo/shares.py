"""How hard a stretch is as Zwift says it: a share of the FTP, or of the pace of a race.

A number is never made up: what is a word (`easy`), a heart rate or a feeling stays a text on the
screen, over a stretch that is ridden or run freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from mesocycle.output.stretches import leaves
from mesocycle.programme import Programme, Session, Target

#: The races whose paces Zwift knows of a runner, by the number that it gives them.
_RACES: Final = {
    "mile pace": 0, "5k pace": 1, "10k pace": 2, "half-marathon pace": 3, "marathon pace": 4,
}  # fmt: skip
#: Watts with nothing to measure them by are shares of this, and the file says so.
_ANY_FTP: Final = 200
_PERCENT: Final = re.compile(r"power ([0-9]+(?:\.[0-9]+)?)(?:[–-]([0-9]+(?:\.[0-9]+)?))?%")
#: No file asks for more, or for less.
_LEAST, _MOST = 0.1, 5.0

_UNHEARD: Final = {
    "hr": "Zwift steers by power and pace, not by the heart rate: the numbers stand in the text",
    "zone": "zones without numbers stand in the text",
    "rpe": "Zwift knows no RPE: it stands in the text",
}


class Share(NamedTuple):
    """1.0 is all of it; `race` is the number of the race whose pace is meant, of a run."""

    value: float
    race: int | None = None


class Shares:
    """The shares of a session. `ftp` is what the file sets, where watts are meant.

    `warnings`: which targets can only be read.
    """

    def __init__(self, programme: Programme, session: Session, sport: str) -> None:
        self.warnings: list[str] = []
        self._sport = sport
        others = (each for one in programme.sessions for each in _targets(one))
        targets = [*others, *_targets(session)]
        self._paces = dict(_paces(targets))
        watts = any(aim.unit == "W" for aim in _targets(session))
        self._ftp = (_ftp(targets) or _ANY_FTP) if watts else None
        self.ftp = self._ftp if sport == "bike" else None

    def of(self, aim: Target | None) -> Share | None:
        """The middle of what the target asks for; None if it cannot be said as a share."""
        found = self._of(aim) if aim else None
        if found and _LEAST <= found.value <= _MOST:
            return found
        if aim and aim.kind not in ("word", "cadence"):
            unheard = _UNHEARD.get(aim.kind, f"{aim.text} cannot be steered by: it is a text")
            self.warnings.append(unheard)
        return None

    def _of(self, aim: Target) -> Share | None:
        low, high = aim.low, aim.high
        if self._sport == "bike":
            if aim.unit == "W" and low is not None and high is not None and self._ftp:
                return Share((low + high) / 2 / self._ftp)
            percent = _percent(aim)
            return Share((percent[0] + percent[1]) / 200) if percent and aim.unit is None else None
        if (race := _race(aim)) is not None:
            return Share(1.0, race)
        if low is None or high is None:
            return None
        if aim.unit == "s/km" and low + high > 0:
            return self._pace((low + high) / 2)
        if aim.unit == "km/h" and low + high > 0:
            return self._pace(7200 / (low + high))
        return None

    def _pace(self, seconds: float) -> Share | None:
        """A pace as a share of that of the nearest race that is known."""
        near = min(self._paces.items(), key=lambda each: abs(each[1] - seconds), default=None)
        return Share(near[1] / seconds, near[0]) if near else None


def _targets(session: Session) -> Iterator[Target]:
    for block in session.blocks:
        for leaf in leaves(block.segments):
            yield from filter(None, (leaf.target, leaf.target_end))


def _race(aim: Target) -> int | None:
    return _RACES.get(aim.text.partition(" (")[0]) if aim.kind == "pace" else None


def _paces(targets: Iterable[Target]) -> Iterator[tuple[int, float]]:
    for aim in targets:
        race = _race(aim)
        if race is not None and aim.unit == "s/km" and aim.low:
            yield race, aim.low


def _percent(aim: Target) -> tuple[float, float] | None:
    """The ends of `power 85–95%`, in per cent."""
    found = _PERCENT.match(aim.text) if aim.kind == "power" else None
    return (float(found[1]), float(found[2] or found[1])) if found else None


def _ftp(targets: Iterable[Target]) -> int | None:
    """The FTP, from targets that say per cents and what they come to in watts.

    The highest number of watts tells it best: it is rounded least.
    """
    told = [
        (aim.high, percent[1])
        for aim in targets
        if aim.unit == "W" and aim.high and (percent := _percent(aim))
    ]
    watts, share = max(told, default=(0.0, 1.0))
    return round(watts * 100 / share) if watts else None
