"""Maxes: what an athlete can lift, as known on a day, and what moves it.

A max belongs to an exercise, so every line in per cent of it follows. The diary wins over the
plan, a dated entry or a test over what was known before it. The max to train by is an entry of
its own, or the plan's share of the 1RM; a progression moves it, and where there is none, the
1RM. A 1RM that is entered later, or tested, starts a share again.
"""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Frozen, Move, Plan
from mesocycle.compiler.loads import table
from mesocycle.compiler.loads.formulas import defined, one_rep_max
from mesocycle.compiler.loads.gear import Rack
from mesocycle.compiler.loads.written import figure, number
from mesocycle.diary.model import Bodyweight, MaxLog
from mesocycle.mass import Mass
from mesocycle.programme import Because

#: When something was said: in the plan, in the profile, or on a day (its ordinal).
_PLAN, _PROFILE = 0, 1


class Known(Frozen):
    """A mass that is known, what it is in words (`the training max 285 lb`), and who said so."""

    mass: Mass
    text: str
    because: tuple[Because, ...] = ()


class _Lift:
    """What is known of one exercise; `since` is when the 1RM was said."""

    __slots__ = ("one", "reps", "since", "training")

    def __init__(self) -> None:
        self.one: Known | None = None
        self.since = -1
        self.reps: dict[int, Known] = {}
        self.training: Known | None = None


class Maxes:
    """The maxes of one athlete, replayed: ask about days in their order.

    `version` changes whenever anything is known anew.
    """

    def __init__(
        self,
        plan: Plan,
        rack: Rack,
        entries: tuple[MaxLog, ...] = (),
        bodyweights: tuple[Bodyweight, ...] = (),
    ) -> None:
        self.version = 0
        self._day: dt.date | None = None
        self._exercises = plan.catalogue.exercises
        self._formula = plan.formula
        self._share = plan.training
        self._rack = rack
        self._lifts: dict[str, _Lift] = {}
        self._weight: Known | None = None
        # Plan before profile before dates; of one time the fewest repetitions are the surest.
        said = [(_PLAN, entry) for entry in plan.maxes]
        said += [(entry.date.toordinal() if entry.date else _PROFILE, entry) for entry in entries]
        said.sort(key=lambda x: (x[0], x[1].training, -x[1].reps))
        self._said = said[::-1]
        weights = [(w.date.toordinal() if w.date else _PROFILE, w) for w in bodyweights]
        self._weights = sorted(weights, key=lambda x: x[0], reverse=True)

    def until(self, date: dt.date) -> None:
        """Take in what has been said up to a day, that day included."""
        if date is self._day:
            return
        self._day = date
        today = date.toordinal()
        while self._said and self._said[-1][0] <= today:
            self._say(*self._said.pop())
        while self._weights and self._weights[-1][0] <= today:
            weight = self._weights.pop()[1]
            text = f"the bodyweight {weight.mass}"
            self._weight = Known(weight.mass, text, (weight.because,))
            self.version += 1

    def one(self, exercise: str, date: dt.date) -> Known | None:
        """The 1RM."""
        self.until(date)
        lift = self._lifts.get(exercise)
        return lift.one if lift else None

    def training(self, exercise: str, date: dt.date) -> Known | None:
        """The max to train by."""
        self.until(date)
        lift = self._lifts.get(exercise)
        if lift is None:
            return None
        if lift.training is None and lift.one is not None and self._share is not None:
            lift.training = self._shared(exercise, lift.one)
        return lift.training

    def working(self, exercise: str, date: dt.date) -> Known | None:
        """What a bare per cent is of: the training max if there is one, else the 1RM."""
        return self.training(exercise, date) or self.one(exercise, date)

    def reps_max(self, exercise: str, reps: int, date: dt.date) -> Known | None:
        """What can be lifted `reps` times: as entered, else from the 1RM by the RPE table."""
        one = self.one(exercise, date)
        share = table.share(reps)
        if one is None or share is None:
            return None
        own = self._lifts[exercise].reps.get(reps)
        if own is not None:
            return own
        mass = one.mass.times(share)
        text = f"the {reps}RM {figure(mass)} ({number(share)} % of {one.text})"
        return Known(mass, text, one.because)

    def bodyweight(self, date: dt.date) -> Known | None:
        """How heavy the athlete is."""
        self.until(date)
        return self._weight

    def move(
        self, exercise: str, move: Move, date: dt.date, because: tuple[Because, ...] = ()
    ) -> Known | None:
        """Move the training max (the 1RM where there is none); None where neither is known."""
        known = self.working(exercise, date)
        if known is None:
            return None
        amount = move.amount
        if isinstance(amount, Mass):
            mass = amount if move.how == "set" else known.mass.plus(amount)
        else:
            mass = known.mass.times(amount or 0)
        lift = self._lifts[exercise]
        trains = lift.training is not None
        text = f"the {'training max' if trains else '1RM'} {figure(mass)}"
        made = Known(Mass(max(mass.micro, 0), mass.unit), text, because or known.because)
        if trains:
            lift.training = made
        else:
            lift.one = made
            lift.reps = {}
        self.version += 1
        return made

    def by_test(self, mass: Mass, reps: int) -> Mass:
        """The 1RM that a test of so many repetitions lets us expect."""
        return one_rep_max(self._formula, mass, reps) if defined(self._formula, reps) else mass

    def tested(
        self,
        exercise: str,
        mass: Mass,
        reps: int,
        date: dt.date,
        because: tuple[Because, ...] = (),
    ) -> Known | None:
        """Take in a rep-max test; None where it says nothing, or somebody has said more since."""
        self.until(date)
        lift = self._lifts.setdefault(exercise, _Lift())
        stage = date.toordinal()
        if not defined(self._formula, reps) or lift.since >= stage:
            return None
        self._enter(lift, stage, mass, reps, because)
        return lift.one

    def _say(self, stage: int, entry: MaxLog) -> None:
        lift = self._lifts.setdefault(entry.exercise, _Lift())
        because = (entry.because,)
        if entry.training:
            lift.training = Known(entry.mass, f"the training max {entry.mass}", because)
            self.version += 1
        elif defined(self._formula, entry.reps):
            self._enter(lift, stage, entry.mass, entry.reps, because)

    def _enter(
        self, lift: _Lift, stage: int, mass: Mass, reps: int, because: tuple[Because, ...]
    ) -> None:
        """A 1RM, or one that several repetitions let us expect."""
        if lift.since < stage:
            lift.reps = {}
        one = one_rep_max(self._formula, mass, reps)
        text = f"the 1RM {figure(one)}"
        if reps > 1:
            text += f" ({mass} for {reps} repetitions, by {self._formula.capitalize()})"
            lift.reps[reps] = Known(mass, f"the {reps}RM {mass}", because)
        lift.one = Known(one, text, because)
        lift.since = stage
        if self._share is not None:
            lift.training = None
        self.version += 1

    def _shared(self, exercise: str, one: Known) -> Known | None:
        share = self._share
        if share is None:
            return None
        mass = one.mass.times(share.percent)
        of = f"{number(share.percent)} % of {one.text}"
        entry: Exercise | None = self._exercises.get(exercise)
        if share.rounded and entry is not None:
            fit = self._rack.fit(entry, mass, None, loose=True)
            if fit.mass != mass:
                of += f": {figure(mass)}, {fit.how}"
            mass = fit.mass
        return Known(mass, f"the training max {figure(mass)} ({of})", one.because)
