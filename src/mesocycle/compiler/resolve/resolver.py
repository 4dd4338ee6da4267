"""Resolving one plan: the lookups that every line shares."""

from __future__ import annotations

import datetime as dt

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.civil import read_date
from mesocycle.syntax.nodes import Node, Piece, Word

_PLACES: dict[str, tuple[str, ...]] = {
    "outdoors": ("outside",),
    "indoors": ("inside",),
    "home": (),
    "gym": ("the gym",),
    "pool": ("the pool",),
}


class Resolver(Lookup):
    """One plan being resolved."""

    def date(self, piece: Piece[Node], word: Word) -> dt.date | None:
        """A civil date; a day that is not is a mistake."""
        found = read_date(word.text)
        if found is None:
            self.notes.error(
                "E304", f"there is no day {word.text}", piece.at(word), "not in the calendar",
                hint="write the date as year-month-day: 2026-12-07",
            )  # fmt: skip
        return found

    def place(self, piece: Piece[Node], word: Word) -> str | None:
        """A place: a word of the language, or one that the plan defines."""
        own = dict.fromkeys(self.catalogue.places, ())
        return self.word(Vocabulary("place", {**own, **_PLACES}), piece, word)
