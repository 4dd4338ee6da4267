"""Notes become workouts: a date, a heading, a list."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.importing import Namer, Units, read_notes, rows_of
from mesocycle.source import Source


def past(text, **units):
    return read_notes(Source("it.md", text), Units(**units)).unwrap()


def rows(text, **units):
    """The rows of a diary that the notes become, without a plan."""
    return [row.text for row in rows_of(past(text, **units), "it.md", Namer(None, {}))]


def codes(text, **units):
    return [each.code for each in read_notes(Source("it.md", text), Units(**units)).diagnostics]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("- Squat 3x5 100kg", "Squat; 3x5 100kg"),
        ("* Squat: 3 x 5 @ 100 kg", "Squat; 3x5 100kg"),
        ("1. Squat 3×5×100kg", "Squat; 3x5 100kg"),
        ("- Squat 5, 5, 4 @ 225lbs", "Squat; 2x5 225lb, 4 225lb"),
        ("- Squat - 5/5/4 100kg", "Squat; 2x5 100kg, 4 100kg"),
        ("- Squat 100kg 3x5", "Squat; 3x5 100kg"),
        ("- Squat 100kg x 5", "Squat; 5 100kg"),
        ("- Squat 5x100kg, RPE 8.5", "Squat; 5 100kg @8.5"),
        ("- Squat 3 sets of 5 reps at 102.5 kg", "Squat; 3x5 102.5kg"),
        ("Plank 3x60s", "Plank; 3x60s"),
        ("- [x] Push Up 20, 15", "Push Up; 20, 15"),
    ],
)
def test_sets_as_people_write_them(line, row):
    assert rows(f"2025-01-05 Gym\n{line}\n") == [
        '2025-01-05 "Gym"; unverified "it.md"',
        f"  {row}",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "## 2025-01-05 Gym",
        "2025-01-05 - Gym",
        "**5.1.2025: Gym**",
        "### Sun 5 January 2025 — Gym",
        "Jan 5, 2025 | Gym",
        "2025/1/5\n### Gym",
    ],
)
def test_days_and_what_they_are_called(head):
    (workout,) = past(f"{head}\n- Squat 5 100kg\n").workouts
    assert (workout.date, workout.name) == (dt.date(2025, 1, 5), "Gym")


def test_runs_and_what_is_beside_them():
    assert rows("2025-01-05 Long run\nRun 10km in 55min\n- Plank 60s\n") == [
        '2025-01-05 "Long run"; 55min, 10km; unverified "it.md"',
        "  Plank; 60s",
    ]
    assert rows("2025-01-05\neasy run 5 km 31:05\n") == [
        '2025-01-05 "easy run"; 31min, 5km; unverified "it.md"'
    ]


def test_reps_by_sets_or_sets_by_reps_is_not_guessed():
    assert rows("2025-01-05 Gym\nBench Press 60kg x 8 x 3\n- Squat 60kg 3x8\n") == [
        '2025-01-05 "Gym"; unverified "it.md"',
        "  Squat; 3x8 60kg",
        '  note "Bench Press 60kg x 8 x 3"',
    ]


def test_nothing_is_lost():
    text = 'My log\n2025-01-05 Gym\n- some "core" work\nSlept \x1b[31mbadly.\n'
    assert rows(text) == [
        '2025-01-05 "Gym"; unverified "it.md"',
        "  # some ’core’ work",
        '  note "Slept [31mbadly."',
        "# row 1: My log",
    ]


def test_what_the_notes_do_not_say_is_asked():
    assert codes("2025-01-05\nSquat 3x5 @ 100\n") == ["E591"]
    assert rows("2025-01-05\nSquat 3x5 @ 100\n", weights="lb")[1] == "  Squat; 3x5 100lb"
    assert codes("3/4/2025\nSquat 3x5\n") == ["E592"]
    assert codes("3/4/2025\nSquat 3x5\n", dates="dmy") == []
    assert codes("Squat 3x5\n") == ["E590"]
    assert codes("") == ["E590"]
