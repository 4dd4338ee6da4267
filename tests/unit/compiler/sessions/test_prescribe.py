"""Sets as they are written: how many, how long, with which rests."""

from __future__ import annotations

import pytest

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source

PLAN = """\
plan "Small"
  starts 2026-12-07
  lasts 2 weeks
  timezone UTC
  use runner-back
  use barbell
  care training

session "S" on mon
{lines}
"""


def sets(*lines, week=1):
    """The sets of the first line in a week."""
    plan = PLAN.format(lines="\n".join(f"  {line}" for line in lines))
    sessions = mesocycle.compile_plan(Source("small.plan", plan), Folder("-")).unwrap().sessions
    return sessions[week - 1].blocks[0].items[0].sets


def amounts(*lines, week=1):
    found = []
    for one in sets(*lines, week=week):
        band = one.reps or one.hold_s
        found.append(f"{band.target if band else ''}{'+' if one.amrap else ''}")
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Squat; 2x5, 1x5+", ["5", "5", "5+"]),
        ("Squat; 3xmax", ["+", "+", "+"]),
        ("Squat; max", ["+"]),
        ("Squat; 21-15-9", ["21", "15", "9"]),
        ("Squat; 1x10, drop 2xmax", ["10", "+", "+"]),
        ("Superman; 3x30s+", ["30+", "30+", "30+"]),
        ("Hamstring Stretch; 2x(6s contract, 24s stretch)", ["30", "30"]),
    ],
)
def test_amounts(line, expected):
    assert amounts(line) == expected


def test_a_rep_max_test_keeps_its_range():
    (one,) = sets("Squat; 1x1-3 test")
    assert (one.test, one.amrap, one.reps.target, one.reps.min, one.reps.max) == (
        True, False, 1, 1, 3,
    )  # fmt: skip


def test_rests_of_sets_of_groups_and_at_the_end():
    found = sets("Squat; 2x5 rest 3min, 1x5+; rest 60-90s; rest 5min after")
    assert [(s.rest_s.target, s.rest_s.max) for s in found] == [
        (180, None), (180, None), (300, None),
    ]  # fmt: skip


def test_nobody_rests_before_a_drop_set():
    found = sets("Squat; 2x10, drop 2xmax; rest 90s")
    assert [s.rest_s and s.rest_s.target for s in found] == [90, None, None, 90]
    assert [s.drop for s in found] == [False, False, True, True]


def test_labels_and_parts():
    assert [s.label for s in sets('Squat; 1x3 "close", 1x3')] == ["close", None]
    (one,) = sets("Hamstring Stretch; 1x(6s contract, 24s stretch)")
    assert one.label == "6s contract, 24s stretch"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Squat; 5x5", ["5", "5", "5"]),
        ("Squat; 4x5", ["5", "5"]),
        ("Squat; 1x5", ["5"]),
        ("Squat; 1x5, 1x3, 1x1+", ["5", "3"]),
        ("Hamstring Stretch; left 90s, right 120s", ["90", "120"]),
    ],
)
def test_a_deload_is_half_of_it(line, expected):
    assert amounts(line, "  week 2: deload", week=2) == expected


def test_nobody_goes_to_the_end_in_a_deload():
    assert amounts("Squat; 1x5+", "  week 2: deload", week=2) == ["5"]
    assert amounts("Squat; 1x5+ 60kg", "  week 2: deload 60%", week=2) == ["5"]


def test_the_ramp_comes_first_and_is_told():
    found = sets("Squat; 2x5 60kg; warmup 2x5 empty bar, 1x3 70%; rest 3min")
    assert [s.warmup for s in found] == [True, True, True, False, False]
    assert [s.reps.target for s in found] == [5, 5, 3, 5, 5]
    assert [s.rest_s and s.rest_s.target for s in found] == [None, None, None, 180, 180]


def test_an_assessment_is_one_easy_set_at_the_written_load():
    lines = "  pick 1 from calves where painfree; 3x8-12 10kg\n\npool calves\n  Standing Calf Raise"
    plan = PLAN.replace("care training", "care rehab").format(lines=lines)
    outcome = mesocycle.compile_plan(Source("small.plan", plan), Folder("-"))
    (one,) = outcome.unwrap().sessions[0].blocks[0].items[0].sets
    assert (one.test, one.reps.target, one.reps.max, one.load.shown) == (True, 8, None, "10 kg")
