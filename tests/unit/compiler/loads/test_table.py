"""The RPE table: published values, and where it ends."""

from __future__ import annotations

import pytest

from mesocycle.compiler.loads.table import MOST_REPS, SHARES, share


@pytest.mark.parametrize(
    ("reps", "rpe", "per_cent"),
    [
        (5, 80, 81.1),
        (1, 90, 95.5),
        (3, 90, 89.2),
        (8, 70, 70.7),
        (10, 100, 73.9),
        (3, 80, 86.3),
        (1, 100, 100.0),
        (1, 95, 97.8),
        (11, 100, 70.7),
        (12, 100, 68.0),
    ],
)
def test_published_values(reps: int, rpe: int, per_cent: float) -> None:
    assert share(reps, rpe) == round(per_cent * 100)


@pytest.mark.parametrize(("reps", "rpe"), [(0, 100), (16, 100), (12, 50), (1, 105), (-3, 80)])
def test_beyond_the_table_nothing_is_known(reps: int, rpe: int) -> None:
    assert share(reps, rpe) is None


def test_the_table_ends_at_fifteen_repetitions_to_failure() -> None:
    assert MOST_REPS == 15
    assert share(MOST_REPS) == 5_990


def test_a_repetition_more_is_two_halves_of_effort_less() -> None:
    for reps in range(1, 8):
        assert share(reps + 1, 100) == share(reps, 90)


def test_it_falls_all_the_way() -> None:
    assert list(SHARES) == sorted(set(SHARES), reverse=True)
