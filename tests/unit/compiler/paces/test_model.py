"""The arithmetic of races against tables that others have printed, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesocycle.compiler.paces import model


def seconds(text):
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


#: Rows of the table in Daniels' Running Formula: capacity, then times over these distances.
DISTANCES = (5000, 10_000, 21_097.5, 42_195)
TABLE = {
    30: ("30:40", "1:03:46", "2:21:04", "4:49:17"),
    40: ("24:08", "50:03", "1:50:59", "3:49:45"),
    50: ("19:57", "41:21", "1:31:35", "3:10:49"),
    60: ("17:03", "35:22", "1:18:09", "2:43:25"),
}
ROWS = [
    (capacity, metres, seconds(time))
    for capacity, times in TABLE.items()
    for metres, time in zip(DISTANCES, times, strict=True)
]


@pytest.mark.parametrize(("capacity", "metres", "time"), ROWS)
def test_printed_times_are_those_of_the_curves(capacity, metres, time):
    """The printed table was smoothed by hand: a quarter of a per cent is all that is between."""
    assert model.race_time(capacity, metres) == pytest.approx(time, rel=0.0025)
    assert model.capacity(metres, time) == pytest.approx(capacity, abs=0.15)


@pytest.mark.parametrize(
    ("capacity", "share", "pace"),
    [(40, 0.88, "5:06"), (50, 0.88, "4:15"), (60, 0.88, "3:40"), (50, 0.975, "3:55")],
)
def test_printed_training_paces_are_parts_of_the_capacity(capacity, share, pace):
    """Threshold paces are at 88 %, interval paces at 97.5 % of it."""
    minutes = 1000 / model.speed_at(capacity * share)
    assert minutes * 60 == pytest.approx(seconds(pace), abs=1)


capacities = st.floats(20, 85)
lengths = st.floats(800, 100_000)


@given(capacities, lengths)
def test_times_and_capacities_are_each_others_inverse(capacity, metres):
    assert model.capacity(metres, model.race_time(capacity, metres)) == pytest.approx(
        capacity, abs=1e-3
    )


@given(st.floats(30, 500))
def test_speed_and_oxygen_are_each_others_inverse(speed):
    assert model.speed_at(model.oxygen(speed)) == pytest.approx(speed)


@given(capacities, capacities, lengths)
def test_the_fitter_the_faster(one, other, metres):
    if abs(one - other) > 0.01:
        faster = model.race_time(max(one, other), metres)
        assert faster < model.race_time(min(one, other), metres)


@given(capacities, lengths, st.floats(1.01, 3))
def test_the_longer_the_slower(capacity, metres, times):
    longer = model.race_time(capacity, metres * times)
    assert longer > times * model.race_time(capacity, metres)


@given(st.floats(1, 500), st.floats(1, 500))
def test_the_longer_the_smaller_the_share(one, other):
    if one < other:
        assert model.share(one) >= model.share(other)


def test_the_model_ends_where_its_tables_do():
    assert not model.within(60)
    assert model.within(seconds("3:30"))
    assert model.within(seconds("3:50:00"))
    assert not model.within(seconds("6:00:00"))
