"""Tables of other programs become workouts; what they leave open is asked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from mesocycle.importing import Units, read_sheet
from mesocycle.source import Source

STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE\n"
)
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_lbs","reps","distance_miles",'
    '"duration_seconds","rpe"\n'
)
STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Filename,Elapsed Time,Moving Time,Distance\n"
)
GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n"


def past(text, **units):
    return read_sheet(Source("it.csv", text), Units(**units)).unwrap()


def codes(text, **units):
    return [each.code for each in read_sheet(Source("it.csv", text), Units(**units)).diagnostics]


def sets(workout):
    return [
        (done.name, [(one.reps, one.load, one.unit, one.rpe) for one in done.sets])
        for done in workout.done
    ]


def test_strong():
    rows = (
        '2025-01-05 18:03:22,Legs,1h 5m,Squat,W,40.0,5,0,0,"","",\n'
        '2025-01-05 18:03:22,Legs,1h 5m,Squat,1,100.0,5,0,0,"","Slept badly",8\n'
        '2025-01-05 18:03:22,Legs,1h 5m,Squat,2,100.0,4,0,0,"heavy","",9.5\n'
        '2025-01-05 18:03:22,Legs,1h 5m,Squat,Rest Timer,0,0,0,90,"","",\n'
        '2025-01-05 18:03:22,Legs,1h 5m,Plank,1,0,0,0,60,"","",\n'
    )
    found = past(STRONG + rows, weights="kg")
    (workout,) = found.workouts
    assert (workout.date, workout.name) == (dt.date(2025, 1, 5), "Legs")
    assert workout.seconds == 3900
    squat, plank = workout.done
    assert sets(workout)[0] == (
        "Squat",
        [(5, Decimal("100.0"), "kg", 8), (4, Decimal("100.0"), "kg", Decimal("9.5"))],
    )
    assert squat.notes == ["heavy"]
    assert workout.notes == ["Slept badly"]
    assert [one.seconds for one in plank.sets] == [60]
    assert found.left_out == ["1 warm-up set", "1 rest timer"]


def test_hevy_in_pounds_and_miles():
    row = '"Push","5 Jan 2025, 18:03","5 Jan 2025, 19:10","","{}",,"","0","{}",{},{},{},{},{}\n'
    found = past(
        HEVY
        + row.format("Bench Press", "normal", 135, 5, "", "", 8)
        + row.format("Bench Press", "warmup", 45, 5, "", "", "")
        + row.format("Treadmill", "normal", "", "", 2, 1200, "")
    )
    push, run = sorted(found.workouts, key=lambda each: bool(each.metres))
    assert push.seconds == 67 * 60
    assert sets(push) == [("Bench Press", [(5, 135, "lb", 8)])]
    assert (run.name, run.metres, run.seconds) == ("Treadmill", 3219, 1200)


def test_strava_says_how_far_in_metres_and_how_long_it_moved():
    text = STRAVA + '1,"Jan 5, 2025, 6:03:22 PM",Z2,Ride,"",1905,40.0,a.fit,1905.0,1865.0,40010.5\n'
    (ride,) = past(text).workouts
    assert (ride.name, ride.seconds, ride.metres) == ("Ride: Z2", 1865, 40010)


def test_garmin():
    text = (
        GARMIN
        + 'Running,2025-01-05 18:03:22,false,"Berlin Running","5.21","300","00:31:05","150"\n'
        + 'Lap Swimming,2025-01-06 18:03:22,false,"Lap Swimming","1,500","300","41:05","--"\n'
    )
    found = past(text, distances="km")
    assert [(w.name, w.seconds, w.metres) for w in found.workouts] == [
        ("Berlin Running", 1865, 5210),
        ("Lap Swimming", 2465, 1500),
    ]
    assert found.left_out == ["the columns Calories, Avg HR"]
    assert codes(text) == ["E591"]


def test_a_plain_table_with_semicolons_commas_and_days_first():
    text = (
        "date;exercise;sets;reps;weight (kg)\n"
        "05/01/2025;Squat;3;5;102,5\n"
        "13/01/2025;Squat;;5/5/4;105\n"
        "\n"
        "13/01/2025;Pull Up;2;8;\n"
    )
    first, second = past(text).workouts
    assert first.date == dt.date(2025, 1, 5)
    assert sets(first) == [("Squat", [(5, Decimal("102.5"), "kg", None)] * 3)]
    assert [each[0] for each in sets(second)[0][1]] == [5, 5, 4]
    assert sets(second)[1] == ("Pull Up", [(8, None, "kg", None)] * 2)


@pytest.mark.parametrize("cell", ["60 kg", "60kg", "60.0 Kgs"])
def test_a_cell_may_say_its_unit(cell):
    (workout,) = past(f"date,exercise,reps,weight\n2025-01-05,Squat,5,{cell}\n").workouts
    assert workout.done[0].sets[0].load == 60


def test_what_the_file_does_not_say_is_asked():
    row = "2025-01-05 18:03:22,Legs,,Squat,1,100.0,5,0,0,,,\n"
    assert codes(STRONG + row) == ["E591"]
    assert codes(STRONG + row, weights="kg") == []
    assert codes(STRONG + row.replace("100.0", "0")) == []
    assert codes("date,exercise,reps\n03/04/2025,Plank,5\n") == ["E592"]
    assert codes("date,exercise,reps\n03/04/2025,Plank,5\n", dates="mdy") == []
    assert codes("date,exercise,reps\n03/04/2025,Plank,5\n13/04/2025,Plank,5\n") == []


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "exercise,reps\nSquat,5\n", "date\n2025-01-05\n"]
)
def test_a_file_that_is_none_of_this(text):
    assert codes(text) == ["E590"]


def test_what_nobody_understands_is_kept():
    text = (
        "date,exercise,sets,reps,weight_kg\n"
        "someday,Squat,3,5,100\n"
        "2025-01-05,Squat,3,,100\n"
        "2025-01-05,Squat,1000,5,100\n"
        "2025-01-05,Squat,3,5,heavy\n"
        "2025-01-05,Squat,3,five,100\n"
    )
    found = past(text)
    assert found.lost == [(2, "someday, Squat, 3, 5, 100")]
    (workout,) = found.workouts
    assert workout.done == []
    assert len(workout.kept) == 4


def test_a_cell_without_end():
    assert codes("date,exercise\n2025-01-05," + "x" * 200_000 + "\n") == ["E590"]


def test_what_is_said_of_a_warm_up_set_is_kept():
    rows = (
        '2025-01-05,Legs,,Squat,W,40.0,5,0,0,"chest pain","",\n'
        '2025-01-05,Legs,,Squat,1,100.0,5,0,0,"","",\n'
        '2025-01-05,Legs,,Row,W,40.0,5,0,0,"slowly","",\n'
        '2025-01-05,Legs,,Row,1,60.0,5,0,0,"slowly","",\n'
    )
    (workout,) = past(STRONG + rows, weights="kg").workouts
    assert workout.notes == ["Squat: chest pain"]
    assert [done.notes for done in workout.done] == [[], ["slowly"]]


def test_what_is_said_of_a_run_among_lifts_is_kept():
    row = '2025-01-05,Legs,,Running,1,0,0,5,1800,"numb left leg","",\n'
    _, run = past(STRONG + row, distances="km").workouts
    assert (run.name, run.metres, run.notes) == ("Running", 5000, ["numb left leg"])


@pytest.mark.parametrize("reps", ["1e9", "ten", "5+", "-3"])
def test_repetitions_that_nobody_understands_are_kept_as_they_are(reps):
    row = f'2025-01-05,Legs,,Squat,1,60,{reps},0,30,"","",\n'
    (workout,) = past(STRONG + row, weights="kg").workouts
    assert not workout.done
    assert reps in workout.kept[0]
