"""Words that keep an athlete safe, and what may be a slip of one.

A misspelt safety word must never pass for a name: who writes `pian > 3` or `numbnes` is told,
whatever else the grammar could make of it. So nothing that a plan asks may be called like one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

#: What stops, holds or asks, wherever it is written.
SAFETY_WORDS: Final = (
    "pain", "painfree", "numbness", "tingling", "weakness", "burning", "fever", "flag", "cleared",
    "bladder", "bowel", "saddle", "sharp",
)  # fmt: skip

# What is no slip, and means one of them all the same.
_ALSO: Final = {
    "pains": "pain", "painful": "pain", "pane": "pain", "payne": "pain",
    "numb": "numbness", "tingle": "tingling", "tingles": "tingling", "tingly": "tingling",
    "weak": "weakness", "burn": "burning",
    "burns": "burning", "feverish": "fever", "flags": "flag", "vas": "pain", "nrs": "pain",
    "ache": "pain", "aches": "pain", "hurt": "pain", "hurts": "pain",
}  # fmt: skip
_LEAST = 4
_LONG = 8


@lru_cache(512)
def safety_word(word: str) -> str | None:
    """The safety word that `word` is, or may be a slip of; None if it is like none of them."""
    folded = word.casefold()
    if folded in SAFETY_WORDS:
        return folded
    if folded in _ALSO:
        return _ALSO[folded]
    if folded.endswith("pain"):  # backpain
        return "pain"
    if len(folded) < _LEAST - 1:
        return None
    for each in SAFETY_WORDS:
        most = 2 if len(each) >= _LONG else 1
        if abs(len(each) - len(folded)) <= most and edits(folded, each) <= most:
            return each
    return None


@lru_cache(64)
def slip_of(word: str, meant: str) -> bool:
    """Whether `word` may be a slip of the pen for `meant`, which it is not."""
    folded = word.casefold()
    most = 2 if len(meant) >= _LONG - 1 else 1
    return (
        folded != meant and abs(len(folded) - len(meant)) <= most and edits(folded, meant) <= most
    )


def edits(one: str, other: str) -> int:
    """How many letters are too many, missing, wrong, or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        last, row, twice = row, [i + 1], before
        for j, b in enumerate(other):
            best = min(last[j] + (a != b), last[j + 1] + 1, row[j] + 1)
            if i and j and a == other[j - 1] and one[i - 1] == b:
                best = min(best, twice[j - 1] + 1)
            row.append(best)
        before = last
    return row[-1]
