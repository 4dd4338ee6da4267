"""Stops: the red flags in a session's way, the diary's and those of the coach's rules."""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Session
from mesocycle.compiler.rules.rulebook import Rulebook
from mesocycle.compiler.safety import out_of_scope
from mesocycle.compiler.safety.paused import paused, refer, repeated
from mesocycle.compiler.sessions.body import Body, Own
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.diary.model import Flag
from mesocycle.diary.outside import Outside
from mesocycle.programme import Because


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

    def outside(self, own: Own) -> list[Outside]:
        """Why the athlete is out of scope on the session's day (SR18)."""
        found = self.view.health.outside(own.date)
        return [x for x in found if own.log is None or x.date is None or x.date < own.date]

    def closes(self, own: Own, kind: str) -> bool:
        """Whether a kind of training is kept away by any of that."""
        health = self.view.health
        return bool(health.flags(own.date, kind) or health.outside(own.date, kind)) or (
            self.rulebook.any and self.rulebook.latches.stops(own.kind, own.date, kind)
        )

    def bars(self, kind: Session, day: Day) -> bool:
        """Whether the own rules of an option, or of what is merged, keep it away; entered."""
        latches = self.rulebook.latches
        found = [f for f in latches.standing(kind, day.date) if f.date < day.date or not day.log]
        for flag, lines in self._once(found):
            text = f"{kind.name} is left out: {flag.text} on {spoken(flag.date)}, not cleared since"
            day.page.decide("stopped", "rule", text, because=lines)
        if found and day.open:
            day.page.ledger.notice("SR4", "stop", refer(found, in_part=True))
        return bool(found)

    def body(self, flags: list[Flag], outside: list[Outside], own: Own) -> Body:
        """No exercise at all, only what to do now (SR4, SR18)."""
        self.tell(flags, outside, own)
        said: dict[str, None] = {}
        for each in outside:
            text = f"Stopped: {each.text}, out of scope until somebody has cleared it"
            own.page.decide("stopped", "SR18", text, because=each.because)
        for flag, lines in self._once(flags):
            text = f"Stopped: {flag.text} on {spoken(flag.date)}, not cleared since"
            rule = self.rulebook.latches.rule(flag)
            own.page.decide("stopped", "rule" if rule else "SR4", text, because=lines)
            if rule and rule.effect.text:
                said[rule.effect.text] = None
        rest = [paused(flags)] if flags else []
        urgent = any(flag.level == "emergency" for flag in flags)
        whole = [*rest, *said] if urgent else [*said, *rest]
        reason = " ".join((*whole, out_of_scope.REASON) if outside else whole)
        return Body(status="done" if own.log else "stopped", reason=reason)

    def _once(self, flags: list[Flag]) -> Iterator[tuple[Flag, tuple[Because, ...]]]:
        """The first of flags that say the same, with the lines of it, and of the last of them."""
        for first, last in repeated(flags, self.rulebook.latches.rule):
            rule = self.rulebook.latches.rule(first)
            lines = (first.because, last.because) if last is not first else (first.because,)
            yield first, (rule.because, *lines) if rule else lines

    def tell(
        self, flags: list[Flag], outside: list[Outside], own: Own, *, in_part: bool = False
    ) -> None:
        """Say what to do now, on a day that is not over."""
        if own.date < self.view.as_of or (in_part and own.log):
            return
        if outside:
            text = out_of_scope.told(outside, in_part=in_part)
            own.page.ledger.notice("SR18", "stop", text)
        if flags:
            own.page.ledger.notice("SR4", "stop", refer(flags, in_part=in_part))
