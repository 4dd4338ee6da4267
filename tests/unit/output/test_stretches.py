"""How segments read: targets in numbers, ends, terrain, repeats, and what they come to."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mesocycle.miles import is_in_miles
from mesocycle.output import wording
from mesocycle.output.amounts import distances, times
from mesocycle.output.sample_days import session
from mesocycle.output.sample_runs import CUT, INTERVALS, NESTED, ODD, far, timed
from mesocycle.output.sample_runs import times as repeated
from mesocycle.output.targets import how_hard
from mesocycle.programme import Block, Segment, SegmentEnd, Session, Target, Total


def until(text):
    return SegmentEnd(kind="condition", text=text)


def aim(kind, text, written=None):
    return Target(kind=kind, text=text, written=written)


@pytest.mark.parametrize(
    ("target", "reads"),
    [
        (aim("word", "easy"), "run 10 min, easy"),
        (aim("pace", "5:00-5:20/km"), "run 10 min at 5:00–5:20/km"),
        (aim("pace", "at 5:30/km"), "run 10 min at 5:30/km"),
        (aim("pace", "4:54/km", "5k pace"), "run 10 min at 4:54/km (5k pace)"),
        (aim("pace", "5k pace (4:54/km)", "5k pace"), "run 10 min at 5k pace (4:54/km)"),
        (aim("hr", "zone 2 (114–133 bpm)", "zone 2"), "run 10 min in zone 2 (114–133 bpm)"),
        (aim("hr", "hr 80–85% (152–162 bpm)", "hr 80-85%"), "run 10 min, hr 80–85% (152–162 bpm)"),
        (aim("power", "power 90%", "power 90%"), "run 10 min, power 90%"),
        (aim("cadence", "cadence 90"), "run 10 min, cadence 90"),
        (aim("pace", "5k pace", "5k pace"), "run 10 min at 5k pace"),
        (aim("pace", "4:54/km", "at 5k pace"), "run 10 min at 4:54/km (5k pace)"),
        (aim("zone", "zone 2"), "run 10 min in zone 2"),
        (aim("zone", "zone 2-3"), "run 10 min in zone 2–3"),
        (aim("hr", "114-133 bpm", "zone 2"), "run 10 min at 114–133 bpm (zone 2)"),
        (aim("hr", "152-162 bpm", "hr 80-85%"), "run 10 min at 152–162 bpm (hr 80–85%)"),
        (aim("power", "250 W", "power 250W"), "run 10 min at 250 W (power 250W)"),
        (aim("zone", "below zone 3", "below zone 3"), "run 10 min, below zone 3"),
        (aim("hr", "below 133 bpm", "below zone 3"), "run 10 min, below 133 bpm (below zone 3)"),
        (aim("rpe", "RPE 4"), "run 10 min, RPE 4"),
        (aim("speed", "30 km/h"), "run 10 min at 30 km/h"),
    ],
)
def test_targets(target, reads):
    assert wording.segment(timed("run", 600, target)) == reads


def test_in_short_a_target_is_as_the_coach_wrote_it():
    assert how_hard(aim("pace", "4:54/km", "5k pace"), brief=True) == "5k pace"
    assert how_hard(aim("pace", "5k pace (4:54/km)", "5k pace"), brief=True) == "5k pace"
    assert wording.segment(INTERVALS, brief=True) == "6 × (run 1 min at 5k pace; run 2 min, easy)"


def test_a_ramp_goes_from_one_to_the_other():
    ramp = replace(timed("bike", 300, aim("power", "150 W")), target_end=aim("power", "250 W"))
    assert wording.segment(ramp) == "bike 5 min, from 150 W to 250 W"


@pytest.mark.parametrize(
    ("end", "reads"),
    [
        (SegmentEnd(kind="lap", text="lap"), "run until you press lap"),
        (SegmentEnd(kind="lap", text="until lap"), "run until you press lap"),
        (until("hr < 120"), "run until your heart rate is below 120"),
        (until("hr >= 150 bpm"), "run until your heart rate is at least 150"),
        (until("until power > 250W"), "run until your power is above 250 W"),
        (until("you breathe calmly"), "run until you breathe calmly"),
        (SegmentEnd(kind="time", seconds=5400, max_seconds=6000), "run 90–100 min"),
        (SegmentEnd(kind="distance", metres=8000, max_metres=10_000), "run 8–10 km"),
        (SegmentEnd(kind="distance", metres=8047, max_metres=9656), "run 5–6 mi"),
        (SegmentEnd(kind="distance", metres=21_100), "run 21.1 km"),
    ],
)  # fmt: skip
def test_ends(end, reads):
    assert wording.segment(Segment(activity="run", end=end)) == reads


@pytest.mark.parametrize("miles", [1, 2, 3, 3.1, 6.2, 8, 13.1, 20, 26.2])
def test_what_was_meant_in_miles(miles):
    assert is_in_miles(round(miles * 1609.344))


@pytest.mark.parametrize("metres", [400, 800, 1000, 1500, 5000, 8050, 21_100, 42_200, 50_000])
def test_what_was_meant_in_metres(metres):
    assert not is_in_miles(metres)


@pytest.mark.parametrize(("yards", "metres"), [(25, 23), (100, 91), (200, 183), (1650, 1509)])
def test_yards_of_a_pool(yards, metres):
    swim = Segment(activity="swim", end=SegmentEnd(kind="distance", metres=metres))
    assert wording.segment(swim) == f"swim {yards} yd"


@pytest.mark.parametrize("metres", [25, 50, 90, 100, 320, 1500])
def test_metres_of_a_pool(metres):
    swim = Segment(activity="swim", end=SegmentEnd(kind="distance", metres=metres))
    assert "yd" not in wording.segment(swim)


def test_a_run_is_in_no_yards():
    run = Segment(activity="run", end=SegmentEnd(kind="distance", metres=91))
    assert wording.segment(run) == "run 91 m"


def test_ranges():
    assert times(30, 45) == "30–45 s"
    assert times(5400, 6000) == "90–100 min"
    assert times(8 * 3600, 10 * 3600) == "8–10 h"
    assert distances(800, 1200) == "800 m–1.2 km"


def test_terrain_stands_before_the_target():
    hill = far("run", 800, aim("rpe", "RPE 9"), terrain="uphill")
    assert wording.segment(hill) == "run 800 m uphill, RPE 9"
    assert wording.segment(far("run", 400, terrain="track")) == "run 400 m on the track"


def test_rest_is_counted_in_seconds():
    assert wording.segment(timed("rest", 60)) == "rest 60 s"
    assert wording.segment(timed("run", 60)) == "run 1 min"


def outlined(*segments):
    return [(row.depth, row.text) for row in wording.outline(segments)]


def test_an_outline():
    assert outlined(NESTED) == [
        (0, "3 times:"),
        (1, "run 10 min, threshold"),
        (1, "2 times:"),
        (2, "run 30 s"),
        (2, "walk 1 min"),
        (1, "rest 2 min"),
    ]


def test_what_is_done_once_needs_no_heading():
    assert outlined(*CUT)[-2:] == [(0, "run 90 s"), (0, "walk 1 min")]
    assert outlined(repeated(1, timed("run", 60), timed("walk", 60))) == [
        (0, "run 1 min"), (0, "walk 1 min"),
    ]  # fmt: skip


FAST = far("run", 400, aim("pace", "5k pace (4:54/km)", "5k pace"))
TRACK = (repeated(5, FAST, timed("rest", 90)), FAST)


def test_a_rest_between_repeats_is_said_once():
    assert outlined(*TRACK) == [
        (0, "6 times, rest 90 s between:"),
        (1, "run 400 m at 5k pace (4:54/km)"),
    ]
    assert wording.segments(TRACK, brief=True) == ["6 × run 400 m at 5k pace, rest 90 s between"]
    assert wording.gist(run(*TRACK)) == "6 × run 400 m at 5k pace, rest 90 s between"


def test_a_rest_after_each_is_one_of_the_things_to_do():
    assert outlined(TRACK[0])[-1] == (1, "rest 90 s")
    assert outlined(TRACK[0], timed("run", 60)) == [
        (0, "5 times:"),
        (1, "run 400 m at 5k pace (4:54/km)"),
        (1, "rest 90 s"),
        (0, "run 1 min"),
    ]


def test_cues_stand_under_what_they_are_for():
    cued = replace(NESTED, cues=("Relaxed.",), notes=("Not on ice.",))
    rows = list(wording.outline([cued, replace(FAST, cues=("Tall.",))]))
    assert [(row.text, row.cues) for row in rows if row.cues] == [
        ("rest 2 min", ("Relaxed.", "Not on ice.")),
        ("run 400 m at 5k pace (4:54/km)", ("Tall.",)),
    ]
    (_, last) = wording.outline([TRACK[0], replace(FAST, cues=("Tall.",))])
    assert last.cues == ("Tall.",)


def run(*segments, total=None, minutes=None, **more):
    made = session("Run", 0, Block(kind="endurance", segments=segments), minutes=minutes)
    return replace(made, total=total, **more)


@pytest.mark.parametrize(
    ("total", "minutes", "reads"),
    [
        (None, 40, "about 40 min"),
        (None, None, ""),
        (Total(seconds=1290), 25, "21 min 30 s"),
        (Total(seconds=1200), 45, "about 45 min"),
        (Total(metres=5000), 30, "5 km, about 30 min"),
        (Total(seconds=2287, metres=5000, estimated=("seconds",)), 40, "5 km, about 38 min"),
        (Total(seconds=1800, metres=5043, estimated=("metres",)), 30, "30 min, about 5 km"),
        (
            Total(seconds=5400, max_seconds=6000, metres=15_010, max_metres=16_720,
                  estimated=("metres",)),
            100, "90–100 min, about 15–16.7 km",
        ),
    ],
)  # fmt: skip
def test_how_long_a_session_is(total, minutes, reads):
    assert wording.length(run(timed("run", 60), total=total, minutes=minutes)) == reads


def test_a_session_with_exercises_takes_what_all_of_it_takes():
    from mesocycle.output.sample_parts import LADDER

    mixed = run(timed("run", 600), total=Total(seconds=600), minutes=45)
    mixed = replace(mixed, blocks=(*mixed.blocks, Block(kind="straight", items=LADDER)))
    assert wording.length(mixed) == "about 45 min"
    assert wording.summary(mixed) == ""


def test_on_what_an_estimate_rests():
    total = Total(seconds=1980, metres=5830, estimated=("metres",), basis="the best 5k 24:30.")
    both = run(timed("run", 60), timed("walk", 60), total=total, minutes=35)
    said = wording.summary(both)
    assert said == "In all 33 min, about 5.8 km (estimated from the best 5k 24:30)."


def test_what_has_been_said_is_not_said_again():
    exact = run(timed("run", 60), timed("walk", 60), total=Total(seconds=1200), minutes=20)
    assert wording.summary(exact) == ""
    longer = replace(exact, minutes=60)
    assert wording.summary(longer) == "In all 20 min."


@pytest.mark.parametrize(
    ("segments", "reads"),
    [
        ((INTERVALS,), "6 × (run 1 min at 5k pace; run 2 min, easy)"),
        (CUT, "5 × (run 90 s; walk 2 min), then run 90 s; walk 1 min"),
        (
            (timed("run", 600), timed("bike", 60), INTERVALS),
            "6 × (run 1 min at 5k pace; run 2 min, easy), and more",
        ),
        (ODD, "run 10 min, from zone 1 to zone 3, and more"),
        ((), ""),
    ],
)
def test_the_gist(segments, reads):
    assert wording.gist(run(*segments)) == reads


def test_a_race_is_called_one_once():
    race = replace(run(far("run", 10_000)), race="B")
    assert wording.title(race) == "Race: Run"
    assert wording.title(replace(race, name="Race for Life")) == "Race for Life"
    assert "your time" in wording.to_log(race)


def test_why_a_session_is_left_out():
    def left_out(reason, status="skipped"):
        return Session(id="1", name="Run", week=1, date=None, status=status, reason=reason)

    assert wording.why_not(left_out("Christmas")) == "Skipped: Christmas."
    assert wording.why_not(left_out("Nothing in it may be done today.")) == (
        "Nothing in it may be done today."
    )
    assert wording.why_not(left_out(None)) == ""
