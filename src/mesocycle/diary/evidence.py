"""What the diary proves about an exercise, as of a date.

Evidence is what was logged before the day asked about. It counts for 28 days; the latest
entry wins, of two on one day the worse; and a flare (any pain of 3 or more, sharp pain, pain in
a leg, or a red flag) ends all that was pain-free before it, as two weeks without an entry do in
rehab. Silence proves nothing, and neither does what was imported from elsewhere.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from operator import itemgetter
from typing import Literal

from mesocycle.catalogue.model import Exercise
from mesocycle.civil import spoken
from mesocycle.diary.flares import Flare, flare_since, flares
from mesocycle.diary.gaps import Gaps
from mesocycle.diary.lasting import EXPIRES
from mesocycle.diary.model import Diary, ExerciseLog, Mark, Side
from mesocycle.diary.verdict import TRIED, Verdict, every
from mesocycle.programme import Because

#: What one side of an entry says, by a pain limit, and in words with the side behind them.
Judge = Callable[[Mark, str, int], tuple[bool | None, str]]


class ByDay:
    """Entries in order, those of a day together."""

    def __init__(self) -> None:
        self._dates: list[dt.date] = []
        self._days: list[list[ExerciseLog]] = []

    def add(self, log: ExerciseLog) -> None:
        """Add an entry that is no earlier than all before it."""
        if not self._dates or self._dates[-1] != log.date:
            self._dates.append(log.date)
            self._days.append([])
        self._days[-1].append(log)

    def last(self, date: dt.date, *, same_day: bool) -> Sequence[ExerciseLog]:
        """Those of the last day before a date, or with `same_day` up to it."""
        end = (bisect_right if same_day else bisect_left)(self._dates, date)
        return self._days[end - 1] if end else ()


class Evidence:
    """The diary's exercise entries, indexed; it never changes but for `assume`.

    After `as_of` nothing is logged yet: what counted on that day goes on counting, and
    what `assume` was told goes well is taken to have gone well. What is logged on the day
    asked about counts only with `same_day`: this morning's pain for this evening's session.
    `limit`: how much counts as painfree (None: as the diary says). `lapses`: two weeks without
    an entry end what was pain-free before them.
    """

    def __init__(
        self,
        diary: Diary | None,
        as_of: dt.date,
        *,
        same_day: bool = False,
        limit: int | None = None,
        lapses: bool = False,
    ) -> None:
        self.as_of = as_of
        self.same_day = same_day
        own = (diary.athlete.pain_limit if diary else None) or 0
        self.limit = own if limit is None else limit
        self._logs: dict[str, ByDay] = {}
        self._felt: dict[str, ByDay] = {}
        #: What the entries of a day say of an exercise, by the judge that was asked.
        self._judged: dict[tuple[Judge, str, dt.date], Verdict] = {}
        self._assumed: set[str] = set()
        for log in diary.exercises if diary else ():
            if not log.skipped and not log.unverified:
                self._logs.setdefault(log.exercise, ByDay()).add(log)
                if log.felt:
                    self._felt.setdefault(log.exercise, ByDay()).add(log)
        self._flares = flares(diary, self.limit) if diary else []
        self._gaps = Gaps(diary, as_of) if diary and lapses else None
        self._troubled = {
            log.exercise
            for log in (diary.exercises if diary else ())
            for mark in log.marks.values()
            if mark.worst_pain or mark.sharp or mark.form is False
        }

    def assume(self, exercise: str) -> None:
        """Take it from now on that the assessment of `exercise` goes well."""
        self._assumed.add(exercise)

    def untroubled(self, exercise: str) -> bool:
        """Whether it never hurt, never lost its form, and nothing about it is only assumed."""
        return exercise not in self._troubled and exercise not in self._assumed

    def before_sessions(self) -> Evidence:
        """The same evidence, each day seen as it was before its sessions."""
        other = copy(self)
        other.same_day = False
        return other

    def latest(self, exercise: str, date: dt.date) -> Sequence[ExerciseLog]:
        """The entries of the last day before `date` on which the exercise was logged."""
        return self._last_day(self._logs.get(exercise), date)

    def tried(self, exercise: Exercise, date: dt.date) -> Verdict:
        """Whether it was ever logged; this is never unknown."""
        logs = self.latest(exercise.id, date)
        if logs:
            return Verdict(True, TRIED, _lines(logs))
        if exercise.id in self._assumed:
            return Verdict(True, "tried, if the assessment takes place", assumed=True)
        return Verdict(False, "not tried yet")

    def helps(self, exercise: Exercise, date: dt.date) -> Verdict:
        """Whether it felt better after it, the last time somebody said."""
        logs = self._last_day(self._felt.get(exercise.id), date)
        if not logs or self._expired(logs[-1].date, date):
            text = "nobody has said whether it felt better after it"
            return self._hoped(exercise, Verdict(None, text, _lines(logs)))
        worst = next((log for log in logs if log.felt != "better"), logs[0])
        how = "the same" if worst.felt == "same" else worst.felt
        return Verdict(worst.felt == "better", f"it felt {how} after it", _lines([worst]))

    def painfree(self, exercise: Exercise, date: dt.date) -> Verdict:
        """Whether it was done within the athlete's pain limit, on every side it has."""
        verdict = self._judge(exercise, date, _painfree)
        flare = self._flare_since(exercise.id, date) if verdict.value else None
        if flare:
            text = f"pain-free before, but there was {flare.name} on {spoken(flare.date)}"
            verdict = Verdict(None, text, (*verdict.because, flare.because))
        elif verdict.value and self._gaps and (logs := self.latest(exercise.id, date)):
            text = self._gaps.since(logs[-1].date, date, same_day=self.same_day)
            verdict = Verdict(None, text, verdict.because) if text else verdict
        if exercise.id in self._assumed and verdict.value is False:  # it is to be tried again
            verdict = Verdict(None, verdict.text, verdict.because, verdict.side)
        return self._hoped(exercise, verdict)

    def worst_pain(
        self, exercise: Exercise, date: dt.date, side: Literal["left", "right"] | None = None
    ) -> tuple[int, Because] | None:
        """The most it hurt the last time, and the line that says so; None: nobody has said."""
        logs = self.latest(exercise.id, date)
        if not logs or self._expired(logs[-1].date, date):
            return None
        marks = [
            (mark.worst_pain, log.because)
            for log in logs
            for name, mark in log.marks.items()
            if side is None or name in ("both", side)
        ]
        if any(pain is None for pain, _ in marks):
            return None
        return max(((p, line) for p, line in marks if p is not None), key=itemgetter(0))

    def last_done(self, exercise: str, date: dt.date) -> dt.date | None:
        """The day of the last entry of an exercise; None where there is none."""
        logs = self.latest(exercise, date)
        return logs[-1].date if logs else None

    def slow(self, exercise: Exercise, date: dt.date) -> Verdict:
        """Whether it was done slowly."""
        return self._judge(exercise, date, _slow)

    def form(self, exercise: Exercise, date: dt.date) -> Verdict:
        """Whether form was kept."""
        return self._judge(exercise, date, _form)

    def _judge(self, exercise: Exercise, date: dt.date, judge: Judge) -> Verdict:
        logs = self.latest(exercise.id, date)
        if not logs:
            return self._hoped(exercise, Verdict(None, "not tried yet"))
        logged = logs[-1].date
        if self._expired(logged, date):
            text = f"the last entry is of {spoken(logged)}, too old to count"
            return self._hoped(exercise, Verdict(None, text, _lines(logs)))
        key = (judge, exercise.id, logged)
        verdict = self._judged.get(key)
        if verdict is None:
            verdict = self._judged[key] = every([
                Verdict(*judge(mark, _on(side), self.limit), (log.because,), side)
                for log in logs
                for side, mark in log.marks.items()
            ])  # fmt: skip
        return self._hoped(exercise, verdict)

    def _hoped(self, exercise: Exercise, verdict: Verdict) -> Verdict:
        """What is unknown of an exercise that will be assessed first is taken to go well."""
        if verdict.value is None and exercise.id in self._assumed:
            return Verdict(True, "if the assessment goes well", assumed=True)
        return verdict

    def _last_day(self, entries: ByDay | None, date: dt.date) -> Sequence[ExerciseLog]:
        """Those of the last day that counts on which there are any."""
        return entries.last(date, same_day=self.same_day) if entries else ()

    def _expired(self, logged: dt.date, date: dt.date) -> bool:
        return min(date, max(self.as_of, logged)) - logged > EXPIRES

    def flare(self, logged: dt.date, date: dt.date) -> Flare | None:
        """The first flare up to `date` that ends what was logged on a day, if there is one."""
        return flare_since(self._flares, logged, date, same_day=self.same_day)

    def _flare_since(self, exercise: str, date: dt.date) -> Flare | None:
        logs = self.latest(exercise, date)
        return self.flare(logs[-1].date, date) if logs else None


def _lines(logs: Iterable[ExerciseLog]) -> tuple[Because, ...]:
    return tuple(log.because for log in logs)


def _on(side: Side) -> str:
    return "" if side == "both" else f" on the {side}"


def _painfree(mark: Mark, side: str, limit: int) -> tuple[bool | None, str]:
    pain = mark.worst_pain
    if mark.sharp:
        return False, f"sharp pain{side}"
    if pain is None:
        return None, f"nobody has said how much it hurt{side}"
    if pain > limit:
        return False, f"pain {pain}{side}"
    return True, "no pain" if pain == 0 else f"pain {pain}{side} (within the limit)"


def _slow(mark: Mark, side: str, _limit: int) -> tuple[bool | None, str]:
    if mark.slow is None:
        return None, f"nobody has said whether it was slow{side}"
    return mark.slow, "slow" if mark.slow else f"not slow{side}"


def _form(mark: Mark, side: str, _limit: int) -> tuple[bool | None, str]:
    if mark.form is None:
        return None, f"nobody has said how the form was{side}"
    if mark.form:
        return True, "form good"
    reason = f" ({mark.form_reason})" if mark.form_reason else ""
    return False, f"form lost{reason}{side}"
