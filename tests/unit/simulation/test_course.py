"""Courses: day by day, and nothing but what the compiler says of each morning."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from mesocycle.compiler.passes import compile_programme
from mesocycle.compiling import check_plan
from mesocycle.loading import Folder, read
from mesocycle.simulation import Scenario, simulate
from mesocycle.simulation.events import Hurts, InExercise, Misses, When

PLANS = Path(__file__).parents[3] / "plans"


def checked(name, diary=None):
    path = str(PLANS / name)
    log = read(str(PLANS / diary)).unwrap() if diary else None
    return check_plan(read(path).unwrap(), Folder(path), log).unwrap()


def course(name, diary, *events, days=14):
    ready = checked(name, diary)
    begins = ready.diary.last + dt.timedelta(days=1)
    ends = begins + dt.timedelta(days=days - 1)
    return simulate(ready.plan, ready.diary, Scenario("", events), begins, ends), ready, begins


def work(session):
    """What is asked for, without what is only said of it."""
    return [
        (item.exercise.id, item.sets, item.task) if item.exercise else item.task
        for block in session.blocks
        for item in block.items
        if item.sets or item.task
    ] + [segment.end for block in session.blocks for segment in block.segments]


TRIED = [
    ("ladder/ladder.plan", "ladder/ana.diary"),
    ("strength/gzclp.plan", "strength/gzclp.diary"),
    ("running/half-marathon.plan", "running/half-marathon.diary"),
    ("rehab/runners-knee.plan", "rehab/runners-knee.diary"),
]


@pytest.mark.parametrize(("name", "diary"), TRIED)
def test_what_a_morning_showed_is_what_is_shown_later(name, diary):
    made, *_ = course(name, diary)
    later = {session.id: session for session in made.programme.sessions}
    done = [shown for shown in made.sessions if shown.ended == "done"]
    assert done
    for shown in done:
        assert later[shown.session.id].status == "done"
        assert work(later[shown.session.id]) == work(shown.session)


@pytest.mark.parametrize(("name", "diary"), TRIED)
def test_a_morning_is_what_the_compiler_says_of_it(name, diary):
    made, ready, begins = course(name, diary, Misses(silent=True), days=8)
    for number in range(8):
        day = begins + dt.timedelta(days=number)
        programme = compile_programme(ready.plan, ready.diary, day)
        planned = [s for s in programme.sessions if s.date == day.isoformat()]
        shown = [s.session for s in made.sessions if s.session.date == day.isoformat()]
        assert shown == planned


def test_nothing_logged_leaves_the_diary_as_it_was():
    made, ready, _ = course(*TRIED[0], Misses(silent=True))
    assert made.diary == ready.diary
    assert {shown.ended for shown in made.sessions} == {"missed"}


def test_every_third_session_counts_those_that_come():
    made, *_ = course(*TRIED[1], Misses(every=3))
    assert [shown.ended for shown in made.sessions[:6]] == ["done", "done", "missed"] * 2


def test_all_done_is_as_good_as_it_gets():
    best, *_ = course(*TRIED[0])
    for event in (
        Misses(every=2),
        Hurts(When(), 3, "lower back"),
        InExercise(When(), frozenset({"beetle"}), pain=2),
        InExercise(When(), frozenset({"beetle"}), form_lost=True),
        InExercise(When(), frozenset({"beetle"}), short=True),
    ):
        other, *_ = course(*TRIED[0], event)
        assert reps(other) < reps(best), event


def reps(made):
    return sum(week.reps for week in made.programme.statistics)


def test_pain_beyond_five_trains_nothing():
    begins = dt.date(2026, 12, 14)
    made, *_ = course(*TRIED[0], Hurts(When(begins, begins), 6, "lower back"))
    that_day = [s for s in made.sessions if s.session.date == begins.isoformat()]
    assert [s.ended for s in that_day] == ["skipped"]
    assert any(n.severity == "stop" and day == begins.isoformat() for day, n in made.notices)


def test_a_plan_without_a_diary_has_nobody_of_its_own():
    ready = checked("strength/gzclp.plan")
    made = simulate(
        ready.plan, None, Scenario(""), ready.plan.starts, ready.plan.starts + dt.timedelta(days=6)
    )
    assert made.sessions
    unnamed = replace(made.programme, athlete=None)
    assert {s.id for s in compile_programme(ready.plan).sessions} == {
        s.id for s in unnamed.sessions
    }
