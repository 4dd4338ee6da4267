"""Reading piece by piece says what the grammar says of the whole file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary
from tests.unit.syntax.files import plans
from tests.unit.syntax.samples_diary import diaries
from tests.unit.syntax.whole import by_lark, by_pieces

PLANS = Path(__file__).resolve().parents[3] / "plans"
FILES = sorted([*PLANS.rglob("*.plan"), *PLANS.rglob("*.diary")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_our_own_files_read_the_same_both_ways(path):
    text = path.read_text(encoding="utf-8")
    kind = path.suffix[1:]
    outcome = {"plan": parse, "diary": parse_diary}[kind](Source(path.name, text))
    assert outcome.diagnostics == ()
    assert by_pieces(outcome.value) == by_lark(kind, text)


@given(plans)
@settings(max_examples=100, deadline=None)
def test_any_plan_reads_the_same_both_ways(text):
    outcome = parse(Source("a.plan", text))
    assert outcome.diagnostics == ()
    assert by_pieces(outcome.value) == by_lark("plan", text)


@given(diaries)
@settings(max_examples=100, deadline=None)
def test_any_diary_reads_the_same_both_ways(text):
    outcome = parse_diary(Source("a.diary", text))
    assert outcome.diagnostics == ()
    assert by_pieces(outcome.value) == by_lark("diary", text)
