"""The engine does what Lark does: same texts taken, same texts refused, at the same place."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import UnexpectedInput

import mesocycle.grammar as grammar
from mesocycle.syntax.engine import Engine, Refused
from mesocycle.syntax.lark_tables import WholeWords
from mesocycle.syntax.nesting import PLACES, start_rules
from mesocycle.syntax.tables import load
from tests.unit.syntax import samples, samples_diary
from tests.unit.syntax.whole import BUILDERS

PIECES = {
    "plan": [
        ("header", samples.HEADER),
        ("item", samples.ITEMS),
        ("clause", samples.CLAUSES),
        ("session_clause", samples.SESSION_CLAUSES),
        ("exercise_line", samples.EXERCISE_LINES),
        ("group_head", samples.GROUPS),
        ("group_clause", samples.GROUP_CLAUSES),
        ("week_of", samples.WEEK_LINES),
        ("at_rung", samples.RUNG_LINES),
        ("progression_line", samples.PROGRESSION_LINES),
    ],
    "diary": [
        ("profile", samples_diary.PROFILE),
        ("log", samples_diary.LOGS),
        ("session_log", samples_diary.SESSION_LOGS),
        ("exercise_log", samples_diary.DONE),
        ("entry", samples_diary.EVENTS[1:]),
    ],
}


@cache
def both(kind):
    """Lark and the engine for the start rules of pieces."""
    rules = start_rules(PLACES[kind])
    lark = Lark(
        grammar.text(kind),
        parser="lalr",
        start=rules,
        postlex=WholeWords(),
        transformer=BUILDERS[kind](),
    )
    return lark, Engine(load(kind), BUILDERS[kind]())


def by_lark(lark, rule, text):
    try:
        return lark.parse(text, start=rule)
    except UnexpectedInput as error:
        token = getattr(error, "token", None)  # the end stands where the last token does
        return len(text) if token is not None and token.type == "$END" else error.pos_in_stream


def by_engine(engine, rule, text):
    try:
        return engine.parse(rule, text)
    except Refused as refusal:
        return refusal.start


@st.composite
def shuffled(draw, kind):
    """A start rule, and words of right pieces in an order that is mostly wrong."""
    rule, right = draw(st.sampled_from(PIECES[kind]))
    text = draw(st.sampled_from(right))
    words = text.split(" ")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words)))
        other = draw(st.sampled_from(draw(st.sampled_from(right)).split(" ")))
        words[at : at + draw(st.integers(0, 2))] = [other]
    return rule, " ".join(words)


@pytest.mark.parametrize("kind", PIECES)
def test_right_pieces_mean_the_same(kind):
    lark, engine = both(kind)
    for rule, right in PIECES[kind]:
        for text in right:
            assert by_engine(engine, rule, text) == by_lark(lark, rule, text) != 0


@given(shuffled("plan"))
@settings(max_examples=300, deadline=None)
def test_any_words_of_a_plan(piece):
    lark, engine = both("plan")
    assert by_engine(engine, *piece) == by_lark(lark, *piece)


@given(shuffled("diary"))
@settings(max_examples=300, deadline=None)
def test_any_words_of_a_diary(piece):
    lark, engine = both("diary")
    assert by_engine(engine, *piece) == by_lark(lark, *piece)


def test_what_is_expected_leads_on():
    """A state's row may hold terminals that no right text of this rule has there."""
    _, engine = both("plan")
    with pytest.raises(Refused) as refused:
        engine.parse("clause", "rest 60")
    assert refused.value.start == 7
    assert refused.value.expected == {"S", "SEC", "MIN", "H"}


def test_a_rule_without_a_callback_is_a_bug_and_says_so():
    with pytest.raises(AttributeError):
        Engine(load("plan"), object()).parse("clause", "rest 60s")
