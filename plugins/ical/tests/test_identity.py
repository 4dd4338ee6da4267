"""A session is the same event whatever becomes of it, and so is every other of its plan."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

import mesocycle
from mesocycle.loading import Folder
from mesocycle.source import Source
from plugins.ical.tests.reading import events, feed

pytestmark = pytest.mark.proves("C1")

PLAN = """\
plan "A back that runs"
  starts 2026-12-07
  lasts 3 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed at 07:00 for 40min
  id strength
  Bridge; 3x8-12
  Plank; 3x30s

session "Easy run" on tue, sat at 18:00
  id easy
  warmup 5min brisk walk
  run 30min easy
  cooldown 5min walk
"""


def compiled(text):
    done = mesocycle.compile_plan(Source("a.plan", text), Folder("-"))
    assert done.ok, done.diagnostics
    return done.unwrap()


def uids(text):
    return {str(event["UID"]) for event in events(feed(compiled(text)))}


def swapped(text):
    """The sessions in the other order."""
    head, first, second = re.split(r"(?m)^(?=session )", text)
    return "".join((head, second, "\n", first))


EDITS = {
    "an exercise": PLAN.replace("Bridge; 3x8-12", "Superman; 2x5"),
    "the order of lines": PLAN.replace(
        "  Bridge; 3x8-12\n  Plank; 3x30s\n", "  Plank; 3x30s\n  Bridge; 3x8-12\n"
    ),
    "the order of sessions": swapped(PLAN),
    "a title": PLAN.replace('"Strength"', '"Power"').replace('"Easy run"', '"Jog"'),
    "a time": PLAN.replace("at 07:00", "at 19:15"),
    "a day": PLAN.replace("on mon, wed", "on thu, fri"),
    "a length": PLAN.replace("for 40min", "for 1h"),
    "the first day": PLAN.replace("2026-12-07", "2026-12-14"),
    "the zone": PLAN.replace("Europe/Berlin", "Asia/Tokyo"),
    "what it is about": PLAN.replace("  starts", '  about "For Ana."\n  starts'),
}


@pytest.mark.parametrize("what", EDITS)
def test_it_outlives_another(what):
    assert EDITS[what] != PLAN
    assert uids(EDITS[what]) == uids(PLAN)


@pytest.mark.parametrize(
    "line", ["move 2026-12-08 to 2026-12-10", 'skip "Strength" on 2026-12-09 "ill"']
)
def test_it_outlives_what_the_calendar_does(line):
    assert uids(f"{PLAN}\ncalendar\n  {line}\n") == uids(PLAN)


def test_another_plan_has_others():
    assert not uids(PLAN) & uids(PLAN.replace("A back that runs", "Another"))


@pytest.mark.proves("C2")
def test_each_is_a_uuid_and_nothing_else():
    found = [str(event["UID"]) for event in events(feed(compiled(PLAN)))]
    assert len(found) == len(set(found)) == 12
    assert {UUID(each).version for each in found} == {5}
