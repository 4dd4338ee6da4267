"""Meant: what a line is taken to mean that begins like no exercise, but nearly like an entry."""

from __future__ import annotations

from typing import Final

from mesocycle.syntax.safety_words import SAFETY_WORDS, safety_word, slip_of

#: How each safety word is written.
SAFELY: Final = dict.fromkeys(SAFETY_WORDS, "flag numbness left leg") | {
    "pain": "pain 3 lower back",
    "painfree": "pain 0",
    "sharp": "pain 3 sharp",
    "cleared": 'cleared by "physiotherapist"',
}

#: What else an entry begins with, and how it goes on.
_BEGINS: Final = {
    "morning": "morning pain 0",
    "brisk": "brisk walk 30min; pain 0",
    "unplanned": 'unplanned "Yoga"; 45min',
    "condition": "condition osteoporosis",
}


def entry_meant(text: str) -> str | None:
    """What to write for a text in the place of an exercise, in words; None if nobody can tell."""
    words = text.split()
    for word in words[:1]:
        found = next((known for known in _BEGINS if slip_of(word, known)), None)
        if found:
            return f"did you mean `{found}`? for example: {_BEGINS[found]}"
    for word in words:
        if meant := safety_word(word):
            return (
                f"did you mean `{meant}`? it stands behind a `;`, or on a line of its own: "
                f"{SAFELY[meant]}"
            )
    return None
