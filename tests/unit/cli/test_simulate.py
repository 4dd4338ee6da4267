"""`meso simulate`: the next weeks side by side."""

from __future__ import annotations

import json

import pytest

from mesocycle.cli.text import width

GYM = """\
plan "Gym"
  starts 2026-12-07
  lasts 4 weeks
  timezone Europe/Berlin
  care training
  use barbell

session "Lift" on mon, thu
  Squat; 3x5 60kg; progress load by 5kg
  Bench Press; 3x5 40kg
"""

DIARY = """\
athlete "Ana"

2026-12-07 "Lift"
  Squat; 5, 5, 5
  Bench Press; 5, 5, 5
"""


@pytest.fixture
def gym(folder):
    (folder / "gym.plan").write_text(GYM)
    (folder / "gym.diary").write_text(DIARY)
    return folder


def _rows(text, name):
    return [line.split(None, 1)[1] for line in text.splitlines() if line.strip().startswith(name)]


def test_all_done_takes_every_step(run, gym):
    done = run("simulate", "gym.plan", "--weeks", "2")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == [
        "Gym", "simulated from Mon 7 Dec 2026 to Sun 20 Dec 2026",
    ]  # fmt: skip
    assert _rows(done.stdout, "Squat") == ["3×5 60kg → 3×5 65kg", "3×5 70kg → 3×5 75kg"]


def test_a_missed_week_beside_it(run, gym):
    text = run("simulate", "gym.plan", "--weeks", "3", "--scenario", "misses week 2").stdout
    assert "B  misses week 2" in text
    rows = [row.split() for row in _rows(text, "sessions")]
    assert rows == [["2", "done", "="], ["2", "done", "2", "missed"], ["2", "done", "="]]
    assert _rows(text, "Squat")[1].split() == ["3×5", "70kg", "→", "3×5", "75kg", "–"]
    assert _rows(text, "Squat")[2].endswith("3×5 70kg → 3×5 75kg")


def test_the_first_day_is_the_one_after_the_last_session(run, gym):
    text = run("simulate", "gym.plan", "--diary", "gym.diary", "--weeks", "1").stdout
    assert text.startswith("Gym · Ana\nsimulated from Tue 8 Dec 2026 to Mon 14 Dec 2026\n")


def test_a_red_flag_stops_until_it_is_cleared(run, gym):
    scenario = "flag numbness on 2026-12-10; cleared on 2026-12-15"
    text = run("simulate", "gym.plan", "--weeks", "2", "--scenario", scenario).stdout
    assert [row.split()[2:] for row in _rows(text, "sessions")] == [
        ["1", "done,", "1", "stopped"], ["1", "done,", "1", "stopped"],
    ]  # fmt: skip
    assert "! Thu 10 Dec" in text


def test_bench_press_falls_short(run, gym):
    plan = GYM.replace("3x5 40kg", "3x5 40kg; progress load by 5kg")
    (gym / "gym.plan").write_text(plan)
    text = run("simulate", "gym.plan", "--weeks", "1", "--scenario", "short on Bench Press").stdout
    assert "→ 3×5 45kg " in text
    assert _rows(text, "Bench Press")[0].endswith("  3×5 40kg")


@pytest.mark.parametrize("columns", [80, 100, 132])
def test_no_line_is_wider_than_the_terminal(run, gym, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    more = ("misses week 1", "short on Squat", "pain 3 in Squat", "misses every 2nd session")
    scenarios = [part for text in more for part in ("--scenario", text)]
    text = run("simulate", "gym.plan", *scenarios).stdout
    assert all(width(line) <= columns for line in text.splitlines())
    assert all(f"{letter}  {what}" in text for letter, what in zip("BCDE", more, strict=True))


def test_json_has_all_of_it(run, gym):
    done = run(
        "simulate", "gym.plan", "--weeks", "1", "--scenario", "misses week 1", "--format", "json"
    )
    found = json.loads(done.stdout)
    assert [each["scenario"] for each in found["scenarios"]] == ["all done", "misses week 1"]
    assert [s["ended"] for s in found["scenarios"][1]["sessions"]] == ["missed", "missed"]
    assert (
        found["scenarios"][0]["sessions"][1]["blocks"][0]["items"][0]["sets"][0]["load"]["kg"] == 65
    )
    assert (found["first"], found["last"]) == ("2026-12-07", "2026-12-13")
    assert found["athlete"] is None


def test_nothing_is_written(run, gym):
    before = {path.name: path.read_bytes() for path in gym.iterdir()}
    run("simulate", "gym.plan", "--diary", "gym.diary", "--scenario", "misses week 1")
    assert before == {path.name: path.read_bytes() for path in gym.iterdir()}


def test_a_slip_is_a_mistake_in_usage(refused, gym):
    assert "did you mean misses" in refused("simulate", "gym.plan", "--scenario", "mises week 2")


def test_a_plan_that_is_over(refused, gym):
    assert "the plan is over" in refused("simulate", "gym.plan", "--as-of", "2027-06-01")


def test_mistakes_in_the_plan_are_reported(run, gym):
    (gym / "gym.plan").write_text(GYM.replace("Squat", "Squatt"))
    done = run("simulate", "gym.plan")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "did you mean Squat" in done.stderr


def test_a_diary_in_parts_is_read_whole(run, gym):
    (gym / "2026.diary").write_text(DIARY.split("\n\n")[1])
    (gym / "gym.diary").write_text('athlete "Ana"\n\ninclude "2026.diary"\n')
    text = run("simulate", "gym.plan", "--diary", "gym.diary", "--weeks", "1").stdout
    assert "simulated from Tue 8 Dec 2026" in text


def test_the_questions_of_a_plan_are_answered(run, gym):
    asks = GYM.replace(
        'session "Lift"',
        """ask sleep 1-5
light day
  red when sleep < 2
  amber when sleep < 4
  green otherwise
rules
  when day is red: skip
  when day is amber: hold
session "Lift\"""",
    )
    (gym / "gym.plan").write_text(asks)
    text = run("simulate", "gym.plan", "--weeks", "1", "--scenario", "sleep 1 on 2026-12-10").stdout
    assert [row.split()[:2] for row in _rows(text, "Squat")] == [["3×5", "60kg"]]
    assert _rows(text, "sessions")[0].split()[2:] == ["1", "done,", "1", "skipped"]
    assert "[skipped: rule]" in text
    slip = run("simulate", "gym.plan", "--scenario", "sleap 1 on 2026-12-10")
    assert "sleep" in slip.stderr
