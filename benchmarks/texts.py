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


def corpus(size: int, *, renamed: bool = True) -> str:
    """The same again and again, to about `size` characters.

    `renamed`: in every copy all quoted text is new. So names, cues and notes are met once, as
    in real plans; schemes, rests and names of exercises are met again, as in real plans too.
    Otherwise the plans alone (no library) are repeated as they stand.
    """
    files = _files() if renamed else _plans()
    made: list[str] = []
    length = 0
    for copy in count(1):
        for file in files:
            made.append(_QUOTED.sub(rf'"\1 {copy}"', file) if renamed else file)
            length += len(made[-1]) + 1
            if length >= size:
                return "\n".join(made)
    raise AssertionError("counting ends")


def _files() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(PLANS.rglob("*.plan"))]


def _plans() -> list[str]:
    paths = (path for path in sorted(PLANS.rglob("*.plan")) if path.parent.name != "library")
    return [path.read_text("utf-8") for path in paths]
