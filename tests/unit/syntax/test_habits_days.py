"""Days as athletes write them down elsewhere: answered with what to type."""

from __future__ import annotations

import pytest

from tests.unit.syntax.reading import diary

SURE = [
    ("margin", "no red flag", "no red flags"),
    ("margin", "no redflags", "no red flags"),
    ("margin", "no red flags today", "no red flags"),
    ("margin", "without red flags", "no red flags"),
    ("margin", "red flags: none", "no red flags"),
    ("margin", "flags none", "no red flags"),
    ("margin", "not numb", "no numbness"),
    ("margin", "no improvement", "flag no improvement"),
    ("margin", "red flag numbness", "flag numbness"),
    ("margin", "flag: numbness", "flag numbness"),
    ("margin", "numb left leg", "flag numbness left leg"),
    ("margin", "pain: 3", "pain 3"),
    ("margin", "morning pain: 0", "morning pain 0"),
    ("margin", "sharp pain 3", "pain 3 sharp"),
    ("margin", "pain sharp 3", "pain 3 sharp"),
    ("margin", "pain 3 (sharp)", "pain 3 sharp"),
    ("margin", "swelling: mild", "swelling mild"),
    ("margin", "swelling = mild", "swelling mild"),
    ("margin", 'cleared "Dr Meyer"', 'cleared by "Dr Meyer"'),
    ("margin", 'cleared with cancer by "Dr Meyer"', 'cleared by "Dr Meyer" with cancer'),
    ("margin", 'extra "Yoga"', 'unplanned "Yoga"'),
    ("margin", 'bonus session "Yoga"', 'unplanned "Yoga"'),
    ("margin", '"Yoga" unplanned', 'unplanned "Yoga"'),
    ("margin", '"Yoga" (unplanned)', 'unplanned "Yoga"'),
    ("margin", "unplanned yoga 45min", 'unplanned "yoga"; felt 45min'),
    ("margin", "unplanned Run 5km", 'unplanned "Run"; 5km'),
    ("margin", '"Strength" stopped early', '"Strength"; stopped early'),
    ("margin", '"Strength" moved from 2026-12-08', '"Strength"; moved from 2026-12-08'),
    ("session", "stopped", "stopped early"),
    ("session", 'stopped "phone"', 'stopped early "phone"'),
    ("session", "aborted", "stopped early"),
    ("session", "cut short", "stopped early"),
    ("session", "broken off", "stopped early"),
    ("session", "partial", "stopped early"),
    ("session", "moved 2026-12-08", "moved from 2026-12-08"),
    ("session", "instead of 2026-12-08", "moved from 2026-12-08"),
    ("session", 'imported "strong.csv"', 'unverified "strong.csv"'),
    ("line", "Leg Press (instead of Squat)", "Leg Press instead of Squat"),
    ("line", "Leg Press rather than Squat", "Leg Press instead of Squat"),
    ("line", "Leg Press in place of Squat", "Leg Press instead of Squat"),
    ("line", "Leg Press insted of Squat", "Leg Press instead of Squat"),
    ("line", "Squat -> Leg Press", "Leg Press instead of Squat"),
    ("line", "swapped Squat for Leg Press", "Leg Press instead of Squat"),
    ("line", "instead of Squat: Leg Press", "Leg Press instead of Squat"),
    ("log", "sharp pain 3", "pain 3 sharp"),
    ("log", "pain sharp 3", "pain 3 sharp"),
    ("athlete", "pain limit: 2", "pain limit 2"),
    ("athlete", "pain limit 4 physiotherapist", "pain limit 4 by physiotherapist"),
    ("athlete", 'pain limit 4 ("Dr Meyer, 2026")', 'pain limit 4 by "Dr Meyer, 2026"'),
    ("athlete", "no conditions", "condition none"),
    ("athlete", "pregnant", "condition pregnant"),
    ("file", 'include: "2025.diary"', 'include "2025.diary"'),
    ("file", 'import "2025.diary"', 'include "2025.diary"'),
    ("margin", 'include "2025.diary"', 'include "2025.diary"'),
]
FOR_EXAMPLE = [
    ("margin", "all clear", "no red flags"),
    ("margin", "no symptoms", "no red flags"),
    ("margin", "no numbness or tingling", "no numbness"),
    ("margin", "no numbness left leg", "no numbness"),
    ("margin", "flag numbness, tingling", "flag numbness"),
    ("margin", "sharp pain", "pain 3 sharp"),
    ("margin", "sleep: 4", "sleep 4"),
    ("margin", "sleep: 4, swelling: mild", "sleep 4, swelling mild"),
    ("margin", "cleared osteoporosis", "cleared by Dr-Meyer with osteoporosis"),
    ("margin", "no conditions", "condition none"),
    ("session", "moved from mon", "moved from 2026-12-07"),
    ("session", "moved from yesterday", "moved from 2026-12-07"),
    ("line", "Leg Press for Squat", "Leg Press instead of Squat"),
    ("log", "sharp pain", "pain 3 sharp"),
]
DATE = "2027-01-10 "
ABOVE = {
    "athlete": 'athlete "Ana"\n  ',
    "file": "",
    "margin": DATE,
    "session": f'{DATE}"Strength"; ',
    "line": f'{DATE}"Strength"\n  ',
    "log": f"{DATE}Squat; ",
}


def told(where, meant):
    """What a hint shows: a line with its date, or a clause by itself."""
    dated = where == "margin" and not meant.startswith("include")
    return f"{DATE}{meant}" if dated else meant


@pytest.mark.parametrize(("where", "written", "meant"), SURE)
def test_what_is_meant_for_sure(where, written, meant):
    (found,) = diary(ABOVE[where] + written).diagnostics
    assert found.hints == (f"write {told(where, meant)}",)
    assert found.fixes


@pytest.mark.parametrize(("where", "written", "meant"), FOR_EXAMPLE)
def test_what_may_be_meant(where, written, meant):
    (found,) = diary(ABOVE[where] + written).diagnostics
    assert found.hints == (f"for example: {told(where, meant)}",)
    assert not found.fixes


@pytest.mark.parametrize(("where", "written", "meant"), [*SURE, *FOR_EXAMPLE])
def test_what_is_to_be_typed_is_right(where, written, meant):
    above = "" if meant.startswith("include") else ABOVE[where]
    assert diary(above + meant).diagnostics == ()
    assert written


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ('"Yoga"; unplanned', 'write DATE unplanned "Name"'),
        ("unplanned Yoga", 'write "Yoga"'),
        ("no red flgs", "write `flags`"),
        ("flagg numbness", "write `flag`"),
        ("cleard by physio", "write `cleared`"),
        ("cleared by physio wiht cancer", "write `with`"),
        ("paln 3", "write `pain`"),
        ("condtion osteoporosis", "write `condition`"),
        ('unplaned "Yoga"', "write `unplanned`"),
        ('"Strength"; unverfied', "write `unverified`"),
        ('"Strength"; stoped early', "write `stopped`"),
    ],
)
def test_other_slips(written, hint):
    (found,) = diary(DATE + written).diagnostics
    assert found.hints == (hint,)
