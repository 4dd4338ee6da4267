"""Gaps: two weeks in which nothing was logged. What was pain-free before them is tested again.

The number is our choice (no source has one); what it does follows from caution alone.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import pairwise

from mesocycle.civil import spoken
from mesocycle.diary.lasting import LAYOFF
from mesocycle.diary.model import Diary


class Gaps:
    """The days on which something was done, and where too many lie between two of them.

    After `as_of` nothing lapses: it is taken that what is planned is done.
    """

    def __init__(self, diary: Diary, as_of: dt.date) -> None:
        done = {log.date for log in diary.sessions if not log.unverified}
        done |= {x.date for x in diary.exercises if not x.skipped and not x.unverified}
        self._as_of = as_of
        self._days = sorted(done)
        self._ends = [
            (after, before)
            for before, after in pairwise(self._days)
            if after - before > LAYOFF
        ]  # fmt: skip

    def since(self, logged: dt.date, date: dt.date, *, same_day: bool) -> str:
        """What was not logged between an entry and `date`, in words; empty if nothing lapsed."""
        find = bisect_right if same_day else bisect_left
        known = find(self._days, date)
        last = self._days[known - 1] if known else logged
        if min(date, max(self._as_of, last)) - last > LAYOFF:
            return _text(last)
        for after, before in self._ends:
            if before >= logged and (after < date or (same_day and after == date)):
                return _text(before)
        return ""


def _text(last: dt.date) -> str:
    return f"nothing was logged for over two weeks after {spoken(last)}: it is tested again"
