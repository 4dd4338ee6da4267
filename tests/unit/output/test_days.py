"""Notes of days, what moved, races; runs and load in weeks in numbers."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.output.days import Note, day_notes, notes_between, race, races, span, was_on
from mesocycle.output.numbers import (
    LOAD_COLUMNS,
    Measures,
    activities,
    load_cells,
    load_line,
    longest_run,
    measures,
    way,
    way_unit,
)
from mesocycle.output.sample_days import programme, session
from mesocycle.output.sample_runs import far, running
from mesocycle.output.samples import gym
from mesocycle.programme import Block, DayNote, TrainingLoad


def noted(*days):
    return programme(day_notes=tuple(DayNote(date=day, text=text) for day, text in days))


def test_a_note_that_goes_on_is_one():
    notes = day_notes(noted(("2026-12-31", "off"), ("2027-01-01", "off"), ("2027-01-03", "off")))
    assert notes == [
        Note("2026-12-31", "2027-01-01", "off"),
        Note("2027-01-03", "2027-01-03", "off"),
    ]


def test_notes_side_by_side_stay_apart():
    notes = day_notes(noted(("2026-12-08", "a"), ("2026-12-08", "b"), ("2026-12-09", "a")))
    assert [(note.first, note.last, note.text) for note in notes] == [
        ("2026-12-08", "2026-12-09", "a"),
        ("2026-12-08", "2026-12-08", "b"),
    ]


def test_the_same_note_twice_on_a_day_is_one():
    assert len(day_notes(noted(("2026-12-08", "a"), ("2026-12-08", "a")))) == 1


def test_notes_of_a_week_are_those_that_touch_it():
    whole = noted(("2026-12-13", "off"), ("2026-12-14", "off"))
    for first, last in (("2026-12-07", "2026-12-13"), ("2026-12-14", "2026-12-20")):
        assert len(notes_between(whole, first, last)) == 1
    assert notes_between(whole, "2026-12-15", "2026-12-20") == []


def test_a_span_of_days():
    note = Note("2026-12-24", "2027-01-01", "Christmas")
    assert span(note) == "Thursday 24 December to Friday 1 January"
    assert span(note, short=True) == "Thu 24 Dec – Fri 1 Jan"
    assert span(note._replace(last=note.first)) == "Thursday 24 December"


def test_where_a_session_was():
    moved = replace(session("Run", 1), original_date="2026-12-11")
    assert was_on(moved) == "was on Friday 11 December"
    assert was_on(session("Run", 1)) == ""
    assert was_on(replace(moved, original_date=moved.date)) == ""


def test_races():
    (found,) = races(running())
    assert race(found) == "Town Half, Sunday 20 December 2026 at 18:00 (A)"
    assert race(replace(found, start=None)) == "Town Half, Sunday 20 December 2026 (A)"


def test_sums_are_in_the_unit_of_the_plan():
    def run(*metres):
        return Block(kind="endurance", segments=tuple(far("run", each) for each in metres))

    assert way_unit(programme(session("Run", 0, run(8047, 9656, 5000)))) == "mi"
    assert way_unit(programme(session("Run", 0, run(8047, 5000)))) == "km"
    assert way_unit(gym()) == "km"
    week = running().statistics[0]
    assert activities(week, Measures(way="mi"))["run"] == "2 h, 17 mi"
    assert way(week.longest_run_m, "mi") == "5 mi"
    assert longest_run(week) == "1 h 30 min"


def test_sums_that_miss_something_say_so():
    whole = running()
    week = whole.statistics[0]
    assert activities(week, measures(whole))["run"] == "at least 2 h, at least 27.3 km"
    exact = programme(session("Run", 0, Block(kind="endurance", segments=(far("run", 5000),))))
    assert measures(exact).missing == {(1, "run", "seconds")}
    guessed = replace(far("run", 5000), estimated_s=1500)
    block = Block(kind="endurance", segments=(guessed,))
    assert measures(programme(session("Run", 0, block))).missing == frozenset()
    missed = programme(session("Run", 0, exact.sessions[0].blocks[0], status="missed"))
    assert measures(missed).missing == frozenset()


def test_minutes_that_nobody_knows():
    week = running().statistics[0]
    assert measures(running()).minutes(week) == "about 120 min"
    unknown = programme(session("Run", 0, minutes=None))
    assert measures(unknown).minutes(week) == "at least 120 min"


def test_standing_still_is_no_activity():
    assert list(activities(running().statistics[0], Measures())) == ["run", "swim", "walk"]


def test_load_in_cells_and_in_a_line():
    load = TrainingLoad(load=1640, monotony=1.5, strain=2460, acwr=1.2, acwr_ewma=1.1, basis="x")
    assert load_cells(load) == ("1,640", "1.5", "2,460", "1.2", "1.1", "")
    assert len(load_cells(load)) == len(LOAD_COLUMNS)
    assert load_line(load) == "1,640 AU, monotony 1.5, strain 2,460, ACWR 1.2 (EWMA 1.1)"


def test_nothing_known_is_not_nothing_done():
    unknown = TrainingLoad(load=0, unknown_sessions=2)
    assert load_line(unknown) == "not counted: 2 without RPE or time"
    assert load_line(TrainingLoad(load=0)) == "0 AU"
