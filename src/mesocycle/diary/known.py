"""What a diary had up to a day: its entries dated until then, and the profile."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from mesocycle.civil import read_date
from mesocycle.syntax.nodes import File, Statement


def known_on(file: File, day: dt.date) -> File:
    """The diary without what is dated later, corrections dated later among it."""
    return replace(file, statements=tuple(s for s in file.statements if not _later(s, day)))


def _later(statement: Statement, day: dt.date) -> bool:
    word = getattr(statement.head.node, "date", None)
    date = read_date(word.text) if word is not None else None
    return date is not None and date > day
