"""Runs, races, notes of days and training load on the sheet."""

from __future__ import annotations

import re

from mesocycle_markdown import Markdown
from msgspec.structs import replace

from mesocycle.output.sample_days import programme, session
from mesocycle.output.sample_runs import COOL_DOWN, INTERVALS, running, timed, times
from mesocycle.output.testing import content
from mesocycle.programme import Block, ItemProgression


def sheet(whole=None, **options):
    return content(Markdown(), whole or running(), **options).decode()


def section(heading, whole=None, **options):
    """What stands under a heading, up to the next."""
    return re.split(r"\n#+ ", sheet(whole, **options).partition(f"{heading}\n")[2])[0]


def test_intervals_to_tick_off():
    assert section("### Tuesday 8 December · 18:00 · Intervals").split("\n")[:12] == [
        "",
        "33 min, about 5.8 km",
        "",
        "- **Warm-up**",
        "  - ☐ Walk 5 min, brisk",
        "  - ☐ Run 5 min, easy",
        "- 6 times: ☐☐☐☐☐☐",
        "  - Run 1 min at 5k pace (4:54/km)",
        "  - Run 2 min, easy",
        "- ☐ **Cool-down:** walk 5 min, easy",
        "",
        "In all 33 min, about 5.8 km (estimated from the best of 24:30 over 5 km).",
    ]


def test_only_the_outer_repeats_are_ticked():
    nested = section("### Thursday 10 December · 18:00 · Nested")
    assert "- 3 times: ☐☐☐\n  - Run 10 min, threshold\n  - 2 times:\n    - Run 30 s\n" in nested


def test_very_many_repeats_are_counted():
    block = Block(kind="endurance", segments=(times(40, timed("run", 15), timed("run", 15)),))
    runs = sheet(programme(session("Billats", 0, block)))
    assert "- 40 times: ____ of 40\n" in runs


def test_without_a_log_there_are_no_boxes():
    assert "☐" not in sheet(log=False)


def test_repeats_within_a_warm_up():
    block = replace(COOL_DOWN, kind="warmup", segments=(INTERVALS,))
    text = sheet(programme(session("Run", 0, block)))
    assert "- **Warm-up**\n  - 6 times: ☐☐☐☐☐☐\n    - Run 1 min at 5k pace (4:54/km)\n" in text


def test_where_a_run_was_before():
    assert "5–6 mi, about 47–56 min · **moved**, was on Sunday 13 December" in section(
        "### Saturday 12 December · 18:00 · Long run"
    )


def test_what_a_day_off_is_for():
    assert (
        section("### Thursday 17 December · 18:00 · Easy run").strip()
        == "> **Skipped:** Christmas."
    )


def test_races_stand_at_the_top_and_in_their_week():
    text = sheet()
    assert "**Race:** Town Half, Sunday 20 December 2026 at 18:00 (A)" in text.partition("## ")[0]
    assert "### Sunday 20 December · 18:00 · Race: Town Half\n" in text


def test_notes_of_days_stand_with_their_week():
    week = sheet().partition("## Week 2")[2].partition("###")[0]
    assert "- *Wednesday 16 December to Friday 18 December:* Christmas\n" in week
    assert "- *Wednesday 16 December:* travelling; no gym\n" in week
    assert "Christmas" not in sheet().partition("## Week 2")[0]


def test_weeks_in_numbers():
    numbers = section("## The weeks in numbers")
    assert "| 1 h 30 min | 21.1 km | easy 1 h 20 min, threshold 30 min, other 10 min |" in numbers
    assert "Rest" not in numbers


def test_training_load_says_what_it_is():
    numbers = section("## The weeks in numbers")
    assert "| 1 | 640 | 1.12 | 717 | 1.21 | 1.17 |  |" in numbers
    assert "| 2 | 120 |  |  |  |  | 1 without RPE or time |" in numbers
    assert "- Week 1: monotony per day, rest days as 0, sample standard deviation." in numbers
    assert "nothing in the plan rests on them" in numbers
    assert "safe" not in sheet().casefold()


def test_a_week_without_sessions_says_so():
    empty = [each for each in running().sessions if each.week == 2]
    assert "## Week 1 · 7 December – 13 December\n\nNothing is planned.\n\n## Week 2" in sheet(
        replace(running(), sessions=tuple(empty))
    )


def test_who_thinks_in_miles_logs_miles():
    long_run = [each for each in running().sessions if each.name == "Long run"]
    assert "minutes ____ · mi ____ ·" in sheet(replace(running(), sessions=tuple(long_run)))
    assert "minutes ____ · km ____ ·" in sheet()


def test_how_a_run_changes_is_told_once():
    far = replace(
        timed("run", 20), progression=ItemProgression("time +5 min, up to 40 min", "25 min")
    )
    farther = replace(far, progression=ItemProgression("time +5 min", "30 min"))
    days = [
        session("Easy", day, Block(kind="endurance", segments=(each,)))
        for day, each in enumerate((far, farther))
    ]
    told = section("## How the runs change", programme(*days))
    assert told.strip() == "- **Easy**: time +5 min, up to 40 min."
    assert "How the runs change" not in sheet()
