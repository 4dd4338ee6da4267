"""Callbacks for rules on the athlete's state, and for what a plan says of safety."""

from __future__ import annotations

from mesocycle.syntax.building.asks import DAYS_MOST, Asks
from mesocycle.syntax.building.base import Parts, word
from mesocycle.syntax.building.loads import WHOLE, hundredths
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    Avoid,
    Easier,
    Exchange,
    Hold,
    Intensity,
    PainLimit,
    Retest,
    RulesHead,
    RuleWhen,
    Say,
    Screening,
    SkipPart,
    Spacing,
    Stop,
    Volume,
    Word,
)
from mesocycle.syntax.safety_words import slip_of

#: The most days that the answer to a screening counts.
SCREENING_MOST = 28

#: The most that a coach's plan may count as painfree, on a scale of 10.
PAIN_LIMIT_MOST = 2

_ACTIVITIES = {
    "run": "runs", "running": "runs", "jog": "runs", "jogging": "runs", "walk": "walks",
    "walking": "walks", "bike": "bikes", "biking": "bikes", "cycling": "bikes", "ride": "bikes",
    "rides": "bikes", "riding": "bikes", "swim": "swims", "swimming": "swims",
    "rowing": "rows", "ski": "skis", "skiing": "skis", "hike": "hikes", "hiking": "hikes",
    "lifting": "strength", "weights": "strength", "lifts": "strength",
}  # fmt: skip


class State(Asks):
    """What a plan does when something is so, and what it asks."""

    # --- rules ---

    def rules_head(self, parts: Parts) -> RulesHead:
        return RulesHead()

    def state_rule(self, parts: Parts) -> RuleWhen:
        return RuleWhen(parts[1], parts[2])

    def hold_all(self, parts: Parts) -> Hold:
        return Hold()

    def easier_all(self, parts: Parts) -> Easier:
        return Easier()

    def skip_part(self, parts: Parts) -> SkipPart:
        what: Word | None = parts[0]
        meant = _meant(what.text) if what is not None else None
        if what is not None and meant is not None:
            self.refuse(
                "E101", f"`{what.text}` is not known here", what, f"did you mean `{meant}`?",
                hints=(f"write `{meant}`",), fix=meant, title=f"write {meant}",
            )  # fmt: skip
            return SkipPart(Word(meant, what.start, what.end))
        return SkipPart(what)

    def avoid(self, parts: Parts) -> Avoid:
        return Avoid(parts[0])

    def exchange(self, parts: Parts) -> Exchange:
        what, other = parts
        if what.text.casefold() == other.text.casefold():
            self.refuse(
                "E133", "this swaps nothing", other, "the same exercise",
                hints=("name another one: swap Squat for Leg Press",),
            )  # fmt: skip
        return Exchange(what, other)

    def rule_volume(self, parts: Parts) -> Volume:
        return Volume((self._less(parts[0], "volume"),), word(parts[0]))

    def intensity(self, parts: Parts) -> Intensity:
        return Intensity(self._less(parts[0], "intensity"))

    def intensity_effort(self, parts: Parts) -> Intensity:
        return Intensity(effort=parts[0].word)

    def until_cleared(self, parts: Parts) -> bool:
        return True

    def stop(self, parts: Parts) -> Stop:
        return Stop(parts[0], parts[1] is not None)

    def say_it(self, parts: Parts) -> Say:
        return Say(parts[0])

    def _less(self, token: Token, what: str) -> int:
        """What a rule leaves of something: all of it at most."""
        percent = hundredths(token)
        if percent > WHOLE:
            self.refuse(
                "E132", "a rule takes away, it never adds", word(token), "100% at most",
                hints=(f"write what is left, for example {what} 60%",),
            )  # fmt: skip
        elif percent == 0:
            self.refuse(
                "E132", "this leaves nothing", word(token), "1% to 100%",
                hints=("to leave it out altogether, write skip",),
            )  # fmt: skip
        return min(max(percent, 1), WHOLE)

    # --- what a plan says of safety, and how near sessions are ---

    def screening(self, parts: Parts) -> Screening:
        return Screening(self._so_many(parts[0], SCREENING_MOST))

    def pain_limit(self, parts: Parts) -> PainLimit:
        value = int(parts[0])
        if value > PAIN_LIMIT_MOST:
            self.refuse(
                "E132", f"a plan cannot count pain of {value} as painfree", word(parts[0]),
                f"0 to {PAIN_LIMIT_MOST}",
                hints=("more is for a clinician who knows the athlete; write it in the diary: "
                       f'pain limit {min(value, 5)} by "physiotherapist, 2026-12-07"',),
            )  # fmt: skip
        return PainLimit(min(value, PAIN_LIMIT_MOST), word(parts[0]))

    def retest(self, parts: Parts) -> Retest:
        return Retest(self._so_many(parts[0], DAYS_MOST))

    def spacing(self, parts: Parts) -> Spacing:
        apart, reason = parts
        if apart.value == 0:
            self.refuse("E132", "0 is too few here", apart.word, "more than that")
        return Spacing(apart.value, reason)


def _meant(word: str) -> str | None:
    """The activities that `running` or `rnus` are, if it is not as the language says it."""
    if word in _ACTIVITIES:
        return _ACTIVITIES[word]
    known = {*_ACTIVITIES.values(), "rows"}
    if word in known:  # bikes and hikes are near to each other, and both right
        return None
    alike = [each for each in sorted(known) if slip_of(word, each)]
    return alike[0] if len(alike) == 1 and word.islower() and word != "row" else None
