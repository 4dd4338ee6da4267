"""A track: where one line of a plan stands in its progression, replayed from the diary.

In rehab a step is taken only for complete evidence: every set on every side reached, no
pain, form kept, slow where asked, and the next morning no worse; and at most one step a
week or per two sessions. In training a logged session without complaint counts.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care
from mesocycle.diary.model import ExerciseLog, Mark
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Set
from mesocycle.syntax.nodes import Scheme, Step

#: After so long without an entry, the lowest of the range comes again.
LAYOFF = dt.timedelta(days=14)


class Pending(msgspec.Struct, frozen=True):
    """A session whose result has not been counted yet: what was asked, and on which day."""

    date: dt.date
    exercise: Exercise
    sets: tuple[Set, ...]
    logs: tuple[ExerciseLog, ...]
    slow: bool


class Track:
    """The moving numbers of one line for one exercise. None: still at the low end."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.rung: int | None = None
        self.last_step: dt.date | None = None
        self.good = 0
        self.last_log: dt.date | None = None
        self.pending: Pending | None = None
        self.projected = False

    def value(self, what: str, low: int) -> int:
        """Where `what` stands: reps, hold (seconds) or sets."""
        return max(low, self.values.get(what, low))

    def may_step(self, date: dt.date, care: Care) -> bool:
        """At most one step a week or per two sessions (SR13), in rehab."""
        if care == "training" or self.last_step is None:
            return True
        return (date - self.last_step).days >= 7 or self.good >= 2

    def step(self, what: str, value: int, date: dt.date) -> None:
        """Take a step."""
        self.values[what] = value
        self.last_step = date
        self.good = 0

    def begin_again(self) -> None:
        """Back to the low end of every range, on the same rung."""
        self.values.clear()
        self.last_step = None
        self.good = 0


def judge(pending: Pending, view: View, care: Care) -> Verdict:
    """Whether the session earns a step: yes, no, or (something was not said) unknown."""
    found = [
        _mark(pending, log, mark, side, care, view.evidence.limit)
        for log in pending.logs
        for side, mark in log.marks.items()
    ]
    morning = _morning(pending.date, view, care)
    for wanted in (False, None):
        worst = next((v for v in (*found, morning) if v.value is wanted), None)
        if worst:
            return worst
    lines = tuple(log.because for log in pending.logs)
    return Verdict(True, "every set reached its target", (*lines, *morning.because))


def _mark(  # one side of one entry, and what it is held against
    pending: Pending, log: ExerciseLog, mark: Mark, side: str, care: Care, limit: int
) -> Verdict:
    on = "" if side == "both" else f" on the {side}"
    line = (log.because,)
    if (mark.worst_pain or 0) > limit:
        return Verdict(False, f"pain {mark.worst_pain}{on}", line)
    if mark.form is False:
        return Verdict(False, f"form lost{on}", line)
    short = _short(pending, mark, side)
    if short:
        return Verdict(False, short + on, line)
    if pending.slow and mark.slow is False:
        return Verdict(False, f"not slow{on}", line)
    if care == "training":
        return Verdict(True, "", line)
    unsaid = [
        what
        for what, missing in (
            ("how much it hurt", mark.worst_pain is None),
            ("how the form was", mark.form is None),
            ("whether it was slow", pending.slow and mark.slow is None),
        )
        if missing
    ]
    if unsaid:
        return Verdict(None, f"nobody has said {unsaid[0]}{on}", line)
    return Verdict(True, "", line)


def _short(pending: Pending, mark: Mark, side: str) -> str | None:
    """What falls short of the target, in words; None if every set was reached."""
    asked = [s for s in pending.sets if s.side in ("both", "each", side) or side == "both"]
    targets = [(s.reps or s.hold_s) for s in asked]
    done = mark.hold_s if any(s.hold_s for s in asked) else mark.reps
    if len(done) < len(targets):
        return f"{len(done)} of {len(targets)} sets"
    for number, (target, value) in enumerate(zip(targets, done, strict=False), 1):
        if target and value < target.target:
            return f"{value} of {target.target} in set {number}"
    return None


def _morning(date: dt.date, view: View, care: Care) -> Verdict:
    """How the morning after was, against the last one before (domain: never worse)."""
    after, before = view.health.mornings(date)
    if after is None:
        unsaid = Verdict(None, "nobody has said how the next morning was")
        return Verdict(True, "") if care == "training" else unsaid
    usual = before.value if before else 0
    if after.value > usual:
        text = f"the next morning was worse ({after.value}, before {usual})"
        return Verdict(False, text, (after.because,))
    return Verdict(True, "", (after.because,))


class Move(msgspec.Struct, frozen=True):
    """A step that a track would take: `what` to `value`, or (harder) one rung up."""

    what: str
    value: int = 0


def next_move(
    track: Track, scheme: Scheme, steps: tuple[Step, ...], good_at_top: int
) -> Move | None:
    """The next step of the progression; None where all is at its ceiling.

    `good_at_top` is how many good sessions at the ceiling a harder rung needs.
    """
    for step in steps:
        if step.what == "harder":
            return Move("harder") if track.good >= good_at_top else None
        low, high = bounds(scheme, step)
        now = track.value(step.what, low)
        if now < high:
            return Move(step.what, min(high, now + (step.by or (5 if step.what == "hold" else 1))))
    return None


def bounds(scheme: Scheme, step: Step) -> tuple[int, int]:
    """Where a step starts and the ceiling that it never passes."""
    if step.what == "sets":
        counts = [g.sets for g in scheme.groups if g.sets]
        low = counts[0].low if counts else 1
        high = counts[0].high if counts else 1
    else:
        unit = "seconds" if step.what == "hold" else "reps"
        amounts = [g.amount for g in scheme.groups if g.unit == unit]
        low = amounts[0].low if amounts else 0
        high = scheme.to or (amounts[0].high if amounts else 0)
    return low, max(low, step.to if step.to is not None else high)
