"""Workouts for intervals.icu: they read as they are meant, and what is lost is told."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesocycle_intervals import Intervals
from msgspec.structs import replace

from mesocycle.output.sample_runs import (
    COOL_DOWN,
    INTERVALS,
    NESTED,
    WARM_UP,
    far,
    timed,
    times,
    until,
)
from mesocycle.output.samples import (
    gym,
    hostile,
    ladder,
    programme,
    running,
    samples,
    session,
    stopped,
)
from mesocycle.output.testing import OutputContract, rendered
from mesocycle.programme import Block, SegmentEnd, Target

_SPEC = importlib.util.spec_from_file_location("reader", Path(__file__).with_name("recogniser.py"))
recogniser = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(recogniser)
read, Unreadable = recogniser.read, recogniser.Unreadable


class TestContract(OutputContract):
    output = Intervals()
    loses = True


def made(programme, **options):
    return rendered(Intervals(), programme, options=options).unwrap()[0].content.decode()


def told(programme):
    return [
        each.message.removeprefix("intervals: ")
        for each in rendered(Intervals(), programme).diagnostics
    ]


def of(*segments, **changes):
    day = session("Run", 0, Block(kind="endurance", segments=segments))
    return programme(replace(day, **changes))


def step(stretch, **options):
    """The line that a stretch becomes."""
    found = [line for line in made(of(stretch), **options).split("\n") if line.startswith("- ")]
    assert len(found) == 1
    return found[0]


def aim(kind, low=None, high=None, unit=None, text="so hard", written=None):
    return Target(kind=kind, text=text, low=low, high=high, unit=unit, written=written)


def watts(value):
    return aim("power", value, value, "W", f"{value} W")


@pytest.mark.parametrize(
    ("stretch", "says"),
    [
        (timed("run", 30), "Run 30s"),
        (timed("run", 90), "Run 1m30s"),
        (timed("run", 5400), "Run 1h30m"),
        (far("run", 400), "Run 400mtr"),
        (far("run", 21_100), "Run 21.1km"),
        (far("run", 8047), "Run 5mi"),
        (far("run", 800, terrain="uphill"), "Run uphill 800mtr"),
        (timed("run", 60, aim("word", text="easy")), "Run, easy 1m"),
        (timed("run", 60, aim("rpe", 3, 4, "CR-10", "RPE 3–4")), "Run, RPE 3–4 1m"),
        (until("run", "lap"), "Run Press lap 10m"),
        (replace(timed("bike", 60, watts(100)), target_end=watts(200)), "Bike 1m ramp 100-200w"),
    ],
)
def test_a_stretch_is_a_step(stretch, says):
    assert step(stretch) == f"- {says}"


@pytest.mark.parametrize(
    ("activity", "target", "says"),
    [
        ("run", aim("pace", 300, 320, "s/km", "5:00–5:20/km"), "5:20-5:00/km Pace"),
        ("run", aim("pace", 294, 294, "s/km", "5k pace (4:54/km)", "5k pace"), "4:54/km Pace"),
        ("run", aim("pace", 298.258, 298.258, "s/km", "8:00/mi"), "8:00/mi Pace"),
        ("swim", aim("pace", 1000, 1000, "s/km", "1:40/100m"), "1:40/100m Pace"),
        ("run", aim("speed", 12, 12, "km/h", "12 km/h"), "5:00/km Pace"),
        ("bike", aim("power", 213, 238, "W", "power 85–95% (…)", "power 85-95%"), "213-238w"),
        ("bike", aim("power", text="power 85–95%", written="power 85-95%"), "85-95%"),
        ("run", aim("hr", 114, 133, "bpm", "zone 2 (114–133 bpm)", "zone 2"), "Z2 HR"),
        ("bike", aim("power", None, 190, "W", "below zone 3 (…)", "below zone 3"), "Z1-Z2"),
        ("run", aim("hr", 114, 133, "bpm", "hr 70–80%", "hr 70-80%"), "70-80% HR"),
        ("run", aim("hr", text="hr 90% of lthr", written="hr 90% of lthr"), "90% LTHR"),
        ("run", aim("zone", 1, 2, "zone", "zone 1–2"), "Z1-Z2 HR"),
        ("run", aim("zone", None, 3, "zone", "below zone 3"), "Z1-Z2 HR"),
        ("bike", aim("cadence", 90, 90, "rpm", "cadence 90"), "freeride 90rpm"),
        ("run", aim("cadence", 170, 180, "rpm", "cadence 170–180"), "170-180rpm"),
    ],
)
def test_a_target_is_a_target(activity, target, says):
    assert step(timed(activity, 60, target)) == f"- {activity.title()} 1m {says}"


def test_zones_are_of_what_one_says():
    zone = timed("run", 60, aim("zone", 2, 2, "zone", "zone 2"))
    assert step(zone, zones="pace") == "- Run 1m Z2 Pace"
    assert step(zone, zones="power") == "- Run 1m Z2"


def test_an_open_end_is_as_long_as_one_says():
    assert step(until("run", "lap"), open=1200) == "- Run Press lap 20m"


def test_repeats_are_blocks():
    text = made(
        programme(
            session("Run", 0, WARM_UP, Block(kind="endurance", segments=(INTERVALS,)), COOL_DOWN)
        )
    )
    assert "\n\nMain set 6x\n- Run 1m 4:54/km Pace\n- Run, easy 2m\n\n" in text
    steps = read(text)
    assert len(steps) == 2 + 12 + 1
    assert steps[2:4] == [("1m", "4:54/km Pace"), ("2m", "")]


def test_repeats_in_repeats_stand_there_in_full():
    steps = read(made(of(NESTED)))
    assert [length for length, _ in steps] == ["10m", "30s", "1m", "30s", "1m", "2m"] * 3


def test_repeats_follow_each_other():
    steps = read(made(of(times(2, timed("run", 30)), timed("run", 60), times(3, timed("run", 90)))))
    assert [length for length, _ in steps] == ["30s"] * 2 + ["1m"] + ["1m30s"] * 3


def test_each_session_has_a_heading():
    text = made(running())
    assert "\n===== Tuesday 8 December 2026, 18:00, Intervals, 33 min, about 5.8 km\n" in text
    assert text.count("=====") == len(
        [each for each in running().sessions if each.status != "skipped"]
    )


def test_one_session_can_be_had_by_itself():
    text = made(running(), on="2026-12-10")
    assert "=====" not in text
    assert "- Run, threshold 10m" in text
    assert made(running(), session="Long run").startswith("Main set\n- Run, easy 5mi\n")


def test_what_it_cannot_hold_is_told_once_a_kind():
    said = told(running())
    assert [each.removeprefix("told in words only: ").split(" ")[0] for each in said] == [
        "efforts", "ends", "ranges", "targets",
    ]  # fmt: skip
    assert (
        told(ladder())[0]
        == "10 sessions without runs, rides and swims left out: Strength, Loosen up"
    )


def test_a_run_at_a_pace_loses_nothing():
    assert told(of(timed("run", 600, aim("pace", 300, 300, "s/km", "5:00/km")))) == []


def test_what_is_lost_stands_above_the_steps_in_words():
    beats = timed("run", 600, aim("hr", 120, 130, "bpm", "120–130 bpm"))
    text = made(of(beats))
    assert text.index("run 10 min at 120–130 bpm") < text.index("- Run 10m")
    assert "run until your heart rate is below 120" in made(of(until("run", "until hr < 120")))


def test_ramps_between_zones_are_words():
    zone = replace(
        timed("run", 600, aim("zone", 1, 1, "zone", "zone 1")),
        target_end=aim("zone", 3, 3, "zone", "zone 3"),
    )
    assert step(zone) == "- Run, from zone 1 to zone 3 10m"


def test_turns_until_an_end_are_one_step():
    turns = replace(
        times(1, timed("run", 60), timed("walk", 60)), end=SegmentEnd(kind="time", seconds=1200)
    )
    assert step(turns) == "- By turns 20m"
    assert "(run 1 min; walk 1 min) by turns for 20 min" in made(of(turns))


def test_a_stopped_session_has_no_steps():
    day = replace(session("Run", 0, WARM_UP), status="stopped", reason="A red flag.")
    text = made(programme(day))
    assert "Stopped. A red flag." in text
    assert read(text) == []
    assert "Stopped." in made(stopped())


def test_a_stopped_session_cannot_be_had_by_itself():
    day = replace(session("Run", 0, WARM_UP), status="stopped", reason="A red flag.")
    done = rendered(Intervals(), programme(day), options={"session": "Run"})
    assert [each.code for each in done.diagnostics] == ["E613"]


@pytest.mark.parametrize("what", [samples()["empty"], programme(gym().sessions[0])])
def test_without_anything_to_run_it_is_refused(what):
    done = rendered(Intervals(), what)
    assert [each.code for each in done.diagnostics] == ["E613"]


@pytest.mark.parametrize("name", samples())
def test_the_builder_reads_all_of_it(name):
    for product in rendered(Intervals(), samples()[name]).value or ():
        read(product.content.decode())


HOSTILE = (
    "3x", "Main set 5x", "- 10m 100%", "10m", "Z2", "ramp 60-80%", "press lap", "\n- 5m", "5 X",
    "1h", "400mtr", "90rpm", "200w", "4:30/km Pace", "1'30\"", "maxeffort", "intensity=rest",
    "–- 5m",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_what_people_write_is_never_a_step(words):
    assert read(made(hostile(words))) == read(made(hostile("harmless")))


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from([*HOSTILE, " ", "\n", "x", "-", "5", "m"]), min_size=1).map("".join)
)
def test_no_mixture_is_a_step(words):
    assert read(made(hostile(words))) == read(made(hostile("harmless")))


@pytest.mark.parametrize(
    "text",
    [
        "- 10 min", "- Run", "- 10m 5m", "Warm-up\n6x\n- 5m", "- 5m\n6x\n- 5m", "- 400m 100",
        "about 3x so", "- 10m Z",
    ],
)  # fmt: skip
def test_the_recogniser_would_notice(text):
    with pytest.raises(Unreadable):
        read(text)
