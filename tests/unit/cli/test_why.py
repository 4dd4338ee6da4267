"""`meso why`: which rule and which line of the diary decided."""

from __future__ import annotations

import json

import pytest

from tests.unit.cli.conftest import PLAN

PICKING = """\
plan "A back"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed at 07:00
  pick 1 from strength where painfree; 3x8-12; progress reps
"""

DIARY = """\
athlete "Ana"

2026-12-07 "Strength"
  Superman; 8; pain 3; slow; form good
  Beetle; left 8; right 8; pain 0; slow; form good
2026-12-08 morning pain 0
"""


@pytest.fixture
def why(run, folder):
    (folder / "back.plan").write_text(PICKING)
    (folder / "ana.diary").write_text(DIARY)

    def ask(*arguments):
        call = ("why", "back.plan", "--diary", "ana.diary", "--on", "2026-12-09")
        done = run(*call, *arguments)
        assert (done.exit_code, done.stderr) == (0, "")
        return done.stdout

    return ask


def test_the_decisions_of_a_day_with_the_lines_that_decided(why):
    lines = why().splitlines()
    assert lines[:3] == ["Wednesday 9 December 2026", "", "Strength"]
    superman = next(i for i, line in enumerate(lines) if line.startswith("  Superman"))
    assert "[skipped: " in lines[superman]
    assert lines[superman + 1] == "      ana.diary:4: Superman; 8; pain 3; slow; form good"


@pytest.mark.parametrize("name", ["Beetle", "beetle", "dead  bug"])
def test_of_one_exercise_by_any_of_its_names(why, name):
    text = why("--exercise", name)
    assert "  Beetle" in text
    assert "Superman" not in text


@pytest.fixture
def bridge(why, folder):
    """Asks about a plan of one Single Leg Bridge, of which the diary says so much."""
    one = PICKING.replace("pick 1 from strength where painfree", "Single Leg Bridge")
    (folder / "back.plan").write_text(one)

    def ask(logged, name):
        entry = f'athlete "Ana"\n\n2026-12-07 "Strength"\n  Single Leg Bridge; {logged}\n'
        (folder / "ana.diary").write_text(entry)
        return why("--exercise", name)

    return ask


def test_an_exercise_is_not_another_one_whose_name_holds_its_own(bridge):
    assert "Single Leg Bridge is left out" in bridge("left 8; right 8; pain 4", "Single Leg Bridge")
    assert "nothing was decided for it" in bridge("left 8; right 8; pain 4", "Bridge")


def test_an_exercise_that_came_in_the_place_of_another_is_told_of(bridge):
    lost = "left 8; right 8; pain 0; form bad"
    assert "Bridge in place of Single Leg Bridge" in bridge(lost, "Single Leg Bridge")
    assert "Bridge in place of Single Leg Bridge" in bridge(lost, "Bridge")
    assert "nothing was decided for it" in bridge(lost, "Ball Bridge")


def test_of_one_session_in_any_case(why):
    assert "Superman" in why("--session", "strength")


def test_a_day_for_which_nothing_was_decided(run):
    done = run("why", "back.plan", "--on", "2026-12-08")
    assert "nothing was decided for it" in done.stdout


def test_json(why):
    decisions = json.loads(why("--exercise", "Superman", "--format", "json"))
    assert {d["exercise"] for d in decisions} == {"superman"}
    assert {b["line"] for d in decisions for b in d["because"]} >= {4}


LIFTING = """\
plan "Strong"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use barbell

session "Legs" on mon, thu
  Squat; 1x5 75%, 1x3+ 85%; warmup 1x5 50%; progress load by 2.5kg
  big: Squat; 5x10 50%
"""

LIFTED = """\
athlete "Ana"
  max Squat 101kg

2026-12-07 "Legs"
  Squat; 5 75kg, 3 85kg
  big: Squat; 5x10 50kg
"""


@pytest.fixture
def lifts(run, folder):
    (folder / "legs.plan").write_text(LIFTING)
    (folder / "ana.diary").write_text(LIFTED)

    def ask(*arguments):
        done = run("why", "legs.plan", "--diary", "ana.diary", "--on", "2026-12-10", *arguments)
        assert (done.exit_code, done.stderr) == (0, "")
        return done.stdout

    return ask


def test_loads_stand_above_what_explains_them_line_by_line(lifts):
    lines = lifts().splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("  Squat: 1 × 5 at"))
    second = lines.index("  big Squat: 5 × 10 at 50 kg")
    assert "warm-up" not in "".join(lines)
    assert first < second
    between, after = " ".join(lines[first:second]), " ".join(lines[second:])
    assert "raised" in between
    assert "75 % of the 1RM 101 kg" in between
    assert "50 % of the 1RM 101 kg is 50.5 kg" in after
    assert "ana.diary:2: max Squat 101kg" in between


def test_loads_explained_to_programs(lifts):
    outcomes = [d["outcome"] for d in json.loads(lifts("--exercise", "Squat", "--format", "json"))]
    assert outcomes == ["raised", "rounded", "rounded"]


def test_a_plan_with_mistakes_decides_nothing(run, folder):
    (folder / "back.plan").write_text(PLAN.replace("Superman;", "Supermann;"))
    done = run("why", "back.plan", "--on", "2026-12-07")
    assert (done.exit_code, done.stdout) == (1, "")


def test_calls_that_make_no_sense(refused):
    asked = ("why", "back.plan", "--on", "2026-12-07")
    assert "did you mean Superman?" in refused(*asked, "--exercise", "Supermann")
    assert "did you mean Strength?" in refused(*asked, "--session", "Strenght")
    assert "--on" in refused("why", "back.plan")
    assert "only once" in refused(*asked, "--diary", "ana.diary", "--diary", "ben.diary")
    assert "one of the files" in refused(*asked[:1], "-", *asked[2:], "--diary", "-")
