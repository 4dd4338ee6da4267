"""A library that ships resolved is the library as its text has it, or it is read anew."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.resolved import Library, dump, load
from mesocycle.source import Source
from tests.unit.catalogue.reading import LIBRARY, runner_back

TEXT = LIBRARY.read_text(encoding="utf-8")
KEPT = LIBRARY.with_suffix(".json").read_bytes()


def same(one: Catalogue, other: Catalogue) -> bool:
    return vars(one) == vars(other)


def test_what_ships_is_current() -> None:
    """If this fails: `python tools/resolve_library.py`."""
    assert dump(Source("runner-back", TEXT), runner_back()) == KEPT


def test_a_resolved_library_is_the_library() -> None:
    loaded = load(Library("runner-back", TEXT, KEPT))
    assert loaded is not None
    assert same(loaded, runner_back())
    assert loaded.find("bird dog") == runner_back().find("bird dog")


@pytest.mark.parametrize(
    "source",
    [
        Source("runner-back", TEXT),
        Library("runner-back", TEXT),
        Library("runner-back", TEXT + "\n", KEPT),
        Library("runner-back", TEXT.replace("impact 3", "impact 1", 1), KEPT),
        Library("another", TEXT, KEPT),
        Library("runner-back", TEXT, KEPT[:-100]),
        Library("runner-back", TEXT, b"{}"),
        Library("runner-back", TEXT, b"not json"),
    ],
)
def test_anything_else_is_read_anew(source: Source) -> None:
    assert load(source) is None
