"""The load of a plan's weeks: what the diary says of how long and how hard they were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from mesocycle.compiler.numbers.strain import monotony, rolling, session_load, strain, weighted
from mesocycle.diary.model import SessionLog
from mesocycle.programme import TrainingLoad, WeekStatistics

#: What the mean and the deviation of monotony are of.
BASIS: Final = "monotony per day, rest days as 0, sample standard deviation"
_SO_FAR: Final = "so far; monotony, strain and ratios need the whole week"
_NOT_ALL: Final = "without the sessions that lack an RPE or a time; no monotony, strain or ratios"
_BEFORE: Final = "the plan begins within the week; no monotony, strain or ratios"
_ALL_ALIKE: Final = f"{BASIS}; undefined, as all days are alike"

_DAY = dt.timedelta(days=1)


def with_load(
    weeks: Iterable[WeekStatistics],
    logs: Sequence[SessionLog],
    starts: dt.date,
    as_of: dt.date,
    origin: dt.date,
) -> tuple[WeekStatistics, ...]:
    """The weeks with the load of what was logged in them up to `as_of`.

    `origin` is the first day of week 1, which is before `starts` where a plan begins mid-week.

    From the plan's start on, or from the diary's if that is earlier, a day without a session is
    a day of rest; of the days before, nobody knows.
    A week without a logged session has none, nor has anybody who never says an RPE. A session
    without an RPE or a time counts in `unknown_sessions` and never as 0, so that nothing is said
    of how such a week was spread.
    """
    if all(log.rpe is None for log in logs):
        return tuple(weeks)
    known = _Days(logs, starts, as_of)
    return tuple(_week(week, origin + (week.week - 1) * 7 * _DAY, known) for week in weeks)


class _Days:
    """The logged loads by day; None where a session has none."""

    def __init__(self, logs: Iterable[SessionLog], starts: dt.date, last: dt.date) -> None:
        self.last = last
        self._loads: dict[dt.date, list[float | None]] = {}
        for log in logs:
            if log.date <= last:
                loads = self._loads.setdefault(log.date, [])
                loads.append(session_load(log.rpe, log.seconds))
        self.first = min([*self._loads, starts])
        self._sums: list[float] = []
        self._since: list[int] = []  # for each day, the first from which all days are known
        for number, day in enumerate(self.of(self.first, last), 1):
            whole = None not in day
            since = self._since[-1] if self._since else 0
            self._since.append(since if whole else number)
            self._sums.append(sum(filter(None, day)))

    def of(self, first: dt.date, last: dt.date) -> list[list[float | None]]:
        """The sessions' loads of every day from `first` to `last`."""
        return [self._loads.get(first + _DAY * n, []) for n in range((last - first).days + 1)]

    def before(self, ends: dt.date) -> list[float]:
        """A load for each day up to `ends`, from the day after the last of which it is unknown."""
        last = (ends - self.first).days
        return self._sums[self._since[last] : last + 1]


def _week(week: WeekStatistics, starts: dt.date, known: _Days) -> WeekStatistics:
    """The row of the week that begins on `starts`, by the calendar and not with the plan."""
    ends = starts + 6 * _DAY
    days = known.of(starts, min(ends, known.last))
    loads = [load for day in days for load in day]
    if not loads:
        return week
    told = [load for load in loads if load is not None]
    unknown = len(loads) - len(told)
    whole = round(sum(told))
    reason = (
        _NOT_ALL if unknown else _SO_FAR if ends > known.last else
        _BEFORE if starts < known.first else None
    )  # fmt: skip
    if reason:
        load = TrainingLoad(load=whole, basis=reason, unknown_sessions=unknown)
    else:
        load = _spread(whole, [sum(filter(None, day)) for day in days], known.before(ends))
    return replace(week, load=whole if told else None, training_load=load)


def _spread(whole: int, days: Sequence[float], before: Sequence[float]) -> TrainingLoad:
    """A whole week of which everything is known. Strain is by monotony as it is shown."""
    sameness = _rounded(monotony(days))
    weight = strain(whole, sameness)
    return TrainingLoad(
        load=whole,
        monotony=sameness,
        strain=None if weight is None else round(weight),
        basis=BASIS if sameness is not None else _ALL_ALIKE,
        acwr=_rounded(rolling(before)),
        acwr_ewma=_rounded(weighted(before)),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
