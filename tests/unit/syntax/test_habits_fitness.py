"""Bests, heart rates and zones as runners and riders write them: answered with what to type."""

from __future__ import annotations

import pytest

from tests.unit.syntax.reading import diary

LINES = [
    ("PB 5k 24:30", "best 5k 24:30", True),
    ("PB 5K: 24:30", "best 5k 24:30", True),
    ("5k PB 24:30", "best 5k 24:30", True),
    ("5k 24:30", "best 5k 24:30", True),
    ("10 km: 51:10", "best 10km 51:10", True),
    ("10k best 51:10", "best 10k 51:10", True),
    ("PR half 1:52:00", "best half marathon 1:52:00", True),
    ("PR half-marathon 1h52", "best half marathon 1:52:00", True),
    ("HM PR 1:52:00", "best hm 1:52:00", True),
    ("marathon 4:01:00", "best marathon 4:01:00", True),
    ("best 5k 24'30", "best 5k 24:30", True),
    ("best 5k 24.30", "best 5k 24:30", True),
    ("best 5k 24 min 30", "best 5k 24:30", True),
    ("best 10 miles 1:20:00", "best 10mi 1:20:00", True),
    ("personal best 10k 51:10", "best 10k 51:10", True),
    ("HRmax 190", "max hr 190", True),
    ("max HR: 190", "max hr 190", True),
    ("max heart rate 190", "max hr 190", True),
    ("maximum heart rate = 190", "max hr 190", True),
    ("RHR 50", "resting hr 50", True),
    ("resting heart rate 50", "resting hr 50", True),
    ("LTHR 170", "threshold hr 170", True),
    ("threshold heart rate 170", "threshold hr 170", True),
    ("FTP 250", "ftp 250W", True),
    ("FTP: 250 watts", "ftp 250W", True),
    ("Z2 hr 130-145", "zone 2 hr 130-145", True),
    ("zone2 hr 130-145", "zone 2 hr 130-145", True),
    ("Z2: 130-145bpm", "zone 2 hr 130-145bpm", True),
    ("zone 2 130-145 bpm", "zone 2 hr 130-145bpm", True),
    ("zone 2 140-180W", "zone 2 power 140-180W", True),
    ("zone 2 6:00-6:30/km", "zone 2 pace 6:00-6:30/km", True),
    ("zone 2 130 to 145", "zone 2 hr 130-145", False),
    ("zone 2 130-145", "zone 2 hr 130-145", False),
]


@pytest.mark.parametrize(("written", "meant", "certain"), LINES)
def test_what_runners_write(written, meant, certain):
    (found,) = diary(f'athlete "Ana"\n  {written}\n').diagnostics
    assert found.code in {"E100", "E101"}
    assert found.hints == ((f"write {meant}" if certain else f"for example: {meant}"),)
    assert bool(found.fixes) is certain


@pytest.mark.parametrize(("written", "meant", "certain"), LINES)
def test_what_is_to_be_typed_is_right(written, meant, certain):
    assert not diary(f'athlete "Ana"\n  {meant}\n').diagnostics


@pytest.mark.parametrize(
    ("written", "meant"),
    [("PB 5k 24:10", "best 5k 24:10"), ("5k PB: 24:10", "best 5k 24:10")],
)
def test_with_a_date_too(written, meant):
    (found,) = diary(f'athlete "Ana"\n2026-12-01 {written}\n').diagnostics
    assert found.hints == (f"write 2026-12-01 {meant}",)
