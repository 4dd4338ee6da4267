"""Forms that the language has and this version does not compile yet.

They are told apart from mistakes, so that a coach who writes `5x5 60kg` reads "not yet
supported: loads" instead of "unexpected". Each such piece becomes one `Later` node with one
E190, and what is nested under it is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_GROUPS = "groups of exercises (supersets, circuits, EMOM, AMRAP)"
_TARGETS = "paces, zones and other targets of a run"

# First words, by the place where they stand (see `nesting`).
WORDS: dict[str, dict[str, str]] = {
    "margin": {
        "phase": "phases",
        "rotation": "rotations",
        "calendar": "the calendar of exceptions",
        "rules": "rules",
        "template": "templates",
        "progression": "named progressions",
        "ask": "check-in questions",
        "light": "traffic lights",
        "track": "tracks",
    },
    "plan": {"missed": "missed sessions", "rounding": "rounding of loads"},
    "session": {
        "superset": _GROUPS,
        "circuit": _GROUPS,
        "emom": _GROUPS,
        "every": _GROUPS,
        "amrap": _GROUPS,
        "for": _GROUPS,
        "tabata": _GROUPS,
        "interleave": _GROUPS,
        "do": "templates",
        "week": "changes by week",
        "rest": "rest as a stretch of its own",
        "max": "sets to the maximum",
    },
    "item": {
        "week": "changes by week",
        "at": "a dose for each rung",
        "warmup": "warm-up ramps of loads",
        "rounding": "rounding of loads",
        "rpe": "loads",
        "empty": "loads",
        "amrap": _GROUPS,
        "on": "progress of loads",
        "cadence": _TARGETS,
        "zone": _TARGETS,
    },
}

# Whole pieces, by start rule; tried only on text that the grammar has refused.
_LOADS = r"[0-9] ?(kg|lb)\b|[0-9] ?%|@ ?[0-9]|\brpe\b|\brir\b|\bbw\b|\bempty bar\b"
_PATTERNS: dict[str, tuple[tuple[str, str], ...]] = {
    "clause": (
        (r"progress\b.*\b(load|max|sum|set|with|misses|distance|pace)\b", "progress of loads"),
        (r"rest\b.*\bbetween\b", "rest between rounds"),
        (r".*\bdrop\b", "drop sets"),
        (rf"[0-9x+-].*({_LOADS})|\+[0-9]", "loads"),
        (r"@ ?[0-9]", "loads"),
        (r"[0-9x-]+(s|min)?\+|.*, *[0-9x-]+\+", "as many as possible"),
        (r".*x ?max\b|max\b", "sets to the maximum"),
        (r"[0-9-]+x ?\(", "timed parts within a set"),
        (r"[0-9]+(-[0-9]+){2,}$", "rep sequences"),
        (r"[0-9x-]+ test\b", "rep-max tests"),
        (r'[0-9x-]+s? *"', "labelled groups of sets"),
    ),
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
_TRACK = re.compile(r"if ([a-z][\w-]*):")


def later_word(place: str, word: str) -> str | None:
    """What a line that begins with `word` is called, if it waits for a later version."""
    return WORDS.get(place, {}).get(word)


def later_text(rule: str, text: str) -> str | None:
    """The same for a piece that the grammar refused under start rule `rule`."""
    for pattern, what in _PATTERNS.get(rule, ()):
        if re.match(pattern, text):
            return what
    return None


def later_track(text: str, keywords: Collection[str]) -> str | None:
    """`if scaled: …`: a condition that is one unknown word can only be a track."""
    match = _TRACK.match(text)
    return "tracks" if match and match[1] not in keywords else None
