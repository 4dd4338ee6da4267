"""A run that can be done from the calendar, days with notes, races, and what moved."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mesocycle.output.sample_runs import running
from mesocycle.programme import DayNote
from plugins.ical.tests.reading import byte_faults, events, feed


def found(programme=None, **options):
    data = feed(programme or running(), **options)
    assert byte_faults(data) == []
    return {str(event["SUMMARY"]): event for event in events(data)}


def paragraphs(name):
    return str(found()[name]["DESCRIPTION"]).split("\n\n")


@pytest.mark.proves("C33")
def test_intervals_step_by_step():
    assert paragraphs("Intervals")[:6] == [
        "6 × (run 1 min at 5k pace; run 2 min, easy) · week 1 · Build · 33 min, about 5.8 km",
        "Warm-up:\n- Walk 5 min, brisk\n- Run 5 min, easy",
        "6 times:\n- Run 1 min at 5k pace (4:54/km)\n- Run 2 min, easy",
        "Cool-down: walk 5 min, easy",
        "In all 33 min, about 5.8 km (estimated from the best of 24:30 over 5 km).",
        "To log: time and distance as done; how hard it felt (RPE 0-10); pain 0-10, and where; "
        "pain next morning.",
    ]


def test_repeats_within_repeats():
    assert paragraphs("Nested")[2].split("\n") == [
        "- Run 10 min, easy",
        "- 3 times:",
        "   - Run 10 min, threshold",
        "   - 2 times:",
        "      - Run 30 s",
        "      - Walk 1 min",
        "   - Rest 2 min",
    ]


def test_a_repeat_that_is_cut_says_so():
    assert paragraphs("Walk and run")[1].split("\n")[-2:] == [
        "- Walk 1 min",
        "   - The last repeat is cut at 20:00.",
    ]


def test_a_moved_run_says_where_it_was():
    assert "Moved: it was on Sunday 13 December." in paragraphs("Long run")[0]


@pytest.mark.proves("C9")
def test_a_skipped_one_says_why():
    event = found()["Skipped: Easy run"]
    assert str(event["DESCRIPTION"]).startswith("Skipped: Christmas.\n")
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


def test_a_race_is_seen_from_afar():
    event = found()["Race: Town Half"]
    assert str(event["COLOR"]) == "crimson"
    assert event["CATEGORIES"].to_ical() == b"race,run"
    assert paragraphs("Race: Town Half")[0].endswith("race A")


def test_notes_are_days_that_keep_nobody_busy():
    event = found()["Christmas"]
    assert (event.start.isoformat(), event.end.isoformat()) == ("2026-12-16", "2026-12-19")
    assert event["TRANSP"] == "TRANSPARENT"
    assert not event.alarms.times


def test_a_note_stays_itself_when_it_is_reworded():
    other = tuple(
        replace(note, text=f"{note.text}, at home") if note.text == "Christmas" else note
        for note in running().day_notes
    )
    before, after = found(), found(replace(running(), day_notes=other))
    assert before["Christmas"]["UID"] == after["Christmas, at home"]["UID"]


def test_two_notes_of_a_day_are_two():
    notes = (DayNote(date="2026-12-08", text="a"), DayNote(date="2026-12-08", text="b"))
    both = found(replace(running(), day_notes=notes))
    assert both["a"]["UID"] != both["b"]["UID"]


def test_who_may_only_see_that_there_is_something_sees_no_note():
    assert set(found(detail="busy")) == {"Training"}
