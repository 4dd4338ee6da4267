"""What was made ahead of time is what would be made now: `make tables`."""

from __future__ import annotations

import msgspec
import pytest

import mesocycle.grammar as grammar
from mesocycle.syntax.nesting import PLACES
from mesocycle.syntax.tables import load, make
from tests.meta.tree import files, name
from tools.resolve_library import resolved


@pytest.mark.parametrize("kind", PLACES)
def test_the_parsing_tables_are_current(kind):
    assert msgspec.json.encode(make(kind)).decode() + "\n" == grammar.tables(kind)


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("stored", ["", "{", "{}"])
def test_without_them_the_grammar_itself_is_read(kind, stored, monkeypatch):
    current = load(kind)
    monkeypatch.setattr(grammar, "tables", lambda kind: stored)
    assert load(kind) == current


@pytest.mark.parametrize("path", list(files("plans/library", suffix=".plan")), ids=name)
def test_a_bundled_library_is_current(path):
    assert resolved(path) == path.with_suffix(".json").read_bytes()
