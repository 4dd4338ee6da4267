"""What an athlete can do: bests, heart rates, the threshold power, and own zones."""

from __future__ import annotations

import pytest

from mesocycle.syntax.diary_nodes import FitnessEntry
from mesocycle.syntax.nodes import BestOf, Ftp, Heart, HeartOf, Pace, Power, Word, ZoneOf
from mesocycle.syntax.parser import diary_grammar


def parsed(text, rule="profile"):
    return diary_grammar().parse(rule, text)


def node(text, rule="profile"):
    found = parsed(text, rule)
    assert not found.mistakes
    return found.nodes[0]


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("best 5k 24:30", 5000, 1470),
        ("best 10k 51min", 10_000, 3060),
        ("best mile 6:40", 1609, 400),
        ("best 3k 9:59.6", 3000, 600),
        ("best half marathon 1:52:00", 21_098, 6720),
        ("best hm 1:52:00", 21_098, 6720),
        ("best marathon 4:01:00", 42_195, 14_460),
        ("best 12km 58:00", 12_000, 3480),
        ("best 10mi 1:20:00", 16_093, 4800),
        ("best 1500m 5:12", 1500, 312),
        ("best 7.5k 39:00", 7500, 2340),
    ],
)
def test_a_best_is_a_distance_and_a_time(text, metres, seconds):
    best = node(text)
    assert isinstance(best, BestOf)
    assert (best.metres, best.seconds) == (metres, seconds)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("max hr 190", HeartOf("max", 190, Word("190", 7, 10))),
        ("resting hr 50 bpm", HeartOf("resting", 50, Word("50", 11, 13))),
        ("threshold hr 170bpm", HeartOf("threshold", 170, Word("170", 13, 16))),
        ("ftp 250W", Ftp(250, Word("250W", 4, 8))),
        ("ftp 250 w", Ftp(250, Word("250 w", 4, 9))),
    ],
)
def test_heart_rates_and_power(text, wanted):
    assert node(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("zone 2 hr 130-145", Heart(130, 145)),
        ("zone 2 hr 130-145 bpm", Heart(130, 145)),
        ("zone 2 hr 60-70%", Heart(6000, 7000, "max")),
        ("zone 2 hr 60-70% of reserve", Heart(6000, 7000, "reserve")),
        ("zone 2 hr 81-89% of threshold", Heart(8100, 8900, "threshold")),
        ("zone 2 pace 6:00-6:30/km", Pace(360, 390)),
        ("zone 2 pace 9:30-10:00/mi", Pace(570, 600, 1_609_344)),
        ("zone 2 pace 1:50-2:00/100m", Pace(110, 120, 100_000)),
        ("zone 2 power 140-180W", Power(140, 180)),
        ("zone 2 power 56-75%", Power(5600, 7500, percent=True)),
    ],
)
def test_an_own_zone_is_a_band(text, wanted):
    zone = node(text)
    assert isinstance(zone, ZoneOf)
    assert zone.number == 2
    band = zone.range
    assert (band.low, band.high) == (wanted.low, wanted.high)
    for field in ("of", "per_mm", "percent"):
        assert getattr(band, field, None) == getattr(wanted, field, None)
    assert text[band.word.start : band.word.end] in text


def test_all_of_them_can_have_a_date():
    best = node("2026-12-01 best 5k 24:10", "entry")
    assert isinstance(best, FitnessEntry)
    assert (best.date.text, best.line.seconds) == ("2026-12-01", 1450)
    assert node("2026-12-01 max hr 188", "entry").line.bpm == 188
    assert node("2026-12-01 threshold hr 170", "entry").line.key == "threshold"
    assert node("2026-12-01 ftp 255W", "entry").line.watts == 255
    assert node("2026-12-01 zone 3 hr 145-160", "entry").line.number == 3


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("best 5k 24:75", "E132", None),
        ("best hm 1:61:00", "E132", None),
        ("ftp 250", "E109", "250W"),
        ("zone 2 power 140-180", "E109", None),
        ("zone 2 pace 6:00-6:30", "E109", None),
        ("zone 2 hr 60-70 of reserve", "E109", None),
        ("zone 2 hr 145-130", "E131", "130-145"),
        ("zone 2 hr 70-60%", "E131", "60-70%"),
        ("zone 2 pace 6:30-6:00/km", "E131", "6:00-6:30/km"),
        ("zone 2 power 180-140W", "E131", "140-180W"),
    ],
)
def test_what_cannot_be_meant_is_refused(text, code, fix):
    (mistake,) = parsed(text).mistakes
    assert (mistake.code, mistake.fix) == (code, fix)


@pytest.mark.parametrize(
    "text", ["best 5k", "best 24:30", "best Squat 100kg", "max hr", "zone 2 130-145", "zone hr 130"]
)
def test_half_a_line_is_none(text):
    assert parsed(text).mistakes
    assert not parsed(text).nodes
