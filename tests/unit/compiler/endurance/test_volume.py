"""Less of a stretch: whole minutes, whole hundreds of metres, fewer repeats."""

from __future__ import annotations

import pytest

from mesocycle.compiler.checked import Group
from mesocycle.compiler.endurance.volume import count, scaled
from mesocycle.compiler.sessions.volumes import fewer, group_of, least
from mesocycle.programme import Load, Range, Set
from tests.unit.compiler.endurance.legs import band, leg, stretch, times


def legs(percent, *of, **more):
    return scaled(stretch(*of, **more), percent * 100).legs


@pytest.mark.parametrize(
    ("seconds", "percent", "left"),
    [(3600, 60, 2160), (55 * 60, 60, 33 * 60), (50 * 60, 61, 30 * 60), (90, 60, 60), (45, 60, 45),
     (3600, 100, 3600), (3600, 120, 4320), (60, 1, 60)],
)  # fmt: skip
def test_times_are_whole_minutes(seconds, percent, left):
    assert legs(percent, leg("run", seconds)) == (leg("run", left),)


@pytest.mark.parametrize(
    ("metres", "percent", "left"),
    [(5000, 60, 3000), (3300, 60, 1900), (400, 60, 200), (50, 60, 50)],
)
def test_distances_are_whole_hundreds(metres, percent, left):
    assert legs(percent, leg("run", None, metres)) == (leg("run", None, left),)


def test_ranges_are_scaled_at_both_ends():
    assert legs(50, leg("run", (5400, 6000)))[0].seconds == band((2700, 3000))


@pytest.mark.parametrize(
    ("number", "percent", "left"), [(6, 60, 4), (5, 50, 3), (4, 60, 2), (6, 10, 1), (1, 40, 1)]
)
def test_repeats_are_fewer_not_shorter(number, percent, left):
    one = leg("run", 180)
    assert legs(percent, times(number, one)) == (times(left, one),)
    assert count(number, percent * 100) == left


def test_a_total_is_shorter():
    assert legs(60, times(None, leg("run", 60), total=1200))[0].total == 720


def test_legs_done_once_are_each_shorter():
    assert legs(50, times(None, leg("run", 600), leg("walk", 300))) == (
        times(None, leg("run", 300), leg("walk", 120)),
    )


def test_what_is_no_work_stays():
    warm = stretch(leg("run", 600), role="warmup")
    assert scaled(warm, 5000) is warm
    assert legs(50, leg("rest", 120)) == (leg("rest", 120),)


def reps(number, kg, **more):
    return Set(
        reps=Range(target=number),
        load=Load(kg=kg, exact_kg=kg, shown=f"{kg} kg", written=""),
        **more,
    )


def test_of_equal_sets_there_are_fewer():
    sets = (reps(5, 20, warmup=True), *[reps(5, 60)] * 5)
    assert fewer(sets, 6000) == sets[:4]
    assert fewer(sets, 100) == sets[:2]


def test_the_heaviest_of_a_ramp_is_still_done():
    sets = (reps(5, 65), reps(5, 75), reps(5, 85))
    assert fewer(sets, 6000) == sets[1:]


def test_back_off_sets_go_before_the_top_set():
    sets = (reps(1, 100), *[reps(5, 80)] * 4)
    assert fewer(sets, 4000) == (reps(1, 100), reps(5, 80))


def test_a_drop_goes_with_its_set():
    sets = (reps(8, 60), reps(8, 60), reps(12, 40, drop=True))
    assert fewer(sets, 5000) == sets[1:]


def test_each_side_has_as_many():
    sets = (*[reps(8, 10, side="left")] * 4, *[reps(8, 10, side="right")] * 4)
    assert [one.side for one in fewer(sets, 5000)] == ["left", "left", "right", "right"]


@pytest.mark.parametrize(
    ("group", "share"),
    [
        (Group("c", "circuit", rounds=4), Group("c", "circuit", rounds=2)),
        (Group("e", "emom", seconds=600, each=60), Group("e", "emom", seconds=360, each=60)),
        (Group("a", "amrap", seconds=720), Group("a", "amrap", seconds=420)),
        (Group("s", "superset"), Group("s", "superset")),
        (None, None),
    ],
)
def test_groups_have_fewer_rounds(group, share):
    assert group_of(group, 6000) == share


def test_the_smallest_share_holds():
    assert least(None, 6000, 8000) == 6000
    assert least(None, None) is None
