"""Plugins made of a module's text, as good as installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from textwrap import dedent

import pytest

from mesocycle.output.entry_points import EntryPoint


@pytest.fixture
def plugin(tmp_path, monkeypatch) -> Iterator[object]:
    """`plugin(TEXT, name="steps")`: the entry point `steps` of the distribution `x-steps` 0.3."""
    monkeypatch.syspath_prepend(str(tmp_path))
    made = []

    def make(text, name="steps"):
        (tmp_path / f"{name}.py").write_text(dedent(text))
        made.append(name)
        return EntryPoint(name=name, value=name, distribution=f"x-{name}", version="0.3")

    yield make
    for name in made:
        sys.modules.pop(name, None)
