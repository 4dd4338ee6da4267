"""Callbacks for rules on the athlete's state, check-in questions and traffic lights."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.building.loads import WHOLE, hundredths
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nesting import DIARY
from mesocycle.syntax.nodes import (
    AskHead,
    Avoid,
    Easier,
    Exchange,
    Hold,
    Intensity,
    LightHead,
    Node,
    PainLimit,
    Retest,
    RulesHead,
    RuleWhen,
    Say,
    Screening,
    Shade,
    SkipPart,
    Spacing,
    Stop,
    Volume,
    Word,
)
from mesocycle.syntax.safety_words import safety_word

#: How many answers a question may have, in words; the highest number of one in figures.
WORDS_LEAST, WORDS_MOST = 2, 9
HIGHEST = 100

#: The most days that an answer, the screening, or the wait before a new try may count.
SCREENING_MOST = 28
DAYS_MOST = 90

#: The most that a coach's plan may count as painfree, on a scale of 10.
PAIN_LIMIT_MOST = 2

_ACTIVITIES = {
    "run": "runs", "running": "runs", "jog": "runs", "jogging": "runs", "walk": "walks",
    "walking": "walks", "bike": "bikes", "biking": "bikes", "cycling": "bikes", "ride": "bikes",
    "rides": "bikes", "riding": "bikes", "swim": "swims", "swimming": "swims", "row": "rows",
    "rowing": "rows", "ski": "skis", "skiing": "skis", "hike": "hikes", "hiking": "hikes",
    "lifting": "strength", "weights": "strength", "lifts": "strength",
}  # fmt: skip

_FACTS = frozenset({
    "level", "impact", "age", "week", "weeks", "form", "equipment", "slow", "helps", "tried",
    "untried", "trains", "loads", "position", "needs", "tag", "kind", "outdoors", "indoors", "at",
    "not", "left", "right", "no", "if", "when", "and", "or", "is",
})  # fmt: skip


class Every(Node):
    """`every 2 days` behind a question: how long an answer counts."""

    days: int
    word: Word


class State(Builder):
    """What a plan asks, and what it does with the answers."""

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
        meant = what and _ACTIVITIES.get(what.text)
        if what is not None and meant is not None:
            self.refuse(
                "E101", f"`{what.text}` is not known here", what, f"did you mean `{meant}`?",
                hints=(f"write skip {meant}",), fix=meant, title=f"write {meant}",
            )  # fmt: skip
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

    # --- questions ---

    def ask_head(self, parts: Parts) -> AskHead:
        name, words, *more = parts
        if not WORDS_LEAST <= len(words) <= WORDS_MOST:
            where = Word("", words[0].start, words[-1].end)
            self.refuse(
                "E132", "these are no answers to choose from", where,
                f"{WORDS_LEAST} to {WORDS_MOST} of them",
                hints=("write them mildest first: ask swelling none, mild, severe",),
            )  # fmt: skip
        seen: set[str] = set()
        for each in words:
            if each.text.casefold() in seen:
                self.refuse("E133", f"`{each.text}` is an answer twice", each, "once is enough")
            seen.add(each.text.casefold())
        return self._asked(AskHead(name, words), more)

    def ask_number(self, parts: Parts) -> AskHead:
        name, low, high, *more = parts
        first, last = int(low), int(high)
        where = Word("", low.start_pos, high.end_pos)
        if not 0 <= first < last <= HIGHEST:
            self.refuse(
                "E132", f"`{low}-{high}` is no scale", where, f"0 to {HIGHEST}, the lower first",
                hints=("write for example ask sleep 1-5",),
            )  # fmt: skip
            first, last = 0, 10
        return self._asked(AskHead(name, low=first, high=last), more)

    def ask_daily(self, parts: Parts) -> Every:
        return Every(1, Word("", 0, 0))

    def ask_every(self, parts: Parts) -> Every:
        return Every(self._days(parts[0], DAYS_MOST), word(parts[0]))

    def _asked(self, head: AskHead, more: list[Word | Every]) -> AskHead:
        """The question with its text, and how long an answer counts."""
        texts = [each for each in more if isinstance(each, Word)]
        spells = [each for each in more if isinstance(each, Every)]
        for again in (*texts[1:], *(each.word for each in spells[1:])):
            self.refuse("E133", "this is said twice", again, "once is enough")
        self._named(head.name)
        return replace(head, days=spells[0].days if spells else 1, text=texts[0] if texts else None)

    def light_head(self, parts: Parts) -> LightHead:
        self._named(parts[0])
        return LightHead(parts[0])

    def shade(self, parts: Parts) -> Shade:
        return Shade(str(parts[0]), parts[2])  # type: ignore[arg-type]  # the rule lists them

    def shade_otherwise(self, parts: Parts) -> Shade:
        return Shade(str(parts[0]))  # type: ignore[arg-type]  # the rule lists them

    def _named(self, name: Word) -> None:
        """Refuse a name that a condition, or a diary, would read as something else."""
        alike = next(filter(None, map(safety_word, name.text.split())), None)
        if alike is not None:
            self.refuse(
                "E133", f"`{name.text}` reads like `{alike}`", name, "a word of safety",
                hints=(f"`{alike}` needs no question of its own: write when {alike}: …",
                       "call it something else, so that a slip can be told"),
            )  # fmt: skip
        elif name.text.split()[:1] and name.text.split()[0] in _taken():
            self.refuse(
                "E133", f"`{name.text}` is a word of the language", name, "not a name here",
                hints=("call it something else",),
            )  # fmt: skip

    # --- what a plan says of safety, and how near sessions are ---

    def screening(self, parts: Parts) -> Screening:
        return Screening(self._days(parts[0], SCREENING_MOST))

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
        return Retest(self._days(parts[0], DAYS_MOST))

    def spacing(self, parts: Parts) -> Spacing:
        apart, reason = parts
        if apart.value == 0:
            self.refuse("E132", "0 is too few here", apart.word, "more than that")
        return Spacing(apart.value, reason)

    def _days(self, number: Token, most: int) -> int:
        """So many days, at least one."""
        days = int(number)
        if not 1 <= days <= most:
            self.refuse("E132", f"{number} days cannot be meant here", word(number), f"1 to {most}")
        return max(1, min(days, most))


@cache
def _taken() -> frozenset[str]:
    """First words that conditions and diaries read as something else than a question's name."""
    return _FACTS.union(DIARY["margin"].forms, DIARY["athlete"].forms)
