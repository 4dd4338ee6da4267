"""The table of places and the grammar agree on every word."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nesting import DIARY, PASSED_OVER, PLACES, PLAN, RAW, first_word, start_rules
from mesocycle.syntax.parser import diary_grammar, plan_grammar

GRAMMARS = {"plan": plan_grammar, "diary": diary_grammar}
FORMS = [
    (kind, place, word, form)
    for kind, places in PLACES.items()
    for place, each in places.items()
    for word, form in each.forms.items()
]


def starts(kind, form, word):
    """Whether the grammar takes `word` as the first one under the form's rule."""
    dated = form.rule in {"entry", "session_entry"}
    text = f"2026-12-07 {word}" if dated else word
    return GRAMMARS[kind]().reach(form.rule, text) >= len(text)


@pytest.mark.parametrize(("kind", "place", "word", "form"), FORMS)
def test_a_word_of_the_table_is_one_of_the_grammar(kind, place, word, form):
    """Openings in brackets stand for text that begins with no word."""
    assert word[0] == "[" or starts(kind, form, word)
    assert form.under in {None, PASSED_OVER, RAW, *PLACES[kind]}


@pytest.mark.parametrize(("kind", "places"), PLACES.items())
def test_a_word_of_the_grammar_that_may_begin_a_line_is_one_of_the_table(kind, places):
    """Each word that a start rule takes first is in the table under that rule, in some place."""
    grammar = GRAMMARS[kind]()
    table = {(form.rule, word) for place in places.values() for word, form in place.forms.items()}
    names = {rule for rule, _ in table if grammar.reach(rule, "qx ,") > len("qx")}
    for rule in {rule for rule, _ in table} - names - {"entry", "session_entry"}:
        first = {word for word in grammar.keywords if grammar.reach(rule, f"{word} ,") > len(word)}
        assert {(rule, word) for word in first} <= table


def test_each_place_can_be_reached():
    for places in PLACES.values():
        forms = [form for each in places.values() for form in each.forms.values()]
        forms += [each.otherwise for each in places.values() if each.otherwise]
        assert {form.under for form in forms} | {"margin"} >= set(places)


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("pick 4 from strength", "pick", 0),
        ("2026-12-08 pain 3", "pain", 11),
        ('2026-12-07 "Strength"', "[session]", 11),
        ('2026-12-07 08:00 "Strength"', "[session]", 17),
        ("16 exercises", "[number]", 0),
        ('"Cat Cow (slow)"', "", 0),
        ("; slow", "", 0),
        ("Übung", "Übung", 0),
    ],
)
def test_the_first_word_of_a_line(text, word, start):
    assert first_word(text) == (word, start)


def test_start_rules_are_sorted_and_told_apart():
    assert start_rules(PLAN) == sorted(set(start_rules(PLAN)))
    assert set(start_rules(PLAN)).isdisjoint(start_rules(DIARY))
