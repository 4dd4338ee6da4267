"""Phases that end when a condition comes true: how long each really is for this athlete.

At the end of each of its weeks that is over, the diary is asked; unknown is no. What is not
known yet is taken at its longest. In rehab nobody goes on to the next phase before the
condition is met: after the most weeks the later phases wait. In training they come.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec
from msgspec.structs import replace

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.calendar.follow import follow
from mesocycle.compiler.checked import Phase, Plan, Timing
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.days.slot import Slot, Told
from mesocycle.compiler.ledger import Ledger
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Session

#: The rule by which these decisions go.
RULE = "until"

#: As long as nobody waits for a phase to end.
_MOST_WEEKS = 600


class Ended(msgspec.Struct, frozen=True):
    """How a phase with `until` comes to its end, in or after calendar week `week`.

    `met`: the condition came true by then. `open`: it may still. `over`: the most weeks are
    past, and training goes on. `waits`: they are past, and what follows waits for it.
    """

    phase: Phase
    how: Literal["met", "open", "over", "waits"]
    week: int
    verdict: Verdict


class Settled(msgspec.Struct, frozen=True):
    """A plan whose phases are as long as they turned out, and how each came to its end."""

    plan: Plan
    ends: tuple[Ended, ...] = ()


def settle(plan: Plan, view: View) -> Settled:
    """The plan with the weeks that its phases really have, as known on `view.as_of`."""
    if not any(phase.until for phase in plan.phases):
        return Settled(plan)
    walk = _Walk(plan, view)
    for phase in plan.phases:
        walk.through(phase)
    return Settled(_laid_out(plan, walk.written), tuple(walk.ends))


def _at_the_end(view: View, date: dt.date, began: dt.date) -> Question:
    """What is asked at the end of a day of a phase that began then, to leave it."""
    return Question(view, date, since=began, permits=True)


class _Walk:
    """The weeks as written, laid one after the other into those of the calendar."""

    def __init__(self, plan: Plan, view: View) -> None:
        self.plan = plan
        self.view = view
        self.written: list[int] = []
        self.ends: list[Ended] = []
        self.waits = False

    def through(self, phase: Phase) -> None:
        """Lay the weeks of a phase: of one with `until`, as many as it took."""
        weeks = range(phase.first, phase.first + self._long(phase))
        if phase.until is None or self.waits:
            self.written += weeks
            return
        began = max(self.plan.starts, self.plan.first_day(len(self.written) + 1))
        last = now = ask(phase.until, _at_the_end(self.view, self.view.as_of, began))
        for week in weeks:
            self.written.append(week)
            answer = self._asked(phase, began, len(self.written))
            if answer is None:
                self.written += range(week + 1, phase.last + 1)
                self._end(phase, "open", now)
                return
            if answer.value:
                self._end(phase, "met", answer)
                return
            last = answer
        if self.plan.care == "training":
            self._end(phase, "over", last)
        else:
            self._wait(phase, began, last)

    def _long(self, phase: Phase) -> int:
        """How many weeks a phase has at the most: of the rest, what is left before the others."""
        own = phase.last + 1 - phase.first
        if not phase.rest:
            return own
        after = sum(p.last + 1 - p.first for p in self.plan.phases if p.first > phase.last)
        return max(0, min(own, self.plan.week(self.plan.ends) - len(self.written) - after))

    def _wait(self, phase: Phase, began: dt.date, verdict: Verdict) -> None:
        """Leave weeks without a phase until the condition was met; if it never was, wait."""
        last = len(self.written)
        for week in range(last + 1, _MOST_WEEKS):
            later = self._asked(phase, began, week)
            if later is None:
                break
            verdict = later
            if later.value:
                _leave_free(self.plan, self.written, week)
                self._end(phase, "met", later)
                return
        self.waits = True
        self._end(phase, "waits", verdict)

    def _asked(self, phase: Phase, began: dt.date, week: int) -> Verdict | None:
        """The answer at the end of a calendar week; None if it is not over."""
        end = self.plan.first_day(week + 1) - dt.timedelta(days=1)
        if end >= self.view.as_of:
            return None
        return ask(phase.until, _at_the_end(self.view, end, began))

    def _end(
        self, phase: Phase, how: Literal["met", "open", "over", "waits"], verdict: Verdict
    ) -> None:
        self.ends.append(Ended(phase, how, len(self.written), verdict))


def _leave_free(plan: Plan, written: list[int], weeks: int) -> None:
    """Lengthen to `weeks` with weeks in which only what is in no phase goes on.

    Their numbers come after those of all phases, so nothing there takes another's identity.
    """
    after = max([plan.week(plan.ends), plan.phases[-1].last, *written])
    written += range(after + 1, after + 1 + weeks - len(written))


def _laid_out(plan: Plan, written: list[int]) -> Plan:
    """The plan with these weeks. A race stays on its day, though the plan be over by then."""
    origin = plan.first_day(1)
    usual = plan.week(plan.ends)
    cut = plan.first_day(usual + 1) - plan.ends
    ends = origin + dt.timedelta(weeks=len(written)) - cut
    races = [race.date for race in plan.calendar.races]
    ends = max([ends, *races])
    if any(phase.rest for phase in plan.phases):
        ends = plan.ends  # the day that stays
        del written[usual:]
    _leave_free(plan, written, plan.week(ends))
    if tuple(written) == (plan.written or tuple(range(1, usual + 1))):
        return plan
    return replace(plan, written=tuple(written), days=(ends - plan.starts).days + 1)


def hold_back(settled: Settled, slots: list[Slot]) -> list[Slot]:
    """The slots, those of phases that wait for an earlier one left out with the reason.

    What stands before or after one of them is left out with it.
    """
    waits = _waits(settled)
    if waits is None:
        return slots
    turns = {rotation.key: rotation.timing for rotation in settled.plan.rotations}
    held = [
        _held(slot, reason, waits.verdict)
        if (reason := why_it_waits(settled, turns.get(slot.stream, slot.session.timing)))
        else slot
        for slot in slots
    ]
    return follow(slots, held)


def why_it_waits(settled: Settled, timing: Timing) -> str | None:
    """Why nothing of a session (or rotation) is done: it belongs to phases that wait."""
    waits = _waits(settled)
    if waits is None or min(timing.weeks or (), default=0) <= waits.phase.last:
        return None
    return f"waits for the end of {waits.phase.name}: {waits.verdict.text}"


def _waits(settled: Settled) -> Ended | None:
    return next((end for end in settled.ends if end.how == "waits"), None)


def _held(slot: Slot, reason: str, verdict: Verdict) -> Slot:
    told = Told("skipped", RULE, f"{slot.session.name} {reason}", verdict.because)
    return replace(slot, skipped=reason, told=(*slot.told, told))


def marked(settled: Settled, sessions: list[Session]) -> list[Session]:
    """The sessions, those after a phase that may end earlier marked provisional."""
    open_ = next((end for end in settled.ends if end.how == "open"), None)
    if open_ is None:
        return sessions
    return [
        replace(session, provisional=True)
        if (session.week or 0) > open_.week and session.status in ("planned", "assessment")
        else session
        for session in sessions
    ]


def tell(settled: Settled, ledger: Ledger) -> None:
    """Enter how each phase came to its end, and what that does to the rest."""
    plan = settled.plan
    first = next((end for end in settled.ends if end.how == "open"), None)
    for end in settled.ends:
        if end.how == "open" and end is not first:
            continue  # nobody is in it yet
        phase, verdict = end.phase, end.verdict
        day = spoken(plan.first_day(end.week + 1) - dt.timedelta(days=1))
        if end.how == "met":
            text = f"{phase.name} ended on {day}: {verdict.text}"
            ledger.page(None, plan.first_day(end.week + 1)).decide(
                "moved", RULE, text, because=verdict.because
            )
        elif end.how == "open":
            text = (
                f"{phase.name} goes on until its condition is met, at most until {day}, and what "
                f"follows is dated for that. So far: {verdict.text}."
            )
            ledger.notice(RULE, "info", text)
        elif end.how == "over":
            text = f"{phase.name} has had its most weeks on {day}, and training goes on: "
            ledger.notice(RULE, "info", f"{text}{verdict.text}.")
        else:
            text = (
                f"{phase.name} has had its most weeks on {day}, and what follows waits: "
                f"{verdict.text}. Can it be said? Else see whoever coaches you."
            )
            ledger.notice(RULE, "question", text)
