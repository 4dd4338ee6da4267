"""Loads and maxes as lifters write them elsewhere: answered with what to type."""

from __future__ import annotations

import pytest

from tests.unit.syntax.reading import diary

LINES = [
    ("athlete", "1RM Squat 100kg", "max Squat 100kg", True),
    ("athlete", "Squat max 100 kg", "max Squat 100kg", True),
    ("athlete", "Squat 1RM: 100kg", "max Squat 100kg", True),
    ("athlete", "max Squat 100", "max Squat 100kg", False),
    ("athlete", "training max Squat 200 lbs", "training max Squat 200lb", True),
    ("athlete", "TM Squat 90kg", "training max Squat 90kg", True),
    ("athlete", "weight 70kg", "bodyweight 70kg", True),
    ("athlete", "bodyweight: 70kg", "bodyweight 70kg", True),
    ("athlete", "bodyweight 70", "bodyweight 70kg", False),
    ("athlete", "plates 20, 10 kgs", "plates 20, 10kg", True),
    ("athlete", "bar 20", "bar 20kg", False),
    ("athlete", "rounding 2.5", "rounding 2.5kg", False),
    ("log", "3x8 @ 60kg", "3x8 60kg", True),
    ("log", "3x8@60kg", "3x8 60kg", True),
    ("log", "60kg x 8", "8 60kg", False),
    ("log", "8x60kg", "8 60kg", False),
    ("log", "3x8x60kg", "3x8 60kg", True),
    ("log", "8 RPE9", "8 @9", True),
    ("log", "8 60kg @9 RPE", "8 60kg @9", True),
    ("log", "RPE 8", "@8", True),
    ("log", "8 2RIR", "8 2 rir", True),
    ("log", "8 BW+10kg", "8 +10kg", True),
    ("log", "8+, 7+", "8, 7", True),
    ("log", "3x8 60", "3x8 60kg", False),
    ("log", "+10", "+10kg", False),
    ("log", "8 135lbs", "8 135lb", True),
    ("log", "3 x 8 60 kilos", "3x8 60kg", True),
    ("entry", "1RM Squat 110kg", "2027-01-10 max Squat 110kg", True),
    ("entry", "Squat max 110kg", "2027-01-10 max Squat 110kg", True),
    ("entry", "tm Squat 110kg", "2027-01-10 training max Squat 110kg", True),
    ("entry", "max Squat 110", "2027-01-10 max Squat 110kg", False),
    ("entry", "bodyweight 71", "2027-01-10 bodyweight 71kg", False),
]
ABOVE = {
    "athlete": 'athlete "Ana"\n  ',
    "log": "2027-01-10 Squat; ",
    "entry": "2027-01-10 ",
}


@pytest.mark.parametrize(("where", "written", "meant", "certain"), LINES)
def test_what_lifters_write(where, written, meant, certain):
    (found,) = diary(ABOVE[where] + written).diagnostics
    assert found.code in {"E100", "E101"}
    assert found.hints == ((f"write {meant}" if certain else f"for example: {meant}"),)
    assert bool(found.fixes) is certain


@pytest.mark.parametrize(("where", "written", "meant", "certain"), LINES)
def test_what_is_to_be_typed_is_right(where, written, meant, certain):
    text = ABOVE[where] + meant.removeprefix(ABOVE[where])
    assert diary(text).diagnostics == ()
    assert written != meant or not certain
