"""Plugins that are as good as installed: their modules can be imported, nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mesocycle.output.entry_points import EntryPoint

BROKEN = Path(__file__).parents[2] / "fixtures" / "plugins" / "broken"


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    """The modules of the broken plugins, forgotten again after each test."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(BROKEN))
    yield
    for name in set(sys.modules) - before:
        if str(BROKEN) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.fixture
def agenda() -> EntryPoint:
    """A plugin with nothing wrong."""
    return EntryPoint(
        name="agenda", value="coach_agenda", distribution="coach-agenda", version="1.2"
    )


def broken(module: str) -> EntryPoint:
    """One of the broken plugins, by its module."""
    return EntryPoint(name=module, value=module, distribution=f"x-{module}", version="0.3")
