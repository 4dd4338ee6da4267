"""Every hook says what it is for, and is called in some test by a plugin that implements it."""

from __future__ import annotations

import re

import pytest

from mesocycle.bundled import BUNDLED
from mesocycle.output import hookspecs
from tests.meta.tree import ROOT, files

HOOKS = [each for each in vars(hookspecs) if each.startswith("mesocycle_")]
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in files("tests", suffix=".py"))


def test_there_are_hooks():
    assert HOOKS


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_documented(hook):
    assert (getattr(hookspecs, hook).__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_tested(hook):
    assert re.search(rf"@hookimpl\s+(?:.*\s+)?def {hook}\(", TESTS)


@pytest.mark.parametrize("plugin", BUNDLED)
def test_each_bundled_output_comes_through_a_hook(plugin):
    path = ROOT / "plugins" / plugin / f"mesocycle_{plugin}" / "__init__.py"
    assert "def mesocycle_outputs(" in path.read_text(encoding="utf-8")
