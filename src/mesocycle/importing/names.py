"""Exercises as other programs call them, and as the libraries of a plan do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mesocycle.catalogue.model import Catalogue, Exercise, fold
from mesocycle.catalogue.variants import variant
from mesocycle.source import Source, Span

_WITH_TOOL = re.compile(r"(.+?) \(([^()]+)\)")
_TOOLS = {"dumbbell": "dumbbells", "cable": "cable machine", "band": "band", "plate": "plates"}


class Namer:
    """Finds exercises by what they were called; `mapped` says what is meant by some names."""

    def __init__(self, catalogue: Catalogue | None, mapped: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._mapped = {fold(theirs): ours for theirs, ours in mapped.items()}
        #: What was not found, and how often it was wanted.
        self.unknown: dict[str, int] = {}

    @property
    def blind(self) -> bool:
        """Whether nobody knows which exercises there are."""
        return self._catalogue is None

    def find(self, called: str) -> tuple[str, Exercise | None] | None:
        """What to write for an exercise, and what it is where that is known; None: nothing."""
        name = self._mapped.get(fold(called), called)
        if self._catalogue is None:
            return name, None
        found = self._catalogue.find(name)
        if found is not None:
            return (found.name if fold(found.name) == fold(name) else name), found
        with_tool = _WITH_TOOL.fullmatch(name)
        if with_tool is not None:
            other = self._with(with_tool[1], with_tool[2])
            if other is not None:
                return other.name, other
        self.unknown[called] = self.unknown.get(called, 0) + 1
        return None

    def nearest(self, called: str) -> str | None:
        """An exercise that may have been meant; never put in place of it."""
        if self._catalogue is None:
            return None
        base = re.sub(r" \([^()]*\)$", "", called)
        return self._catalogue.suggest(called) or self._catalogue.suggest(base)

    def _with(self, base: str, tool: str) -> Exercise | None:
        """`Bench Press (Dumbbell)` is the one variant with dumbbells, or a Dumbbell Bench Press.

        What is assisted is no variant: the weight is then what was taken off.
        """
        assert self._catalogue is not None
        if fold(tool) == "assisted":
            return None
        found = self._catalogue.find(base)
        if found is None:
            return self._catalogue.find(f"{tool} {base}")
        nowhere = Source("", "")
        tool = _TOOLS.get(fold(tool), fold(tool))
        other = variant(self._catalogue, found, tool, Span(nowhere, 0, 0))
        if isinstance(other, Exercise):
            return other
        return self._catalogue.find(f"{tool} {base}")
