"""Callbacks for check-in questions and traffic lights."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from mesocycle.syntax.building.base import Builder, Parts, word
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nesting import DIARY
from mesocycle.syntax.nodes import AskHead, LightHead, Node, Shade, Word
from mesocycle.syntax.safety_words import safety_word, slip_of

#: How many answers a question may have, in words; the highest number of one in figures.
WORDS_LEAST, WORDS_MOST = 2, 9
HIGHEST = 100

#: The most words of a question's name.
NAME_LONGEST = 4

#: The most days that an answer counts, or that something hurting waits.
DAYS_MOST = 90

_FROM_TO = re.compile(r"\b([0-9]+) ?(?:to|\.\.+) ?([0-9]+)$")
_OTHERS = re.compile(r" or | ?/ ?")
_ANY = re.compile(r" or | ?/ ?| ")
# Facts with numbers: a question of such a name could be a slip of one.
_NUMBERED = ("impact", "level", "age", "week", "morning")
_FACTS = frozenset({
    "level", "impact", "age", "week", "weeks", "form", "equipment", "slow", "helps", "tried",
    "untried", "trains", "loads", "position", "needs", "tag", "kind", "outdoors", "indoors", "at",
    "not", "no", "if", "when", "and", "or", "is",
})  # fmt: skip


class Every(Node):
    """`every 2 days` behind a question: how long an answer counts."""

    days: int
    word: Word


class Asks(Builder):
    """What a plan asks, and the colours of the answers."""

    def ask_head(self, parts: Parts) -> AskHead:
        name, words, *more = parts
        where = Word("", words[0].start, words[-1].end)
        meant = _apart([each.text for each in words])
        if meant:
            self.refuse(
                "E100", "a comma goes between two answers", where, f"`{meant}` is meant",
                hints=(f"write ask {name.text} {meant}",), fix=meant, title=f"write {meant}",
            )  # fmt: skip
        elif not WORDS_LEAST <= len(words) <= WORDS_MOST:
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
        if last < first <= HIGHEST:
            self.refuse(
                "E131", "this range runs backwards", where, "the smaller number comes first",
                hints=(f"write {last}-{first}",), fix=f"{last}-{first}",
                title="swap the two numbers",
            )  # fmt: skip
            first, last = last, first
        elif not 0 <= first < last <= HIGHEST:
            self.refuse(
                "E132", f"`{low}-{high}` is no scale", where, f"0 to {HIGHEST}, the lower first",
                hints=("write for example ask sleep 1-5",),
            )  # fmt: skip
            first, last = 0, 10
        return self._asked(AskHead(name, low=first, high=last), more)

    def ask_daily(self, parts: Parts) -> Every:
        return Every(1, Word("", 0, 0))

    def ask_every(self, parts: Parts) -> Every:
        return Every(self._so_many(parts[0], DAYS_MOST), word(parts[0]))

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
        alike = alike or next((each for each in _NUMBERED if slip_of(name.text, each)), None)
        if name.text.endswith("?") or len(name.text.split()) > NAME_LONGEST:
            self.refuse(
                "E133", "this is the question, not its name", name, "a short name comes first",
                hints=(f'write for example ask sleep 1-5 "{name.text}"',),
            )  # fmt: skip
        elif alike is not None:
            like = "is known anyway" if alike == name.text else f"reads like `{alike}`"
            self.refuse(
                "E133", f"`{name.text}` {like}", name, "a word that must be told from others",
                hints=(f"`{alike}` needs no question of its own: write when {alike}: …",
                       "call it something else, so that a slip can be told"),
            )  # fmt: skip
        elif _taken_by_others(name.text):
            self.refuse(
                "E133", f"`{name.text}` is a word of the language", name, "not a name here",
                hints=("call it something else",),
            )  # fmt: skip

    def _so_many(self, number: Token, most: int) -> int:
        """So many days, at least one."""
        days = int(number)
        if not 1 <= days <= most:
            self.refuse("E132", f"{number} days cannot be meant here", word(number), f"1 to {most}")
        return max(1, min(days, most))


def _apart(answers: list[str]) -> str:
    """The answers as they are meant if something else than a comma stands between them."""
    if len(answers) == 1:
        numbers = _FROM_TO.search(answers[0])
        if numbers is not None:
            return f"{numbers[1]}-{numbers[2]}"
        if answers[0] in {"y/n", "y n", "yes no", "yes/no"}:
            return "yes, no"
    between = _OTHERS if len(answers) > 1 else _ANY
    parts = [part for each in answers for part in between.split(each) if part]
    return ", ".join(parts) if len(parts) > len(answers) else ""


def _taken_by_others(name: str) -> bool:
    """Whether a condition or a diary reads the name as something else; a side may come first."""
    first, _, more = name.partition(" ")
    return first in _taken() or (first in {"left", "right"} and not more)


@cache
def _taken() -> frozenset[str]:
    """First words that conditions and diaries read as something else than a question's name."""
    return _FACTS.union(DIARY["margin"].forms, DIARY["athlete"].forms)
