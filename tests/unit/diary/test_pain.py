"""The pain verdict of each value it is made of, and never a better one for a worse value."""

from __future__ import annotations

from itertools import product

import pytest

from mesocycle.diary.pain import flare_from, pain_verdict

ORDER = ("green", "unknown", "amber", "red")


@pytest.mark.parametrize(
    ("during", "after", "morning", "baseline", "verdict"),
    [
        (0, 0, 0, 0, "green"),
        (2, 2, 0, 0, "green"),
        (2, 0, 1, 1, "green"),
        (0, None, 0, 0, "green"),
        (None, 0, 0, 0, "green"),
        (0, 0, 0, None, "green"),
        (3, 0, 0, 0, "amber"),
        (0, 5, 0, 0, "amber"),
        (0, 0, 1, 0, "amber"),
        (0, 0, 1, None, "amber"),
        (3, None, None, 0, "amber"),
        (6, 0, 0, 0, "red"),
        (0, 6, 0, 0, "red"),
        (6, None, None, None, "red"),
        (0, 0, None, 0, "unknown"),
        (None, None, 0, 0, "unknown"),
        (None, None, None, None, "unknown"),
    ],
)
def test_the_table(during, after, morning, baseline, verdict):
    assert pain_verdict(during, after, morning, baseline) == verdict


@pytest.mark.parametrize("how", [{"sharp": True}, {"limp": True}])
def test_sharp_pain_and_a_limp_are_red_whatever_the_number(how):
    assert pain_verdict(0, 0, 0, 0, **how) == "red"
    assert pain_verdict(None, None, None, None, **how) == "red"


def test_a_worse_value_makes_no_better_verdict():
    values = (0, 2, 3, 5, 6, 10)
    for during, after, morning in product(values, repeat=3):
        here = ORDER.index(pain_verdict(during, after, morning, 0))
        worse = [(during + 1, after, morning), (during, after + 1, morning)]
        for one in (*worse, (during, after, morning + 1)):
            assert ORDER.index(pain_verdict(*one, 0)) >= here


def test_what_is_left_unsaid_never_makes_a_red_one_better():
    for during, after in product((None, 0, 3, 6), repeat=2):
        said = pain_verdict(during, after, 0, 0)
        assert (said == "red") == (pain_verdict(during, after, None, None) == "red")


@pytest.mark.parametrize(("limit", "least"), [(0, 3), (1, 3), (2, 3), (3, 4), (5, 6)])
def test_a_flare_is_beyond_noise_and_beyond_the_limit(limit, least):
    assert flare_from(limit) == least
