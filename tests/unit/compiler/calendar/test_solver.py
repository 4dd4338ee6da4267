"""So many times a week: the days that are found are the most even ones, and there if any are."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mesocycle.compiler.calendar.solver import apart_in_days, patterns, solve

WEEK = frozenset(range(7))
ROOMY = settings(max_examples=150)


@pytest.mark.parametrize(
    ("seconds", "days"), [(0, 1), (3600, 1), (86400, 1), (86401, 2), (172800, 2), (302400, 4)]
)
def test_hours_are_days(seconds, days):
    assert apart_in_days(seconds) == days


@pytest.mark.parametrize(
    ("times", "free", "first"),
    [
        (3, "0123456", (0, 2, 4)),
        (3, "012456", (0, 2, 4)),
        (3, "01456", (1, 4, 6)),  # with Monday, two would meet over the border
        (3, "12456", (1, 4, 6)),
        (2, "23456", (2, 5)),
        (2, "0123", (0, 3)),
        (1, "456", (4,)),
    ],
)
def test_the_most_even_days_come_first(times, free, first):
    assert patterns(times, 2, frozenset(map(int, free)))[0] == first


def test_too_many_for_a_week():
    assert patterns(8, 1, WEEK) == ()
    assert patterns(0, 1, WEEK) == ()


def test_a_week_leaves_the_next_one_a_way():
    # Alone, the first week would take its earliest days; then the second had none left.
    free = {1: frozenset({1, 6}), 2: frozenset({0, 1})}
    assert solve(1, 5, free).days == {1: (1,), 2: (0,)}
    assert solve(1, 8, {1: frozenset({1, 6}), 2: frozenset({2, 3})}).days == {1: (1,), 2: (2,)}


def test_weeks_between_which_one_is_left_out_do_not_touch():
    free = {1: frozenset({6}), 3: frozenset({0})}
    assert solve(1, 5, free).days == {1: (6,), 3: (0,)}


def test_the_week_that_fails_is_named():
    found = solve(2, 2, {1: WEEK, 2: frozenset({3, 4}), 3: WEEK})
    assert (found.week, found.reason) == (2, "its free days do not hold 2 that are 48 hours apart")
    assert solve(3, 1, {1: frozenset({3, 4})}).reason == "2 days are free in it"
    border = solve(1, 5, {1: frozenset({6}), 2: frozenset({0, 3})})
    assert (border.week, border.reason) == (
        1,
        "the next week begins less than 120 hours after it",
    )


WEEKS = st.lists(st.sets(st.integers(0, 6)).map(frozenset), min_size=1, max_size=3)
TIMES = st.integers(1, 4)
GAP = st.integers(1, 3)


def ways(times, gap, weeks):
    """Every assignment of days to weeks that keeps to the rules, by trying all of them."""
    every = [
        [
            tuple(day for day in range(7) if bits >> day & 1)
            for bits in range(128)
            if bits.bit_count() == times and all(day in free for day in range(7) if bits >> day & 1)
        ]
        for free in weeks
    ]
    for chosen in product(*every):
        days = [7 * week + day for week, own in enumerate(chosen) for day in own]
        if all(after - before >= gap for before, after in pairwise(days)):
            yield chosen


@ROOMY
@given(TIMES, GAP, WEEKS)
def test_days_are_found_if_there_are_any(times, gap, weeks):
    found = solve(times, gap, dict(enumerate(weeks, 1)))
    chosen = tuple(found.days[number] for number in range(1, len(weeks) + 1)) if found.days else ()
    possible = list(ways(times, gap, weeks))
    assert (chosen in possible) if possible else (found.week is not None and not found.days)


@ROOMY
@given(TIMES, GAP, WEEKS)
def test_each_week_in_its_turn_has_the_best_days_that_it_can_have(times, gap, weeks):
    found = solve(times, gap, dict(enumerate(weeks, 1)))
    left = list(ways(times, gap, weeks))
    for number in range(len(weeks) if found.days else 0):
        best = min({way[number] for way in left}, key=lambda own: (uneven(own), own))
        assert found.days[number + 1] == best
        left = [way for way in left if way[number] == best]


def uneven(days):
    """The squared distances on the circle of the week, over all ordered pairs of sessions."""
    return sum((later - day) % 7 * ((later - day) % 7) for day in days for later in days)
