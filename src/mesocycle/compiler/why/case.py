"""A case: one decision, and whom and what it is about."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from itertools import chain

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.diary.model import (
    Answer,
    BodyPain,
    Diary,
    ExerciseLog,
    Flag,
    SessionLog,
)
from mesocycle.programme import Because, Decision, Item, Session

#: What the lines of a diary are, as far as decisions rest on them.
Entry = BodyPain | Answer | ExerciseLog | SessionLog | Flag


class Change(msgspec.Struct, frozen=True):
    """What would make a decision otherwise: a sentence, and the line to write, if there is one."""

    text: str
    write: str | None = None


class Known:
    """What every case of one programme shares: the plan, the athlete, and whose line is whose."""

    def __init__(self, plan: Plan, view: View, diary: Diary | None) -> None:
        self.plan = plan
        self.view = view
        self._diary = diary

    @cached_property
    def entries(self) -> dict[Because, list[Entry]]:
        """The entries of the diary by their lines."""
        found: dict[Because, list[Entry]] = {}
        diary = self._diary
        if diary is not None:
            said: tuple[tuple[Entry, ...], ...] = (diary.pains, diary.answers, diary.flags)
            done: tuple[tuple[Entry, ...], ...] = (diary.exercises, diary.sessions)
            for entry in chain.from_iterable((*said, *done)):
                found.setdefault(entry.because, []).append(entry)
        return found

    @cached_property
    def sore(self) -> dt.date | None:
        """The last day of which somebody said that something hurts."""
        pains = self._diary.pains if self._diary else ()
        return max((each.date for each in pains if each.value), default=None)


class Case(msgspec.Struct, frozen=True):
    """A decision about `session` (None: about no session), and about `exercise` if there is one.

    `item` is the line of the session that the decision led to.
    """

    known: Known
    decision: Decision
    session: Session | None = None
    exercise: Exercise | None = None
    item: Item | None = None

    @property
    def text(self) -> str:
        """The decision's own sentence."""
        return self.decision.text

    @property
    def view(self) -> View:
        """The athlete."""
        return self.known.view

    @property
    def today(self) -> dt.date:
        """The day on which somebody may write the next line."""
        return self.known.view.as_of

    @property
    def day(self) -> dt.date:
        """The day from which better news counts: of two entries on one day, the worse one does."""
        sore = self.known.sore and self.known.sore >= self.today
        fresh = sore or any(each.date >= self.today for each in self.entries())
        return self.today + dt.timedelta(days=1) if fresh else self.today

    @property
    def assumed(self) -> bool:
        """Whether it rests on sessions that nobody has logged yet."""
        return "if the " in self.text and not self.decision.because

    def entries(self) -> list[Entry]:
        """The entries that it rests on."""
        known = self.known.entries
        return [each for line in self.decision.because for each in known.get(line, ())]

    def entry(self, *kinds: type[Entry]) -> Entry | None:
        """The first entry of one of these kinds that it rests on."""
        return next((each for each in self.entries() if isinstance(each, kinds)), None)

    @property
    def logged(self) -> ExerciseLog | None:
        """What was last logged of the exercise, up to today."""
        if self.exercise is None:
            return None
        logs = self.view.evidence.latest(self.exercise.id, self.today + dt.timedelta(days=1))
        return logs[-1] if logs else None
