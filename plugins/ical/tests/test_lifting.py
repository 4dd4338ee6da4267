"""What an event says of loads and groups: it must read well on a telephone."""

from __future__ import annotations

import pytest
from mesocycle_ical.words import description

from mesocycle.output.samples import gym


@pytest.fixture(scope="module")
def paragraphs():
    """The paragraphs of each session's description, by the session's name."""
    programme = gym()
    return {
        session.name: description(programme, session, "full").split("\n\n")
        for session in programme.sessions
    }


def test_the_main_lift_with_its_ramp_below(paragraphs):
    lines = paragraphs["Squat day"][1].split("\n")
    assert lines[:4] == [
        "1. heavy Squat: 4 × 5 at 100 kg (rest 3 min), 1 × 5+ at 100 kg @8.5 (rest 5 min)",
        "   First: warm-up 2 × 5 with the empty bar, 1 × 3 at 60 kg",
        "   - Knees over the toes.",
        "   - Chest up out of the hole.",
    ]
    assert lines[-1] == "Then rest 3 min."


def test_where_no_max_is_known_the_load_is_as_it_was_written(paragraphs):
    assert "2. Squat: 3 × 3 at 70–75% @7–8" in paragraphs["Press day"][1].split("\n")


def test_each_group_is_a_paragraph_below_its_heading(paragraphs):
    assert (
        "EMOM 10 min, one exercise each time, in turn:\n9. Pull Up: 5 reps\n10. Dip: 8 reps"
        in (paragraphs["Groups"])
    )
    fran = "Fran – for time, cap 10 min, 21-15-9 reps:\n14. Thruster: at 43 kg\n15. Pull Up"
    assert fran in paragraphs["Groups"]
    assert "Tabata 8 × 20 s / 10 s:\n18. Plank" in paragraphs["Groups"]


def test_what_to_log_of_loads(paragraphs):
    assert paragraphs["Press day"][2].startswith("To log: reps and load of every set as done;")


def test_phase_and_week_at_the_top(paragraphs):
    assert paragraphs["Groups"][0].startswith(
        "Clean, Jerk, Barbell Row and 7 more · week 2 · Volume · about 90 min"
    )
