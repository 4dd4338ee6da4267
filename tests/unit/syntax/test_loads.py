"""How heavy and how hard: loads behind sets, on their own, and in the header."""

from __future__ import annotations

import pytest

from mesocycle.mass import mass
from mesocycle.syntax.nodes import (
    EmptyBar,
    Exertion,
    Lighter,
    Loaded,
    MaxFormula,
    MaxOf,
    Percent,
    RoundTo,
    TrainingMax,
    Weight,
    Word,
)
from tests.unit.syntax.reading import piece, refusal


def unblamed(node):
    """A load without the word to blame."""
    return type(node)(
        *(None if field == "word" else getattr(node, field) for field in node.__struct_fields__)
    )


def loads(text):
    """The loads of the last group of a scheme, or of a clause that is nothing but loads."""
    node = piece("clause", text)
    last = node if isinstance(node, Loaded) else node.groups[-1]
    return [unblamed(load) for load in last.loads]


KG = mass("60", "kg")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60kg", [Weight(KG)]),
        ("60 kg", [Weight(KG)]),
        ("62.5kg", [Weight(mass("62.5", "kg"))]),
        ("135lb", [Weight(mass("135", "lb"))]),
        ("+10kg", [Weight(mass("10", "kg"), beyond=True)]),
        ("43/30kg", [Weight(mass("43", "kg"), mass("30", "kg"))]),
        ("+20/14lb", [Weight(mass("20", "lb"), mass("14", "lb"), beyond=True)]),
        ("75%", [Percent(7500, 7500)]),
        ("72.5%", [Percent(7250, 7250)]),
        ("70-75%", [Percent(7000, 7500)]),
        ("75% tm", [Percent(7500, 7500, "tm")]),
        ("75% of tm", [Percent(7500, 7500, "tm")]),
        ("75% 1rm", [Percent(7500, 7500, "1rm")]),
        ("85% of 5rm", [Percent(8500, 8500, "rm", 5)]),
        ("50% bw", [Percent(5000, 5000, "bw")]),
        ("70% of top set", [Percent(7000, 7000, "top set")]),
        ("90% of first set", [Percent(9000, 9000, "first set")]),
        ("60% of Front Squat", [Percent(6000, 6000, lift=Word("Front Squat"))]),
        ("@8", [Exertion(80, 80)]),
        ("@8.5", [Exertion(85, 85)]),
        ("@7-8", [Exertion(70, 80)]),
        ("rpe 7.5-8", [Exertion(75, 80)]),
        ("2 rir", [Exertion(20, 20, reserve=True)]),
        ("1-2 rir", [Exertion(10, 20, reserve=True)]),
        ("empty bar", [EmptyBar()]),
        ("80% @8", [Percent(8000, 8000), Exertion(80, 80)]),
        ("@8 80%", [Percent(8000, 8000), Exertion(80, 80)]),
    ],
)
def test_a_load_stands_behind_sets_or_alone(text, expected):
    assert loads(text) == expected
    assert loads(f"5x5 {text}") == expected
    assert loads(f"3x30s each side {text}") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("60kgs", "E100"),
        ("60KG", "E100"),
        ("60 pounds", "E100"),
        ("sixty kg", "E100"),
        ("60 of kg", "E100"),
        ("60", "E109"),
        ("62.5", "E109"),
        ("-10kg", "E100"),
        ("43/30", "E109"),
        ("43kg/30kg", "E100"),
        ("30-40kg", "E100"),
        ("0%", "E132"),
        ("301%", "E132"),
        ("75-70%", "E131"),
        ("75% of", "E102"),
        ("75% of 0rm", "E132"),
        ("75% of 50rm", "E132"),
        ("75%1RM", "E100"),
        ("75% TM", "E101"),
        ("75% of training max", "E101"),
        ("75% of max", "E101"),
        ("75% of bodyweight", "E101"),
        ("70% of top", "E102"),
        ("@", "E100"),
        ("@0", "E132"),
        ("@8.3", "E132"),
        ("@9-8", "E132"),
        ("@11", "E109"),
        ("@60", "E109"),
        ("rpe", "E102"),
        ("rpe hard", "E100"),
        ("RPE 8", "E100"),
        ("RIR 2", "E100"),
        ("11 rir", "E132"),
        ("rir", "E100"),
        ("empty", "E102"),
        ("empty barbell", "E101"),
        ("bar", "E100"),
        ("60kg 75%", "E133"),
        ("60kg 70kg", "E133"),
        ("@8 2 rir", "E133"),
        ("60kg and @8", "E100"),
    ],
)
def test_what_is_no_load_is_refused(text, code):
    assert refusal("clause", text) == code


def test_a_load_behind_the_last_group_alone_is_that_of_all():
    first, last = piece("clause", "5x5, 1x5+ 85%").groups
    assert [unblamed(load) for load in first.loads] == [Percent(8500, 8500)]
    assert first.loads == last.loads


@pytest.mark.parametrize(
    ("text", "heavy"),
    [
        ("5x5 80%, 1x5+ 85%, 1x3", [1, 1, 0]),
        ("1x5, 3x5 70% of top set", [0, 1]),
        ("1x5, 3x5 90% of first set", [0, 1]),
        ("1x10, drop 2xmax -20%", [0, 1]),
        ("1x10, drop 2xmax 40kg", [0, 1]),
        ("1x5 @8, 1x5", [1, 0]),
    ],
)
def test_other_loads_are_of_their_own_group(text, heavy):
    assert [len(group.loads) for group in piece("clause", text).groups] == heavy


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("drop 2xmax -20%", Percent(8000, 8000, "set before")),
        ("drop 2xmax -2.5%", Percent(9750, 9750, "set before")),
        ("drop 1x8 -5kg", Lighter(mass("5", "kg"))),
        ("drop 1x8-12 -5lb", Lighter(mass("5", "lb"))),
    ],
)
def test_a_drop_is_less_than_the_set_before(text, load):
    group = piece("clause", f"1x10, {text}").groups[-1]
    assert (group.drop, unblamed(group.loads[0])) == (True, load)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("drop 2xmax -20%", "E100"),
        ("1x10, drop", "E102"),
        ("1x10, drop 2xmax -100%", "E132"),
        ("1x10, drop 2xmax -20", "E100"),
        ("1x10, 2xmax -20%", "E100"),
        ("1x10, drop set -20%", "E100"),
        ("1x10, drop 2xmax -20% -5kg", "E133"),
    ],
)
def test_what_is_no_drop_is_refused(text, code):
    assert refusal("clause", text) == code


def test_a_ramp_is_in_per_cent_of_the_first_working_set():
    ramp = piece("clause", "warmup 2x5 empty bar, 1x5 50%, 1x3 60% 1rm")
    of = [getattr(group.loads[0], "of", None) for group in ramp.groups]
    assert of == [None, "first set", "1rm"]


@pytest.mark.parametrize(
    ("rule", "text", "node"),
    [
        ("header", "max Squat 100kg", MaxOf(Word("Squat"), mass("100", "kg"), word=Word("100kg"))),
        ("header", "max Front Squat 5rm 90kg",
         MaxOf(Word("Front Squat"), mass("90", "kg"), 5, word=Word("90kg"))),
        ("header", "training max Squat 90kg",
         MaxOf(Word("Squat"), mass("90", "kg"), training=True, word=Word("90kg"))),
        ("header", "training max 90%", TrainingMax(9000, word=Word("90%"))),
        ("header", "training max 87.5% rounded", TrainingMax(8750, True, Word("87.5%"))),
        ("header", "1rm by brzycki", MaxFormula(Word("brzycki"))),
        ("header", "rounding 2.5kg down", RoundTo(mass("2.5", "kg"), "down", Word("2.5kg"))),
        ("clause", "rounding 5lb", RoundTo(mass("5", "lb"), word=Word("5lb"))),
        ("group_clause", "rounding 5lb up", RoundTo(mass("5", "lb"), "up", Word("5lb"))),
    ],
)  # fmt: skip
def test_maxes_and_rounding(rule, text, node):
    assert piece(rule, text) == node


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("max Squat", "E102"),
        ("max 100kg", "E100"),
        ("max Squat 100", "E109"),
        ("max Squat: 100kg", "E100"),
        ("max Squat 0rm 100kg", "E132"),
        ("max Squat 30rm 100kg", "E132"),
        ("1RM Squat 100kg", "E100"),
        ("TM Squat 90kg", "E101"),
        ("training max", "E102"),
        ("training max 90", "E100"),
        ("training max Squat 90", "E109"),
        ("training max 90% round", "E101"),
        ("1rm by", "E102"),
        ("1rm with brzycki", "E100"),
        ("2rm by brzycki", "E132"),
        ("rounding", "E102"),
        ("rounding 2.5", "E109"),
        ("rounding 0kg", "E132"),
        ("rounding 2.5kg downwards", "E101"),
        ("round to 2.5kg", "E100"),
    ],
)
def test_what_is_no_max_and_no_rounding_is_refused(text, code):
    assert refusal("header", text) == code
