"""An exercise as done: sets, loads and exertions, a label, the result of a timed piece."""

from __future__ import annotations

import pytest

from mesocycle.mass import mass
from tests.unit.diary.reading import codes, entries

KG = {figure: mass(figure, "kg") for figure in ("5", "10", "16", "60", "62.5")}


def logged(line, **known):
    """The outcome of a session with one exercise."""
    return entries('2027-01-04 "Strength"', f"  {line}", **known)


def marks(line):
    """The marks of one exercise by side: reps, holds, loads, RPEs."""
    (log,) = logged(line).unwrap().exercises
    return {side: (m.reps, m.hold_s, m.loads, m.rpes) for side, m in log.marks.items()}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Squat; 3x8 60kg", ((8, 8, 8), (), (KG["60"],) * 3, ())),
        ("Squat; 8 60kg, 8 62.5kg, 7 62.5kg @9",
         ((8, 8, 7), (), (KG["60"], KG["62.5"], KG["62.5"]), (None, None, 90))),
        ("Squat; 8, 8, 7; 60kg", ((8, 8, 7), (), (KG["60"],) * 3, ())),
        ("Squat; 60kg; 8, 8, 7", ((8, 8, 7), (), (KG["60"],) * 3, ())),
        ("Squat; 8, 8 62.5kg; 60kg; @8", ((8, 8), (), (KG["60"], KG["62.5"]), (80, 80))),
        ("Squat; 8, 8 @9; 60kg @8", ((8, 8), (), (KG["60"],) * 2, (80, 90))),
        ("Squat; 8, 8, 7", ((8, 8, 7), (), (), ())),
        ("Squat; 8, 8 60kg", ((8, 8), (), (None, KG["60"]), ())),
        ("Squat; 5 2 rir, 5 0 rir", ((5, 5), (), (), (80, 100))),
        ("Squat; 8 0kg", ((8,), (), (mass("0", "kg"),), ())),
        ("Pull Up; 8 +10kg, 7 +5kg", ((8, 7), (), (KG["10"], KG["5"]), ())),
        ("Pull Up; 8, 7; +10kg", ((8, 7), (), (KG["10"],) * 2, ())),
        ("Plank; 30s +10kg, 28s", ((), (30, 28), (KG["10"], None), ())),
    ],
)  # fmt: skip
def test_loads_go_with_their_sets(line, expected):
    assert marks(line) == {"both": expected}


@pytest.mark.parametrize(
    ("line", "metres", "loads"),
    [
        ("Carry; 2x40m 16kg", (40, 40), (KG["16"],) * 2),
        ("Carry; 40m, 35m; 16kg", (40, 35), (KG["16"],) * 2),
        ("Carry; 400m", (400,), ()),
        ("Rowing; 20min, 5km", (5000,), ()),
    ],
)
def test_distances_are_sets_too(line, metres, loads):
    (log,) = logged(line).unwrap().exercises
    mark = log.marks["both"]
    assert (mark.metres, mark.loads) == (metres, loads)


@pytest.mark.parametrize("sets", ["2x(2+1) 60kg", "2+1, 2+1; 60kg", "2+1 60kg, (2+1) 60kg"])
def test_a_complex_is_a_log_of_each_of_its_exercises(sets):
    logs = logged(f"heavy: Deadlift + Squat; {sets}; pain 0").unwrap().exercises
    assert [
        (log.exercise, log.label, log.marks["both"].reps, log.marks["both"].loads) for log in logs
    ] == [
        ("deadlift", "heavy", (2, 2), (KG["60"],) * 2),
        ("squat", "heavy", (1, 1), (KG["60"],) * 2),
    ]
    assert {log.marks["both"].pain for log in logs} == {0}


def test_a_chain_of_one_exercise_is_one_set():
    assert marks("Squat; 2+2+2 60kg") == {"both": ((6,), (), (KG["60"],), ())}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Deadlift + Squat; 3 60kg", "E433"),
        ("Deadlift + Squat; 2+1+1 60kg", "E433"),
        ("Deadlift + Squat; 2+1 1001kg", "E429"),
        ("Deadlift + Sqat; 2+1", "E203"),
        ("Deadlift + Squat; 60kg", "E428"),
        ("Deadlift + Squat; 2+1; 2+1", "E415"),
    ],
)
def test_what_is_wrong_with_a_complex_is_told_once(line, code):
    assert codes(logged(line)) == [code]


def test_each_side_has_its_loads():
    assert marks("Split Squat; left 8 16kg, 8 16kg; right 8 16kg, 7 10kg") == {
        "left": ((8, 8), (), (KG["16"], KG["16"]), ()),
        "right": ((8, 7), (), (KG["16"], KG["10"]), ()),
    }


def test_one_load_counts_for_both_sides():
    both = marks("Split Squat; left 8; right 7; 16kg")
    assert [mark[2] for mark in both.values()] == [(KG["16"],), (KG["16"],)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Calf Stretch; 30s 10kg", "E427"),
        ("Calf Stretch; 30s; 10kg", "E427"),
        ("Rowing; 8 10kg", "E427"),
        ("Squat; 60kg", "E428"),
        ("Squat; @8", "E428"),
        ("Squat; 8 1001kg", "E429"),
        ("Squat; 8; 6000lb", "E429"),
        ("Squat; 8 +10kg", "E430"),
        ("Squat; 8, 7; +10kg", "E430"),
        ("Squat; 8, 7; 60kg; 70kg", "E415"),
        ("Carry; 40m; 35m", "E415"),
        ("Squat; 8, 7; @8; @9", "E415"),
        ("Squat with kettlebell; 8", "E221"),
    ],
)
def test_what_cannot_have_been(line, code):
    assert codes(logged(line)) == [code]


def test_an_exercise_with_equipment_is_its_variant():
    (log,) = logged("Bench Press with dumbbells; 8 16kg").unwrap().exercises
    assert log.exercise == "dumbbell-bench-press"


def test_a_label_says_which_line_was_done():
    known = {"labels": ["Heavy", "light"]}
    (log,) = logged("heavy: Bench Press; 5x5 60kg", **known).unwrap().exercises
    assert (log.label, log.exercise) == ("Heavy", "bench-press")
    assert logged("any: Bench Press; 5").unwrap().exercises[0].label == "any"
    assert logged("Bench Press; 5", **known).unwrap().exercises[0].label is None
    assert codes(logged("hevy: Bench Press; 5", **known)) == ["E431"]
    assert codes(logged("heavy: Bench Press; 5", labels=[])) == ["E431"]


@pytest.mark.parametrize("score", ["12:30", "15 rounds 4 reps", "175"])
def test_a_score_is_kept_as_written(score):
    (session,) = logged(f"score {score}").unwrap().sessions
    assert session.score == score


def test_without_a_score_there_is_none():
    assert logged("felt rpe 6").unwrap().sessions[0].score is None


@pytest.mark.parametrize("text", ["score 12:30; score 12:40", "score 12:30\n  score 175"])
def test_a_session_has_one_score(text):
    assert codes(logged(text)) == ["E415"]
