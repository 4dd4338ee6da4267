"""The sheet of a gym: loads, ramps, groups, and the weeks in numbers."""

from __future__ import annotations

import re

from mesocycle_markdown import Markdown

from mesocycle.output.samples import gym
from mesocycle.output.testing import content


def sheet(programme):
    return content(Markdown(), programme).decode()


def part(heading):
    """What stands under a heading, up to the next."""
    return re.split(r"\n#+ ", sheet(gym()).partition(f"{heading}\n")[2])[0]


def test_the_ramp_has_a_row_and_boxes_of_its_own():
    rows = part("### Monday 21 December · 07:00 · Squat day").split("\n")
    squat = next(number for number, row in enumerate(rows) if "heavy: **Squat**" in row)
    assert rows[squat].startswith("| 1 | heavy: **Squat** | Warm-up 2 × 5 with the empty bar, 1")
    assert rows[squat].count("☐") == 3
    assert rows[squat + 1].startswith("|  |  | 4 × 5 at 100 kg (rest 3 min), 1 × 5+ at")
    assert rows[squat + 1].count("☐") == 4


def test_a_set_without_a_number_has_room_for_it():
    press = part("### Wednesday 9 December · 07:00 · Press day")
    assert "1 × 5+ at 240 lb | ☐\u00a0☐\u00a0____ |" in press
    squats = part("### Monday 21 December · 07:00 · Squat day")
    assert "| test 1 × 1–3 reps at 90 kg | ____ |" in squats


def test_each_group_has_a_heading_and_a_table():
    groups = part("### Monday 14 December · 07:00 · Groups")
    superset = "**Superset, 3 rounds, rest 90 s between rounds**"
    assert groups.count(superset) == 2
    assert groups.count("| Exercise |") == 10
    assert "| 4 | **Dip** | 10 reps | ☐\u00a0☐\u00a0☐ |" in groups
    assert f"Then rest 2 min.\n\n{superset}\n\n" in groups
    assert "rounds and reps ____" in groups


def test_a_week_of_one_phase_says_so_once():
    text = sheet(gym())
    assert "## Week 3 · 21 December – 27 December · Deload" in text
    assert text.count("Deload") == 1


def test_progress_of_two_lines_of_one_exercise():
    told = part("## The exercises")
    assert "*Progress:* heavy: 5 kg more when every set went well;" in told
    assert "light: stays at 70% of the heavy set." in told


def test_sets_for_each_muscle_below_their_region():
    numbers = part("## The weeks in numbers")
    assert "|  | 1–2 | 3 |" in numbers
    legs = numbers.index("| **Legs** | 8 | 8 |")
    assert legs < numbers.index("quads | 8 | 8 |") < numbers.index("hamstrings | (8) | (8) |")
    assert "thigh" not in numbers
    assert "| **Back** | 9 (4) |  |" in numbers
    assert "In brackets: sets in which it only helps." in numbers


def test_lifts_with_equal_weeks_together():
    numbers = part("## The weeks in numbers")
    assert "| **Squat** | 1–3 | 8 | 40 | 3,550 kg | 100 kg | 72% |" in numbers
    assert "| **Bench Press** | 1–2 | 6 | 46 | 2,310 kg | 108.86 kg |  |" in numbers
