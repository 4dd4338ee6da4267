"""What several meta tests build once."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.meta.tree import ROOT, environment, quietly


@pytest.fixture(scope="session")
def checkout(tmp_path_factory) -> Path:
    """A copy of what packaging reads, so that building leaves nothing in the tree."""
    copy = tmp_path_factory.mktemp("checkout") / "mesocycle"
    forget = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "dist")
    for each in ("src", "grammar", "plans", "plugins"):
        shutil.copytree(ROOT / each, copy / each, ignore=forget)
    for each in ("pyproject.toml", "setup.cfg", "README.md", "LICENSE"):
        shutil.copy(ROOT / each, copy)
    return copy


@pytest.fixture(scope="session")
def dist(checkout) -> Path:
    """The folder with the source distribution, and the wheel that was made from it."""
    quietly(sys.executable, "-m", "build", "--no-isolation", str(checkout))
    return checkout / "dist"


@pytest.fixture(scope="session")
def wheel(dist) -> Path:
    return next(dist.glob("*.whl"))


@pytest.fixture
def machine(tmp_path) -> Path:
    """A fresh environment that has the dependencies and not mesocycle."""
    return environment(tmp_path / "venv")
