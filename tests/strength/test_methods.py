"""Westside, German volume training, blocks, the Recommended Routine and a CrossFit week."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mesocycle.programme import Block, Programme
from tests.strength.compiled import STRENGTH, Day, days, programme, shown
from tests.strength.sums import part, rounded, weight

STEP = Fraction(5, 2)


def diary(name: str) -> str:
    return (STRENGTH / f"{name}.diary").read_text("utf-8")


def sets(found: list[Day], name: str, lift: str) -> list[tuple[str, ...]]:
    """The sets of a lift, session by session, of the sessions called `name`."""
    return [
        each.sets for day in found if day.name == name for each in day.lifts if each.name == lift
    ]


def blocks(made: Programme, name: str) -> list[Block]:
    """The groups of the first session called `name`."""
    session = next(each for each in made.sessions if each.name == name)
    return [block for block in session.blocks if block.kind not in ("straight", "note")]


# --- Westside --------------------------------------------------------------------------------


def test_speed_waves_of_three_weeks():
    found = days(programme("westside.plan", diary("westside")))
    bench = [part(each, 140) for each in (50, 55, 60)] * 4
    expected = [(f"3 {weight(rounded(load, STEP), 'kg')}",) * 9 for load in bench]
    assert sets(found, "Dynamic effort upper", "Bench Press") == expected
    squats = sets(found, "Dynamic effort lower", "Box Squat")
    assert [len(each) for each in squats] == [12, 12, 10] * 4


def test_the_limit_changes_its_lift_every_week():
    found = days(programme("westside.plan", diary("westside")))
    lifts = [day.lifts[0].name for day in found if day.name == "Max effort lower"]
    assert lifts == ["Box Squat", "Good Morning", "Deficit Deadlift"] * 4


def test_back_off_from_what_was_lifted():
    """182.5 kg for one on Monday: 80 % of it are 146 kg, so 145 kg."""
    found = days(programme("westside.plan", diary("westside")))
    (first, back_off), *later = sets(found, "Max effort lower", "Box Squat")
    assert (first, back_off) == ("1", "5 145 kg")
    assert later[0][-1].startswith("5 ")


# --- German volume training ----------------------------------------------------------------------


def test_ten_by_ten_four_per_cent_up_every_fifth_day():
    found = days(programme("german-volume-training.plan", diary("german-volume-training")))
    dates = [day.date for day in found if day.name == "Chest and back"]
    assert dates == [
        "2027-01-04", "2027-01-09", "2027-01-14", "2027-01-19", "2027-01-24", "2027-01-29",
    ]  # fmt: skip
    loads = [part(60, 100) * Fraction(26, 25) ** turn for turn in range(6)]
    expected = [(f"10 {weight(rounded(load, STEP), 'kg')}",) * 10 for load in loads]
    assert sets(found, "Chest and back", "Decline Bench Press") == expected


def test_the_tempo_is_the_pair_s():
    made = programme("german-volume-training.plan", diary("german-volume-training"))
    heavy, light = blocks(made, "Legs and abs")
    assert [(block.kind, block.rounds) for block in (heavy, light)] == [
        ("superset", 10), ("superset", 3),
    ]  # fmt: skip
    assert {one.tempo for item in heavy.items for one in item.sets} == {(4, 0, 2, 0)}


# --- blocks ----------------------------------------------------------------------------------

#: The squat's weeks (sets, reps, per cent); the tests of the twelfth are new maxes.
SQUAT = (
    (5, 8, 62), (5, 8, 65), (6, 6, 70), (6, 6, "72.5"), (3, 6, 65),
    (5, 4, 80), (5, 3, 85), (6, 2, "87.5"), (3, 3, 75),
)  # fmt: skip


def test_accumulation_and_intensification():
    found = days(programme("block-periodisation.plan", diary("block-periodisation")))
    expected = [
        (f"{reps} {weight(rounded(part(Fraction(percent), 140), STEP), 'kg')}",) * count
        for count, reps, percent in SQUAT
    ]
    assert sets(found, "Squat", "Squat")[:9] == expected


def test_the_taper_cuts_volume_and_not_load():
    """Bosquet and others: 41 to 60 per cent fewer sets and more, the loads stay."""
    found = days(programme("block-periodisation.plan", diary("block-periodisation")))
    full, *taper = [
        sum(map(len, sets(found, "Bench", "Bench Press")[w : w + 1])) for w in (7, 9, 10)
    ]
    assert all(count <= full * Fraction(59, 100) + 2 for count in taper)
    assert taper[-1] <= full / 2


def test_the_plan_ends_with_a_test():
    made = programme("block-periodisation.plan", diary("block-periodisation"))
    last = made.sessions[-1]
    assert (last.name, last.date, last.phase) == ("Test", "2027-03-27", "Realisation")
    tested = [one.test for block in last.blocks for item in block.items for one in item.sets]
    assert tested.count(True) == 3


# --- the Recommended Routine ---------------------------------------------------------------------

FIRST = "2027-01-04"


def routine(*logs: str) -> list[tuple[str, tuple[str, ...]]]:
    """The pull-up ladder's rung and sets, session by session, as they were done."""
    days_of_it = ("04", "06", "08", "11", "13", "15", "18", "20", "22")
    text = 'athlete "Ida"\n  follows "Recommended Routine" from 2027-01-04\n'
    for day, log in zip(days_of_it, logs, strict=False):
        text += f'2027-01-{day} "Full body"\n  {log}\n'
    made = programme("recommended-routine.plan", text)
    found = []
    for session in made.sessions[: len(logs) + 1]:
        item = next(block for block in session.blocks if block.kind == "superset").items[0]
        assert item.exercise is not None
        held = tuple(f"{one.hold_s.target}s" if one.hold_s else shown(one) for one in item.sets)
        found.append((item.exercise.name, held))
    return found


def test_reps_then_the_next_rung_then_seconds():
    logs = [f"Scapular Pull; 3x{reps}" for reps in (5, 6, 7, 8)]
    logs += [f"Arch Hang; 3x{seconds}s" for seconds in (10, 15, 20, 25)]
    found = routine(*logs)
    assert found[:5] == [
        *(("Scapular Pull", (str(reps),) * 3) for reps in (5, 6, 7, 8)),
        ("Arch Hang", ("10s",) * 3),
    ]
    assert found[8] == ("Arch Hang", ("30s",) * 3)


def test_a_set_short_keeps_the_rung():
    found = routine("Scapular Pull; 5, 5, 4", "Scapular Pull; 5, 5, 5")
    assert found == [("Scapular Pull", (reps,) * 3) for reps in ("5", "5", "6")]


# --- a CrossFit week -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "rounds", "seconds", "reps"),
    [
        ("Cindy", "amrap", None, 1200, [(5,), (10,), (15,)]),
        ("Fran", "for_time", 3, None, [(21, 15, 9), (21, 15, 9)]),
        ("DT", "for_time", 5, None, [(12,) * 5, (9,) * 5, (6,) * 5]),
        ("Chelsea", "emom", 30, 1800, [(5,) * 30, (10,) * 30, (15,) * 30]),
    ],
)
def test_named_workouts(name, kind, rounds, seconds, reps):
    (block,) = blocks(programme("crossfit-week.plan"), name)
    assert (block.kind, block.rounds, block.duration_s, block.title) == (
        kind,
        rounds,
        seconds,
        name,
    )
    assert [tuple(one.reps.target for one in item.sets) for item in block.items] == reps


@pytest.mark.parametrize(
    ("sex", "track", "fran", "dt"),
    [
        ("male", "", "43 kg", "70 kg"),
        ("female", "", "30 kg", "47.5 kg"),
        ("male", "scaled", "30 kg", "70 kg"),
        ("female", "scaled", "20 kg", "47.5 kg"),
    ],
)
def test_loads_by_athlete(sex, track, fran, dt):
    text = f'athlete "Kim"\n  sex {sex}\n  follows "CrossFit week" from 2027-01-04\n'
    made = programme("crossfit-week.plan", text + (f"  track {track}\n" if track else ""))
    thruster, pull = blocks(made, "Fran")[0].items
    assert {one.load.shown for one in thruster.sets} == {fran}
    assert pull.exercise.name == ("Ring Row" if track else "Pull Up")
    (block,) = blocks(made, "DT")
    assert {one.load.shown for item in block.items for one in item.sets} == {dt}


def test_murph_begins_and_ends_with_a_mile():
    block = next(
        each for each in blocks(programme("crossfit-week.plan"), "Murph") if each.kind == "for_time"
    )
    first, *middle, last = block.items
    assert [one.distance_m for item in (first, last) for one in item.sets] == [1609, 1609]
    assert [sum(one.reps.target for one in item.sets) for item in middle] == [100, 200, 300]
