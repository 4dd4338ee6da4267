"""How fast targets are, for estimates; and nothing where nothing tells."""

from __future__ import annotations

import pytest

from mesocycle.compiler.paces.speeds import speed
from mesocycle.syntax import nodes as n
from tests.unit.compiler.paces.athletes import known


def pace(metres_a_second):
    return round(1000 / metres_a_second)


def test_a_pace_is_as_fast_as_it_says():
    found = speed(known(), n.Pace(300, 320), "run")
    assert (pace(found.high_ms), pace(found.low_ms)) == (300, 320)
    assert found.basis == "paces as written"
    swim = speed(known(), n.Pace(100, 100, n.PER_100M), "swim")
    assert swim.low_ms == swim.high_ms == 1


def test_a_speed_is_in_metres_an_hour():
    found = speed(known(), n.Speed(18_000, 36_000), "bike")
    assert (found.low_ms, found.high_ms) == (5, 10)


def test_a_race_pace_rests_on_a_best():
    found = speed(known("best 5k 25:00"), n.NamedPace("5k"), "run")
    assert pace(found.low_ms) == 300
    assert found.basis == "the best of 25:00 over 5 km"


def test_words_are_parts_of_what_a_best_shows():
    """Capacity 50: threshold from 4:28 to 4:15, as Daniels prints 4:15 for its upper end."""
    found = speed(known("best 5k 19:57"), n.Effort(n.Word("threshold")), "run")
    assert pace(found.high_ms) == 255
    assert found.basis == "the best of 19:57 over 5 km"


def test_words_grow_faster():
    words = ("easy", "steady", "tempo", "threshold", "interval")
    speeds = [speed(known("best 5k 24:30"), n.Effort(n.Word(word)), "run") for word in words]
    assert [s.high_ms for s in speeds] == sorted(s.high_ms for s in speeds)
    assert all(s.low_ms < s.high_ms for s in speeds)


def test_the_strongest_best_is_the_measure_of_words():
    easy = n.Effort(n.Word("easy"))
    found = speed(known("best 5k 20:00", "best 10k 50:00"), easy, "run")
    assert "20:00" in found.basis


def test_a_ramp_is_as_fast_as_its_middle():
    ramp = n.Ramp(n.Pace(300, 300), n.Pace(600, 600))
    assert speed(known(), ramp, "run").low_ms == pytest.approx((1000 / 300 + 1000 / 600) / 2)


@pytest.mark.parametrize(
    ("node", "activity"),
    [
        (None, "run"),
        (n.Effort(n.Word("easy")), "walk"),
        (n.Effort(n.Word("easy")), "bike"),
        (n.Effort(n.Word("brisk")), "run"),
        (n.Effort(n.Word("sprint")), "run"),
        (n.NamedPace("5k"), "bike"),
        (n.Heart(140, 150), "run"),
        (n.Power(250, 250), "bike"),
        (n.Felt(30, 40), "run"),
        (n.Cadence(90, 90), "run"),
        (n.Zone(2, 2), "run"),
        (n.Bound("below", n.Pace(300, 300)), "run"),
        (n.Ramp(n.Effort(n.Word("easy")), n.Zone(3, 3)), "run"),
    ],
)
def test_nothing_is_guessed(node, activity):
    assert speed(known("best 5k 24:30", "max hr 190"), node, activity) is None
    assert speed(known(), n.Effort(n.Word("easy")), "run") is None
