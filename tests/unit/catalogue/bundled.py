"""The bundled libraries, read from their text."""

from __future__ import annotations

from functools import cache

from mesocycle.catalogue import Catalogue, Exercise, read
from mesocycle.syntax.nodes import File
from tests.unit.catalogue.reading import LIBRARY, parsed

FOLDER = LIBRARY.parent
ALL = ("runner-back", "barbell", "bodyweight")


@cache
def text(name: str) -> str:
    """The text of the library."""
    return (FOLDER / f"{name}.plan").read_text(encoding="utf-8")


@cache
def file(name: str) -> File:
    """The library, parsed."""
    return parsed(name, text(name))


@cache
def library(*names: str) -> Catalogue:
    """What the libraries bring, the last one on top."""
    return read([(file(name), None) for name in names]).unwrap()


def entry(name: str, *libraries: str) -> Exercise:
    """The exercise of that name."""
    found = library(*libraries).find(name)
    assert found is not None, name
    return found
