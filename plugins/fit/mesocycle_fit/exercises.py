"""What FIT calls the exercises of the bundled libraries: a category, and mostly a name in it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


@cache
def _table() -> dict[str, str]:
    data = files(__package__).joinpath("exercises.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, str])


def known(exercise: str) -> str | None:
    """`SQUAT/BARBELL_BACK_SQUAT`, or `SQUAT` alone; None: a watch shows the name as a text."""
    return _table().get(exercise)
