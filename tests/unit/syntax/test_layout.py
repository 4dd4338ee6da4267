"""Lines and indentation, quotes and comments, and the sizes beyond which nothing is read."""

from __future__ import annotations

import tracemalloc

import pytest

from mesocycle.syntax.layout import cut
from mesocycle.syntax.nodes import Direct, Manner, Rest, Scheme, SessionHead
from tests.unit.syntax.reading import diary, mended, places, plan

SESSION = 'session "A" on mon\n'


def fragments(text):
    return [(each.start, each.text) for each in cut(text).fragments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Superman; 3x8; slow", [(0, "Superman"), (10, "3x8"), (15, "slow")]),
        ('cue "a; b"; slow', [(0, 'cue "a; b"'), (12, "slow")]),
        ("3x(6s a; 2s b); slow", [(0, "3x(6s a; 2s b)"), (16, "slow")]),
        ("15 each (22 right; slow", [(0, "15 each (22 right"), (19, "slow")]),
        ('"#1 lift"; 3x8 # and why', [(0, '"#1 lift"'), (11, "3x8")]),
        ("Superman  ;  3x8", [(0, "Superman"), (13, "3x8")]),
    ],
)
def test_a_line_is_cut_outside_quotes_and_brackets(text, expected):
    assert fragments(text) == expected


def test_both_layouts_mean_the_same():
    beside = plan(SESSION + "  Superman; 3x8; rest 60s; slow\n")
    below = plan(SESSION + "  Superman\n    3x8; rest 60s\n    slow\n")
    said = [
        [each.node for each in outcome.value.statements[0].children[0].clauses]
        for outcome in (beside, below)
    ]
    assert said[0] == said[1]
    assert [type(node) for node in said[0]] == [Scheme, Rest, Manner]


def test_a_piece_knows_its_place():
    text = SESSION + "  Superman; 3x8 # first\n"
    outcome = plan(text)
    item = outcome.value.statements[0].children[0]
    assert item.head.span.text == "Superman"
    assert item.head.at(item.head.node.rungs[0].name).text == "Superman"
    assert item.clauses[0].span.text == "3x8"
    assert [each.text for each in outcome.value.comments] == ["# first"]


def test_comments_and_blank_lines_end_nothing():
    outcome = plan(
        SESSION + "  Superman; 3x8\n\n# at the margin\n        # far in\n  Beetle; 3x8\n"
    )
    assert outcome.diagnostics == ()
    assert [type(each.head.node) for each in outcome.value.statements[0].children] == [
        Direct,
        Direct,
    ]
    assert len(outcome.value.comments) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SESSION + "    Superman; 3x8\n  Beetle; 3x8\n", ["3:1 E106"]),
        ("  " + SESSION, ["1:1 E106"]),
        (SESSION + "  Superman; 3x8\n      rest 60s\n    slow\n", ["4:1 E106"]),
        (SESSION + "  Superman; 3x8\n    rest 60s\n      slow\n      gentle\n", ["4:7 E107"]),
        ("use runner-back\n  Superman\n", ["2:3 E107"]),
        (SESSION + "\tSuperman; 3x8\n", ["2:1 E104"]),
        (SESSION + "  Superman;\t3x8\n", ["2:12 E104"]),
        (SESSION + "  Superman; 3x8\u00a0each side\n", ["2:16 E104"]),
        (SESSION + "  Superman\x00; 3x8\n", ["2:11 E105"]),
        (SESSION + "  Superman\x1b[31m; 3x8\n", ["2:11 E105"]),
        (SESSION + "  Superman\u202e; 3x8\n", ["2:11 E105"]),
        (SESSION + "  Super\u200bman; 3x8\n", ["2:8 E105"]),
        (SESSION + "  Superman; 3x8;\n", ["2:17 E112"]),
        (SESSION + "  ; 3x8\n", ["2:3 E112"]),
        (SESSION + '  Superman; cue "eyes; slow\n  Beetle; 3*8\n', ["2:17 E103", "3:12 E116"]),
        (SESSION + "  Superman; cue “eyes”\n", ["2:17 E115"]),
        (SESSION + "  Superman; cue „eyes\n", ["2:17 E115"]),
    ],
)
def test_what_a_line_cannot_be(text, expected):
    assert places(plan(text)) == expected


def test_a_byte_order_mark_is_no_character():
    assert plan('\ufeffplan "A"\n').diagnostics == ()


def test_a_fix_mends_what_it_is_for():
    text = SESSION + "\tSuperman; 3*8; rset 60s; cue “eyes”\n"
    assert plan(mended(plan(text))).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#" * 4_000_001, "E120"),
        ("plan " + "x" * 10_000_000, "E120"),
        ("x" * 4_001, "E121"),
        (SESSION + "  Superman; " + "slow; " * 1_000, "E121"),
        (SESSION + "  Superman; 3x" + "9" * 3_000, "E122"),
        (SESSION + "  Superman; 3x1234567890", "E122"),
        ("\n".join(" " * n + "x" for n in range(100)), "E123"),
        (SESSION + "  all from s where " + "(" * 1_900 + "tried" + ")" * 1_900, "E123"),
        ("9" * 1_000_000, "E121"),
    ],
    ids=["file", "huge line", "line", "many clauses", "digits", "ten digits", "levels", "brackets",
         "a million digits"],
)  # fmt: skip
def test_each_cap_has_its_own_answer(text, expected):
    codes = [each.code for each in plan(text).diagnostics]
    assert codes.count(expected) == 1
    assert len(codes) <= 2


def test_mistakes_without_end_come_to_an_end():
    outcome = diary("pain 3\n" * 100_000)
    codes = [each.code for each in outcome.diagnostics]
    assert codes.count("E124") == 1
    assert len(codes) < 210


def test_deep_nesting_costs_no_memory():
    text = "\n".join(" " * n + "x" for n in range(2_500))
    tracemalloc.start()
    plan(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_name_in_quotes_may_hold_what_ends_others():
    outcome = plan(SESSION + '  "Reach; shin | far (slow) # 1"; 3x8\n')
    assert outcome.diagnostics == ()


def test_a_broken_head_hides_nothing_below_it():
    outcome = plan('sesion "A" on mnday\n  Superman; 3*8\n  pick 4 form strength\n')
    assert places(outcome) == ["1:1 E101", "2:14 E116", "3:10 E101"]
    assert [type(each.head.node) for each in outcome.value.statements] == [SessionHead]
