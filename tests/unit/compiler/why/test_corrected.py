"""A line of its own that says what an entry lacks, for who cannot write behind the old one."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.why.lines import corrected
from mesocycle.diary.model import ExerciseLog, Mark
from mesocycle.programme import Because

SUPERMAN = Exercise(id="superman", name="Superman", aliases=("Flyer",))


def line(text, **facts):
    marks = {"both": Mark(reps=(8,), **facts)}
    log = ExerciseLog("superman", dt.date(2026, 12, 7), marks, Because("a.diary", 4, text))
    return corrected(log, SUPERMAN, ["form …"])


@pytest.mark.parametrize(
    "text",
    ["Superman; 8; pain 0", "superman; 8; pain 0  # tired", "2026-12-07 Superman; 8; pain 0;"],
)
def test_a_whole_line(text):
    wanted = "2026-12-07 Superman; 8; pain 0; form …; corrects line 4"
    assert line(text, pain=0) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Superman",
        "heavy: Superman; 8; pain 0",
        "Superman instead of Plank; 8; pain 0",
        "Superman + Plank; 8; pain 0",
        "Superman; 8",  # its pain stands below it
        "Superman; 8; pain 0; corrects line 2",
    ],
)
def test_what_no_line_of_its_own_can_say(text):
    assert line(text, pain=0) is None
