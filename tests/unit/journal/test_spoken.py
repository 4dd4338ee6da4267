"""What somebody says in short becomes a line of a diary; only marks are added."""

from __future__ import annotations

import pytest

from mesocycle.journal import Known, spoken

NAMES = {"superman": "Superman", "single leg bridge": "Single Leg Bridge", "squat": "Squat",
         "leg press": "Leg Press", "lying figure 4 stretch": "Lying Figure 4 Stretch",
         "brisk walk": "Brisk Walk"}  # fmt: skip
KNOWN = Known(("Easy run", "Strength"), ("swelling",), lambda name: NAMES.get(name.lower()))


@pytest.mark.parametrize(
    ("said", "kind", "line"),
    [
        ("Superman 10, 10, 9; pain 0", "exercise", "Superman; 10, 10, 9; pain 0"),
        ("superman 10, 10, 9, pain 0, slow", "exercise", "Superman; 10, 10, 9; pain 0; slow"),
        ("Superman: 10 10 9", "exercise", "Superman; 10, 10, 9"),
        (
            "superman 10 10 pain 4 lower back not slow form good",
            "exercise",
            "Superman; 10, 10; pain 4 lower back; not slow; form good",
        ),
        (
            "single leg bridge left 10 9 right 10 pain 0",
            "exercise",
            "Single Leg Bridge; left 10, 9, right 10; pain 0",
        ),
        ("easy run 31min 4.9km pain 0", "session", '"Easy run"; 31min, 4.9km; pain 0'),
        ("'Leg Press' 3x10 60kg", "exercise", "Leg Press; 3x10 60kg"),
        ("left knee pain 3", "entry", "left knee pain 3"),
        ("Superman; 10; form good", "exercise", "Superman; 10; form good"),
        ("heavy: squat 5 60kg, 4 60kg @9", "exercise", "heavy: Squat; 5 60kg, 4 60kg @9"),
        (
            "Single Leg Bridge left 10, 9, right 10, pain left 0, right 1",
            "exercise",
            "Single Leg Bridge; left 10, 9, right 10; pain left 0, right 1",
        ),
        (
            "Lying Figure 4 Stretch left 30s; right 30s",
            "exercise",
            "Lying Figure 4 Stretch; left 30s; right 30s",
        ),
        ("Superman skipped 'no time'", "exercise", 'Superman; skipped "no time"'),
        (
            "Superman 10, note 'left, then right; fine'",
            "exercise",
            'Superman; 10; note "left, then right; fine"',
        ),
        (
            "Leg Press instead of squat 3x10 60kg",
            "exercise",
            "Leg Press instead of Squat; 3x10 60kg",
        ),
        ("Superman 8, 8; left leg numb", "exercise", "Superman; 8, 8; left leg numb"),
        ("Supermann 8, 8", "exercise", "Supermann; 8, 8"),
        ("easy run 31min, 5.2km, pain 0", "session", '"Easy run"; 31min, 5.2km; pain 0'),
        ("Easy run", "session", '"Easy run"'),
        ('"Strength"; felt rpe 4', "session", '"Strength"; felt rpe 4'),
        ("08:00 Strength", "session", '08:00 "Strength"'),
        ("unplanned 'Yoga', felt 45min", "session", 'unplanned "Yoga"; felt 45min'),
        ("unplanned Yoga 45min", "session", 'unplanned "Yoga"; 45min'),
        ("felt rpe 6, 38min", "clause", "felt rpe 6, 38min"),
        ("31min, 5.2km", "clause", "31min, 5.2km"),
        ("morning pain 0", "entry", "morning pain 0"),
        ("brisk walk 30min, pain 0", "entry", "brisk walk 30min; pain 0"),
        ("swelling mild", "entry", "swelling mild"),
        ("numbness left leg", "entry", "numbness left leg"),
        ("flag numbness left leg", "entry", "flag numbness left leg"),
    ],
)
def test_what_is_said_and_the_line_it_becomes(said, kind, line):
    found = spoken(said, KNOWN)
    assert (found.kind, found.text, found.date) == (kind, line, None)


def test_a_date_in_front_is_set_apart():
    found = spoken("2026-12-08 Easy run 31min", KNOWN)
    assert (found.date, found.text) == ("2026-12-08", '"Easy run"; 31min')


def test_without_a_plan_the_sets_tell_where_the_name_ends():
    assert spoken("Front Squat 3x5 60kg", Known()).text == "Front Squat; 3x5 60kg"
    assert spoken("swelling mild", Known()).text == "swelling mild"
