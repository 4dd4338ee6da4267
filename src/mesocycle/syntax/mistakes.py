"""From a refusal of the grammar to a mistake in a coach's words."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from mesocycle.syntax.later import later_text, later_track
from mesocycle.syntax.mistake import Mistake
from mesocycle.syntax.nodes import Later

if TYPE_CHECKING:
    from mesocycle.syntax.engine import Refused
    from mesocycle.syntax.parser import Grammar, Parsed

NEAR = 0.7
SURELY_NEAR = 0.6  # enough where the grammar proves that the keyword fits
NO_WORD = "qx"  # what it says with this in place of a keyword, it says of any name
_WORD = re.compile(r"[^\W\d_][\w&.'’/+-]*")
_QUOTED = re.compile(r'"[^"]*"')
_SPACE = re.compile(r" +")
_SAID = {
    "INT": "a number",
    "DECIMAL": "a number",
    "SETS": "sets as in `3x`",
    "DATE": "a date as in `2026-12-07`",
    "TIME": "a time as in `07:00`",
    "QUOTED": "text in quotes",
    "WORD": "a name",
    "PART": "",
    "FIGURE": "a figure",
    "BOTH_SIDES": "`L/R`",
    "TEMPO": "four counts as in `3-1-1-0`",
    "$END": "the end of the clause",
}
_ALIKE = {"*": "x", "×": "x", "X": "x", "–": "-", "—": "-", "−": "-"}
_LISTED = 7
_TRIED = 16


def explain(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Parsed:
    """What to say about `text`, which the grammar refused under `rule` with a `refusal`."""
    from mesocycle.syntax.parser import Parsed
    from mesocycle.syntax.rescue import rescued

    what = later_text(rule, text)
    if what is None:
        for guess in (_sign, _misspelt, _unquoted):
            mistake = guess(grammar, rule, text, refusal)
            if mistake is not None:
                return Parsed(rescued(grammar, rule, text, mistake), (mistake,))
        what = later_track(text)
    if what is not None:
        return later(what, text)
    mistake = _unexpected(grammar, text, refusal)
    return Parsed(rescued(grammar, rule, text, mistake), (mistake,))


def later(what: str, text: str) -> Parsed:
    """A piece that is right, but not compiled yet."""
    from mesocycle.syntax.parser import Parsed

    message = f"not yet supported: {what}"
    return Parsed((Later(what, 0, len(text)),), (Mistake("E190", message, 0, len(text)),))


def misspelt(word: str, start: int, meant: list[str], certain: bool) -> Mistake:
    """`word` is no word of the language here; it looks like one of `meant`."""
    said = " or ".join(f"`{option}`" for option in meant)
    return Mistake(
        "E101",
        f"`{word}` is not known here",
        start,
        start + len(word),
        f"did you mean {said}?",
        (f"write {said}",),
        meant[0] if certain else None,
        f"write {meant[0]}" if certain else "",
    )


def near(word: str, keywords: Any, cutoff: float = NEAR) -> list[str]:
    """The keywords that `word` may be a slip of, nearest first.

    A capital begins a name: of a word with capitals, only the keyword itself can be meant.
    """
    folded = word.lower()
    if folded != word:
        return [folded] if folded in keywords else []
    options = sorted(option for option in keywords if option != word)
    close = get_close_matches(folded, options, 4, cutoff)
    if close or word in keywords:
        return close
    return [option for option in options if len(option) > 2 and folded.startswith(option)][-1:]


def reach_with(grammar: Grammar, rule: str, text: str, start: int, word: str, option: str) -> int:
    """How much of `text` would be right if `option` stood for `word`; more than all: all of it.

    Counted in characters of `text` as it is.
    """
    mended = text[:start] + option + text[start + len(word) :]
    return grammar.reach(rule, mended) + len(word) - len(option)


def _misspelt(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """A word that may be a slip for a keyword, the nearest to the refusal first.

    A keyword that makes the whole piece right is the answer; one that takes the grammar
    further than it came is a guess.
    """
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    words = [match for match in _WORD.finditer(blanked) if match.start() <= refusal.start]
    guess = None
    for match in reversed(words[-_TRIED:]):
        word, start, end = match.group(), *match.span()
        as_name = reach_with(grammar, rule, text, start, word, NO_WORD)
        cutoff = NEAR if word in grammar.keywords else SURELY_NEAR
        reached = {
            option: reach_with(grammar, rule, text, start, word, option)
            for option in near(word, grammar.keywords, cutoff)
        }
        whole = [option for option, reach in reached.items() if as_name <= len(text) < reach]
        if whole:
            return misspelt(word, start, whole, len(whole) == 1)
        least = max(refusal.start, end, as_name)
        further = [o for o in near(word, grammar.keywords) if reached.get(o, 0) > least]
        if further and guess is None and word not in grammar.keywords:
            guess = misspelt(word, start, further, False)
    return guess


def _sign(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """Another sign in place of the one that the language uses: `3*8`, `8–12`."""
    at = refusal.start
    sign = _ALIKE.get(text[at : at + 1])
    if sign is None or grammar.reach(rule, text[:at] + sign + text[at + 1 :]) <= at:
        return None
    return Mistake(
        "E116", f"`{text[at]}` is not the sign that the language uses", at, at + 1,
        f"`{sign}` is meant", (f"write {text[:at]}{sign}{text[at + 1 :]}",), sign,
        f"write `{sign}`",
    )  # fmt: skip


def _unquoted(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """Text that lacks its quotes: the fewest words that make the piece right inside quotes.

    It is certain only if no other number of words would do.
    """
    start = refusal.start
    first = _WORD.match(text, start)
    if "QUOTED" not in refusal.expected or "WORD" in refusal.expected or start == len(text):
        return None
    if '"' in text[start:]:
        return None
    if rule == "session_head" and first is not None and first.group() in grammar.keywords:
        return None  # a schedule, not a name
    ends = [start + match.start() for match in _SPACE.finditer(text[start:])][:_TRIED]
    right = [
        end
        for end in (*ends, len(text))
        if grammar.accepts(rule, f'{text[:start]}"{text[start:end]}"{text[end:]}')
    ]
    if not right:
        return None
    quoted = f'"{text[start : right[0]]}"'
    certain = len(right) == 1
    return Mistake(
        "E113", "this text needs quotes", start, right[0], "free text stands in quotes",
        (f"write {quoted}" if certain else "close them behind its last word",),
        quoted if certain else None, "put it in quotes" if certain else "",
    )  # fmt: skip


def _unexpected(grammar: Grammar, text: str, refusal: Refused) -> Mistake:
    said = _said(grammar, refusal.expected)
    start, end = refusal.start, refusal.end
    if start == len(text):
        return Mistake(
            "E102", "something is missing here", max(0, start - 1), start,
            "the clause stops too early", (f"expected {said}",),
        )  # fmt: skip
    return Mistake(
        "E100", f"`{text[start:end]}` cannot stand here", start, end,
        "not understood", (f"expected {said}",),
    )  # fmt: skip


def _said(grammar: Grammar, expected: frozenset[str]) -> str:
    """The expected terminals as a coach would list them."""
    words = sorted(f"`{grammar.keyword(name)}`" for name in expected if grammar.keyword(name))
    kinds = sorted({_SAID.get(name, "") for name in expected if not grammar.keyword(name)} - {""})
    listed = kinds + words
    if len(listed) > _LISTED:
        listed = [*listed[:_LISTED], "…"]
    return ", ".join(listed[:-1]) + (" or " if len(listed) > 1 else "") + "".join(listed[-1:])
