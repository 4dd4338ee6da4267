"""Runs, notes of days and training load on the terminal."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mesocycle.cli.paint import Paint
from mesocycle.cli.week import Drawing
from mesocycle.output.sample_days import programme, session
from mesocycle.output.sample_runs import running, timed
from mesocycle.programme import Block, ItemProgression


@pytest.fixture
def shown():
    def lines(first, last, columns=90):
        programme = running()
        sessions = [s for s in programme.sessions if first <= s.date <= last]
        numbers = next(w for w in programme.statistics if w.starts == first)
        drawing = Drawing(programme, Paint(False), columns)
        return list(drawing.lines("week", sessions, numbers, (first, last)))

    return lines


def test_what_to_do_stands_one_below_the_other(shown):
    lines = shown("2026-12-07", "2026-12-13")
    at = lines.index("  18:00  Intervals · 33 min, about 5.8 km")
    assert lines[at + 1 : at + 9] == [
        "         Warm-up:",
        "           walk 5 min, brisk",
        "           run 5 min, easy",
        "         6 times:",
        "           run 1 min at 5k pace (4:54/km)",
        "           run 2 min, easy",
        "         Cool-down: walk 5 min, easy",
        "         In all 33 min, about 5.8 km (estimated from the best of 24:30 over 5 km).",
    ]


def test_what_moved_and_what_is_left_out(shown):
    first = shown("2026-12-07", "2026-12-13")
    assert any(each.endswith("moved · was on Sun 13 Dec") for each in first)
    second = shown("2026-12-14", "2026-12-20")
    at = second.index("  18:00  Easy run · 35 min · skipped")
    assert second[at + 1] == "         Christmas"


def test_notes_of_days_and_races(shown):
    lines = shown("2026-12-14", "2026-12-20")
    assert "Wed 16 Dec – Fri 18 Dec: Christmas" in lines
    assert "Wed 16 Dec: travelling; no gym" in lines
    assert "  18:00  Race: Town Half · 35 min · race A" in lines
    assert not any("Christmas" in each for each in shown("2026-12-07", "2026-12-13"))


def test_the_week_in_numbers(shown):
    lines = shown("2026-12-07", "2026-12-13")
    assert "         run at least 2 h, at least 27.3 km" in lines
    assert "         longest run 1 h 30 min, farthest run 8.05 km" in lines
    assert "         efforts: easy 1 h 20 min, threshold 30 min, other 10 min" in lines
    at = lines.index("  Load   640 AU, monotony 1.12, strain 717, ACWR 1.21 (EWMA 1.17)")
    assert lines[at + 1].strip().startswith("RPE by minutes, of what was logged; monotony per day")


def test_a_load_that_is_not_whole_says_so(shown):
    lines = shown("2026-12-14", "2026-12-20")
    assert "  Load   120 AU, not counted: 1 without RPE or time" in lines
    assert "         RPE by minutes, of what was logged; so far" in lines


def test_a_week_that_begins_before_the_plan_does(run, folder):
    text = (folder / "back.plan").read_text()
    (folder / "back.plan").write_text(text.replace("starts 2026-12-07", "starts 2026-12-09"))
    assert run("show", "back.plan").stdout.split("\n")[1].startswith("week 1 of 2: Wednesday 9 Dec")


def test_notes_of_the_days_are_in_the_json():
    from mesocycle.cli import show

    week = show._json(running(), "week 2", (), None, ("2026-12-16", "2026-12-17"))
    assert week.count('"Christmas"') == 2


def test_without_numbers_weeks_are_counted_from_the_start():
    from mesocycle.cli import show

    bare = replace(running(), statistics=())
    assert show._days_of(bare, 2) == ("2026-12-14", "2026-12-20")
    assert show._days_of(running(), 2) == ("2026-12-14", "2026-12-20")


def test_how_long_the_next_run_is():
    grows = replace(timed("run", 1800), progression=ItemProgression("time +5 min", "35 min"))
    stays = replace(timed("run", 600), progression=ItemProgression("in stages"))
    whole = programme(session("Easy", 0, Block(kind="endurance", segments=(grows, stays))))
    drawing = Drawing(whole, Paint(False), 90)
    lines = list(drawing.lines("week", whole.sessions, None, ("2026-12-07", "2026-12-13")))
    assert "         run 30 min → 35 min" in lines
    assert "         run 10 min" in lines
