"""What targets read like, with what they rest on and without it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesocycle.compiler.paces.model import race_time
from mesocycle.compiler.paces.targets import read
from mesocycle.syntax.nodes import (
    PER_100M,
    PER_MILE,
    Bound,
    Cadence,
    Effort,
    Felt,
    Heart,
    NamedPace,
    Pace,
    Power,
    Speed,
    Word,
    Zone,
)
from tests.unit.compiler.paces.athletes import known

ANA = ("best 5k 24:30", "max hr 190", "resting hr 50", "threshold hr 170", "ftp 250W")


def shown(node, *lines, activity="run", miles=False, date=dt.date(2026, 12, 7)):
    return read(known(*lines, date=date), node, activity, miles=miles).target


@pytest.mark.parametrize(
    ("node", "text", "low", "high", "unit"),
    [
        (Pace(300, 320), "5:00–5:20/km", 300, 320, "s/km"),
        (Pace(330, 330), "5:30/km", 330, 330, "s/km"),
        (Pace(480, 510, PER_MILE), "8:00–8:30/mi", 298.3, 316.9, "s/km"),
        (Pace(110, 110, PER_100M), "1:50/100 m", 1100, 1100, "s/km"),
        (Speed(30_000, 30_000), "30 km/h", 30, 30, "km/h"),
        (Speed(28_968, 32_187, Word("18-20mph")), "18–20 mph", 28.97, 32.19, "km/h"),
        (Heart(140, 150), "140–150 bpm", 140, 150, "bpm"),
        (Power(250, 250), "250 W", 250, 250, "W"),
        (Felt(30, 45), "RPE 3–4.5", 3, 4.5, "CR-10"),
        (Cadence(85, 95), "cadence 85–95", 85, 95, "rpm"),
        (Zone(2, 2), "zone 2", 2, 2, "zone"),
        (Bound("below", Heart(150, 150)), "below 150 bpm", None, 150, "bpm"),
        (Bound("above", Power(250, 250)), "above 250 W", 250, None, "W"),
        (Bound("below", Zone(3, 3)), "below zone 3", None, 3, "zone"),
    ],
)
def test_numbers_that_the_coach_wrote(node, text, low, high, unit):
    target = shown(node)
    assert (target.text, target.low, target.high, target.unit) == (text, low, high, unit)


def test_a_word_stays_a_word():
    target = shown(Effort(Word("tempo")), *ANA)
    assert (target.kind, target.text, target.low) == ("word", "tempo", None)


@pytest.mark.parametrize(
    ("node", "activity", "text", "low", "high"),
    [
        (NamedPace("5k", Word("5k pace")), "run", "5k pace (4:54/km)", 294, 294),
        (Zone(2, 2), "run", "zone 2 (114–133 bpm)", 114, 133),
        (Zone(2, 3), "run", "zone 2–3 (114–152 bpm)", 114, 152),
        (Zone(2, 2), "bike", "zone 2 (140–188 W)", 140, 188),
        (Zone(1, 1), "bike", "zone 1 (up to 138 W)", None, 138),
        (Zone(7, 7), "bike", "zone 7 (from 378 W)", 378, None),
        (Heart(8000, 8500, "max"), "run", "hr 80–85% (152–162 bpm)", 152, 162),
        (Heart(7000, 7000, "reserve"), "run", "hr 70% of reserve (148 bpm)", 148, 148),
        (Heart(9500, 9500, "threshold"), "run", "hr 95% of threshold (162 bpm)", 162, 162),
        (Power(8500, 9500, percent=True), "bike", "power 85–95% (213–238 W)", 213, 238),
        (Bound("below", Zone(3, 3)), "run", "below zone 3 (below 133 bpm)", None, 133),
        (Bound("above", Zone(3, 3)), "bike", "above zone 3 (above 225 W)", 225, None),
    ],
)
def test_numbers_that_come_from_the_athlete(node, activity, text, low, high):
    target = shown(node, *ANA, activity=activity)
    assert (target.text, target.low, target.high) == (text, low, high)
    assert target.written


@pytest.mark.parametrize(
    ("node", "activity", "lines", "text", "what"),
    [
        (NamedPace("hm", Word("hm pace")), "run", (), "half-marathon pace", "best 5k 24:30"),
        (NamedPace("5k"), "run", ("best 400m 65s",), "5k pace", "best 5k 24:30"),
        (Zone(2, 2), "run", ("ftp 250W",), "zone 2", "max hr 190"),
        (Zone(2, 2), "bike", (), "zone 2", "max hr 190"),
        (Zone(6, 6), "run", ("max hr 190",), "zone 6", "zone 6 hr 180-190"),
        (Heart(8000, 8000, "max"), "run", ("threshold hr 170",), "hr 80%", "max hr 190"),
        (Heart(8000, 8000, "reserve"), "run", ("max hr 190",), "hr 80% of reserve",
         "resting hr 50"),
        (Heart(9500, 9500, "threshold"), "run", ("max hr 190",), "hr 95% of threshold",
         "threshold hr 170"),
        (Power(8500, 8500, percent=True), "bike", (), "power 85%", "ftp 250W"),
    ],
)  # fmt: skip
def test_what_nobody_has_said_stays_as_written_and_is_asked(node, activity, lines, text, what):
    found = read(known(*lines), node, activity, miles=False)
    assert found.target.text == text
    assert found.lacks is not None
    assert found.lacks.write == what


def test_the_race_itself_is_as_fast_as_it_was_run_and_others_follow_the_nearest():
    lines = ("best 5k 20:00", "best 10k 50:00")
    assert shown(NamedPace("5k"), *lines).text == "5k pace (4:00/km)"
    assert shown(NamedPace("10k"), *lines).text == "10k pace (5:00/km)"
    assert shown(NamedPace("3k"), *lines).low < 240
    assert shown(NamedPace("15k"), *lines).low > 300


def test_capacity_50_runs_its_marathon_as_the_tables_say():
    """19:57 over 5 km is 3:10:49 over the marathon: 4:31 a kilometre."""
    assert shown(NamedPace("mp"), "best 5k 19:57").text == "marathon pace (4:31/km)"
    assert shown(NamedPace("hm"), "best 10k 41:21").text == "half-marathon pace (4:20/km)"


def test_race_paces_may_be_per_mile():
    target = shown(NamedPace("5k"), "best 5k 24:30", miles=True)
    assert target.text == "5k pace (7:53/mi)"
    assert target.low == 293.9


def test_a_half_second_is_given_to_the_slower():
    assert shown(NamedPace("10k"), "best 10k 50:05").text == "10k pace (5:01/km)"


@pytest.mark.parametrize(
    ("date", "text"),
    [("2026-11-30", "5k pace (4:54/km)"), ("2026-12-01", "5k pace (4:50/km)"),
     ("2026-12-05", "5k pace (5:00/km)")],
)  # fmt: skip
def test_the_latest_entry_up_to_the_day_counts(date, text):
    lines = ("best 5k 24:30", "2026-12-01 best 5k 24:10", "2026-12-05 best 5k 25:00")
    assert shown(NamedPace("5k"), *lines, date=dt.date.fromisoformat(date)).text == text


def test_a_diary_wins_over_the_plan():
    found = known("max hr 180", plan=("max hr 200", "resting hr 40"))
    assert found.hearts["max"][0] == 180
    assert found.hearts["resting"][0] == 40


@pytest.mark.parametrize(
    ("lines", "activity", "text"),
    [
        (("zone 2 hr 120-140",), "run", "zone 2 (120–140 bpm)"),
        (("zone 2 hr 65-75%", "max hr 200"), "run", "zone 2 (130–150 bpm)"),
        (("zone 2 hr 80-89% of threshold", "threshold hr 170"), "run", "zone 2 (136–151 bpm)"),
        (("zone 2 pace 6:00-6:30/km", "max hr 190"), "run", "zone 2 (6:00–6:30/km)"),
        (("zone 2 pace 6:00-6:30/km", "max hr 190"), "bike", "zone 2 (114–133 bpm)"),
        (("zone 2 pace 1:50-2:00/100m", "max hr 190"), "swim", "zone 2 (1:50–2:00/100 m)"),
        (("zone 2 pace 1:50-2:00/100m", "max hr 190"), "run", "zone 2 (114–133 bpm)"),
        (("zone 2 power 140-180W", "ftp 300W"), "bike", "zone 2 (140–180 W)"),
        (("zone 2 power 140-180W", "zone 2 hr 120-140"), "bike", "zone 2 (140–180 W)"),
        (("zone 2 hr 120-140", "ftp 300W"), "bike", "zone 2 (120–140 bpm)"),
        (("zone 6 hr 180-190", "max hr 190"), "run", "zone 2 (114–133 bpm)"),
    ],
)
def test_own_zones_win(lines, activity, text):
    assert shown(Zone(2, 2), *lines, activity=activity).text == text


def test_own_zones_by_pace_go_from_the_slowest_to_the_fastest():
    lines = ("zone 2 pace 6:00-6:30/km", "zone 3 pace 5:30-6:00/km")
    assert shown(Zone(2, 3), *lines).text == "zone 2–3 (5:30–6:30/km)"
    assert shown(Bound("below", Zone(3, 3)), *lines).low == 360


RACES = ("mile", "3k", "5k", "10k", "15k", "10mi", "hm", "mp")


@given(st.integers(1500, 42_195), st.floats(30, 80))
def test_the_longer_the_race_the_slower_its_pace(metres, capacity):
    """Whatever the one best is; seconds are whole, so two neighbours may be equal."""
    seconds = round(race_time(capacity, metres))
    athlete = known(f"best {metres}m {seconds}s")
    found = [read(athlete, NamedPace(race), "run", miles=False).target.low for race in RACES]
    assert found == sorted(found)


@given(st.integers(110, 230), st.integers(1, 5), st.integers(1, 5))
def test_zones_of_the_heart_meet_and_rise(most, one, other):
    athlete = known(f"max hr {most}")
    low, high = sorted((one, other))
    target = read(athlete, Zone(low, high), "run", miles=False).target
    first, last = (read(athlete, Zone(z, z), "run", miles=False).target for z in (low, high))
    assert (target.low, target.high) == (first.low, last.high)
    assert first.low < first.high <= most
    if low < 5:
        above = read(athlete, Zone(low + 1, low + 1), "run", miles=False).target
        assert above.low == first.high


def test_a_race_pace_in_the_water_is_no_number():
    found = read(known(*ANA), NamedPace("5k"), "swim", miles=False)
    assert (found.target.text, found.lacks) == ("5k pace", None)
