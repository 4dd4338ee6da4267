"""Resolving one plan: the lookups that every line shares."""

from __future__ import annotations

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.vocabulary import Vocabulary
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

    def place(self, piece: Piece[Node], word: Word) -> str | None:
        """A place: a word of the language, or one that the plan defines."""
        own = dict.fromkeys(self.catalogue.places, ())
        return self.word(Vocabulary("place", {**own, **_PLACES}), piece, word)
