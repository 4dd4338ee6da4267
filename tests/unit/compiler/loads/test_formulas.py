"""1RM formulas: published values, where they meet, and where they end."""

from __future__ import annotations

from math import e, isclose

import pytest

from mesocycle.compiler.loads.formulas import FORMULAS, defined, one_rep_max
from mesocycle.mass import mass


def kg(formula: str, weight: str, reps: int) -> float:
    return round(one_rep_max(formula, mass(weight, "kg"), reps).kg, 2)


@pytest.mark.parametrize(
    ("formula", "weight", "reps", "one"),
    [
        ("epley", "100", 5, 116.67),
        ("brzycki", "100", 5, 112.50),
        ("epley", "100", 10, 133.33),
        ("brzycki", "100", 10, 133.33),
        ("epley", "80", 8, 101.33),
        ("brzycki", "80", 8, 99.31),
        ("oconner", "100", 10, 125.00),
        ("wendler", "100", 10, 133.30),
    ],
)
def test_published_values(formula: str, weight: str, reps: int, one: float) -> None:
    assert kg(formula, weight, reps) == one


@pytest.mark.parametrize("reps", [2, 5, 10])
def test_the_others_by_their_definitions(reps: int) -> None:
    expected = {
        "lombardi": 100 * reps**0.1,
        "lander": 100 * 100 / (101.3 - 2.67123 * reps),
        "mayhew": 100 * 100 / (52.2 + 41.9 * e ** (-0.055 * reps)),
        "wathan": 100 * 100 / (48.8 + 53.8 * e ** (-0.075 * reps)),
    }
    for formula, value in expected.items():
        assert isclose(one_rep_max(formula, mass("100", "kg"), reps).kg, value, abs_tol=1e-5)


@pytest.mark.parametrize("formula", FORMULAS)
def test_one_repetition_is_the_max(formula: str) -> None:
    assert one_rep_max(formula, mass("142.5", "lb"), 1) == mass("142.5", "lb")


@pytest.mark.parametrize("formula", FORMULAS)
def test_more_repetitions_are_a_greater_max(formula: str) -> None:
    values = [one_rep_max(formula, mass("100", "kg"), reps).micro for reps in range(1, 13)]
    assert values == sorted(set(values))


@pytest.mark.parametrize(
    ("formula", "reps"), [("brzycki", 37), ("brzycki", 40), ("lander", 38), ("epley", 0)]
)
def test_where_a_formula_says_nothing(formula: str, reps: int) -> None:
    assert not defined(formula, reps)
    with pytest.raises(ValueError, match="says nothing"):
        one_rep_max(formula, mass("100", "kg"), reps)
