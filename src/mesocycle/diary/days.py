"""Days: how each day was as far as it is known, and what was said of its morning."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from msgspec.structs import replace

from mesocycle.diary.aches import Day, speaks_of, states
from mesocycle.diary.lasting import EXPIRES
from mesocycle.diary.model import BodyPain, Diary

T = TypeVar("T")


class Days:
    """Every day's state, and what was said of mornings.

    `before_sessions`: a day is seen as it was before its sessions, so that what a session did
    cannot change what that session was.
    """

    def __init__(self, diary: Diary | None, *, before_sessions: bool = False) -> None:
        self._days = states(diary, before_sessions=before_sessions) if diary else []
        self._pains = diary.pains if diary else ()
        self._mornings = [pain for pain in self._pains if pain.morning]
        self._known = _put_off(self._pains) if before_sessions else self._pains
        self._kept: dict[object, Any] = {}
        self._since: dict[int, list[dt.date | None]] = {}

    def kept(self, key: object, make: Callable[[tuple[BodyPain, ...]], T]) -> T:
        """What `make` makes of all that was said of whole days, made once for each key."""
        if key not in self._kept:
            self._kept[key] = make(self._known)
        made: T = self._kept[key]
        return made

    def on(self, date: dt.date, known: dt.date | None = None) -> Day:
        """What was known on `date`; `known`: today, where that is before it.

        That nothing hurts counts for 28 days, and that something does until somebody says no.
        """
        index = bisect_right(self._days, date, key=itemgetter(0))
        if not index:
            return Day()
        return self._days[index - 1][1].since((known or date) - EXPIRES)

    def mornings(self, after: dt.date) -> tuple[BodyPain | None, BodyPain | None]:
        """The worst entry of the morning after a date, and the last one up to that date."""
        if not self._mornings:
            return None, None
        begin, end = (
            bisect_right(self._mornings, after + dt.timedelta(days=days), key=attrgetter("date"))
            for days in (0, 1)
        )
        worst = max(self._mornings[begin:end], key=attrgetter("value"), default=None)
        return worst, (self._mornings[begin - 1] if begin else None)

    def last_morning(
        self, date: dt.date, region: str | None = None, side: str | None = None
    ) -> BodyPain | None:
        """The worst entry of the last morning, up to `date`, on which somebody wrote of a place.

        An entry without a place speaks for every place where it says that nothing hurts, and
        for anywhere where no place is asked about.
        """
        worst: BodyPain | None = None
        for number in range(bisect_right(self._mornings, date, key=attrgetter("date")), 0, -1):
            pain = self._mornings[number - 1]
            if worst is not None and pain.date < worst.date:
                break
            if speaks_of(pain, region, side) and (worst is None or pain.value >= worst.value):
                worst = pain
        return worst

    def said_on(self, date: dt.date) -> list[BodyPain]:
        """What was said of that day itself, its morning left out."""
        begin = bisect_right(self._pains, date - dt.timedelta(days=1), key=attrgetter("date"))
        end = bisect_right(self._pains, date, key=attrgetter("date"))
        return [pain for pain in self._pains[begin:end] if not pain.morning]

    def good_since(self, date: dt.date, limit: int) -> dt.date | None:
        """Since when nothing is known to have hurt beyond a limit, on `date`; None: nobody can say.

        Only a day on which that was said begins such a time, and one that was so long ago that it
        does not count any more by the next one ends it.
        """
        index = bisect_right(self._days, date, key=itemgetter(0))
        return self._good(limit)[index - 1] if index else None

    def _good(self, limit: int) -> list[dt.date | None]:
        """For each day of which something is known, since when all has been good."""
        if limit not in self._since:
            since: dt.date | None = None
            before = dt.date.min
            found: list[dt.date | None] = []
            for day, state in self._days:
                worst = state.worst
                sharp = any(ache.sharp for ache in state.known)
                bad = worst is None or worst.value > limit or sharp
                goes_on = since if day - before <= EXPIRES else None
                since, before = None if bad else goes_on or day, day
                found.append(since)
            self._since[limit] = found
        return self._since[limit]

    def last_word(self, date: dt.date) -> dt.date | None:
        """The last day, up to `date`, on which anything was said of how it is."""
        end = bisect_right(self._days, date, key=itemgetter(0))
        return self._days[end - 1][0] if end else None


def _put_off(pains: tuple[BodyPain, ...]) -> tuple[BodyPain, ...]:
    """What was said of a session was not known before the day after it."""
    if not any(pain.done for pain in pains):
        return pains
    later = (replace(p, date=p.date + dt.timedelta(days=1)) if p.done else p for p in pains)
    return tuple(sorted(later, key=attrgetter("date")))
