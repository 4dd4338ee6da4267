"""Phases until something: which weeks come when, what waits, and what stays itself."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from mesocycle.catalogue.libraries import catalogue_of
from mesocycle.compiler import resolve
from mesocycle.compiler.athlete import View
from mesocycle.compiler.days.phases import settle
from mesocycle.compiler.passes import compile_programme
from mesocycle.diary.read import read
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax import parse, parse_diary

PLAN = """\
plan "P"
  starts {starts}
  timezone Europe/Berlin
  use runner-back
  care {care}
  {header}

phase "Walk" until "Walk" done {times} times, at most {most} weeks
  session "Walk" on tue
    walk 30min
phase "Mid" for 2 weeks
  session "Mid" on wed
    walk 40min
phase "Pace" until brisk walk 30min painfree, at most 3 weeks
  session "Pace" on thu
    walk 30min brisk
phase "End" for 1 week
  session "End" on fri
    walk 60min
session "Back" on sun
  Cat Cow; 2x8
"""


def plan(*, starts="2026-12-07", care="training", header="", times=2, most=4):
    text = PLAN.format(starts=starts, care=care, header=header, times=times, most=most)
    file = parse(Source("p.plan", text)).unwrap()
    return resolve(file, catalogue_of(file, Folder("-")).unwrap()).unwrap()


def diary(checked, *entries):
    text = "\n".join(('athlete "Ana"', *entries))
    file = parse_diary(Source("d.diary", text)).unwrap()
    names = tuple(session.name for session in checked.sessions)
    return read(file, checked.catalogue, plan=checked.name, sessions=names).unwrap()


def walks(*days):
    return tuple(f'{day} "Walk"; 30min' for day in days)


def settled(as_of, *entries, **how):
    """The weeks as written, and how each phase came to its end."""
    checked = plan(**how)
    view = View(checked, diary(checked, *entries), dt.date.fromisoformat(as_of))
    found = settle(checked, view)
    return found.plan, {end.phase.name: end.how for end in found.ends}


BOTH = walks("2026-12-08", "2026-12-15")
BRISK = "2027-01-05 brisk walk 30min; pain 0"


@pytest.mark.parametrize(
    ("as_of", "entries", "written", "ends"),
    [
        ("2026-12-07", (), None, {"Walk": "open", "Pace": "open"}),
        ("2026-12-20", BOTH, None, {"Walk": "open", "Pace": "open"}),
        ("2026-12-21", BOTH, (1, 2, *range(5, 11)), {"Walk": "met", "Pace": "open"}),
        ("2027-01-10", (*BOTH, BRISK), (1, 2, *range(5, 11)), {"Walk": "met", "Pace": "open"}),
        ("2027-01-11", (*BOTH, BRISK), (1, 2, 5, 6, 7, 10), {"Walk": "met", "Pace": "met"}),
        ("2027-03-01", (), None, {"Walk": "over", "Pace": "over"}),
        ("2027-03-01", BOTH, (1, 2, *range(5, 11)), {"Walk": "met", "Pace": "over"}),
    ],
)
def test_weeks_in_training(as_of, entries, written, ends):
    checked, found = settled(as_of, *entries)
    assert (checked.written, found) == (written, ends)
    assert checked.days == 7 * len(written or range(10))


def test_in_rehab_what_follows_waits():
    checked, found = settled("2027-01-20", care="rehab")
    assert found == {"Walk": "waits"}
    assert checked.written is None


def test_what_waited_begins_with_the_week_after():
    late = walks("2026-12-08", "2027-01-12")
    checked, found = settled("2027-01-18", *late, care="rehab")
    assert found["Walk"] == "met"
    assert checked.written == (1, 2, 3, 4, 11, 12, 5, 6, 7, 8, 9, 10)


def test_no_identity_comes_twice():
    for entries in ((), BOTH, walks("2026-12-08", "2027-01-12"), (*BOTH, BRISK)):
        for care in ("training", "rehab"):
            checked = plan(care=care)
            day = dt.date(2027, 2, 1)
            programme = compile_programme(checked, diary(checked, *entries), day)
            ids = [session.id for session in programme.sessions]
            assert len(set(ids)) == len(ids)
            assert all(a.date <= b.date for a, b in pairwise(programme.sessions))


def test_what_comes_earlier_is_itself():
    checked = plan()
    days = {}
    for as_of in ("2026-12-20", "2026-12-21"):
        made = compile_programme(checked, diary(checked, *BOTH), dt.date.fromisoformat(as_of))
        days[as_of] = {s.id: s.date for s in made.sessions if s.name in ("Mid", "Pace", "End")}
    before, after = days.values()
    assert before.keys() == after.keys()
    assert {
        dt.date.fromisoformat(before[key]) - dt.date.fromisoformat(after[key]) for key in after
    } == {dt.timedelta(weeks=2)}


def test_what_was_done_stays_when_more_is_logged():
    checked = plan()
    entries = (*BOTH, '2026-12-23 "Mid"; 40min')
    histories = []
    for as_of in ("2026-12-24", "2027-01-12"):
        made = compile_programme(checked, diary(checked, *entries), dt.date.fromisoformat(as_of))
        histories.append([(s.id, s.date) for s in made.sessions if s.status == "done"])
    assert histories[0] == histories[1]
    assert len(histories[0]) == 3


def test_a_short_first_week_is_a_week():
    checked, found = settled(
        "2026-12-14", *walks("2026-12-10"), starts="2026-12-10", header="week starts mon", times=1
    )
    assert found["Walk"] == "met"
    assert checked.written[:2] == (1, 5)
    assert checked.ends == dt.date(2026, 12, 7) + dt.timedelta(weeks=7, days=-1)


def test_what_is_dated_for_the_most_weeks_is_provisional():
    checked = plan()
    made = compile_programme(checked, diary(checked), dt.date(2026, 12, 7))
    assert {s.name for s in made.sessions if s.provisional} == {"Mid", "Pace", "End", "Back"}
    assert not any(s.provisional for s in made.sessions if s.week <= 4)


RACE = """\
phase "Walk" until "Walk" done 2 times, at most 4 weeks
  session "Walk" on tue
    walk 30min
phase "Build" for the rest
  session "Build" on wed
    walk 40min
phase "Sharp" for 1 week
  session "Sharp" on thu
    walk 20min
calendar
  race "Five" on {race}; 5km
"""


@pytest.mark.parametrize(
    ("as_of", "entries", "written"),
    [
        ("2026-12-07", (), (1, 2, 3, 4, 5, 6, 10)),  # until somebody knows
        ("2026-12-14", walks("2026-12-08"), (1, 2, 3, 4, 5, 6, 10)),
        ("2026-12-14", walks("2026-12-08", "2026-12-09"), (1, 5, 6, 7, 8, 9, 10)),
        ("2026-12-21", BOTH, (1, 2, 5, 6, 7, 8, 10)),
        ("2027-01-11", walks("2026-12-08", "2027-01-05"), (1, 2, 3, 4, 11, 5, 10)),
        ("2027-01-18", walks("2026-12-08", "2027-01-12"), (1, 2, 3, 4, 11, 12, 10)),
        ("2027-01-24", (), (1, 2, 3, 4, 5, 6, 10)),  # what follows waits
    ],
)
def test_the_rest_before_a_race(as_of, entries, written):
    head = PLAN.partition("phase")[0].format(starts="2026-12-07", care="rehab", header="")
    file = parse(Source("p.plan", head + RACE.format(race="2027-01-24"))).unwrap()
    checked = resolve(file, catalogue_of(file, Folder("-")).unwrap()).unwrap()
    view = View(checked, diary(checked, *entries), dt.date.fromisoformat(as_of))
    found = settle(checked, view).plan
    assert found.written == written
    assert found.ends == dt.date(2027, 1, 24)


def test_a_phase_without_a_diary_never_ends_early():
    checked = plan()
    assert settle(checked, View(checked, None, dt.date(2030, 1, 1))).plan is checked
