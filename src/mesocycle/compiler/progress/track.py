"""A track: where one slot stands in its progression, replayed from the diary."""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Care, Progression
from mesocycle.compiler.loads.shift import STILL, Shift
from mesocycle.diary.model import ExerciseLog
from mesocycle.mass import Mass
from mesocycle.programme import Because, Set
from mesocycle.syntax.nodes import Deload, Scheme


class Pending(msgspec.Struct, frozen=True):
    """A session whose result has not been counted yet: what was asked, and on which day.

    `progress` and `scheme` are those that held on that day, `week` is the plan's. `unwritten`:
    the plan gives no load, so what was lifted is the base of the next. `easy`: it was a deload,
    of which nothing is counted.
    """

    date: dt.date
    exercise: Exercise
    sets: tuple[Set, ...]
    logs: tuple[ExerciseLog, ...]
    slow: bool
    progress: Progression | None = None
    scheme: Scheme | None = None
    week: int = 0
    unwritten: bool = False
    easy: bool = False


class Track:
    """The moving numbers of one slot for one exercise. What is not there is as the plan wrote it.

    `values` are reps, seconds of a hold, sets, seconds of rest, metres; `shift` is what became
    of the written loads, `lifted` the base where there are none. `variables` are whole numbers,
    `kept` are loads to come back to. `deload` is how the session being composed is done
    easier; `owed` is one that a rule has asked for and nobody has done.
    """

    __slots__ = (
        "counts", "cycle", "deload", "done_in_cycle", "fired", "good", "kept", "last", "last_log",
        "last_step", "lifted", "lowered", "owed", "pending", "projected", "rung", "said",
        "sessions", "shift", "short_cycle", "short_lines", "short_session", "short_week",
        "short_why", "stage", "staged", "top", "topped", "trained", "values", "variables", "week",
        "weeks",
    )  # fmt: skip

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.lowered: set[str] = set()
        self.rung: int | None = None
        self.stage = 0
        self.shift: Shift = STILL
        self.lifted: Mass | None = None
        self.variables: dict[str, int] = {}
        self.kept: dict[str, tuple[Shift, Mass | None, float | None]] = {}
        self.last_step: dt.date | None = None
        #: The day of the last step to a further stage.
        self.staged: dt.date | None = None
        self.last_log: dt.date | None = None
        self.pending: Pending | None = None
        #: The session that was counted last.
        self.last: Pending | None = None
        #: Its heaviest load, in kilograms, with what has moved since.
        self.top: float | None = None
        self.projected = False
        self.deload: Deload | None = None
        self.owed: Deload | None = None
        #: What was decided ahead of the session's lines, and for which session.
        self.said: tuple[str | None, tuple[str, ...]] | None = None
        # What is counted: good sessions since the last step; events since their rules fired.
        self.good = 0
        self.counts: dict[object, int] = {}
        # Sessions and training weeks so far, when each rule of the calendar last fired, and
        # the last session and week in which a set fell short.
        self.sessions = self.weeks = self.week = 0
        self.trained: set[int] = set()
        self.fired: dict[int, int] = {}
        self.short_session = 0
        self.short_week = 0
        self.short_lines: tuple[Because, ...] = ()
        self.short_why = ""
        # The phase's turn (the plan week in which it began), and what happened in it.
        self.cycle: int | None = None
        self.done_in_cycle = False
        self.short_cycle = False
        self.topped = False

    def value(self, what: str, low: int) -> int:
        """Where `what` stands: at least `low`, unless a rule has lowered it."""
        now = self.values.get(what)
        if now is None:
            return low
        return now if what in self.lowered else max(low, now)

    def may_step(self, date: dt.date, care: Care) -> bool:
        """At most one step a week or per two sessions (SR13), in rehab."""
        if care == "training" or self.last_step is None:
            return True
        return (date - self.last_step).days >= 7 or self.good >= 2

    def train(self, week: int) -> None:
        """Count a training week, once, though some of it be done after a later one has begun."""
        if week not in self.trained:
            self.trained.add(week)
            self.week = week
            self.weeks += 1

    def stepped(self, date: dt.date) -> None:
        """A step was taken: the count of good sessions starts again."""
        self.last_step = date
        self.good = 0

    def set(self, what: str, value: int, low: int = 0) -> None:
        """Put `what` at `value`; below `low`, what the plan writes, only by a rule."""
        self.values[what] = value
        if value < low:
            self.lowered.add(what)
        else:
            self.lowered.discard(what)

    def begin_again(self, *names: str) -> None:
        """Back to the low end of these ranges, or (none named) of all, with the count anew."""
        for name in names or tuple(self.values):
            self.values.pop(name, None)
            self.lowered.discard(name)
        if not names:
            self.last_step = None
            self.good = 0

    def leave(self, pending: Pending, *, is_open: bool) -> None:
        """Leave a session to be counted by the next of its slot; missed ones count nothing."""
        if pending.logs:
            self.last_log = pending.date
        if pending.easy:
            self.owed = None if pending.logs or is_open else self.owed
        elif pending.logs or is_open:
            self.pending = pending
        if is_open and pending.progress is not None and pending.progress.moves:
            self.projected = True
