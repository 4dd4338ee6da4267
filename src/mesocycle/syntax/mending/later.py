"""Forms that the language has and this version does not compile yet.

They are told apart from mistakes, so that a coach who writes `rules` reads "not yet
supported: rules" instead of "unexpected". Each such piece becomes one `Later` node with one
E190, and what is nested under it is passed over.
"""

from __future__ import annotations

import re

# First words, by the place where they stand (see `nesting`).
WORDS: dict[str, dict[str, str]] = {}

# Whole pieces, by start rule; tried only on text that the grammar has refused.
_PATTERNS: dict[str, tuple[tuple[str, str], ...]] = {}


def later_word(place: str, word: str) -> str | None:
    """What a line that begins with `word` is called, if it waits for a later version."""
    return WORDS.get(place, {}).get(word)


def later_text(rule: str, text: str) -> str | None:
    """The same for a piece that the grammar refused under start rule `rule`."""
    for pattern, what in _PATTERNS.get(rule, ()):
        if re.match(pattern, text):
            return what
    return None
