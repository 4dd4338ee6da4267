"""Latched: stops that wait until somebody has cleared them (`stop until cleared`).

Such a stop is a red flag of the coach's own. It is raised on the first day on which its condition
holds, by the lines that make it hold; cleared, the same lines do not raise it again, others do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import product

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan, Session, StateRule
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.diary.model import Diary, Flag
from mesocycle.syntax import nodes as n

#: A condition that is put together of more ways to hold than this is looked at as a whole.
_MOST_WAYS = 64

#: How flags that rules raise are called.
SYMPTOM = "the coach's rule"


class Latches:
    """The stops that have been raised, or are bound to be: for all, and for one session."""

    def __init__(self, plan: Plan, view: View, diary: Diary | None) -> None:
        self._view = view
        self._rules: dict[tuple[dt.date, str, str, int], StateRule] = {}
        self._own: dict[str, list[Flag]] = {}
        if not any(rule.effect.latched for rule in plan.every_rule):
            return
        days = _days(plan, view, diary)
        common = [*self._raised([r for r in plan.rules if r.effect.latched], days)]
        for phase in plan.phases:
            own = [r for r in phase.rules if r.effect.latched]
            inside = [d for d in days if own and plan.phase(plan.as_written(plan.week(d))) == phase]
            common += self._raised(own, inside)
        for session in plan.sessions:
            own = [r for r in session.rules if r.effect.latched]
            if own:
                self._own[session.key] = list(self._raised(own, days))
        view.latch(common)

    def standing(self, session: Session, date: dt.date) -> list[Flag]:
        """What stands on `date` of the session's own rules; all others stand in `Health`."""
        flags = self._own.get(session.key, ()) if self._own else ()
        return [f for f in flags if f.date <= date and not self._view.health.cleared(f, date)]

    def stops(self, session: Session, date: dt.date, scope: str) -> bool:
        """Whether one of the session's own rules keeps a kind of training away."""
        flags = self._own.get(session.key, ()) if self._own else ()
        cleared = self._view.health.cleared
        return any(f.date <= date and not cleared(f, date, scope) for f in flags)

    def rule(self, flag: Flag) -> StateRule | None:
        """The rule that raised a flag; None of one that the diary reports."""
        return self._rules.get(_key(flag)) if self._rules else None

    def _raised(self, rules: Sequence[StateRule], days: Sequence[dt.date]) -> Iterator[Flag]:
        for rule in rules:
            for condition in ways(rule.condition):
                for flag in self._of(rule, condition, days):
                    self._rules[_key(flag)] = rule
                    yield flag

    def _of(
        self, rule: StateRule, condition: n.Condition, days: Sequence[dt.date]
    ) -> Iterator[Flag]:
        """One flag for each set of lines that makes the condition hold, on the first such day."""
        seen: set[object] = set()
        began: dt.date | None = None
        for day in days:
            verdict = ask(condition, Question(self._view, day))
            if not verdict.value:
                began = None
                continue
            began = began or day
            key: object = verdict.because or began
            if key in seen:
                continue
            seen.add(key)
            text = verdict.text.removesuffix(f" on {spoken(day)}") or SYMPTOM
            line = verdict.because[-1] if verdict.because else rule.because
            yield Flag(day, SYMPTOM, "see", text, line)


def ways(condition: n.Condition) -> list[n.Condition]:
    """The ways in which a condition can hold, each to be raised, and cleared, for itself."""
    found = _ways(condition)
    return found if len(found) <= _MOST_WAYS else [condition]


def _ways(condition: n.Condition) -> list[n.Condition]:
    if isinstance(condition, n.Either):
        return [way for part in condition.parts for way in _ways(part)]
    if isinstance(condition, n.Lit) and condition.unless is None:
        return _ways(condition.condition)
    if isinstance(condition, n.Both):
        parts = [_ways(part) for part in condition.parts]
        many = 1
        for each in parts:
            many *= len(each)
        return [n.Both(each) for each in product(*parts)] if many <= _MOST_WAYS else [condition]
    return [condition]


def _days(plan: Plan, view: View, diary: Diary | None) -> list[dt.date]:
    """Every day from the first entry to the plan's last: days to come are as today is."""
    first, last = plan.starts, max(plan.ends, view.as_of)
    if diary is not None:
        logs = (diary.sessions, diary.exercises, diary.pains, diary.flags, diary.answers)
        first = min((kind[0].date for kind in (*logs, diary.walks) if kind), default=first)
    return [first + dt.timedelta(days=i) for i in range((last - first).days + 1)]


def _key(flag: Flag) -> tuple[dt.date, str, str, int]:
    return flag.date, flag.symptom, flag.text, flag.because.line
