"""How far a load is from its ceiling."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.compiler.checked import Move
from mesocycle.compiler.progress.room import top_kg, within
from mesocycle.compiler.progress.track import Pending
from mesocycle.mass import mass
from mesocycle.programme import Load, Range, Set


def one(kg, *, exact=None, warmup=False):
    load = Load(kg=kg, exact_kg=exact if exact is not None else kg, shown="", written="")
    return Set(reps=Range(target=5), load=load, warmup=warmup)


def last(*sets):
    return Pending(dt.date(2027, 1, 4), None, tuple(sets), (), False)


def plus(figure, unit="kg"):
    return Move("load", "add", mass(figure, unit))


def test_the_top_is_the_heaviest_working_set_exactly():
    assert top_kg(last(one(120, warmup=True), one(100, exact=101.2), one(90))) == 101.2
    assert top_kg(last(Set(reps=Range(target=5)))) is None


def test_without_a_limit_all_of_it():
    assert within(100, plus("2.5"), None) == plus("2.5")


@pytest.mark.parametrize(
    ("now", "limit", "left"),
    [(95, "100", "2.5"), (98, "100", "2"), (99.9995, "100", None), (100, "100", None)],
)
def test_up_to_the_limit(now, limit, left):
    found = within(now, plus("2.5"), mass(limit, "kg"))
    assert found == (None if left is None else plus(left))


def test_the_rest_is_in_the_unit_of_the_limit():
    found = within(61.23497, plus("10", "lb"), mass("140", "lb"))
    assert found == plus("5", "lb")


def test_per_cent_too():
    more = Move("load", "times", 11_000)
    assert within(100, more, mass("120", "kg")) == more
    assert within(100, more, mass("104", "kg")) == plus("4")


def test_no_load_to_measure_and_a_limit_nothing_moves():
    assert within(None, plus("2.5"), mass("100", "kg")) is None


def test_a_max_is_measured_by_itself():
    more = Move("max", "add", mass("5", "kg"))
    assert within(150, more, mass("152", "kg")) == Move("max", "add", mass("2", "kg"))
