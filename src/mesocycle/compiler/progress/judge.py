"""Judge: what a logged session says: hit, miss or unknown, and the numbers behind it.

In rehab a step is taken only for complete evidence: every set on every side reached, no
pain, form kept, slow where asked, and the next morning no worse; and at most one step a
week or per two sessions. In training a logged session without complaint counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care
from mesocycle.compiler.progress.sore import coloured, hurts, morning
from mesocycle.compiler.progress.track import Pending
from mesocycle.diary.aches import hurt_in
from mesocycle.diary.model import ExerciseLog, Mark
from mesocycle.diary.verdict import Verdict
from mesocycle.mass import Mass
from mesocycle.programme import Range, Set

#: No plate is this light: a load within it is the one that was asked for (in kilograms).
NEAR: Final = 0.05

#: What is taken of a session that nobody has logged yet: done as planned.
ASSUMED: Final = Verdict(True, "if the sessions until then go as planned", assumed=True)


class Result(msgspec.Struct, frozen=True):
    """A session's result: `missed` is logged and short; neither hit nor missed holds.

    `pain` (the worst, 0 if unsaid) and `lost` (form) count even where every set was reached.
    """

    pending: Pending
    verdict: Verdict
    missed: bool = False
    pain: int = 0
    lost: bool = False
    complaint: str = ""

    @property
    def hit(self) -> bool:
        """Every set reached, and nothing against it."""
        return self.verdict.value is True

    @property
    def working(self) -> list[Set]:
        """The sets that count: without the warm-up."""
        return [s for s in self.pending.sets if not s.warmup]

    @property
    def done(self) -> tuple[int | None, ...]:
        """Reps (seconds, of a hold) of each set, on the weaker side; 0 of one left out.

        None: nobody can know yet (a set to the utmost that is still to come).
        """
        working = self.working
        if self.verdict.assumed:
            return tuple(a.target if (a := _amount(s)) else None for s in working)
        rows = [_amounts(mark, working) for log in self.pending.logs for mark in log.marks.values()]
        count = max((len(row) for row in rows), default=0)
        sides = {s.side for s in working}
        wanted = len(working) if not sides & {"left", "right"} else count
        return tuple(
            min((row[i] if i < len(row) else 0 for row in rows), default=0)
            for i in range(max(wanted, count))
        )

    @property
    def topped(self) -> bool:
        """Every set at the top of its range (or at its number, where there is no range)."""
        tops = [a.max or a.target for s in self.working if (a := _amount(s))]
        done = self.done
        return len(done) >= len(tops) and all(
            d is not None and d >= top for d, top in zip(done, tops, strict=False)
        )

    @property
    def tested(self) -> bool:
        """Whether a rep-max test was logged."""
        return bool(self.pending.logs) and any(s.test for s in self.pending.sets)

    @property
    def lifted(self) -> Mass | None:
        """The heaviest load that was logged."""
        loads = [
            load
            for log in self.pending.logs
            for mark in log.marks.values()
            for load in mark.loads
            if load is not None
        ]
        return max(loads, key=lambda mass: mass.kg, default=None)


def _amount(asked: Set) -> Range | None:
    if asked.distance_m is not None:
        return Range(target=asked.distance_m)
    return asked.reps or asked.hold_s


def _amounts(mark: Mark, asked: Sequence[Set]) -> tuple[int, ...]:
    for each in asked:
        if each.hold_s is not None:
            return mark.hold_s
        if each.distance_m is not None:
            return mark.metres
        if each.reps is not None:
            return mark.reps
    return mark.reps


def result(pending: Pending, view: View, care: Care) -> Result:
    """What came of the session; without an entry it is taken as done as planned."""
    if not pending.logs:
        return Result(pending, ASSUMED)
    verdict = judge(pending, view, care)
    marks = [mark for log in pending.logs for mark in log.marks.values()]
    pain = max((hurt_in(mark) or 0 for mark in marks), default=0)
    lost = any(mark.form is False for mark in marks)
    sore = next(
        (
            why
            for mark in marks
            if (why := hurts(mark.worst_pain or 0, view.limit, sharp=mark.sharp))
        ),
        "",
    )
    missed = verdict.value is False and any(
        _short(pending, mark, side) for log in pending.logs for side, mark in log.marks.items()
    )
    complaint = sore or ("form lost" if lost else "")
    after = None if complaint else morning(pending.date, view, care)
    if after is not None and after.value is False:
        complaint = after.text
    return Result(pending, verdict, missed, pain, lost, complaint)


def judge(pending: Pending, view: View, care: Care) -> Verdict:
    """Whether the session earns a step: yes, no, or (something was not said) unknown."""
    against = [
        verdict
        for log in pending.logs
        for side, mark in log.marks.items()
        if (verdict := _against(pending, log, mark, side, care, view.limit)) is not None
    ]
    against += coloured(pending.logs, pending.date, view) if care == "rehab" else ()
    after = morning(pending.date, view, care)
    if after is not None and after.value is not True:
        against.append(after)
    if against:
        return next((v for v in against if v.value is False), against[0])
    lines = tuple(log.because for log in pending.logs)
    lines += after.because if after is not None else ()
    return Verdict(True, "every set reached its target", lines)


def _against(  # one side of one entry, and what it is held against
    pending: Pending, log: ExerciseLog, mark: Mark, side: str, care: Care, limit: int
) -> Verdict | None:
    """What speaks against a step, or leaves it open; None where nothing does."""
    against = _known_against(pending, mark, side, limit)
    value = False if against else None
    if not against and care == "rehab":
        against = _unsaid(pending, mark)
    if not against:
        return None
    on = "" if side == "both" else f" on the {side}"
    return Verdict(value, against + on, (log.because,))


def _known_against(pending: Pending, mark: Mark, side: str, limit: int) -> str | None:
    sore = hurts(mark.worst_pain or 0, limit, sharp=mark.sharp)
    if sore:
        return sore
    if mark.form is False:
        return "form lost"
    return _short(pending, mark, side) or (
        "not slow" if pending.slow and mark.slow is False else None
    )


def _unsaid(pending: Pending, mark: Mark) -> str | None:
    if mark.worst_pain is None:
        return "nobody has said how much it hurt"
    if mark.form is None:
        return "nobody has said how the form was"
    if pending.slow and mark.slow is None:
        return "nobody has said whether it was slow"
    return None


def _short(pending: Pending, mark: Mark, side: str) -> str | None:
    """What falls short of the target, in words; None if every set was reached."""
    asked = [
        s
        for s in pending.sets
        if not s.warmup and (s.side in ("both", "each", side) or side == "both")
    ]
    done = _amounts(mark, asked)
    total = pending.progress.sum if pending.progress else None
    if total is not None:
        return f"{sum(done)} of {total} reps in all" if sum(done) < total else None
    if len(done) < len(asked):
        return f"{len(done)} of {len(asked)} sets"
    before: Set | None = None
    target: Range | None = None
    for number, (wanted, value) in enumerate(zip(asked, done, strict=False), 1):
        if wanted is not before:  # sets that are equal are mostly one and the same
            before, target = wanted, _amount(wanted)
        if target and value < target.target:
            return f"{value} of {target.target} in set {number}"
    return _light(asked, mark)


def _light(asked: Sequence[Set], mark: Mark) -> str | None:
    """What was lighter than asked for, in words; a load that is not said is the one asked for."""
    before: tuple[Set, Mass] | None = None
    for number, (wanted, lifted) in enumerate(zip(asked, mark.loads, strict=False), 1):
        load = wanted.load
        if lifted is None or load is None or load.kg is None:
            continue
        if before is not None and wanted is before[0] and lifted is before[1]:
            continue  # one more of the same
        before = (wanted, lifted)
        if lifted.kg < load.kg - NEAR:
            return f"{lifted} of {load.shown} in set {number}"
    return None
