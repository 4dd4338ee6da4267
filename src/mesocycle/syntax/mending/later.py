"""Forms that the language has and this version does not compile yet.

They are told apart from mistakes, so that a coach who writes `rules` reads "not yet
supported: rules" instead of "unexpected". Each such piece becomes one `Later` node with one
E190, and what is nested under it is passed over.
"""

from __future__ import annotations

import re

_TARGETS = "paces, zones and other targets of a run"

# First words, by the place where they stand (see `nesting`).
WORDS: dict[str, dict[str, str]] = {
    "margin": {
        "calendar": "the calendar of exceptions",
        "rules": "rules",
        "ask": "check-in questions",
        "light": "traffic lights",
    },
    "plan": {"missed": "missed sessions"},
    "session": {"rest": "rest as a stretch of its own"},
    "item": {"cadence": _TARGETS, "zone": _TARGETS},
}

# Whole pieces, by start rule; tried only on text that the grammar has refused.
_PATTERNS: dict[str, tuple[tuple[str, str], ...]] = {
    "phase_head": ((r'phase "[^"]*" until\b', "phases that end by a condition"),),
    "item": (
        (
            r"([0-9]|(run|walk|bike|swim|row|ski|hike|warmup|cooldown)\b.*[0-9]) ?x ?[(0-9]",
            "repeats",
        ),
        (r".*[0-9]-[0-9.]+ ?(s|sec|min|h|m|km|mi)\b", "ranges of time and distance"),
        (r"[a-z]+ .*\b(until|for total)\b", "stretches with an open end"),
        (r"[a-z]+ .*\b(at|zone|hr|power|rpe|cadence|below|above|mp)\b", _TARGETS),
        (r"[a-z]+ .*\b(uphill|downhill|track|trail)\b", "terrain"),
    ),
}


def later_word(place: str, word: str) -> str | None:
    """What a line that begins with `word` is called, if it waits for a later version."""
    return WORDS.get(place, {}).get(word)


def later_text(rule: str, text: str) -> str | None:
    """The same for a piece that the grammar refused under start rule `rule`."""
    for pattern, what in _PATTERNS.get(rule, ()):
        if re.match(pattern, text):
            return what
    return None
