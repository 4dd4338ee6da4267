"""Weeks in numbers, as they are shown."""

from __future__ import annotations

import pytest

from mesocycle.output.numbers import Sets, lift_cells, muscles, tonnage, unit_of
from mesocycle.output.samples import every_kind, gym, ladder, programme, session
from mesocycle.programme import Block, Item, LiftStatistics, Load, Set, WeekStatistics

REGIONS = {
    "back": "", "erectors": "back", "lats": "upper back", "upper back": "back",
    "legs": "", "quads": "thigh", "hamstrings": "thigh", "thigh": "legs", "hips": "",
    "glutes": "hips",
}  # fmt: skip


def week(number=1, indirect=None, **sets):
    sets = {part.replace("_", " "): count for part, count in sets.items()}
    return WeekStatistics(
        week=number, starts="2026-12-07", sessions=1, minutes=60, reps=0,
        sets=sets, sets_indirect=indirect or {},
    )  # fmt: skip


def rows(*weeks, regions=REGIONS):
    return [
        (row.depth, row.part, *map(str, row.weeks)) for row in muscles(weeks, regions)
    ]  # fmt: skip


def test_parts_stand_below_their_region_most_sets_first():
    found = rows(week(back=9, upper_back=5, lats=5, erectors=4, legs=12, thigh=12, quads=8,
                      hamstrings=4))  # fmt: skip
    assert found == [
        (0, "legs", "12"),
        (1, "quads", "8"),
        (1, "hamstrings", "4"),
        (0, "back", "9"),
        (1, "lats", "5"),
        (1, "erectors", "4"),
    ]


def test_of_a_region_with_one_part_the_part():
    assert rows(week(hips=5, glutes=5)) == [(0, "glutes", "5")]
    assert rows(week(legs=5, thigh=5, quads=5)) == [(0, "quads", "5")]


def test_a_region_that_has_more_than_its_part_stays():
    assert rows(week(hips=6, glutes=5)) == [(0, "hips", "6"), (1, "glutes", "5")]
    only_helped = week(hips=5, glutes=5, indirect={"hips": 2})
    assert rows(only_helped) == [(0, "hips", "5 (2)"), (1, "glutes", "5")]


def test_several_weeks_side_by_side():
    found = rows(week(hips=5, glutes=5), week(2, hips=7, glutes=7, indirect={"legs": 3}))
    assert found == [(0, "glutes", "5", "7"), (0, "legs", "", "(3)")]


def test_without_regions_each_part_stands_on_its_own():
    assert rows(week(hips=5, glutes=5), regions={}) == [(0, "glutes", "5"), (0, "hips", "5")]


@pytest.mark.parametrize(
    ("sets", "reads"),
    [(Sets(12, 0), "12"), (Sets(12, 4), "12 (4)"), (Sets(0, 4), "(4)"), (Sets(0, 0), "")],
)
def test_sets_in_a_cell(sets, reads):
    assert str(sets) == reads


def test_a_lift_in_its_cells():
    squat = LiftStatistics(
        exercise="squat", name="Squat", sets=5, reps=25, tonnage_kg=2721.55, top_kg=108.86217,
        intensity=74.6,
    )  # fmt: skip
    assert lift_cells(squat, "lb") == ("5", "25", "6,000 lb", "240 lb", "75%")
    unknown = LiftStatistics(
        exercise="squat", name="Squat", sets=5, reps=25, tonnage_kg=0.0, top_kg=0.0
    )
    assert lift_cells(unknown, "kg") == ("5", "25", "", "", "")
    assert tonnage(999.6, "kg") == "1,000 kg"


def lifted(*shown, **more):
    loads = [Load(kg=1.0, exact_kg=1.0, shown=text, written=text) for text in shown]
    loads.append(Load(kg=None, exact_kg=None, shown="75%", written="75%"))
    item = Item(slot_id="1", sets=tuple(Set(load=load) for load in loads))
    return programme(session("Gym", 0, Block(kind="straight", items=(item,))), **more)


def test_sums_are_in_the_unit_of_the_plan_or_of_all_its_loads():
    assert unit_of(lifted("5 kg", units="lb")) == "lb"
    assert unit_of(lifted("5 lb", "10 lb")) == "lb"
    assert unit_of(lifted("5 lb", "10 kg")) == "kg"
    assert unit_of(ladder()) == unit_of(gym()) == unit_of(every_kind()) == "kg"
