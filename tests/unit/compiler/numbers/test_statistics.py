"""A week in numbers: muscles at every level, reps, tonnage, lifts."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from mesocycle.catalogue import model as catalogue
from mesocycle.catalogue.model import Catalogue
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.numbers.statistics import regions, weeks
from mesocycle.programme import (
    Block,
    Exercise,
    Item,
    Load,
    Range,
    Segment,
    SegmentEnd,
    Session,
    Set,
    Target,
)

KNOWN = {
    "squat": catalogue.Exercise(
        id="squat", name="Squat", trains=("quads", "glutes"), assists=("hamstrings", "glutes")
    ),
    "hip-thrust": catalogue.Exercise(id="hip-thrust", name="Hip Thrust", trains=("glutes",)),
}
PLAN = Plan(
    name="Strong",
    identity="strong",
    zone=ZoneInfo("UTC"),
    starts=dt.date(2026, 12, 7),
    days=14,
    care="training",
    assess=False,
    catalogue=Catalogue(KNOWN),
    sessions=(),
)


def load(kg, percent=None, **more):
    return Load(kg=kg, exact_kg=kg, shown=f"{kg} kg", written="", percent=percent, **more)


def reps(number, kg=None, percent=None, **more):
    burden = None if kg is None else load(kg, percent)
    return Set(reps=Range(target=number), load=burden, **more)


def item(*sets, name="squat"):
    known = KNOWN.get(name) or catalogue.Exercise(id=name, name=name.title())
    shown = Exercise(id=name, name=known.name, kind="cardio", trains=known.trains)
    return Item(slot_id=name, exercise=shown, sets=sets)


def week_of(*items, **more):
    session = Session(
        id="1", name="Gym", week=1, date="2026-12-07", minutes=60,
        blocks=(Block(kind="straight", items=items),), **more,
    )  # fmt: skip
    return weeks(PLAN, [session])[0]


def test_a_set_counts_once_at_every_level():
    week = week_of(item(*[reps(5)] * 3), item(reps(8), name="hip-thrust"))
    assert week.sets == {"glutes": 4, "hips": 4, "legs": 3, "quads": 3, "thigh": 3}


def test_what_is_trained_directly_is_not_helped_as_well():
    week = week_of(item(*[reps(5)] * 3))
    assert week.sets_indirect == {"hamstrings": 3}


def test_which_part_belongs_to_which():
    found = regions([week_of(item(reps(5)))])
    assert found == {
        "glutes": "hips", "hamstrings": "thigh", "hips": "", "legs": "", "quads": "thigh",
        "thigh": "legs",
    }  # fmt: skip


def test_warm_up_sets_do_not_count():
    week = week_of(item(reps(5, 20, warmup=True), reps(3, 100)))
    assert (week.sets["quads"], week.reps, week.tonnage_kg) == (1, 3, 300)
    assert week.lifts[0].sets == 1


@pytest.mark.parametrize(
    ("one", "count", "tonnage"),
    [
        (reps(5, 100), 5, 500),
        (reps(5, 100, side="each"), 10, 1000),
        (reps(5, 100, amrap=True), 5, 500),
        (Set(amrap=True, load=load(100)), 0, 0),
        (Set(reps=Range(target=1, min=1, max=3), test=True, load=load(100)), 1, 100),
        (Set(reps=Range(target=5), load=load(100, max_kg=110)), 5, 500),
        (Set(reps=Range(target=5), load=load(None)), 5, 0),
        (reps(5), 5, 0),
        (Set(hold_s=Range(target=30)), 0, 0),
    ],
)
def test_repetitions_and_tonnage(one, count, tonnage):
    week = week_of(item(one))
    assert (week.reps, week.tonnage_kg) == (count, tonnage)
    assert week.sets["quads"] == (2 if one.side == "each" else 1)


def test_a_lift_over_all_its_lines():
    week = week_of(
        item(reps(5, 80, 70.0), reps(3, 100, 85.0)), item(reps(8), name="hip-thrust"),
        item(reps(2, 60)),
    )  # fmt: skip
    (squat,) = week.lifts
    assert (squat.exercise, squat.name, squat.sets, squat.reps) == ("squat", "Squat", 3, 10)
    assert (squat.tonnage_kg, squat.top_kg) == (820, 100)
    assert squat.intensity == round((5 * 70 + 3 * 85) / 8, 1)


def test_a_lift_whose_max_nobody_knows_has_no_intensity_and_one_without_loads_no_row():
    assert week_of(item(reps(5, 80))).lifts[0].intensity is None
    assert week_of(item(Set(reps=Range(target=5), load=load(None)))).lifts == ()


def test_the_heavier_end_of_a_range_is_the_heaviest():
    assert week_of(item(Set(reps=Range(target=5), load=load(70, max_kg=75)))).lifts[0].top_kg == 75


def test_running_between_exercises_is_running():
    week = week_of(item(*[Set(distance_m=400)] * 5, name="run"))
    assert week.distance_m == {"run": 2000}
    timed = week_of(item(*[Set(hold_s=Range(target=60))] * 5, name="run"))
    assert (timed.activity_s, timed.longest_run_s) == ({"run": 300}, 300)


@pytest.mark.parametrize("status", ["missed", "skipped", "stopped"])
def test_what_is_not_done_does_not_count(status):
    week = week_of(item(reps(5, 100)), status=status)
    assert (week.sessions, week.reps, week.sets, week.lifts) == (0, 0, {}, ())


def test_every_week_of_the_plan_has_its_row():
    assert [(w.week, w.starts) for w in weeks(PLAN, [])] == [(1, "2026-12-07"), (2, "2026-12-14")]


def ran(kind, amount, effort=None, **more):
    """A leg of running: `time` in seconds, or `distance` in metres."""
    end = SegmentEnd(
        kind=kind, **{"time": {"seconds": amount}, "distance": {"metres": amount}}[kind]
    )
    target = Target(kind="word", text=effort) if effort else None
    return Segment(activity="run", end=end, target=target, **more)


def test_runs_count_by_what_is_written_and_by_what_a_pace_tells():
    rest = Segment(activity="rest", end=SegmentEnd(kind="time", seconds=90))
    fast = Segment(
        activity="run", repeat=4, segments=(ran("distance", 1000, estimated_s=240), rest)
    )
    long = ran("time", 3600, "easy", estimated_m=10_000)
    sessions = [
        Session(
            id=str(i), name="Run", week=1, date="2026-12-07",
            blocks=(Block(kind="endurance", segments=(segment,)),),
        )
        for i, segment in enumerate((fast, long))
    ]  # fmt: skip
    week = weeks(PLAN, sessions)[0]
    assert (week.distance_m, week.activity_s) == ({"run": 14_000}, {"run": 4560})
    assert (week.longest_run_s, week.longest_run_m) == (3600, 10_000)
    assert week.intensity_s == {"": 960, "easy": 3600}
