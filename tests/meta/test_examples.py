"""The examples of `meso explain`: the broken one shows the code, the mended one is free of it."""

from __future__ import annotations

import pytest

import mesocycle
from mesocycle.codes import CODES
from mesocycle.loading import Folder
from mesocycle.source import Source
from tests.meta.tree import files

#: What diaries in examples follow.
STANDARD = """\
plan "A back that runs"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed, fri at 07:00 for 40min
  pick 4 from strength where painfree and slow and form good; 3x8-12; slow; progress reps

session "Easy run" on tue, sat at 18:00
  run 30min easy
"""

SHOWN = [code for code in CODES.values() if code.kind != "none"]
UNSHOWN = [code for code in CODES.values() if code.kind == "none"]
TESTS = "\n".join(p.read_text(encoding="utf-8") for p in files("tests", suffix=".py"))


def reported(kind, text):
    """The codes that compiling an example reports."""
    plan = Source("example.plan", text if kind == "plan" else STANDARD)
    diary = Source("example.diary", text) if kind == "diary" else None
    outcome = mesocycle.compile_plan(plan, Folder("-"), diary)
    return {each.code for each in outcome.diagnostics}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_the_broken_example_shows_it(code):
    assert code.code in reported(code.kind, code.broken)


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.code)
def test_the_mended_example_does_not(code):
    assert code.code not in reported(code.kind, code.mended)


@pytest.mark.parametrize("code", UNSHOWN, ids=lambda code: code.code)
def test_what_no_text_can_show_has_a_test_of_its_own(code):
    assert f'"{code.code}"' in TESTS or f"[{code.code}]" in TESTS
