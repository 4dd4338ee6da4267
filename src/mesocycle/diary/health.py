"""How the athlete is, as of a date: what hurts, which red flags stand, whether to run.

The state of a day counts everything dated up to and on that day, so that this morning's
pain is known before this evening's session.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice, pairwise
from operator import attrgetter

from mesocycle.civil import spoken
from mesocycle.diary import outside
from mesocycle.diary.aches import Day, hurt_in
from mesocycle.diary.days import Days
from mesocycle.diary.flares import flare_since, flares
from mesocycle.diary.lasting import EXPIRES
from mesocycle.diary.model import BodyPain, Clearance, Diary, Flag
from mesocycle.diary.order import came_first
from mesocycle.diary.raised import all_flags
from mesocycle.diary.screening import Screening
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because

#: What clinics ask for before running begins (fast walk of half an hour without pain or limp).
BRISK_WALK_S = 30 * 60


class Health:
    """The athlete's days, red flags and walks, from the diary alone.

    `as_of`: today (the diary's last day if None). `limit`: how much counts as painfree (None:
    as the diary says). `before_sessions`: a day is seen as it was before its sessions.
    """

    def __init__(
        self,
        diary: Diary | None,
        as_of: dt.date | None = None,
        *,
        limit: int | None = None,
        before_sessions: bool = False,
    ) -> None:
        own = (diary.athlete.pain_limit if diary else None) or 0
        self.limit = own if limit is None else limit
        self.diary = diary
        self._before_sessions = before_sessions
        self.days = Days(diary, before_sessions=before_sessions)
        self._today = as_of or (diary.last if diary else None)
        self._clearances = diary.clearances if diary else ()
        self._opening: dict[str | None, list[Clearance]] = {}
        self._flags = all_flags(diary) if diary else []
        self._outside = outside.reasons(diary)
        self._flares = flares(diary, self.limit) if diary else []
        logs = diary.sessions if diary else ()
        self._ran = [log.date for log in logs if log.endurance and not log.unverified]
        #: Where in `_ran` too much time had gone by since the run before; and its end.
        self._breaks = [
            *(i for i, (a, b) in enumerate(pairwise(self._ran), 1) if b - a > EXPIRES),
            len(self._ran),
        ]

    def day(self, date: dt.date) -> Day:
        """What was known on `date`; of a day to come it is what counts today."""
        return self.days.on(date, min(date, self._today) if self._today else date)

    def mornings(self, after: dt.date) -> tuple[BodyPain | None, BodyPain | None]:
        """The worst entry of the morning after a date, and the last one up to that date."""
        return self.days.mornings(after)

    def said_on(self, date: dt.date) -> list[BodyPain]:
        """What was said of that day itself, its morning left out."""
        return self.days.said_on(date)

    def flags(self, date: dt.date, scope: str | None = None) -> list[Flag]:
        """The red flags that stand on `date` for a scope (None: for anything at all)."""
        end = bisect_right(self._flags, date, key=attrgetter("date"))
        known = self._clearing(date, scope)
        # What was there before the day of the last clearance is cleared by that one.
        begin = bisect_left(self._flags, known[-1].date, key=attrgetter("date")) if known else 0
        return [f for f in self._flags[begin:end] if not _is_cleared(f, known)]

    def latch(self, flags: Sequence[Flag]) -> None:
        """Let these flags stand as well: the coach's rules raised them."""
        self._flags = sorted((*self._flags, *flags), key=lambda flag: flag.date)

    def cleared(self, flag: Flag, date: dt.date, scope: str | None = None) -> bool:
        """Whether a flag is cleared on `date` for a scope (None: for everything)."""
        return _is_cleared(flag, self._clearing(date, scope))

    def _clearing(self, date: dt.date, scope: str | None) -> list[Clearance]:
        """The clearances up to `date` that open a scope after a red flag, in order."""
        if scope not in self._opening:
            self._opening[scope] = [
                each
                for each in self._clearances
                if each.condition is None and (not each.scope or scope in each.scope)
            ]
        opening = self._opening[scope]
        return opening[: bisect_right(opening, date, key=attrgetter("date"))]

    def limped(self, date: dt.date) -> Because | None:
        """The line of a limp that was reported on a day or the next; None if there is none."""
        begin = bisect_left(self._flags, date, key=attrgetter("date"))
        end = bisect_right(self._flags, date + dt.timedelta(days=1), key=attrgetter("date"))
        limps = (flag for flag in self._flags[begin:end] if flag.symptom == "limp")
        return next((flag.because for flag in limps), None)

    def screening(self) -> Screening:
        """What was answered when somebody asked about red flags."""
        return Screening(self.diary, self._flags)

    def outside(self, date: dt.date, scope: str | None = None) -> list[outside.Outside]:
        """Why nothing may be trained that nobody has cleared (SR18), for a scope as in `flags`."""
        if not self._outside:
            return []
        return outside.standing(self._outside, self._clearances, date, scope)

    def brisk_walk(self, date: dt.date, seconds: int = BRISK_WALK_S) -> Verdict:
        """Whether a brisk walk of that length without pain is on record and still counts.

        A flare ends it. It counts for 28 days, and every logged session of running or
        walking carries it on.
        """
        if self.diary is None:
            return Verdict(None, "no brisk walk is on record")
        walks = self.diary.walks
        known = walks[: bisect_right(walks, date, key=attrgetter("date"))]
        walk = next((walk for walk in reversed(known) if walk.seconds >= seconds), None)
        if walk is None:
            return Verdict(None, f"no brisk walk of {seconds // 60} minutes is on record")
        same = bisect_left(known, walk.date, key=attrgetter("date"))
        for later in islice(known, same, None):  # a shorter one is no better
            pain = hurt_in(later) or 0
            if later.sharp or pain > self.limit:
                return Verdict(False, f"the brisk walk hurt ({pain})", (later.because,))
        if walk.pain is None:
            return Verdict(None, "nobody has said how the brisk walk felt", (walk.because,))
        flare = flare_since(self._flares, walk.date, date, same_day=not self._before_sessions)
        if flare is not None:
            text = f"there was {flare.name} on {spoken(flare.date)}, not before the brisk walk"
            return Verdict(None, text, (walk.because, flare.because))
        if self._lapsed(walk.date, date):
            return Verdict(None, "the brisk walk is too long ago", (walk.because,))
        text = f"a brisk walk of {walk.seconds // 60} minutes on {spoken(walk.date)} without pain"
        return Verdict(True, text, (walk.because,))

    def _lapsed(self, walked: dt.date, date: dt.date) -> bool:
        last = walked
        begin, end = (bisect_right(self._ran, day) for day in (walked, date))
        if begin < end and self._ran[begin] - walked <= EXPIRES:
            last = self._ran[min(end, self._breaks[bisect_right(self._breaks, begin)]) - 1]
        # Of a day to come, it is taken that what is planned until then is done.
        return min(date, max(last, self._today or last)) - last > EXPIRES


def _is_cleared(flag: Flag, clearances: Sequence[Clearance]) -> bool:
    """Whether one of `clearances`, which are in order, came after the flag."""
    begin = bisect_left(clearances, flag.date, key=attrgetter("date"))
    return any(came_first(flag, clearance) for clearance in islice(clearances, begin, None))
