"""Recent: what was answered to check-in questions, and done last, as of a date."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import copy
from operator import attrgetter
from typing import Literal

import msgspec

from mesocycle.diary.aches import is_at, proves_nothing
from mesocycle.diary.model import Answer, Diary, ExerciseLog, SessionLog
from mesocycle.programme import Because

When = Literal["during", "after"]


class Felt(msgspec.Struct, frozen=True):
    """The worst pain of the last session that is known, and whether nothing is left unsaid.

    `value` None: nobody has said anything of it.
    """

    value: int | None
    complete: bool
    because: Because


class Recent:
    """The diary's answers and sessions, the last first to be asked.

    What was logged on the day asked about counts, unless it is seen as before its sessions.
    `trained`: the last day on which a session to come is taken to be done.
    """

    def __init__(self, diary: Diary | None, as_of: dt.date) -> None:
        self.as_of = as_of
        self.same_day = True
        self.trained: dt.date | None = None
        self._answers: dict[str, list[Answer]] = {}
        for answer in diary.answers if diary else ():
            self._answers.setdefault(answer.name, []).append(answer)
        self._sessions = [log for log in (diary.sessions if diary else ()) if not log.unverified]
        self._pains = diary.pains if diary else ()
        self._exercises = [
            log for log in (diary.exercises if diary else ()) if log.session and not log.skipped
        ]

    def before_sessions(self) -> Recent:
        """The same, each day seen as it was before its sessions."""
        other = copy(self)
        other.same_day = False
        return other

    def train(self, date: dt.date) -> None:
        """Take it from now on that a session of that day is done."""
        self.trained = date if self.trained is None else max(self.trained, date)

    def answers(self, name: str, date: dt.date, days: int) -> list[Answer]:
        """The answers of the last day on which a question was answered, while they count.

        An answer counts on its day, and on `days` - 1 more; what counts today goes on counting.
        """
        known = min(date, self.as_of)
        given = self._answers.get(name, [])
        end = bisect_right(given, known, key=attrgetter("date"))
        if not end or (known - given[end - 1].date).days >= days:
            return []
        begin = bisect_left(given, given[end - 1].date, key=attrgetter("date"))
        return given[begin:end]

    def exercises(self, first: dt.date, last: dt.date) -> list[ExerciseLog]:
        """What was done in sessions from one day to another, imported ones and all."""
        find = bisect_right if self.same_day else bisect_left
        begin = bisect_left(self._exercises, first, key=attrgetter("date"))
        return self._exercises[begin : find(self._exercises, last, key=attrgetter("date"))]

    def last(self, date: dt.date) -> SessionLog | None:
        """The last session that was logged up to `date`."""
        find = bisect_right if self.same_day else bisect_left
        end = find(self._sessions, min(date, self.as_of), key=attrgetter("date"))
        if min(date, self.as_of) < date:
            end = bisect_right(self._sessions, self.as_of, key=attrgetter("date"))
        return self._sessions[end - 1] if end else None

    def days_off(self, date: dt.date) -> tuple[int, Because] | None:
        """How many days before `date` a session was last done, and its line."""
        last = self.last(date)
        if last is None:
            return None
        if self.trained is not None and last.date < self.trained < date:
            return 0, last.because
        return (min(date, self.as_of) - last.date).days, last.because

    def felt(self, when: When, date: dt.date, region: str | None, side: str | None) -> Felt | None:
        """How much it hurt during the last session, or after it; None: there was none."""
        last = self.last(date)
        if last is None:
            return None
        said = list(self._said(last, when, region, side))
        worst = max((v for v, _ in said if v is not None), default=None)
        because = next((line for value, line in said if value == worst), last.because)
        return Felt(worst, bool(said) and all(v is not None for v, _ in said), because)

    def _said(
        self, log: SessionLog, when: When, region: str | None, side: str | None
    ) -> Iterator[tuple[int | None, Because]]:
        """Of every exercise how much it hurt (None: unsaid), and of the whole where it was said."""
        done = [each for each in log.exercises if not each.skipped and not proves_nothing(each)]
        if log.pain is not None or not done:
            yield self._there(log.pain, log, region, side), log.because
        for exercise in done:
            for name, mark in exercise.marks.items():
                pain = mark.pain if when == "during" else mark.after
                if region is None and side is not None and name not in ("both", side):
                    continue
                yield self._there(pain, exercise, region, side), exercise.because

    def _there(
        self, pain: int | None, log: SessionLog | ExerciseLog, region: str | None, side: str | None
    ) -> int | None:
        """The pain where it is asked about: 0 is 0 everywhere; else its line names the place."""
        if not pain or region is None:
            return pain
        find = attrgetter("date")
        begin = bisect_left(self._pains, log.date, key=find)
        end = bisect_right(self._pains, log.date, key=find)
        at = log.because.file, log.because.line
        places = [p for p in self._pains[begin:end] if (p.because.file, p.because.line) == at]
        if not places:
            return None
        here = [p.value for p in places if is_at(p.region, p.side, region, side)]
        return max(here, default=0)
