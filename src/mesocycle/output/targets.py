"""Targets in words: `at 4:54/km (5k pace)`, `at 114–133 bpm (zone 2)`, `, easy`.

What to do comes first, in the numbers that a watch shows; what the coach wrote stands behind
it in brackets. Where numbers would be too much (`brief`), only that.
"""

from __future__ import annotations

import re
from typing import Final

from mesocycle.programme import Segment, Target

#: What joins a target to a length; a comma where nothing does.
_JOINED: Final = {
    "pace": "at", "speed": "at", "hr": "at", "power": "at", "cadence": "at", "zone": "in",
}  # fmt: skip
#: Texts that join themselves, or that nothing joins well.
_ALONE: Final = (
    "at ", "in ", "below ", "above ", "from ", "until ", "rpe", "hr ", "power ", "cadence ",
)  # fmt: skip
_RANGE: Final = re.compile(r"(?<=[0-9%])-(?=[0-9])")


def target(stretch: Segment, *, brief: bool = False) -> str:
    """How hard a stretch is, ready to stand behind its length; nothing if nobody says.

    `, easy`, ` at 5:00–5:20/km`, ` at 4:54/km (5k pace)`, `, from zone 1 to zone 3`.
    """
    if stretch.target is None:
        return ""
    if stretch.target_end is not None:
        first, last = (how_hard(each, brief=brief) for each in (stretch.target, stretch.target_end))
        return f", from {first.removeprefix('from ')} to {last}"
    words = how_hard(stretch.target, brief=brief)
    join = "in" if words.startswith("zone ") else _JOINED.get(stretch.target.kind)
    if words.lower().startswith(_ALONE) or join is None:
        bare = words.lower().startswith(("at ", "in ")) and stretch.target.kind in _JOINED
        return f" {words}" if bare else f", {words}"
    return f" {join} {words}"


def how_hard(aim: Target, *, brief: bool = False) -> str:
    """A target on its own: `easy`, `5k pace (4:54/km)`, brief `5k pace`.

    What the coach wrote is added unless the text holds it, or has brackets of its own.
    """
    written = _RANGE.sub("–", aim.written or "").removeprefix("at ")
    text = _RANGE.sub("–", aim.text)
    if written and brief:
        return written
    if not written or text.endswith(")") or _plain(written) in _plain(text):
        return text
    return f"{text} ({written})"


def _plain(text: str) -> str:
    return "".join(text.casefold().replace("–", "-").split())
