"""Runs: how long they are, what moves them, and how that is put into words."""

from __future__ import annotations

import datetime as dt

import pytest

import mesocycle
from mesocycle.compiler.checked import (
    Leg,
    Move,
    Progression,
    Repeats,
    Rule,
    StageOf,
    Stretch,
    Trigger,
)
from mesocycle.compiler.progress import lengths
from mesocycle.compiler.progress.spoken import spoken
from mesocycle.compiler.progress.words import length, reason
from mesocycle.loading import Folder
from mesocycle.source import Source
from mesocycle.syntax.nodes import Change, Count, Step

TIMED = Leg("run", 2, seconds=Count(1200, 1200))
FAR = Leg("run", 2, metres=Count(5000, 8000))


def stretch(*legs):
    return Stretch("run", 2, legs)


@pytest.mark.parametrize(
    ("what", "value", "said"),
    [
        ("time", 45, "45 s"),
        ("time", 90, "1:30 min"),
        ("time", 2_400, "40 min"),
        ("distance", 800, "800 m"),
        ("distance", 5_500, "5.5 km"),
    ],
)
def test_lengths_in_words(what, value, said):
    assert length(what, value) == said


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (stretch(TIMED), "time"),
        (stretch(FAR), "distance"),
        (stretch(TIMED, FAR), None),
        (stretch(Repeats((TIMED,), 4)), None),
        (stretch(Leg("run", 2)), None),
    ],
)
def test_only_one_length_can_move(line, what):
    assert lengths.counted(line) == what
    moved = lengths.at(line, 1500, Progression(steps=(Step("time", by=60, to=1500),)))
    assert (moved is line) is (what is None)


def test_the_ceiling_is_the_end_of_the_step_or_of_the_range():
    assert lengths.ceiling(stretch(FAR), Progression()) == 8_000
    to = Progression(steps=(Step("distance", by=500, to=10_000),))
    assert lengths.ceiling(stretch(FAR), to) == 10_000
    assert lengths.ceiling(stretch(TIMED), to) == 1_200


def test_by_per_cent_runs_are_given_in_even_lengths():
    share = Progression(steps=(Step("time", to=2400, change=Change("times", 11_000)),))
    assert lengths.after(1_320, share.steps[0]) == 1_452
    assert lengths.written(lengths.at(stretch(TIMED), 1_452, share)).low == 1_440
    assert lengths.written(lengths.at(stretch(TIMED), 2_400, share)).low == 2_400
    assert lengths.written(lengths.at(stretch(TIMED), 1_452, Progression())).low == 1_452


def test_a_step_by_per_cent_is_never_nothing():
    assert lengths.after(5, Step("time", change=Change("times", 10_100))) == 6


def test_metres_of_repeats():
    assert lengths.metres(Repeats((FAR, TIMED), 3)) == 15_000


def test_stages_in_words():
    progress = Progression(
        rules=(
            Rule(Trigger("hit", times=2), (Move("stage"),)),
            Rule(Trigger("off", 10), (Move("stage", back=2),)),
            Rule(Trigger("pain", 0), (Move("stage", back=1),)),
        ),
        stages=(StageOf(None, "stage 1", (TIMED,)), StageOf(None, "stage 2", (FAR,))),
        name="back",
        apart=7,
    )
    assert spoken(progress, run=True) == (
        "back: done as asked 2 times: the next stage; 10 days off: back 2 stages; "
        "pain above 0: the stage before; at most one stage in 7 days"
    )


def test_steps_of_runs_in_words():
    progress = Progression(
        steps=(Step("time", by=300, to=2_400),),
        rules=(Rule(Trigger("miss"), (Move("time", "add", -300), Move("time", "times", 8_000))),),
    )
    assert spoken(progress, run=True) == (
        "time +5 min when it goes well, up to 40 min; a run that fell short: time -5 min, time 80 %"
    )


def test_days_off_are_a_reason():
    assert reason(Trigger("off", 7)) == "7 days off"


PLAN = """\
plan "Runs"
  starts 2027-01-04
  lasts 5 weeks
  timezone UTC
  care training
  use runner-back

progression back
  stage short: run 10min easy
  stage long: run 20min easy
  stage far: run 5km easy
  tries = 0
  on hit: tries = tries + 1
  on hit if tries >= 2: next stage, tries = 0
  on 2 misses: first stage
  on pain > 3 at stage far: stage long
  on pain > 3: say "Ask before the next run."
  every 2 weeks: say "Half way."

session "Run" on mon, wed, fri
  run 10min easy; progress with back
"""


def compiled(*logs):
    days = [dt.date(2027, 1, 4) + dt.timedelta(days=7 * (i // 3) + 2 * (i % 3)) for i in range(15)]
    said = [f'{day} "Run"{log}' for day, log in zip(days, logs, strict=False) if log is not None]
    return mesocycle.compile_plan(
        Source("a.plan", PLAN),
        Folder("-"),
        Source("a.diary", 'athlete "Ana"\n' + "\n".join(said) + "\n"),
        as_of=days[len(logs) - 1] + dt.timedelta(days=1),
    ).unwrap()


def after(*logs):
    segment = compiled(*logs).sessions[len(logs)].blocks[0].segments[0]
    return segment.end.seconds or segment.end.metres


def test_variables_and_guards_move_stages():
    assert after("; 10min") == 600
    assert after("; 10min", "; 10min", "; 10min") == 1_200
    assert after(*["; 30min, 6km"] * 6) == 5_000


def test_misses_go_back_to_the_first_stage():
    assert after(*["; 30min, 6km"] * 3, "; 5min", "; 5min") == 600


def test_a_guard_of_a_stage():
    assert after(*["; 30min, 6km"] * 6, "; 6km; pain 4") == 1_200
    assert any(n.text == "The run: Half way." for n in compiled(*["; 30min, 6km"] * 7).notices)
    found = compiled("; 10min; pain 4")
    assert any(n.text == "The run: Ask before the next run." for n in found.notices)


def test_the_first_segment_says_how_the_line_changes():
    segment = compiled("; 10min").sessions[1].blocks[0].segments[0]
    assert segment.progression.text.startswith("short (1 of 3); back: ")
    assert segment.progression.next is None
