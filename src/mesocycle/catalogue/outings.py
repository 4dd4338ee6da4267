"""Outings: which activity the name of a session speaks of, as people and watches name them."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")

#: Words of an activity; what ends in `run`, such as Parkrun, is one too.
_WORDS: Final[dict[str, str]] = {
    "run": "run", "runs": "run", "running": "run", "jog": "run", "jogging": "run",
    "treadmill": "run", "marathon": "run",
    "walk": "walk", "walks": "walk", "walking": "walk",
    "hike": "hike", "hikes": "hike", "hiking": "hike",
    "ride": "bike", "rides": "bike", "riding": "bike", "bike": "bike", "biking": "bike",
    "cycling": "bike", "cycle": "bike",
    "swim": "swim", "swims": "swim", "swimming": "swim",
    "row": "row", "rows": "row", "rowing": "row",
    "ski": "ski", "skiing": "ski",
}  # fmt: skip


def activity_of(name: str) -> str | None:
    """The activity that a name speaks of (`Run: Parkrun`, `Morning Ride`).

    None where it speaks of none, or of several.
    """
    words = (word.casefold() for word in _WORD.findall(name))
    found = {known for word in words if (known := _of(word)) is not None}
    return found.pop() if len(found) == 1 else None


def _of(word: str) -> str | None:
    return _WORDS.get(word) or ("run" if word.endswith("run") else None)
