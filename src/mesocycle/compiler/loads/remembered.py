"""Memory: the sets of a line are the same until something that they depend on changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from mesocycle.compiler.checked import Manner
from mesocycle.compiler.loads.shift import Shift
from mesocycle.compiler.loads.written import written
from mesocycle.mass import Mass
from mesocycle.programme import Because, Set
from mesocycle.syntax.nodes import Deload, LoadNode, Scheme

if TYPE_CHECKING:
    from mesocycle.compiler.recipes import Recipe

#: So many different lines are remembered; then it begins anew.
MOST: Final = 4_096

#: Manner and scheme by identity (they are kept beside the sets), exercise, and the track's state.
Key = tuple[
    int, int, str, Shift, Mass | None, Deload | None, tuple[tuple[str, int], ...]
]  # fmt: skip


#: Manner, scheme and exercise, as in a key.
Line = tuple[int, int, str]


class Given(msgspec.Struct, frozen=True, gc=False):
    """The sets of a line, why they weigh what they do, and what nobody has said.

    `missing` is a question to the athlete, empty where nothing is.
    """

    sets: tuple[Set, ...]
    text: str = ""
    because: tuple[Because, ...] = ()
    missing: str = ""


class Memory:
    """What was made before, for the maxes as they were then."""

    def __init__(self) -> None:
        self._found: dict[Key, tuple[int, Manner, Scheme, Given]] = {}
        self._recipes: dict[Line, tuple[Manner, Scheme, Recipe]] = {}

        self._texts: dict[int, tuple[LoadNode, str]] = {}

    def text(self, node: LoadNode) -> str:
        """The load as it is written."""
        found = self._texts.get(id(node))
        if found is None:
            if len(self._texts) >= MOST:
                self._texts.clear()
            found = self._texts[id(node)] = (node, written(node))
        return found[1]

    def recipe(self, line: Line) -> Recipe | None:
        """What the sets of a line have in common."""
        found = self._recipes.get(line)
        return found[2] if found is not None else None

    def keep_recipe(self, line: Line, manner: Manner, scheme: Scheme, recipe: Recipe) -> None:
        """Remember it; manner and scheme stay alive, so their identity is their own."""
        if len(self._recipes) >= MOST:
            self._recipes.clear()
        self._recipes[line] = (manner, scheme, recipe)

    def get(self, key: Key, version: int) -> Given | None:
        """The sets made before; None where a max or the bodyweight has changed since."""
        found = self._found.get(key)
        return found[3] if found is not None and found[0] == version else None

    def keep(self, key: Key, version: int, manner: Manner, scheme: Scheme, given: Given) -> None:
        """Remember the sets; manner and scheme stay alive, so their identity is their own."""
        if len(self._found) >= MOST:
            self._found.clear()
        self._found[key] = (version, manner, scheme, given)
