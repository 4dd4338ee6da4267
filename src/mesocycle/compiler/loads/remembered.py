"""Memory: the sets of a line are the same until something that they depend on changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.loads.shift import Shift
from mesocycle.compiler.loads.written import written
from mesocycle.mass import Mass
from mesocycle.programme import Because, Set
from mesocycle.syntax.nodes import Deload, LoadNode, Percent, Scheme

if TYPE_CHECKING:
    from mesocycle.compiler.loads.sought import Sought
    from mesocycle.compiler.sessions.recipes import Recipe

#: So many different lines, and states of one, are remembered; then it begins anew.
MOST: Final = 4_096

#: The state of a track, as far as sets depend on it.
State = tuple[Shift, Mass | None, Deload | None, tuple[tuple[str, int], ...]]


#: Of whose max, whether that exercise stands in for another, and how much of it.
Share = tuple[str, bool, int]


class Given(msgspec.Struct, frozen=True, gc=False):
    """The sets of a line, why they weigh what they do, and what nobody has said.

    `missing` is a question to the athlete, empty where nothing is.
    """

    sets: tuple[Set, ...]
    text: str = ""
    because: tuple[Because, ...] = ()
    missing: str = ""


class Sheet:
    """What is remembered of one line: what its sets have in common, and those made so far.

    Manner and scheme stay alive with it, so their identity is their own.
    """

    __slots__ = ("_found", "_kept", "recipe")

    def __init__(self, manner: Manner, scheme: Scheme) -> None:
        self.recipe: Recipe | None = None
        self._kept = (manner, scheme)
        self._found: dict[State, tuple[int, Given]] = {}

    def get(self, state: State, version: int) -> Given | None:
        """The sets made before; None where a max or the bodyweight has changed since."""
        found = self._found.get(state)
        return found[1] if found is not None and found[0] == version else None

    def keep(self, state: State, version: int, given: Given) -> None:
        """Remember the sets, for the maxes as they are now."""
        if len(self._found) >= MOST:
            self._found.clear()
        self._found[state] = (version, given)


class Memory:
    """What was made before, and how loads are written."""

    def __init__(self) -> None:
        self._sheets: dict[tuple[int, int, str], Sheet] = {}
        self._texts: dict[int, tuple[LoadNode, str]] = {}
        self._shares: dict[tuple[int, str, bool, int], tuple[int, Percent, Sought]] = {}

    def share(self, node: Percent, key: Share, version: int) -> Sought | None:
        """What so many per cent came to; None where a max has changed since."""
        found = self._shares.get((id(node), *key))
        return found[2] if found is not None and found[0] == version else None

    def keep_share(self, node: Percent, key: Share, version: int, sought: Sought) -> None:
        """Remember what so many per cent come to, for the maxes as they are now."""
        if len(self._shares) >= MOST:
            self._shares.clear()
        self._shares[id(node), *key] = (version, node, sought)

    def text(self, node: LoadNode) -> str:
        """The load as it is written."""
        found = self._texts.get(id(node))
        if found is None:
            if len(self._texts) >= MOST:
                self._texts.clear()
            found = self._texts[id(node)] = (node, written(node))
        return found[1]

    def sheet(self, manner: Manner, scheme: Scheme, exercise: Exercise) -> Sheet:
        """What is remembered of a line with these sets."""
        key = (id(manner), id(scheme), exercise.id)
        found = self._sheets.get(key)
        if found is None:
            if len(self._sheets) >= MOST:
                self._sheets.clear()
            found = self._sheets[key] = Sheet(manner, scheme)
        return found
