"""`meso why`: which rule and which line of the diary decided."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import mesocycle
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
    lines = why("--as-of", "2026-12-09").splitlines()
    assert lines[:3] == ["Wednesday 9 December 2026", "", "Strength · 07:00"]
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


def test_below_a_decision_stands_what_would_change_it_and_the_line_to_write(why):
    lines = why().splitlines()
    line = lines.index("        2026-12-08 Superman; 8; pain 0; slow; form good")
    assert lines[line - 1].startswith("    → To bring it back: one easy set on a day without pain")


def test_what_would_take_out_what_is_in_is_told_of_one_exercise(why):
    assert "Pain takes it out" in why("--exercise", "Beetle")
    assert "Pain takes it out" not in why()


def test_the_rules_are_told_in_words_each_once(why):
    text = why()
    _, _, rules = text.partition("\nThe rules\n")
    assert rules.startswith("  SR5  what hurt is left out until a test on a good day; above 5 of")
    assert rules.count("  R2 ") == 1


def test_every_rule_that_says_what_would_change_it_has_words():
    from mesocycle.cli.rules import RULES
    from mesocycle.compiler.why import TABLE

    assert set(TABLE) <= set(RULES)


def test_rules_with_words_are_those_that_decide():
    """Every one of them is named somewhere in the compiler, by who decides by it."""
    from mesocycle.cli.rules import RULES

    compiler = Path(mesocycle.__file__).parent / "compiler"
    texts = [
        path.read_text("utf-8") for path in compiler.rglob("*.py") if path.parent.name != "why"
    ]
    named = {rule for text in texts for rule in re.findall(r'"(\w[\w ]*)"', text)}
    assert set(RULES) - named == set()


def test_the_same_of_many_exercises_is_told_once(run, folder):
    (folder / "back.plan").write_text(PICKING.replace("  use", "  care rehab\n  use"))
    done = run("why", "back.plan", "--on", "2026-12-07")
    flat = " ".join(done.stdout.split())
    assert "V Ups and Single Leg Squat are to be tested: not tried yet [assessed: SR3]" in flat
    assert flat.count("[assessed: SR3]") == 1


def test_a_past_day_as_it_was_known_then(run, folder, why):
    later = DIARY + "2026-12-11 Superman; 8; pain 0; slow; form good\n"
    (folder / "ana.diary").write_text(later)
    known = run("why", "back.plan", "--diary", "ana.diary", "--on", "2026-12-09",
                "--as-known-on", "2026-12-08")  # fmt: skip
    (folder / "ana.diary").write_text(DIARY)
    assert known.stdout == why()
    assert "pain 3" in known.stdout


def test_of_a_day_that_is_past_nothing_is_to_be_written(run, folder, why):
    (folder / "ana.diary").write_text(DIARY + "2026-12-11 morning pain 0\n")
    text = why()
    assert "Past: nothing that is written now changes it." in " ".join(text.split())
    assert "--as-known-on 2026-12-08" in text
    assert "→" not in text.replace("→ If it was done after all", "")


def test_as_of_and_as_known_on_exclude_each_other(run, folder, why):
    done = run("why", "back.plan", "--on", "2026-12-09", "--as-of", "2026-12-09",
               "--as-known-on", "2026-12-08")  # fmt: skip
    assert (done.exit_code, "exclude each other" in done.stderr) == (2, True)


def test_open_questions_stand_below_with_their_answers(run, folder, why):
    (folder / "back.plan").write_text(PICKING.replace("  use", "  care rehab\n  use"))
    (folder / "ana.diary").write_text(DIARY.replace("2026-12-08 morning pain 0\n", ""))
    done = run("why", "back.plan", "--diary", "ana.diary", "--on", "2026-12-09",
               "--as-of", "2026-12-08")  # fmt: skip
    _, _, asked = done.stdout.partition("\nOpen questions\n")
    assert "        2026-12-08 morning pain …" in asked.splitlines()


def test_the_disclaimer_stands_below(why):
    assert "It is not medical advice" in why()


def test_of_one_session_in_any_case(why):
    assert "Superman" in why("--session", "strength")


def test_a_day_for_which_nothing_was_decided(run):
    done = run("why", "back.plan", "--on", "2026-12-08")
    assert "no session is on this day" in done.stdout


def test_a_day_that_the_plan_does_not_have(run):
    done = run("why", "back.plan", "--on", "2028-12-08")
    assert "the plan has no such day: it goes from" in done.stdout


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
