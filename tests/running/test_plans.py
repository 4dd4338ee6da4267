"""What all plans of running have in common: a source, warm-ups, sums, and no empty week."""

from __future__ import annotations

import re

import pytest

from mesocycle.programme import Programme
from tests.running.compiled import RUNNING, programme, text

PLANS = sorted(path.stem for path in RUNNING.glob("*.plan"))


def made(name: str) -> Programme:
    diary = text(f"{name}.diary") if (RUNNING / f"{name}.diary").exists() else None
    return programme(text(f"{name}.plan"), diary)


def test_nine_plans():
    assert PLANS == [
        "couch-to-5k", "half-marathon", "marathon-base", "norwegian-4x4", "return-to-run",
        "ten-k", "triathlon-week", "ultra-week", "walk-run-soldiers",
    ]  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_it_says_where_it_comes_from(name):
    assert re.search(r'^  source "[^"]{10,}"$', text(f"{name}.plan"), re.MULTILINE)


@pytest.mark.parametrize("name", PLANS)
def test_every_week_has_its_sessions(name):
    weeks = {session.week for session in programme(text(f"{name}.plan")).sessions}
    assert weeks == set(range(1, max(weeks) + 1))


@pytest.mark.parametrize("name", PLANS)
def test_every_run_has_a_warm_up_and_ends_calmly(name):
    for session in made(name).sessions:
        kinds = [block.kind for block in session.blocks]
        runs = any(s.activity == "run" for b in session.blocks for s in b.segments)
        if runs and "endurance" in kinds and session.race is None:
            assert kinds.index("warmup") < kinds.index("endurance")
            assert "cooldown" in kinds


@pytest.mark.parametrize("name", PLANS)
def test_what_is_told_by_the_clock_adds_up(name):
    for session in made(name).sessions:
        ends = [s.end for b in session.blocks for s in b.segments if not s.segments]
        if session.total and all(e and e.seconds for e in ends) and _flat(session.blocks):
            assert session.total.seconds == sum(e.seconds for e in ends if e and e.seconds)


def _flat(blocks) -> bool:
    return all(not s.segments and s.repeat == 1 for b in blocks for s in b.segments) and not any(
        block.items for block in blocks
    )


def test_the_brick_begins_when_the_ride_ends():
    """Two hours, 2:15, 2:30, 100 minutes, two hours; half of that in the week of the race."""
    sessions = made("triathlon-week").sessions
    starts = [s.start[11:16] for s in sessions if s.name == "Run: off the bike" and s.start]
    assert starts == ["11:00", "11:15", "11:30", "10:40", "11:00", "10:00"]
    lengths = [s.total.seconds // 60 for s in sessions if s.name == "Bike: long" and s.total]
    assert lengths == [120, 135, 150, 100, 120, 60]


@pytest.mark.parametrize("name", PLANS)
def test_no_question_is_left_by_its_diary(name):
    """What paces and zones rest on stands in the athlete's diary, where there is one."""
    if (RUNNING / f"{name}.diary").exists():
        asked = [n.text for n in made(name).notices if n.code == "R55" and "needs" in n.text]
        assert asked == []


def test_an_open_choice_counts_once():
    """Half an hour of running, or the bike: the longest, and not both."""
    last = made("ten-k").statistics[-1]
    assert "bike" not in last.activity_s
    assert last.activity_s["walk"] > 0
