"""What is known of an athlete on a day: bests, heart rates, threshold power, own zones.

The latest entry up to the day counts. What the plan says comes first, the athlete's profile
after it, dated entries after that, so each takes the place of what was said before.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from math import log
from typing import Final

import msgspec
from msgspec.structs import replace

from mesocycle.compiler.paces import model
from mesocycle.diary.fitness import kind_of
from mesocycle.diary.model import FitnessLog
from mesocycle.programme import Because
from mesocycle.syntax.nodes import BestOf, Ftp, Heart, HeartOf, Pace, Power

#: Two lengths are one race if they differ by less: 21.1 km is the half marathon of 21,098 m.
_SAME: Final = 0.002

#: When something was said: in the plan, in the profile, or on a day (its ordinal).
_PLAN, _PROFILE = 0, 1


class Best(msgspec.Struct, frozen=True):
    """A race as it was run: metres, seconds, and the line that says so."""

    metres: int
    seconds: int
    because: Because


class Known(msgspec.Struct, frozen=True):
    """All that counts on a day. Heart rates by `max`, `resting`, `threshold`; zones by number."""

    bests: tuple[Best, ...]
    hearts: dict[str, tuple[int, Because]]
    ftp: tuple[int, Because] | None
    zones: dict[tuple[int, str], tuple[Heart | Pace | Power, Because]]


class History:
    """What was said and when; ask what was known on a day."""

    def __init__(self, plan: tuple[FitnessLog, ...], diary: tuple[FitnessLog, ...]) -> None:
        said = [(_PLAN, log) for log in plan]
        said += [(each.date.toordinal() if each.date else _PROFILE, each) for each in diary]
        said.sort(key=lambda entry: entry[0])
        self._days = [day for day, _ in said]
        self._logs = [log for _, log in said]
        self._known: dict[int, Known] = {}
        self._last: dict[tuple[str, int], FitnessLog] = {}  # of the first `_read` entries
        self._read = 0

    def on(self, date: dt.date) -> Known:
        """What counts on a day, that day's own entries included."""
        count = bisect_right(self._days, date.toordinal())
        known = self._known.get(count)
        if known is None:
            if count < self._read:
                self._read, self._last = 0, {}
            for entry in self._logs[self._read : count]:
                self._last[kind_of(entry.line)] = entry
            self._read = count
            known = self._known[count] = _known(self._last)
        return known


def _known(last: Mapping[tuple[str, int], FitnessLog]) -> Known:
    """What the last words on each thing come to."""
    known = Known((), {}, None, {})
    bests = []
    for (kind, number), entry in last.items():
        line, because = entry.line, entry.because
        if isinstance(line, BestOf):
            bests.append(Best(line.metres, line.seconds, because))
        elif isinstance(line, HeartOf):
            known.hearts[line.key] = (line.bpm, because)
        elif isinstance(line, Ftp):
            known = replace(known, ftp=(line.watts, because))
        else:
            known.zones[number, kind] = (line.range, because)
    return replace(known, bests=tuple(sorted(bests, key=lambda best: best.metres)))


def nearest(known: Known, metres: int) -> Best | None:
    """The best from which a race over `metres` is told: of that length, else of the nearest one.

    Lengths are compared by their ratio; of two as near the shorter serves. Another length's is
    only used if the model holds for its time.
    """
    same = next((best for best in known.bests if _one_race(best, metres)), None)
    if same:
        return same
    sound = [best for best in known.bests if model.within(best.seconds)]
    return min(sound, key=lambda best: (abs(log(best.metres / metres)), best.metres), default=None)


def strongest(known: Known) -> Best | None:
    """The best that shows the highest capacity, of those for which the model holds."""
    sound = [best for best in known.bests if model.within(best.seconds)]
    return max(sound, key=lambda best: (shown(best), -best.metres), default=None)


def shown(best: Best) -> float:
    """The capacity that a best shows."""
    return model.capacity(best.metres, best.seconds)


def race_seconds(best: Best, metres: int) -> float:
    """How long a race over `metres` takes who has run that best: its own length in that pace."""
    if _one_race(best, metres):
        return best.seconds * metres / best.metres
    return model.race_time(shown(best), metres)


def _one_race(best: Best, metres: int) -> bool:
    return abs(best.metres / metres - 1) <= _SAME
