"""Single runs that are much longer than any lately (Frandsen and others 2025)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesocycle.compiler.advice.spikes import Lately, Run, planned_run, spike
from mesocycle.compiler.checked import Leg, Repeats, Stretch
from mesocycle.syntax.nodes import Count, Until

DAY = dt.date(2027, 1, 31)
MILE = 1609.344


def run(days_ago, km=None, minutes=None):
    metres = None if km is None else round(km * 1000)
    seconds = None if minutes is None else minutes * 60
    return Run(DAY - dt.timedelta(days=days_ago), metres, seconds, metres, seconds)


def test_eight_miles_allow_for_eight_point_eight():
    longest = [run(7, 8 * MILE / 1000)]
    found = spike(run(0, 9 * MILE / 1000), longest)
    assert round(found.limit / MILE, 1) == 8.8
    assert spike(run(0, 8.8 * MILE / 1000), longest) is None


@pytest.mark.parametrize(("days", "is_one"), [(1, False), (30, False), (31, True)])
def test_the_thirty_days_before(days, is_one):
    found = spike(run(0, 12), [run(days, 12), run(2, 8)])
    assert (found is not None) == is_one


def test_the_same_day_is_not_before():
    assert spike(run(0, 12), [run(0, 12), run(2, 8)]) is not None


def test_nothing_to_compare_with():
    assert spike(run(0, 30), []) is None
    assert spike(run(0, 30), [run(40, 12)]) is None


def test_by_the_clock_where_no_distance_is_known():
    found = spike(run(0, minutes=90), [run(7, minutes=60)])
    assert (found.seconds, found.limit) == (3600, 3960)
    assert spike(run(0, minutes=66), [run(7, minutes=60)]) is None


def test_a_run_of_unknown_length_may_have_been_the_longest():
    assert spike(run(0, 18), [run(7, 10), run(3)]) is None
    assert spike(run(0, minutes=90), [run(7, minutes=60), run(3, 5)]) is None


some_runs = st.builds(
    run, st.integers(0, 40), st.none() | st.integers(1, 20), st.none() | st.integers(10, 99)
)


@given(some_runs.map(lambda one: Run(DAY, *[getattr(one, f) for f in one.__struct_fields__[1:]])),
       st.lists(some_runs, max_size=8))  # fmt: skip
def test_runs_of_a_day_taken_as_one_tell_the_same(one, runs):
    assert spike(one, Lately(runs).before(DAY)) == spike(one, runs)


def test_short_runs_are_left_alone():
    assert spike(run(0, 5), [run(7, 2)]) is None
    assert spike(run(0, minutes=30), [run(7, minutes=10)]) is None


def leg(seconds=None, metres=None, activity="run", until=None):
    return Leg(
        activity=activity, impact=2, seconds=seconds and Count(seconds, seconds),
        metres=metres and Count(metres, metres), until=until,
    )  # fmt: skip


def planned(*legs):
    return planned_run(DAY, [Stretch(activity="run", impact=2, legs=legs)])


def test_only_what_is_run_counts():
    found = planned(leg(300, activity="walk"), leg(metres=5000), leg(metres=1000))
    assert (found.metres, found.seconds) == (6000, None)
    assert planned(leg(600, activity="walk")) is None


def test_repeats_count_as_often_as_they_are_done():
    found = planned(Repeats((leg(60), Repeats((leg(30), leg(10, activity="walk")), 2)), 3))
    assert (found.seconds, found.metres) == (3 * (60 + 2 * 30), None)


def test_a_total_holds_no_more_than_begins_within_it():
    found = planned(Repeats((leg(60), leg(90, activity="walk")), total=1200))
    assert found.seconds == 8 * 60


def test_a_run_by_the_clock_is_bounded_and_one_by_lap_is_not():
    mixed = planned(leg(600), leg(metres=4000))
    assert (mixed.metres, mixed.seconds, mixed.most_metres) == (None, None, 7000)
    endless = planned(leg(until=Until("lap")), leg(metres=4000))
    assert (endless.metres, endless.most_metres) == (None, None)


def test_a_bound_is_enough_to_tell():
    intervals = planned(leg(600), leg(metres=4000))
    before = [run(7, 10), Run(DAY - dt.timedelta(days=3), most_metres=intervals.most_metres)]
    assert spike(run(0, 14), before).metres == 10_000
