"""Lines: what is said of a day reads the same on every day, also when it was read before."""

from __future__ import annotations

import pytest

from mesocycle.syntax.building.diary import DiaryBuilder
from mesocycle.syntax.parser import Grammar
from mesocycle.syntax.reader import read

SAID = (
    "Superman; 10, 9; pain 2 sharp; slow",
    '08:00 "Strength"; moved from 2026-12-06; felt rpe 6, 38min  # late',
    'unplanned "Yoga"; felt rpe 3, 45min',
    "morning pain 0",
    "pain 3 lower back",
    "flag numbness left leg",
    "flag numb left leg",
    "no red flags",
    "no flags today",
    "sleep 4, swelling mild",
    "slep 4",
    "mornin pain 2",
    "easy 4",
    'cleared by "Dr Meyer" for walking',
    "max Squat 110kg",
    "best 5k 24:10",
    "squat 3x8",
)


@pytest.mark.parametrize("said", SAID)
def test_what_was_read_of_one_day_is_right_on_another(said):
    line = f"2026-12-07 {said}"
    again = Grammar("diary", DiaryBuilder())
    read(again, "margin", f"2027-02-03 {said}")
    assert read(again, "margin", line) == read(Grammar("diary", DiaryBuilder()), "margin", line)


def test_a_question_is_no_slip_and_a_slip_is_no_question():
    grammar = Grammar("diary", DiaryBuilder())
    assert read(grammar, "margin", "2026-12-07 sleep 4").mistakes == ()
    (mistake,) = read(grammar, "margin", "2026-12-07 mornin pain 2").mistakes
    assert mistake.fix == "morning"
