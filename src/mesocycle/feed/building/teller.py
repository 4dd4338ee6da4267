"""What has been told already, so that each look tells what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.news import News, What, same_as_told
from mesocycle.feed.building.store import Key


class Teller:
    """Makes the news of a look, and remembers them for the next one."""

    def __init__(self) -> None:
        #: What failed, and has not been made since.
        self.bad: set[Key] = set()
        self._told: dict[Key, int] = {}
        self._told_of_folder = same_as_told(())

    def of_feed(self, key: Key, what: What, diagnostics: tuple[Diagnostic, ...]) -> News:
        """News of a feed: what came well after it failed is mended."""
        said, before = same_as_told(diagnostics), self._told.get(key)
        self._told[key] = said
        if what == "failed":
            self.bad.add(key)
        elif key in self.bad:
            self.bad.discard(key)
            what = "mended"
        return News(key.feed, what, diagnostics, dict(key.options), again=said == before)

    def of_folder(self, notes: Sequence[Diagnostic]) -> Iterator[News]:
        """News of what concerns no single feed, if there is any."""
        said, before = same_as_told(notes), self._told_of_folder
        self._told_of_folder = said
        if notes and said != before:
            yield News("", "failed", tuple(dict.fromkeys(notes)))
        elif not notes and said != before:
            yield News("", "mended")

    def keep_only(self, keys: AbstractSet[Key]) -> None:
        """Forget what nobody has a link to any more."""
        self.bad &= keys
        self._told = {key: said for key, said in self._told.items() if key in keys}
