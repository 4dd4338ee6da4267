"""Bests, heart rates, powers and zones in a diary: what counts, and what cannot be."""

from __future__ import annotations

import datetime as dt

import pytest

from mesocycle.diary.fitness import fastest, kind_of
from tests.unit.diary.reading import codes as codes_of
from tests.unit.diary.reading import outcome

HEAD = 'athlete "Ana"\n'


def profile(*lines):
    return HEAD + "".join(f"  {line}\n" for line in lines)


def diary(text):
    return outcome(text).unwrap()


def codes(text):
    return codes_of(outcome(text))


def test_profile_lines_have_no_date_and_entries_have_one():
    text = profile("best 5k 24:30", "max hr 190") + "\n2026-12-01 best 5k 24:10\n"
    found = diary(text).fitness
    assert [log.date for log in found] == [None, None, dt.date(2026, 12, 1)]
    assert found[2].line.seconds == 1450
    assert found[2].because.line == 5


def test_a_correction_takes_back_a_best():
    text = HEAD + "\n2026-12-01 best 5k 24:10\n2026-12-01 best 5k 25:10\n  corrects line 3\n"
    assert [log.line.seconds for log in diary(text).fitness] == [1510]


@pytest.mark.parametrize(
    ("first", "second"),
    [("best hm 1:52:00", "best 21.1km 1:50:00"), ("best marathon 4:01:00", "best 42.2km 3:59:00")],
)
def test_one_race_has_one_best_however_it_is_called(first, second):
    assert codes(profile(first, second)) == ["E415"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["best 5m 35:00"], "E434"),
        (["best 300km 30:00:00"], "E434"),
        (["best 5k 2:30"], "E434"),
        (["best 5k 0:00"], "E434"),
        (["best 5k 2:24:30"], "E434"),
        (["best marathon 4:01"], "E434"),
        (["max hr 19"], "E435"),
        (["max hr 1900"], "E435"),
        (["resting hr 150"], "E435"),
        (["threshold hr 17"], "E435"),
        (["max hr 150", "threshold hr 170"], "E436"),
        (["max hr 170", "threshold hr 170"], "E436"),
        (["threshold hr 100", "resting hr 105"], "E436"),
        (["ftp 25W"], "E437"),
        (["ftp 2500W"], "E437"),
        (["zone 0 hr 110-120"], "E438"),
        (["zone 11 hr 110-120"], "E438"),
        (["zone 2 hr 1300-1450"], "E438"),
        (["zone 2 hr 60-170%"], "E438"),
        (["zone 2 pace 0:30-0:40/km"], "E438"),
        (["zone 2 power 140-18000W"], "E438"),
        (["zone 2 hr 130-145", "zone 3 hr 140-155"], "E439"),
        (["zone 3 hr 130-145", "zone 2 hr 150-155"], "E439"),
        (["zone 2 pace 5:00-5:30/km", "zone 3 pace 5:40-6:00/km"], "E439"),
        (["zone 2 hr 130-145", "zone 2 hr 131-145"], "E415"),
        (["best 5k 24:30", "best 5k 24:31"], "E415"),
        (["max hr 190", "max hr 191"], "E415"),
        (["ftp 250W", "ftp 251W"], "E415"),
    ],
)
def test_what_cannot_be_is_refused(lines, code):
    assert codes(profile(*lines)) == [code]


@pytest.mark.parametrize(
    "lines",
    [
        ["zone 2 hr 130-145", "zone 3 hr 145-160"],
        ["zone 3 pace 5:00-5:30/km", "zone 2 pace 5:30-6:00/km"],
        ["zone 2 hr 130-145", "zone 2 pace 5:30-6:00/km", "zone 2 power 200-220W"],
        ["resting hr 48", "threshold hr 170", "max hr 190"],
        ["best marathon 2:00:35", "best 1500m 3:30"],
    ],
)
def test_what_can_be_is_taken(lines):
    assert codes(profile(*lines)) == []


@pytest.mark.parametrize("best", ["best 400m 65s", "best 800m 1:41", "best 100km 12:00:00"])
def test_a_best_that_tells_of_no_other_race_is_reported(best):
    assert codes(profile(best)) == ["W541"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("best 5k 24:30", "best 10k 48:00"), ["W542"]),
        (("best 10k 48:00", "best 5k 24:30", "best mile 8:00"), ["W542", "W542"]),
        (("best 5k 24:30", "best 10k 49:00"), []),
        (("best 5k 24:30", "best 10k 51:10"), []),
    ],
)
def test_a_longer_race_at_a_faster_pace_is_reported(lines, found):
    assert codes(profile(*lines)) == found


def test_heart_rates_must_agree_on_every_day():
    good = profile("max hr 180") + "\n2026-12-01 max hr 185\n2026-12-02 threshold hr 182\n"
    assert codes(good) == []
    assert codes(profile("max hr 180") + "\n2026-12-01 threshold hr 182\n") == ["E436"]


def test_hours_without_seconds_are_mended():
    (mistake,) = outcome(profile("best marathon 4:01")).diagnostics
    assert [fix.text for fix in mistake.fixes] == ["4:01:00"]
    assert mistake.fixes[0].span.text == "4:01"


#: Records of July 2025, in metres and seconds, of men: all must pass, few by more than a tenth.
RECORDS = [(400, 43.03), (800, 100.91), (1500, 206.0), (5000, 755.36), (10_000, 1571.0),
           (21_098, 3402), (42_195, 7235), (100_000, 21_935)]  # fmt: skip


@pytest.mark.parametrize(("metres", "seconds"), RECORDS)
def test_records_pass_and_little_more(metres, seconds):
    assert metres / seconds < fastest(metres) < 1.3 * metres / seconds


def test_a_later_line_of_one_kind_takes_the_place_of_the_earlier():
    found = diary(profile("best hm 1:52:00") + "\n2026-12-01 best 21.1km 1:50:00\n").fitness
    assert kind_of(found[0].line) == kind_of(found[1].line)
