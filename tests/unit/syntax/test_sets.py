"""Lists of sets: open sets, sequences, tests, drops, timed parts, complexes, labels and rest."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import Count, Rest, Scheme, TimedPart, Word
from tests.unit.syntax.reading import piece, refusal


def said(group):
    """What a group says, beside what is usual, in words."""
    usual = {"side": "both", "unit": "reps"}
    fields = {name: getattr(group, name) for name in group.__struct_fields__ if name != "word"}
    return {name: value for name, value in fields.items() if value and value != usual.get(name)}


def groups(text):
    scheme = piece("clause", text)
    assert isinstance(scheme, Scheme)
    return [said(group) for group in scheme.groups]


def a(low, high=None, **more):
    """What is said by a group of that many."""
    return {"amount": Count(low, high or low), **more}


ONE, THREE = Count(1, 1), Count(3, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5x5, 1x5+", [a(5, sets=Count(5, 5)), a(5, sets=ONE, plus=True)]),
        ("1x8-12+", [a(8, 12, sets=ONE, plus=True)]),
        ("3xmax", [a(1, sets=THREE, most=True)]),
        ("max", [a(1, most=True)]),
        ("2-3xmax", [a(1, sets=Count(2, 3), most=True)]),
        ("1x1-3 test", [a(1, 3, sets=ONE, test=True)]),
        ("3x30s+", [a(30, sets=THREE, unit="seconds", plus=True)]),
        ("1x1-2min+", [a(60, 120, sets=ONE, unit="seconds", plus=True)]),
        ("3x(6s contract, 24s stretch)",
         [a(30, sets=THREE, unit="seconds",
            parts=(TimedPart(6, Word("contract")), TimedPart(24, Word("stretch"))))]),
        ("3x(2+1+1)", [a(4, sets=THREE, chain=(2, 1, 1))]),
        ("3x(2 + 1)", [a(3, sets=THREE, chain=(2, 1))]),
        ('3x3 "close", 3x3 "medium"',
         [a(3, sets=THREE, label=Word("close")), a(3, sets=THREE, label=Word("medium"))]),
        ("1x5 rest 3min, 1x5+ rest 4-5min",
         [a(5, sets=ONE, rest=Count(180, 180)), a(5, sets=ONE, plus=True, rest=Count(240, 300))]),
        ("1x10, drop 2xmax", [a(10, sets=ONE), a(1, sets=Count(2, 2), most=True, drop=True)]),
        ("3x8 each side, 1x8+ each", [a(8, sets=THREE, side="each"),
                                      a(8, sets=ONE, side="each", plus=True)]),
        ('1x5 each side "slow" rest 60s', [a(5, sets=ONE, side="each", label=Word("slow"),
                                             rest=Count(60, 60))]),
    ],
)  # fmt: skip
def test_groups_of_sets(text, expected):
    assert groups(text) == expected


def test_a_rep_sequence_is_a_set_of_each():
    scheme = piece("clause", "21-15-9 43/30kg")
    assert scheme.sequence
    assert [group.amount.low for group in scheme.groups] == [21, 15, 9]
    assert all(len(group.loads) == 1 for group in scheme.groups)
    assert len(piece("clause", "10-9-8-7-6-5").groups) == 6
    assert not piece("clause", "3x8-12").sequence


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("rest 90s between rounds", Rest(Count(90, 90), "rounds")),
        ("rest 2-3min after", Rest(Count(120, 180), "after")),
        ("rest 2min", Rest(Count(120, 120))),
    ],
)
def test_rest_has_a_place(text, node):
    assert piece("clause", text) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5+", "E109"),
        ("5x5, 5", "E109"),
        ("5x5,", "E102"),
        ("5x5 1x5+", "E100"),
        ("5x5; ", "E100"),
        ("5x+", "E100"),
        ("3x5++", "E100"),
        ("3xmaximum", "E100"),
        ("3xAMRAP", "E100"),
        ("max max", "E100"),
        ("maximum", "E101"),
        ("21-15-", "E102"),
        ("21/15/9", "E100"),
        ("21-15-0", "E132"),
        ("21-15-9s", "E100"),
        ("3x21-15-9", "E100"),
        ("1x1-3 tset", "E101"),
        ("1x3-1 test", "E131"),
        ("test", "E100"),
        ("1x3 test test", "E133"),
        ("3x30s++", "E100"),
        ("3x(6s contract", "E102"),
        ("3x(6s)", "E100"),
        ("3x(contract 6s)", "E100"),
        ("3x()", "E100"),
        ("3x(2+)", "E100"),
        ("3x(2)", "E100"),
        ("3x(2+0)", "E132"),
        ("3x(2+1", "E102"),
        ("3x3 close", "E113"),
        ("3x3 close, 3x3 medium", "E113"),
        ('3x3 "a" "b"', "E133"),
        ('3x3 ""', "E102"),
        ("1x5 rest 3", "E102"),
        ("1x5 rest 3min rest 4min", "E133"),
        ("3x8 each side each side", "E133"),
        ("left 8, left 8", "E133"),
        ("left 8, 3x8", "E133"),
        ("left 8, right 8, left 8", "E133"),
        ("left 8 each side", "E133"),
        ("rest 90s between", "E102"),
        ("rest 90s between round", "E101"),
        ("rest between rounds", "E100"),
        ("rest 90s before", "E100"),
        ("warmup", "E102"),
        ("warmup 50%", "E100"),
        ("warmup 5", "E109"),
    ],
)
def test_what_is_no_list_of_sets_is_refused(text, code):
    assert refusal("clause", text) == code
