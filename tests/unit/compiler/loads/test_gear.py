"""What can be loaded: plates in limited pairs, racks, steps, and the bar."""

from __future__ import annotations

from itertools import product

import pytest

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Rounding
from mesocycle.compiler.loads.gear import Rack
from mesocycle.diary.model import Gear
from mesocycle.mass import Mass, mass

SQUAT = Exercise(id="squat", name="Squat", equipment=("barbell", "rack"))
HEX = Exercise(id="hex", name="Hex Deadlift", equipment=("trap bar",))
CURL = Exercise(id="curl", name="Curl", equipment=("dumbbells",))
SWING = Exercise(id="swing", name="Swing", equipment=("kettlebell",))
PULL_UP = Exercise(id="pull-up", name="Pull Up", equipment=("pull-up bar",))
PLANK = Exercise(id="plank", name="Plank")


def kg(text: str) -> Mass:
    return mass(text, "kg")


def rounding(text: str, mode="nearest") -> Rounding:
    return Rounding(mass(*text.split()), mode)


def fit(rack, exercise, exact, how=None, *, loose=True, beyond=False):
    found = rack.fit(exercise, mass(*exact.split()), how, loose=loose, beyond=beyond)
    return str(found.mass)


NOTHING = Rack(Gear(), None, "kg")


@pytest.mark.parametrize(
    ("exact", "mode", "loaded"),
    [
        ("185.25 lb", "nearest", "185 lb"),
        ("213.75 lb", "nearest", "215 lb"),
        ("242.25 lb", "nearest", "240 lb"),
        ("242.25 lb", "up", "245 lb"),
        ("213.75 lb", "down", "210 lb"),
        ("242.5 lb", "nearest", "240 lb"),  # half way is down
        ("240 lb", "up", "240 lb"),
        ("240.0004 lb", "up", "240 lb"),  # what a conversion leaves over counts for nothing
        ("239.9996 lb", "down", "240 lb"),
    ],
)
def test_steps(exact, mode, loaded):
    assert fit(NOTHING, SQUAT, exact, rounding("5 lb", mode)) == loaded


@pytest.mark.parametrize(
    ("exercise", "exact", "loaded"),
    [
        (SQUAT, "81.1 kg", "80 kg"),
        (SQUAT, "178.3 lb", "180 lb"),
        (CURL, "12.6 kg", "13 kg"),
        (CURL, "26.4 lb", "27.5 lb"),
        (SQUAT, "12 kg", "20 kg"),  # a per cent never asks for less than the bar
    ],
)
def test_what_a_per_cent_made_goes_to_the_usual_step(exercise, exact, loaded):
    assert fit(NOTHING, exercise, exact) == loaded


@pytest.mark.parametrize("exact", ["61 kg", "15 kg", "133.33 lb"])
def test_a_figure_is_taken_at_its_word(exact):
    assert fit(NOTHING, SQUAT, exact, loose=False) == exact


def test_the_line_before_the_plan_before_the_athlete():
    athlete = Gear(rounding=kg("1.25"))
    assert fit(Rack(athlete, None, "kg"), SQUAT, "61 kg", loose=False) == "61.25 kg"
    plan = Rack(athlete, rounding("2.5 kg"), "kg")
    assert fit(plan, SQUAT, "61 kg", loose=False) == "60 kg"
    assert fit(plan, SQUAT, "61 kg", rounding("4 kg", "up"), loose=False) == "64 kg"


PLATES = Gear(
    plates=((kg("25"), 2), (kg("20"), 1), (kg("10"), 1), (kg("5"), 1), (kg("1.25"), 1)),
    bars=(("", kg("20")), ("hex", kg("25"))),
)


@pytest.mark.parametrize(
    ("exact", "mode", "loaded"),
    [
        ("75 kg", "nearest", "72.5 kg"),  # 25 + 1.25 a side; there is no second 1.25
        ("77.5 kg", "nearest", "80 kg"),
        ("77.5 kg", "down", "72.5 kg"),
        ("72.6 kg", "up", "80 kg"),
        ("20 kg", "nearest", "20 kg"),
        ("5 kg", "down", "20 kg"),
        ("500 kg", "up", "192.5 kg"),
        ("165 lb", "nearest", "72.5 kg"),
    ],
)
def test_plates(exact, mode, loaded):
    assert fit(Rack(PLATES, None, "kg"), SQUAT, exact, rounding("2.5 kg", mode)) == loaded


def test_a_bar_of_its_own():
    rack = Rack(PLATES, None, "kg")
    assert fit(rack, HEX, "77 kg") == "77.5 kg"
    assert str(rack.bar(HEX)) == "25 kg"
    assert str(rack.bar(SQUAT)) == "20 kg"
    assert rack.bar(CURL) is None
    assert str(NOTHING.bar(SQUAT, "lb")) == "45 lb"


def test_plates_against_every_combination():
    pairs = {25_000_000: 2, 20_000_000: 1, 10_000_000: 1, 5_000_000: 1, 1_250_000: 1}
    counts = product(*(range(n + 1) for n in pairs.values()))
    sums = {20_000_000 + 2 * sum(n * p for n, p in zip(c, pairs, strict=True)) for c in counts}
    rack = Rack(PLATES, None, "kg")
    for wanted in range(20_000_000, 195_000_000, 777_777):
        best = min(sums, key=lambda s: (abs(s - wanted), s))
        assert rack.fit(SQUAT, Mass(wanted), None, loose=True).mass.micro == best


def test_beyond_bodyweight_plates_hang_one_by_one():
    gear = Gear(plates=((kg("20"), 1), (kg("10"), 1), (kg("1.25"), 1)))
    rack = Rack(gear, None, "kg")
    assert fit(rack, PULL_UP, "11.5 kg", beyond=True) == "11.25 kg"
    assert fit(rack, PULL_UP, "13 kg", beyond=True) == "12.5 kg"
    assert fit(rack, PULL_UP, "30 kg", beyond=True) == "30 kg"


@pytest.mark.parametrize(
    ("exercise", "exact", "mode", "loaded"),
    [
        (CURL, "13 kg", "nearest", "12 kg"),
        (CURL, "13 kg", "up", "14 kg"),
        (CURL, "1 kg", "down", "2 kg"),
        (CURL, "99 kg", "up", "30 kg"),
        (SWING, "18 kg", "nearest", "16 kg"),
        (SWING, "21 kg", "nearest", "24 kg"),
        (PLANK, "13 kg", "nearest", "12.5 kg"),
    ],
)
def test_racks(exercise, exact, mode, loaded):
    gear = Gear(
        dumbbells=tuple(kg(str(n)) for n in range(30, 0, -2)),
        kettlebells=(kg("8"), kg("12"), kg("16"), kg("24")),
    )
    assert fit(Rack(gear, None, "kg"), exercise, exact, rounding("2.5 kg", mode)) == loaded


def test_dust_for_plates_ends():
    dust = Gear(plates=tuple((Mass(100_000 + 7 * n), None) for n in range(20)))
    found = Rack(dust, None, "kg").fit(SQUAT, kg("300"), None, loose=True).mass
    assert found.micro <= 300_500_000
