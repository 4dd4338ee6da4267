"""What was imported is history: no reader of a diary takes it for evidence."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.diary.evidence import Evidence
from mesocycle.diary.gaps import Gaps
from mesocycle.diary.health import Health
from mesocycle.diary.read import read
from mesocycle.diary.recent import Recent
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary

LIBRARY = catalogue_of(
    parse(Source("p.plan", 'plan "P"\n  use runner-back\n')).value, Folder("-")
).value

DAY = dt.date(2026, 12, 9)
GOOD = "Superman; 10, 10; pain 0; slow; form good; felt better"

#: The three ways to say it: of an exercise, of a session, of one line of a session.
WAYS = {
    "exercise": (f'2026-12-07 {GOOD}; unverified "old.csv"',),
    "session": ('2026-12-07 "Gym"; unverified "old.csv"', f"  {GOOD}"),
    "line": ('2026-12-07 unplanned "Gym"', f'  {GOOD}; unverified "old.csv"'),
}


def diary(*lines):
    text = 'athlete "Ana"\n\n' + "\n".join(lines) + "\n"
    return read(parse_diary(Source("ana.diary", text)).unwrap(), LIBRARY).unwrap()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("question", ["painfree", "slow", "form", "helps"])
def test_is_no_evidence(way, question):
    evidence = Evidence(diary(*WAYS[way]), DAY)
    assert getattr(evidence, question)(LIBRARY.find("Superman"), DAY).value is None


@pytest.mark.parametrize("way", WAYS)
def test_was_not_tried(way):
    evidence = Evidence(diary(*WAYS[way]), DAY)
    superman = LIBRARY.find("Superman")
    assert evidence.tried(superman, DAY).value is False
    assert evidence.last_done(superman.id, DAY) is None
    assert evidence.worst_pain(superman, DAY) is None


def test_was_tried_when_somebody_logged_it():
    evidence = Evidence(diary(f"2026-12-07 {GOOD}"), DAY)
    assert evidence.tried(LIBRARY.find("Superman"), DAY).value is True


@pytest.mark.parametrize("way", ["session"])
def test_is_no_session_that_was_trained(way):
    recent = Recent(diary(*WAYS[way]), DAY)
    assert recent.last(DAY) is None
    assert recent.days_off(DAY) is None


@pytest.mark.parametrize("what", ["pain 0", "31min; pain 0", "pain 0 knee"])
def test_says_nothing_of_the_day(what):
    health = Health(diary(f'2026-12-07 "Gym"; {what}; unverified "old.csv"'), DAY)
    assert health.day(DAY).at("knee", None) is None
    assert health.day(DAY).worst is None


def test_a_line_of_it_says_nothing_of_a_place():
    lines = ('2026-12-07 unplanned "Gym"', '  Superman; 8; pain 0 knee; unverified "old.csv"')
    assert Health(diary(*lines), DAY).day(DAY).at("knee", None) is None


def test_but_pain_is_pain():
    lines = ('2026-12-07 "Gym"; unverified "old.csv"', "  Superman; 8; pain 4 knee")
    assert Health(diary(*lines), DAY).day(DAY).at("knee", None).value == 4


@pytest.mark.parametrize(("pain", "felt"), [(0, None), (4, 4)])
def test_of_a_session_only_its_pain_was_felt(pain, felt):
    lines = ('2026-12-07 unplanned "Gym"', f'  Superman; 8; pain {pain}; unverified "old.csv"')
    assert Recent(diary(*lines), DAY).felt("during", DAY, None, None).value == felt


def test_does_not_carry_on_a_brisk_walk():
    walk = "2026-10-20 brisk walk 30min; pain 0"
    run = '2026-11-10 "Run"; 30min, 5km; pain 0'
    assert Health(diary(walk, f'{run}; unverified "old.csv"'), DAY).brisk_walk(DAY).value is None


@pytest.mark.parametrize("way", ["exercise", "session"])
def test_does_not_fill_a_gap(way):
    before = "2026-11-10 Superman; 8; pain 0"
    gaps = Gaps(diary(before, *WAYS[way]), DAY)
    assert gaps.since(dt.date(2026, 11, 10), DAY, same_day=False)
