"""Legs that are too hard for a day."""

from __future__ import annotations

import pytest

from mesocycle.compiler.endurance.easing import eased
from mesocycle.compiler.safety.efforts import at_most_easy
from mesocycle.syntax.nodes import Bound, Cadence, Felt, Heart, Pace, Power, Ramp
from tests.unit.compiler.endurance.legs import leg, stretch, times, word, zone

EASY = word("easy")


def runs(each):
    return each.impact >= 2


def easy(*legs):
    return eased(stretch(*legs), runs, "easy").legs


def walked(*legs):
    return eased(stretch(*legs), runs, "walk").legs


@pytest.mark.parametrize(
    "target",
    [word("walk"), word("brisk"), EASY, zone(1), zone(1, 2), Felt(30, 40), Bound("below", zone(3)),
     Bound("below", word("steady")), Ramp(zone(1), zone(2))],
)  # fmt: skip
def test_what_is_known_to_be_easy(target):
    assert at_most_easy(target)


@pytest.mark.parametrize(
    "target",
    [None, word("steady"), zone(3), zone(2, 3), Felt(40, 41), Heart(60, 80), Pace(600, 600),
     Power(50, 50), Cadence(60, 60), Bound("above", zone(1)), Bound("below", zone(4)),
     Bound("below", Heart(100, 100)), Ramp(zone(1), zone(3)), Bound("below", word("tempo"))],
)  # fmt: skip
def test_what_is_not_known_is_harder(target):
    assert not at_most_easy(target)


def test_what_is_easy_enough_is_the_same_stretch():
    one = stretch(leg("run", 600, target=zone(2)), leg("bike", 600, target=word("sprint")))
    assert eased(one, runs, "easy") is one


def test_repeats_of_running_are_one_leg():
    hard, jog = leg("run", 60, target=word("sprint")), leg("run", 120, target=EASY)
    assert easy(times(6, hard, jog)) == (leg("run", 1080, target=EASY),)
    inner = times(2, hard, jog)
    assert easy(times(3, hard, inner)) == (leg("run", 1260, target=EASY),)


def test_a_total_is_one_leg_of_that_time():
    hard = leg("run", 90, target=word("tempo"))
    assert easy(times(None, hard, total=1200)) == (leg("run", 1200, target=EASY),)


def test_ranges_add_up():
    hard = leg("run", None, (400, 500), target=word("tempo"))
    assert easy(times(4, hard)) == (leg("run", None, (1600, 2000), target=EASY),)


def test_walks_rests_and_other_measures_stay():
    hard, soft = leg("run", 60, target=word("tempo")), leg("run", 60, target=EASY)
    for other in (leg("walk", 60), leg("rest", 60), leg("run", None, 200, target=EASY)):
        assert easy(times(4, hard, other)) == (times(4, soft, other),)
    between = times(4, hard, rest=leg("run", 90).seconds)
    assert easy(between) == (times(4, soft, rest=leg("run", 90).seconds),)


def test_runs_that_are_walked_are_one_walk():
    assert walked(times(6, leg("run", 60), leg("walk", 90))) == (leg("walk", 900),)
    assert walked(leg("run", 600, target=EASY)) == (leg("walk", 600),)


def test_a_walk_is_no_run():
    assert eased(stretch(leg("run", 60)), runs, "walk").impact == 1
