"""Rulebook: all rules of a plan, for the replay: which hold in which session, and what they ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan, Session, StateRule
from mesocycle.compiler.choice.conditions import Question
from mesocycle.compiler.rules.latched import Latches
from mesocycle.compiler.rules.order import least
from mesocycle.compiler.rules.today import today
from mesocycle.diary.model import Diary

if TYPE_CHECKING:
    from mesocycle.compiler.sessions.tracks import Day


class Rulebook:
    """The rules of a plan. Where there are none nothing is looked at."""

    def __init__(self, plan: Plan, view: View, diary: Diary | None) -> None:
        self.plan = plan
        self._view = view
        self.latches = Latches(plan, view, diary)
        self.any = bool(plan.every_rule)

    def of(self, session: Session, week: int) -> tuple[StateRule, ...]:
        """The rules of a session in a week as written: the plan's, the phase's, its own."""
        if not self.any:
            return ()
        phase = self.plan.phase(week)
        return (*self.plan.rules, *(phase.rules if phase else ()), *session.rules)

    def on(self, day: Day) -> Day:
        """The day with what the rules of its session come to; they take volume from it."""
        rules = self.of(day.session, day.week)
        found = today(rules, Question(day.view, day.date)) if rules else None
        if found is None:
            return replace(day, today=None) if day.today else day
        volume = least(day.volume, found.effect.volume)
        calm = day.calm and not found.chooses
        return replace(day, today=found, volume=volume, calm=calm)

    def ends(self, session: Session, week: int, date: dt.date) -> bool:
        """Whether the rules leave nothing of a session on a day."""
        if not self.any:
            return False
        if self.latches.standing(session, date):
            return True
        found = today(self.of(session, week), Question(self._view, date))
        return found is not None and found.ends

    def questions(self) -> Iterable[tuple[str, str | None]]:
        """The plan's own questions, and what a rule with `stop` waits for; each with its answer."""
        if not self.any and not self.plan.asks:
            return ()
        from mesocycle.compiler.rules.questions import questions

        return questions(self.plan, self._view, self)
