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
_LISTED = 7


def explain(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Parsed:
    """What to say about `text`, which the grammar refused under `rule` with a `refusal`."""
    from mesocycle.syntax.parser import Parsed

    what = later_text(rule, text)
    if what is None:
        mistake = _misspelt(grammar, rule, text, refusal) or _unquoted(grammar, rule, text, refusal)
        if mistake is not None:
            return Parsed((), (mistake,))
        what = later_track(text)
    if what is not None:
        return later(what, text)
    return Parsed((), (_unexpected(grammar, text, refusal),))


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


def near(word: str, keywords: Any) -> list[str]:
    """The keywords that `word` may be a slip of, nearest first."""
    folded = word.lower()
    options = sorted(keywords)
    if folded in options:
        return [folded]
    longer = [option for option in options if len(option) > 2 and folded.startswith(option)]
    return list(dict.fromkeys(get_close_matches(folded, options, 3, NEAR) + longer))[:3]


def _misspelt(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """A word that, spelt as a keyword, would make the piece right; else a near keyword."""
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    words = list(_WORD.finditer(blanked))[:16]
    words.sort(key=lambda match: abs(match.start() - refusal.start))
    keywords = grammar.keywords
    for match in words:
        word, start = match.group(), match.start()
        if word in keywords:
            continue
        meant = [
            option for option in near(word, keywords)
            if grammar.accepts(rule, text[:start] + option + text[match.end() :])
        ]  # fmt: skip
        if meant:
            return misspelt(word, start, meant, len(meant) == 1)
    wrong = next((match for match in words if match.start() == refusal.start), None)
    if wrong is not None and wrong.group() not in keywords:
        meant = near(
            wrong.group(), grammar.keywords & {grammar.keyword(name) for name in refusal.expected}
        )
        if meant:
            return misspelt(wrong.group(), wrong.start(), meant, False)
    return None


def _unquoted(grammar: Grammar, rule: str, text: str, refusal: Refused) -> Mistake | None:
    """Text that lacks its quotes: the fewest words that make the piece right inside quotes."""
    if "QUOTED" not in refusal.expected:
        return None
    start = refusal.start
    ends = [start + match.start() for match in _SPACE.finditer(text[start:])][:16]
    for end in (*ends, len(text)):
        quoted = f'"{text[start:end]}"'
        if '"' not in text[start:end] and grammar.accepts(rule, text[:start] + quoted + text[end:]):
            return Mistake(
                "E113", "this text needs quotes", start, end, "free text stands in quotes",
                (f"write {quoted}",), quoted, "put it in quotes",
            )  # fmt: skip
    return None


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
