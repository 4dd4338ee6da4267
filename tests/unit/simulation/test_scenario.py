"""Scenarios: what is understood, and what is answered to a slip."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.compiling import check_plan
from mesocycle.diagnostics import Outcome
from mesocycle.loading import Folder
from mesocycle.simulation import Known, Misread, read
from mesocycle.simulation.events import Hurts, InExercise, Misses, When, Writes
from mesocycle.source import Source

PLAN = """\
plan "A back"
  starts 2026-12-07
  lasts 4 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed at 07:00
  Superman; 3x8-12; progress reps
  Cat Cow | Beetle; 3x8

session "Easy run" on tue
  run 20min easy
"""
D = dt.date


@pytest.fixture(scope="module")
def known():
    source, folder = Source("back.plan", PLAN), Folder("back.plan")

    def reads(diary):
        found = check_plan(source, folder, diary)
        return Outcome(found.value.diary if found.value else None, found.diagnostics)

    plan = check_plan(source, folder).unwrap().plan
    return Known(plan, reads, D(2026, 12, 7), D(2027, 1, 3))


WEEK_3 = When(D(2026, 12, 21), D(2026, 12, 27))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("misses week 3", Misses(WEEK_3)),
        ("Misses  week 3", Misses(WEEK_3)),
        ('misses "Strength" in week 3', Misses(WEEK_3, "Strength")),
        ("misses strength in weeks 3-4", Misses(When(D(2026, 12, 21), D(2027, 1, 3)), "Strength")),
        ("misses every 3rd session", Misses(every=3)),
        ("misses Easy run every 2nd", Misses(session="Easy run", every=2)),
        ("nothing logged from 2026-12-14", Misses(When(D(2026, 12, 14)), silent=True)),
        ("nothing logged from week 3", Misses(When(D(2026, 12, 21)), silent=True)),
        ("pain 5 until 2026-12-08", Hurts(When(None, D(2026, 12, 8)), 5)),
        (
            "left knee pain 5 from 2026-12-20 to 2026-12-24",
            Hurts(When(D(2026, 12, 20), D(2026, 12, 24)), 5, "knee", "left"),
        ),
        ("pain 4 in the back", None),
        ("pain 3 in Superman in week 3", InExercise(WEEK_3, frozenset({"superman"}), pain=3)),
        ("form lost on rung 2", InExercise(When(), frozenset({"beetle"}), form_lost=True)),
        ("form lost on superman", InExercise(When(), frozenset({"superman"}), form_lost=True)),
        ("short on Superman in week 3", InExercise(WEEK_3, frozenset({"superman"}), short=True)),
    ],
)  # fmt: skip
def test_what_is_understood(known, text, event):
    found = read(text, known)
    if event is None:
        assert isinstance(found, Misread)
    else:
        assert found.events == (event,)


def test_lines_of_the_diary_are_read_as_the_diary_reads_them(known):
    found = read("flag numbness left leg on 2026-12-14; cleared on 2026-12-16 for strength", known)
    flag, cleared = found.events
    assert isinstance(flag, Writes)
    assert flag.entries.flags[0].text == "numbness (left leg)"
    assert cleared.entries.clearances[0].by == "physiotherapist"
    assert cleared.entries.clearances[0].scope == ("strength", "stability")
    assert cleared.when == When(D(2026, 12, 16), D(2026, 12, 16))


def test_who_cleared_it_may_stand_before_the_day(known):
    text = 'flag numbness on 2026-12-14; cleared by "Dr Meyer" on 2026-12-16 for strength'
    cleared = read(text, known).events[1]
    assert cleared.entries.clearances[0].by == "Dr Meyer"
    assert cleared.when == When(D(2026, 12, 16), D(2026, 12, 16))


def test_all_done_is_nothing_that_happens(known):
    assert read("all done", known).events == ()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("mises week 3", "did you mean misses"),
        ("nothing loged from 2026-12-14", "did you mean logged"),
        ("form lots on Superman", "did you mean lost"),
        ("knee pane 5 from 2026-12-20", "did you mean pain"),
        ("knne pain 5", "did you mean knee"),
        ("knee pain 5 form 2026-12-20", "a day is told as"),
        ("knee pain 5 from 2026-12-32", "write a day as"),
        ("knee pain 12", "from 0 to 10"),
        ("pain 3 in Supermann", "did you mean Superman"),
        ("pain 3 in V Ups", "it does Superman"),
        ("form lost on rung 3", "the highest is 2"),
        ("form lost on rung 1 of strength", "name the exercise"),
        ('misses "Stength"', "did you mean Strength"),
        ("misses week 9", "the weeks simulated are 1 to 4"),
        ("flag numbness on 2026-12-01", "--as-of"),
        ("misses week 0", "the weeks simulated are 1 to 4"),
        ("misses every 0th session", "every 3rd"),
        ("pain 3 from 2026-12-20 to 2026-12-10", "the earlier day first"),
        ("flag numness on 2026-12-14", "numbness"),
        ("flag numbness", "flag numbness on 2026-12-07"),
        ("cleared on 2026-12-14 for strenght", "did you mean strength"),
        ("fly to the moon", "all done"),
        (" ; ", "misses week 3"),
    ],
)
def test_a_slip_is_told_with_what_to_write(known, text, answer):
    found = read(text, known)
    assert isinstance(found, Misread)
    assert answer in found.hint
