"""Gate: what keeps an exercise away on a day: the coach's rules, a clearance, a safety rule."""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Item, Plan
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.rules.today import Today
from mesocycle.compiler.safety.bar import Bar
from mesocycle.compiler.safety.hold import too_sore
from mesocycle.compiler.safety.rest import REST_BETWEEN, tired
from mesocycle.compiler.safety.rules import bar
from mesocycle.compiler.safety.scopes import scope_of
from mesocycle.diary.verdict import Verdict


class Gate:
    """What one line meets on one day; whatever is left out is written down with its reason.

    `closed` are the kinds of training that a red flag keeps away, `today` what the coach's rules
    make of the day, `rest` how far apart strength for the same muscles is.
    """

    def __init__(
        self,
        plan: Plan,
        view: View,
        date: dt.date,
        page: Page,
        closed: frozenset[str],
        today: Today | None = None,
        rest: dt.timedelta = REST_BETWEEN,
    ) -> None:
        self.plan = plan
        self.view = view
        self.date = date
        self.page = page
        self.today = today
        self._closed = closed
        self._rest = rest

    def rules_out(self, exercise: Exercise, *, picked: bool) -> bool:
        """Whether a rule of the coach leaves the exercise out today."""
        held = self.today.without(exercise, picked=picked) if self.today else None
        if held is not None:
            text = f"{exercise.name} is left out: {held.why}"
            lines = held.lines
            self.page.decide("skipped", "rule", text, exercise=exercise.id, because=lines)
        return held is not None

    def bars(self, item: Item, exercise: Exercise, *, picked: bool) -> bool:
        """Whether anything keeps the exercise away; `picked`: nobody named it."""
        if self.rules_out(exercise, picked=picked):
            return True
        kind, care = scope_of(exercise), self.plan.care
        if kind in self._closed:
            text = f"{exercise.name} is left out: {kind} is not cleared"
            health = self.view.health
            outside = health.outside(self.date, kind) and not health.flags(self.date, kind)
            rule = "SR18" if outside else "SR4"
            self.page.decide("stopped", rule, text, exercise=exercise.id)
            return True
        found = bar(exercise, self.view, self.date, care, jumps=item.jumps, picked=picked)
        found = found or tired(exercise, self.view, self.date, care, self._rest)
        return found is not None and self._left_out(exercise, found)

    def may_be_tested(self, exercise: Exercise) -> bool:
        """Whether it may be tested today; a no is written down."""
        sore = too_sore(exercise, self.view, self.date, self.plan.care)
        return not (sore and self._left_out(exercise, sore))

    def skip(self, exercise: Exercise, rule: str, verdict: Verdict) -> None:
        """Leave an exercise out, for the reason in `verdict`."""
        self.page.decide(
            "skipped", rule, f"{exercise.name} is left out: {verdict.text}",
            exercise=exercise.id, side=verdict.side, because=verdict.because,
        )  # fmt: skip

    def _left_out(self, exercise: Exercise, found: Bar) -> bool:
        self.skip(exercise, found.rule, Verdict(False, found.text, found.because))
        return True
