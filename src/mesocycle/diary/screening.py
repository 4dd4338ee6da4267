"""Screening: when somebody last asked about red flags, and answered that there are none."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from operator import attrgetter

from mesocycle.civil import spoken
from mesocycle.diary.model import Diary, Flag, Screened
from mesocycle.diary.order import came_first
from mesocycle.diary.verdict import Verdict


class Screening:
    """The answers `no red flags` and `no numbness`. They clear nothing, and hold for some days."""

    def __init__(self, diary: Diary | None, flags: list[Flag]) -> None:
        self._screens = diary.screens if diary else ()
        self._flags = flags

    def asked(self, date: dt.date, days: int) -> Verdict:
        """Whether it was answered within `days` before `date` that there is no red flag.

        A flag on a later line, or on a later day, beats the answer.
        """
        answer = self._last(date, None)
        if answer is None:
            return Verdict(None, "nobody has said whether there are red flags")
        return self._verdict(answer, date, days, self._flags)

    def without(self, symptom: str, date: dt.date, days: int) -> Verdict:
        """Whether it was answered within `days` before `date` that a symptom is not there."""
        answer = self._last(date, symptom)
        if answer is None:
            return Verdict(None, f"nobody has said whether there is {symptom}")
        own = [flag for flag in self._flags if flag.symptom == symptom]
        return self._verdict(answer, date, days, own)

    def _last(self, date: dt.date, symptom: str | None) -> Screened | None:
        """The last answer up to `date` that speaks of a symptom (None: of all of them)."""
        end = bisect_right(self._screens, date, key=attrgetter("date"))
        known = (self._screens[number] for number in range(end - 1, -1, -1))
        return next((each for each in known if each.symptom in (None, symptom)), None)

    def _verdict(self, answer: Screened, date: dt.date, days: int, flags: list[Flag]) -> Verdict:
        lines = (answer.because,)
        begin = bisect_left(flags, answer.date, key=attrgetter("date"))
        end = bisect_right(flags, date, key=attrgetter("date"))
        # Of one day a flag may be the later of the two, unless it stands above.
        later = [flag for flag in flags[begin:end] if not came_first(flag, answer)]
        if later:
            text = f"{later[-1].text} was reported after that, on {spoken(later[-1].date)}"
            return Verdict(None, text, (later[-1].because,))
        if (date - answer.date).days > days:
            text = f"nobody has said since {spoken(answer.date)} whether there are red flags"
            return Verdict(None, text, lines)
        return Verdict(True, f"no red flags on {spoken(answer.date)}", lines)
