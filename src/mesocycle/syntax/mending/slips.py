"""Misspelt keywords: which one is meant, and whether the grammar proves it."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from mesocycle.syntax.mistake import Mistake

if TYPE_CHECKING:
    from mesocycle.syntax.engine import Refused
    from mesocycle.syntax.parser import Grammar

NEAR = 0.7
SURELY_NEAR = 0.6  # enough where the grammar proves that the keyword fits
NO_WORD = "qx"  # what the grammar says of this it says of any name
_WORD = re.compile(r"[^\W\d_][\w&.'’/+-]*")
_QUOTED = re.compile(r'"[^"]*"')
_TRIED = 16
_PLACES = frozenset(
    {"back", "neck", "shoulder", "hip", "knee", "shin", "calf", "heel", "foot", "leg", "arm"}
)


def slip(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """A word of `text` that may be a slip for a keyword, the nearest to the refusal first.

    A keyword that makes the whole piece right is the answer; one that takes the grammar
    further than it came is a guess.
    """
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    words = [match for match in _WORD.finditer(blanked) if match.start() <= refusal.start]
    guess = None
    for match in reversed(words[-_TRIED:]):
        word, start = match.group(), match.start()
        if word in _PLACES:  # of pain: no slip for `needs`
            continue
        known = word in grammar.keywords
        options = near(word, grammar.keywords, NEAR if known else SURELY_NEAR)
        reached = {each: reach_with(grammar, rule, text, start, word, each) for each in options}
        as_name = reach_with(grammar, rule, text, start, word, NO_WORD) if options else 0
        whole = [each for each in options if as_name <= len(text) < reached[each]]
        if whole:
            return misspelt(word, start, whole, len(whole) == 1)
        if guess is None and not known:
            least = max(refusal.start, match.end(), as_name)
            further = [each for each in near(word, options) if reached[each] > least]
            guess = misspelt(word, start, further, False) if further else None
    return guess


def misspelt(word: str, start: int, meant: list[str], certain: bool) -> Mistake:
    """`word` is no word of the language here; it looks like one of `meant`."""
    said = " or ".join(f"`{option}`" for option in meant)
    return Mistake(
        code="E101",
        message=f"`{word}` is not known here",
        start=start,
        end=start + len(word),
        label=f"did you mean {said}?",
        hints=(f"write {said}",),
        fix=meant[0] if certain else None,
        title=f"write {meant[0]}" if certain else "",
    )


def near(word: str, keywords: Collection[str], cutoff: float = NEAR) -> list[str]:
    """The keywords that `word` may be a slip of, nearest first.

    A capital begins a name: of a word with capitals, only the keyword itself can be meant.
    """
    folded = word.lower()
    if folded != word:
        return [folded] if folded in keywords else []
    options = sorted(option for option in keywords if option != word)
    close = _close(folded, tuple(options), cutoff)
    if close or word in keywords:
        return list(close)
    return [option for option in options if len(option) > 2 and folded.startswith(option)][-1:]


@lru_cache(1024)
def _close(word: str, options: tuple[str, ...], cutoff: float) -> tuple[str, ...]:
    """The options that look like `word`; a diary asks about the same words day after day."""
    return tuple(get_close_matches(word, options, 4, cutoff))


def reach_with(grammar: Grammar, rule: str, text: str, start: int, word: str, option: str) -> int:
    """How much of `text` would be right if `option` stood for `word`; more than all: all of it.

    Counted in characters of `text` as it is.
    """
    mended = text[:start] + option + text[start + len(word) :]
    return grammar.reach(rule, mended) + len(word) - len(option)
