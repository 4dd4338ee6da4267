"""Texts of any size, made of the real plans and diaries in `plans/`."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

PLANS = Path(__file__).resolve().parents[1] / "plans"

_QUOTED = re.compile(r'"([^"\n]*)"')


def everything() -> str:
    """All our plans and libraries, one after the other."""
    return "\n".join(_files())


def corpus(size: int) -> str:
    """The same again and again, to about `size` characters.

    In every copy all quoted text is renamed. So names, cues and notes are met once, as in
    real plans; schemes, rests and names of exercises are met again, as in real plans too.
    """
    files = _files()
    made: list[str] = []
    length = 0
    for copy in count(1):
        for file in files:
            made.append(_QUOTED.sub(rf'"\1 {copy}"', file))
            length += len(made[-1]) + 1
            if length >= size:
                return "\n".join(made)
    raise AssertionError("counting ends")


def _files() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(PLANS.rglob("*.plan"))]
