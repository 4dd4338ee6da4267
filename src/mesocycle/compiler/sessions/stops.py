"""Stops: the red flags in a session's way, the diary's and those of the coach's rules."""

from __future__ import annotations

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.safety.rules import paused, refer
from mesocycle.compiler.sessions.body import Body, Own
from mesocycle.compiler.state.rulebook import Rulebook
from mesocycle.diary.model import Flag


class Stops:
    """What stops the sessions of one athlete, and what is said instead of them."""

    def __init__(self, view: View, rulebook: Rulebook) -> None:
        self.view = view
        self.rulebook = rulebook

    def standing(self, own: Own) -> list[Flag]:
        """What stands on the session's day; where it was done, what stood before that day."""
        found = self.view.health.flags(own.date)
        if self.rulebook.any:
            found = [*found, *self.rulebook.latches.standing(own.kind, own.date)]
        return [flag for flag in found if flag.date < own.date or own.log is None]

    def closes(self, own: Own, scope: str) -> bool:
        """Whether a kind of training is kept away by any of that."""
        return bool(self.view.health.flags(own.date, scope)) or (
            self.rulebook.any and self.rulebook.latches.stops(own.kind, own.date, scope)
        )

    def body(self, flags: list[Flag], own: Own) -> Body:
        """No exercise at all, only what to do now (SR4)."""
        if own.date >= self.view.as_of:
            own.page.ledger.notice("SR4", "stop", refer(flags))
        said: dict[str, None] = {}
        for flag in flags:
            text = f"Stopped: {flag.text} on {spoken(flag.date)}, not cleared since"
            rule = self.rulebook.latches.rule(flag)
            lines = (rule.because, flag.because) if rule else (flag.because,)
            own.page.decide("stopped", "rule" if rule else "SR4", text, because=lines)
            if rule and rule.effect.text:
                said[rule.effect.text] = None
        reason = " ".join((*said, paused(flags)))
        return Body(status="done" if own.log else "stopped", reason=reason)
