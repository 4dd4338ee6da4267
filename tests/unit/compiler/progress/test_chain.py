"""The steps of `progress …`."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.compiler.checked import Move, Progression
from mesocycle.compiler.progress.chain import Taken, next_step
from mesocycle.compiler.progress.track import Pending, Track
from mesocycle.mass import mass
from mesocycle.syntax.nodes import Change, Count, Scheme, SetGroup, Step

LOAD = Step("load", change=Change("add", mass("2.5", "kg")))
UP = Move("load", "add", mass("2.5", "kg"))
REPS = Step("reps")


def scheme(low=8, high=12, unit="reps"):
    return Scheme((SetGroup(Count(low, high), unit, Count(3, 3)),))


def step(*steps, track=None, care="training", doses=None):
    last = Pending(dt.date(2027, 1, 4), None, (), (), False, scheme=doses or scheme())
    return next_step(track or Track(), Progression(steps=steps), last, care)


def at(what, value, *, topped=False, good=1):
    track = Track()
    track.values[what] = value
    track.topped = topped
    track.good = good
    return track


def test_the_first_step_that_is_not_at_its_ceiling():
    assert step(REPS) == Taken(Move("reps", "set", 9))
    assert step(REPS, LOAD, track=at("reps", 12)) == Taken(UP, ("reps",))
    assert step(REPS, track=at("reps", 12)) is None


@pytest.mark.parametrize(
    ("steps", "doses", "value"),
    [
        (Step("reps", by=2), scheme(), 10),
        (Step("reps", by=9), scheme(), 12),
        (Step("reps", to=9, by=3), scheme(8, 8), 9),
        (Step("hold"), scheme(20, 30, "seconds"), 25),
        (Step("hold", by=20), scheme(20, 30, "seconds"), 30),
        (Step("distance", by=15), scheme(20, 40, "metres"), 35),
    ],
)
def test_how_far(steps, doses, value):
    taken = step(steps, doses=doses)
    assert taken is not None
    assert taken.move.amount == value


def test_in_training_the_top_of_the_range_is_enough():
    assert step(REPS, LOAD, track=at("reps", 8, topped=True)) == Taken(UP, ("reps",))
    assert step(REPS, track=at("reps", 8, topped=True)) == Taken(Move("reps", "set", 9))


def test_in_rehab_it_is_one_step_after_the_other():
    track = at("reps", 8, topped=True)
    assert step(REPS, LOAD, track=track, care="rehab") == Taken(Move("reps", "set", 9))


@pytest.mark.parametrize(("care", "good", "climbs"), [
    ("training", 1, True), ("rehab", 1, False), ("rehab", 2, True),
])  # fmt: skip
def test_a_harder_rung(care, good, climbs):
    track = at("reps", 12, good=good)
    taken = step(REPS, Step("harder"), track=track, care=care)
    assert taken == (Taken(Move("harder")) if climbs else None)


def test_what_the_chain_does_not_say_stays():
    assert step(Step("load")) is None
    assert step(Step("reps"), doses=scheme(20, 30, "seconds")) is None
