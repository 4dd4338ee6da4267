"""Order: which of two entries came first, by their days, and on one day by their lines."""

from __future__ import annotations

from mesocycle.diary.model import Clearance, Flag, Screened
from mesocycle.programme import Because


def above(one: Because, other: Because) -> bool:
    """Whether a line stands above another one in the same file; of two files nobody can say."""
    return one.file == other.file and one.line < other.line


def came_first(flag: Flag, answer: Clearance | Screened) -> bool:
    """Whether a flag is known to have been there before what may put an end to it."""
    if flag.date != answer.date:
        return flag.date < answer.date
    return above(flag.because, answer.because)
