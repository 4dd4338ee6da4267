"""The shift: what a progression has made of a written load."""

from __future__ import annotations

import pytest

from mesocycle.compiler.loads.shift import STILL, Shift
from mesocycle.mass import Mass, mass


def kg(figure: str) -> Mass:
    return mass(figure, "kg")


def test_still_leaves_a_load_as_it_is() -> None:
    assert STILL.still
    assert STILL.on(kg("62.5")) == kg("62.5")


def test_stronglifts_adds_and_takes_a_tenth_off() -> None:
    shift = STILL
    for _ in range(16):
        shift = shift.add(kg("2.5"))
    assert shift.on(kg("60")) == kg("100")
    assert shift.times(9_000).on(kg("60")) == kg("90")
    assert shift.times(9_000).add(kg("2.5")).on(kg("60")) == kg("92.5")


def test_set_loads_take_no_notice_of_the_plan() -> None:
    shift = STILL.times(9_000).to(mass("135", "lb"))
    assert shift.on(kg("60")) == mass("135", "lb")
    assert shift.add(mass("5", "lb")).on(kg("60")) == mass("140", "lb")
    assert shift.times(9_000).on(kg("60")) == mass("121.5", "lb")


def test_a_load_never_falls_below_nothing() -> None:
    assert Shift(plus=Mass(-5_000_000)).on(kg("2.5")) == kg("0")


@pytest.mark.parametrize(("share", "left"), [(9_000, "90"), (10_250, "102.5"), (10_000, "100")])
def test_shares_are_hundredths_of_a_per_cent(share: int, left: str) -> None:
    assert STILL.times(share).on(kg("100")) == kg(left)
