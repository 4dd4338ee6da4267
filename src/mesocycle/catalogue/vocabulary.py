"""A closed list of words, each with the other words that people use for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mesocycle.catalogue.model import fold


class Vocabulary:
    """Words for one thing (`what`, as messages call it): canonical word → its other words."""

    def __init__(self, what: str, words: Mapping[str, tuple[str, ...]]) -> None:
        self.what = what
        self._canonical = {word: word for word in words}
        self._canonical.update({other: word for word, others in words.items() for other in others})
        self._words = tuple(words)

    def __iter__(self) -> Iterator[str]:
        """The canonical words, in order."""
        return iter(self._words)

    def others(self, word: str) -> tuple[str, ...]:
        """The other words for a canonical one, in order."""
        return tuple(other for other, one in self._canonical.items() if one == word != other)

    def find(self, text: str) -> str | None:
        """The canonical word for `text` in any case, or None."""
        return self._canonical.get(fold(text))

    def suggest(self, text: str) -> str | None:
        """The nearest word, canonical or not, for a message."""
        from mesocycle.catalogue.suggest import closest

        return closest(text, self._canonical)
