"""Sessions that were unplanned, moved, broken off or taken over; exercises in another's place."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.diary.reading import codes, entries

KNOWN = {"sessions": ("Strength",), "labels": ("heavy",)}


def session(*lines, **known):
    (found,) = entries(*lines, **(known or KNOWN)).unwrap().sessions
    return found


def test_a_session_of_the_plan():
    found = session('2026-12-08 "strength"')
    assert (found.session, found.unplanned, found.partial) == ("Strength", False, False)
    assert (found.moved_from, found.unverified, found.sharp) == (None, False, False)


def test_unplanned():
    found = session('2026-12-08 unplanned "Yoga"; felt rpe 3, 45min; pain 0', "  Squat; 10")
    assert (found.session, found.unplanned) == ("Yoga", True)
    assert (found.rpe, found.seconds, found.pain) == (3, 2700, 0)
    assert [each.session for each in found.exercises] == ["Yoga"]


def test_an_unknown_session_is_told_what_it_may_be():
    (found,) = entries('2026-12-08 "Yoga"', **KNOWN).diagnostics
    assert found.code == "E406"
    assert found.hints == ('if it is of no plan, say so: unplanned "Yoga"',)


def test_broken_off():
    found = entries('2026-12-08 "Strength"; stopped early "phone"', **KNOWN).unwrap()
    assert found.sessions[0].partial
    assert [(each.text, each.session) for each in found.remarks] == [("phone", "Strength")]


@pytest.mark.parametrize("day", ["2026-12-06", "2026-12-10"])
def test_moved_from_another_day(day):
    found = entries(
        f'2026-12-08 "Strength"; moved from {day}', as_of=dt.date(2026, 12, 8), **KNOWN
    ).unwrap()
    assert found.sessions[0].moved_from.isoformat() == day
    assert found.sessions[0].date.isoformat() == "2026-12-08"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('"Strength"; moved from 2026-12-08', "E419"),
        ('unplanned "Yoga"; moved from 2026-12-07', "E419"),
        ('"Strength"; moved from 2026-12-32', "E401"),
        ('"Strength"; moved from 2026-12-06; moved from 2026-12-07', "E415"),
    ],
)
def test_moved_from_nowhere(line, code):
    assert codes(entries(f"2026-12-08 {line}", **KNOWN)) == [code]


def test_unverified():
    found = session(
        '2026-01-08 "Old gym"; unverified "strong.csv"', "  Split Squat; 3x10 20kg", "  A: Squat; 5"
    )
    assert found.unverified
    assert [each.unverified for each in found.exercises] == [True, True]
    assert found.exercises[0].marks["left"] == found.exercises[0].marks["right"]
    assert found.exercises[1].label == "A"


def test_an_unverified_exercise():
    first, second = entries(
        "2026-01-08 Split Squat; 3x10 20kg; unverified", "2026-01-09 Squat; 5"
    ).unwrap().exercises  # fmt: skip
    assert (first.unverified, second.unverified) == (True, False)


def test_what_is_unverified_still_has_a_name():
    assert codes(entries('2026-01-08 "Old"; unverified', "  Squatt; 5", **KNOWN)) == ["E203"]


def test_in_the_place_of_another():
    (found,) = session('2026-12-08 "Strength"', "  Deadlift instead of squat; 5 60kg").exercises
    assert (found.exercise, found.instead_of) == ("deadlift", "squat")


@pytest.mark.parametrize(
    ("line", "code"),
    [("Squat instead of Squat; 5", "E442"), ("Squat instead of Deadlifts; 5", "E203")],
)
def test_in_the_place_of_nothing(line, code):
    assert codes(entries('2026-12-08 "Strength"', f"  {line}", **KNOWN)) == [code]


def test_sharp_pain_is_kept_wherever_it_is_said():
    found = entries(
        '2026-12-08 "Strength"; pain 2 sharp', "  Squat; 5; pain 1 sharp",
        "  Split Squat; left 5; right 5; pain left 0, right 2 sharp",
        "2026-12-08 pain 2 sharp left knee", "2026-12-09 morning pain 1 sharp",
        "2026-12-10 brisk walk 30min; pain 2 sharp", **KNOWN,
    ).unwrap()  # fmt: skip
    assert found.sessions[0].sharp
    assert [
        (side, mark.sharp) for each in found.exercises for side, mark in each.marks.items()
    ] == [("both", True), ("left", False), ("right", True)]
    assert [each.sharp for each in found.pains] == [True, True]
    assert found.walks[0].sharp


def test_sharp_pain_with_a_place_is_sharp_pain_of_the_day():
    found = entries("2026-12-08 Squat; 5; pain 2 sharp left knee").unwrap()
    assert [(each.region, each.side, each.sharp) for each in found.pains] == [
        ("knee", "left", True)
    ]


def test_free_text_is_kept():
    found = entries(
        '2026-12-08 note "Slept badly."', '2026-12-08 "Strength"; note "Windy."',
        '  Squat; skipped "no rack"', '2026-12-09 morning pain 0; note "Stiff."', **KNOWN,
    ).unwrap()  # fmt: skip
    assert [(each.text, each.session, each.because.line) for each in found.remarks] == [
        ("Slept badly.", None, 2), ("Windy.", "Strength", 3), ("no rack", "Strength", 4),
        ("Stiff.", None, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        'note "left leg numb"',
        '"Strength"; stopped early "foot went numb"',
        'note "shooting pain down my leg"',
        'note "the knee gave way"',
        'note "chest tight"',
    ],
)
def test_a_red_flag_in_free_text_is_told(line):
    assert codes(entries(f"2026-12-08 {line}", **KNOWN)) == ["W418"]


def test_of_what_was_imported_it_was_told_once():
    line = '2026-12-08 "Strength"; unverified "old.csv"; note "left leg numb"'
    assert codes(entries(line, **KNOWN)) == []


@pytest.mark.parametrize(
    "line",
    [
        "flag numbness; pain 4",
        "no red flags; pain 2",
        "morning pain 0; pain 3",
        "condition osteoporosis; pain 2",
        "cleared by physio; slow",
        'note "x"; pain 2',
        "brisk walk 30min; form bad",
        "bodyweight 70kg; pain 2",
        '"Strength"; form bad',
        '"Strength"; slow',
        '"Strength"; felt worse',
    ],
)
def test_nothing_behind_an_entry_is_lost(line):
    assert codes(entries(f"2026-12-08 {line}")) == ["E443"]


def test_a_session_that_was_skipped_was_not_done():
    found = entries('2026-12-08 "Strength"; skipped "ill"; pain 2 sharp', **KNOWN).unwrap()
    assert found.sessions == ()
    assert [(each.text, each.session) for each in found.remarks] == [
        ("skipped", "Strength"), ("ill", "Strength"),
    ]  # fmt: skip
    assert [(each.value, each.sharp, each.region) for each in found.pains] == [(2, True, None)]
    assert found.last == dt.date(2026, 12, 8)


@pytest.mark.parametrize(
    "lines",
    [
        ('2026-12-08 "Strength"; skipped', "  Squat; 5"),
        ('2026-12-08 "Strength"; skipped; felt rpe 5',),
        ('2026-12-08 "Strength"; 30min; skipped "ill"',),
        ('2026-12-08 "Strength"; stopped early; skipped',),
    ],
)
def test_skipped_and_done(lines):
    assert codes(entries(*lines, **KNOWN)) == ["E445"]


def test_a_skipped_session_has_a_name_of_the_plan():
    assert codes(entries('2026-12-08 "Yoga"; skipped', **KNOWN)) == ["E406"]
