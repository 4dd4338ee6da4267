"""Conditions, clearances of them, and who may widen the pain limit."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.diary.conditions import CLEARABLE
from mesocycle.diary.outside import AGE, OUT_OF_SCOPE, reasons, standing
from tests.unit.diary.reading import codes, entries, profile


def known(outcome):
    return [(each.name, each.date and each.date.day) for each in outcome.unwrap().conditions]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("pregnant", "pregnancy"), ("post-natal", "pregnancy"), ("postpartum", "pregnancy"),
        ("recent surgery", "surgery"), ("operation", "surgery"),
        ("recent fracture", "fracture"), ("broken bone", "fracture"),
        ("osteoporosis", "osteoporosis"), ("Osteoporosis", "osteoporosis"),
        ("rheumatoid arthritis", "inflammatory disease"),
        ("ankylosing spondylitis", "inflammatory disease"),
        ("cancer history", "cancer"), ("history of cancer", "cancer"),
    ],
)  # fmt: skip
def test_everyday_words(said, name):
    assert name in OUT_OF_SCOPE
    assert known(profile(f"condition {said}")) == [(name, None)]
    assert known(entries(f"2026-12-10 condition {said}")) == [(name, 10)]
    assert CLEARABLE.find(said) == name


def test_the_profile_comes_before_all_days():
    found = entries("  condition knee pain, osteoporosis", "2026-12-10 condition pregnant")
    assert known(found) == [("knee", None), ("osteoporosis", None), ("pregnancy", 10)]
    assert found.unwrap().athlete.conditions == ("knee", "osteoporosis")


def test_none_is_no_condition_to_avoid():
    found = profile("condition none", "condition knee pain")
    assert known(found) == [("none", None), ("knee", None)]
    assert found.unwrap().athlete.conditions == ("knee",)


@pytest.mark.parametrize(
    "lines",
    [
        ("condition none", "condition osteoporosis"),
        ("condition osteoporosis", "condition none"),
        ("condition osteoporosis, none",),
        ("condition none, under 18",),
    ],
)
def test_a_condition_and_none(lines):
    assert codes(profile(*lines)) == ["E420"]


def test_a_later_day_may_say_otherwise():
    found = entries(
        "  condition none", "2026-12-10 condition fracture", "2027-03-01 condition none"
    )
    assert known(found) == [("none", None), ("fracture", 10), ("none", 1)]


def test_what_nobody_knows():
    assert codes(profile("condition osteoprosis")) == ["E210"]
    assert codes(entries("2026-12-10 condition osteoprosis")) == ["E210"]


@pytest.mark.parametrize(
    ("line", "scope", "condition"),
    [
        ('cleared by "Dr Meyer" with osteoporosis', (), "osteoporosis"),
        ('cleared by "Dr Meyer" with brittle bones for walking', ("walking",), "osteoporosis"),
        ("cleared by physio with age", (), AGE),
        ("cleared by physio with under 18 for strength", ("strength", "stability"), AGE),
        ("cleared by physio", (), None),
    ],
)
def test_clearances(line, scope, condition):
    (found,) = entries(f"2026-12-12 {line}").unwrap().clearances
    assert (found.scope, found.condition) == (scope, condition)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("cleared by physio with osteoprosis", "E210"),
        ("cleared by physio with knee pain", "E210"),
        ("cleared by physio with numbness", "E210"),
        ("cleared by physio for osteoporosis", "E206"),
        ("cleared by physio with osteoporosis for walkng", "E206"),
        ("cleared by me with osteoporosis", "W419"),
    ],
)
def test_a_clearance_that_nobody_understands_clears_nothing(line, code):
    found = entries(f"2026-12-12 {line}")
    assert codes(found) == [code]
    assert code[0] == "W" or not found.value.clearances


@pytest.mark.parametrize(
    ("line", "limit", "by"),
    [
        ("pain limit 0", 0, None),
        ("pain limit 2", 2, None),
        ("pain limit 1 by coach", 1, "coach"),
        ("pain limit 3 by physio", 3, "physio"),
        ('pain limit 5 by "physiotherapist, 2026-11-01"', 5, "physiotherapist, 2026-11-01"),
    ],
)
def test_pain_limits(line, limit, by):
    athlete = profile(line).unwrap().athlete
    assert (athlete.pain_limit, athlete.pain_limit_by) == (limit, by)


def test_no_limit_is_no_limit_of_nought():
    assert profile("age 34").unwrap().athlete.pain_limit is None


@pytest.mark.parametrize(
    "line",
    [
        "pain limit 3",
        "pain limit 6 by physio",
        "pain limit 10 by physio",
        "pain limit 3 by me",
        "pain limit 3 by Coach",
        'pain limit 4 by "coach, 2026-11-01"',
        'pain limit 4 by "2026-11-01"',
    ],
)
def test_limits_that_nobody_may_set(line):
    assert codes(profile(line)) == ["E409"]


@pytest.mark.parametrize("said", ["under 18", "minor"])
def test_somebody_under_age_needs_a_clearance(said):
    day = dt.date(2026, 12, 12)
    diary = profile(f"condition {said}").unwrap()
    assert [each.name for each in standing(reasons(diary), diary.clearances, day, None)] == [AGE]
    cleared = entries(f"  condition {said}", "2026-12-12 cleared by physio with age").unwrap()
    assert standing(reasons(cleared), cleared.clearances, day, None) == []
