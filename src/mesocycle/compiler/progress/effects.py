"""Effects: what a rule's moves do, within what is allowed, and how that is put down."""

from __future__ import annotations

import datetime as dt
from typing import Final

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Item, Move, Progression, Rule
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.loads.maxes import Maxes
from mesocycle.compiler.progress.judge import Result
from mesocycle.compiler.progress.moves import Case, Moved, apply, raises
from mesocycle.compiler.progress.room import within
from mesocycle.compiler.progress.track import Pending
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because, DecisionOutcome

#: Ids of decisions.
Ids = tuple[str, ...]

EARLY: Final = "at most one step a week or in two sessions"


class Hold(msgspec.Struct, frozen=True):
    """Why nothing progresses today, and the lines that say so.

    `until_answered`: a question is open; what is taken to go as planned is not held by it.
    """

    text: str
    because: tuple[Because, ...]
    rule: str = "rule"
    until_answered: bool = False

    def holds(self, *, real: bool) -> bool:
        """Whether it holds a step that was earned (`real`), or one that is projected."""
        return real or not self.until_answered


def flared(view: View, care: Care, earned: dt.date, date: dt.date) -> Hold | None:
    """In rehab a flare since the session that earned a step ends what it has shown (SR6)."""
    flare = view.evidence.flare(earned, date) if care == "rehab" else None
    if flare is None:
        return None
    return Hold(f"there was {flare.name} on {spoken(flare.date)}", (flare.because,), "SR6")


class Advance(msgspec.Struct, frozen=True):
    """One line on one day, and what counting needs to know.

    `progress` is how the line changes today (None: as its item says). `week` is the plan's,
    `phase_week` the phase's. `waits`: an easy week, in which the calendar moves nothing. `hold`:
    why nothing steps up today.
    """

    item: Item
    exercise: Exercise
    view: View
    care: Care
    date: dt.date
    page: Page
    progress: Progression | None = None
    week: int = 1
    phase_week: int = 1
    maxes: Maxes | None = None
    waits: bool = False
    hold: Hold | None = None

    def held_by(self, last: Pending | None) -> Hold | None:
        """What holds the step that the session before has earned."""
        real = last is not None and bool(last.logs)
        if self.hold is not None and self.hold.holds(real=real):
            return self.hold
        return flared(self.view, self.care, last.date, self.date) if last and real else None


def follow(rule: Rule, case: Case, a: Advance, verdict: Verdict, why: str, stop: str = "") -> Ids:
    """Make a rule's moves; one that asks for more is left out where `stop` says why."""
    told: list[Moved] = []
    hold, stopped = a.held_by(case.last), False
    for each in rule.moves:
        if each.kind == "say":
            text = f"{a.exercise.name}: {each.text}"
            a.page.ledger.notice("plan", "info", text, a.page.session)
            continue
        move = _capped(each, case)
        if move is None:
            continue
        if (stop or hold) and raises(move, case):
            stopped = True
            continue
        moved = apply(move, case)
        if moved is not None:
            told.append(moved)
    if stopped and not stop and hold is not None:
        return (held_back(a, hold),)
    if stopped:
        return (held(a, stop, verdict),)
    if not told:
        return ()
    way = next((m.way for m in told if m.way), 1 if verdict.value else -1)
    if way > 0:
        case.track.stepped(case.date)
    text = ", ".join(moved.text for moved in told)
    return (decided(a, "raised" if way > 0 else "lowered", text, why, verdict),)


def stop_of(case: Case, a: Advance, came: Result) -> str:
    """Why nothing may be asked more of today; empty if it may."""
    if came.complaint:
        return came.complaint
    if a.care == "training":
        return ""
    if not came.hit:
        return came.verdict.text
    early = not case.track.may_step(case.date, a.care)
    return EARLY if early else ""


def _capped(move: Move, case: Case) -> Move | None:
    """The move, no further than the ceiling that a step of the same kind has."""
    if not case.progress.limited:
        return move
    limits = [s.limit for s in case.progress.steps if s.what == move.kind and s.limit]
    if not limits or not raises(move, case):
        return move
    return within(max_kg(case) if move.kind == "max" else case.track.top, move, limits[0])


def max_kg(case: Case) -> float | None:
    """The max that a step with a ceiling would move, in kilograms."""
    if case.maxes is None or not case.progress.limited:
        return None
    if not any(s.what == "max" and s.limit for s in case.progress.steps):
        return None
    known = case.maxes.working(case.exercise.id, case.date)
    return known.mass.kg if known else None


def decided(a: Advance, outcome: DecisionOutcome, what: str, why: str, verdict: Verdict) -> str:
    """Put down what was moved; the id of the decision."""
    text = f"{a.exercise.name} {what}: {why}"
    return a.page.decide(outcome, "R6", text, exercise=a.exercise.id, because=verdict.because)


def held(a: Advance, why: str, verdict: Verdict, rule: str = "R6") -> str:
    """Put down that nothing moves, and why; the id of the decision."""
    text = f"{a.exercise.name} stays where it is: {why}"
    return a.page.decide("held", rule, text, exercise=a.exercise.id, because=verdict.because)


def held_back(a: Advance, hold: Hold) -> str:
    """Put down that nothing moves today whatever was earned; the id of the decision."""
    text = f"{a.exercise.name} stays where it is: {hold.text}"
    return a.page.decide("held", hold.rule, text, exercise=a.exercise.id, because=hold.because)
