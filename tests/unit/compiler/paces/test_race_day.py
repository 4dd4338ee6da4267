"""How fast a race would be run: what its time in the calendar rests on."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from mesocycle.compiler.paces import Paces
from tests.unit.compiler.paces.athletes import DAY, logs

BEST = "best 10k 50:03"


def paces(*lines):
    plan = SimpleNamespace(fitness=(), sessions=(), units="kg", stated_units=False)
    return Paces(plan, SimpleNamespace(fitness=logs(*lines), as_of=DAY))


def seconds(found, metres):
    return round(metres / found.low_ms)


def test_a_race_of_the_distance_of_a_best_is_run_in_it():
    found = paces("best 10k 51:10").race(10_000, "run", DAY)
    assert seconds(found, 10_000) == 51 * 60 + 10
    assert found.basis == "the best of 51:10 over 10 km"


def test_another_distance_takes_what_the_best_shows():
    """Daniels' table: a 10 km of 50:03 goes with a half of 1:50:59 (VDOT 40)."""
    found = paces(BEST).race(21_098, "run", DAY)
    assert seconds(found, 21_098) == pytest.approx(6659, rel=0.0025)


@pytest.mark.parametrize(
    ("lines", "metres", "activity"),
    [((), 10_000, "run"), ((BEST,), 1500, "swim"), ((BEST,), 160_000, "run")],
)  # fmt: skip
def test_nothing_tells(lines, metres, activity):
    """Without a best; in another sport; so far that the model does not hold."""
    assert paces(*lines).race(metres, activity, DAY) is None
