"""Runs, rides and swims: how each leg ends, how hard it is, and how legs repeat."""

from __future__ import annotations

import pytest

from mesocycle.syntax.nodes import (
    PER_100M,
    PER_500M,
    PER_MILE,
    Bound,
    Cadence,
    Count,
    Course,
    EasyOnly,
    Effort,
    Felt,
    Heart,
    Leg,
    NamedPace,
    Pace,
    Power,
    Ramp,
    Repeats,
    Skip,
    Speed,
    Stretch,
    SwapActivity,
    Under,
    Until,
    Volume,
    WeekOf,
    Zone,
)
from tests.unit.syntax.reading import piece, plan, refusal

EASY = "easy"


def bare(value):
    """What a node says, without its words."""
    if isinstance(value, Effort):
        return value.word.text
    if isinstance(value, tuple):
        return tuple(bare(each) for each in value)
    if hasattr(value, "__struct_fields__") and not isinstance(value, Count):
        fields = {name: bare(getattr(value, name)) for name in value.__struct_fields__}
        return (type(value).__name__, {k: v for k, v in fields.items() if k != "word"})
    return value


def leg(text):
    """The one leg of a line."""
    (only,) = piece("stretch", text).legs
    return only


def shape(part):
    """Legs and repeats in short: what moves, for how long, how hard."""
    if isinstance(part, Repeats):
        times = part.times and (part.times.low, part.times.high)
        return (times, part.total, tuple(shape(each) for each in part.legs))
    amount = part.seconds or part.metres
    target = part.target.word.text if isinstance(part.target, Effort) else type(part.target)
    return (part.activity and part.activity.text, amount.low, target if part.target else None)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("at 5:30/km", Pace(330, 330)),
        ("at 5:00-5:20/km", Pace(300, 320)),
        ("at 8:30/mi", Pace(510, 510, PER_MILE)),
        ("at 1:50/100m", Pace(110, 110, PER_100M)),
        ("at 2:05/500m", Pace(125, 125, PER_500M)),
        ("at mile pace", NamedPace("mile")),
        ("at 5k pace", NamedPace("5k")),
        ("at 10mi pace", NamedPace("10mi")),
        ("at hm pace", NamedPace("hm")),
        ("at half marathon pace", NamedPace("hm")),
        ("at mp", NamedPace("mp")),
        ("at marathon pace", NamedPace("mp")),
        ("at 30km/h", Speed(30_000, 30_000)),
        ("at 18-20mph", Speed(28_968, 32_187)),
        ("zone 2", Zone(2, 2)),
        ("zone 2-3", Zone(2, 3)),
        ("hr 140-150", Heart(140, 150)),
        ("hr 80-85%", Heart(8_000, 8_500, "max")),
        ("hr 70% of reserve", Heart(7_000, 7_000, "reserve")),
        ("hr 95% of threshold", Heart(9_500, 9_500, "threshold")),
        ("power 250W", Power(250, 250)),
        ("power 85-95%", Power(8_500, 9_500, True)),
        ("rpe 4", Felt(40, 40)),
        ("rpe 3-4.5", Felt(30, 45)),
        ("cadence 85-95", Cadence(85, 95)),
        ("below zone 3", Bound("below", Zone(3, 3))),
        ("above 250W", Bound("above", Power(250, 250))),
        ("below 150 bpm", Bound("below", Heart(150, 150))),
        ("below hr 150", Bound("below", Heart(150, 150))),
        ("from zone 1 to zone 3", Ramp(Zone(1, 1), Zone(3, 3))),
        ("from 150W to 250W", Ramp(Power(150, 150), Power(250, 250))),
        ("from 6:00/km to 5k pace", Ramp(Pace(360, 360), NamedPace("5k"))),
    ],
)
def test_targets(text, target):
    assert bare(leg(f"run 30min {text}").target) == bare(target)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("until lap", Until("lap")),
        ("until hr < 120", Until("hr", "<", 120)),
        ("until power > 250W", Until("power", ">", 250)),
        ('until "you breathe calmly"', Until("text", text="you breathe calmly")),
    ],
)
def test_open_ends(text, until):
    found = leg(f"run {text} easy")
    assert bare(found.until) == bare(until)
    assert bare(found.target) == EASY


@pytest.mark.parametrize("text", ["run 30min easy uphill", "run 30min uphill easy"])
def test_the_ground_goes_before_the_target_or_behind_it(text):
    found = leg(text)
    assert (found.terrain.text, bare(found.target)) == ("uphill", EASY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("run 6x400m", ((6, 6), None, ((None, 400, None),))),
        ("run 4-6x(1min sprint, 2min jog)",
         ((4, 6), None, ((None, 60, "sprint"), ("run", 120, "easy")))),
        ("run 6x(400m, rest 90s)", ((6, 6), None, ((None, 400, None), ("rest", 90, None)))),
        ("run (3min, 90s walk)", (None, None, ((None, 180, None), ("walk", 90, None)))),
        ("run (60s, 90s walk) for total 20min",
         (None, 1200, ((None, 60, None), ("walk", 90, None)))),
        ("run 3x(10min threshold, 2x(30s sprint, 1min walk), rest 2min)",
         ((3, 3), None, ((None, 600, "threshold"),
                         ((2, 2), None, ((None, 30, "sprint"), ("walk", 60, None))),
                         ("rest", 120, None)))),
        ("run 2x(walk 2x1min, 5min)",
         ((2, 2), None, (((2, 2), None, (("walk", 60, None),)), (None, 300, None)))),
        ("walk 2x(5min brisk, jog 4.5min)",
         ((2, 2), None, ((None, 300, "brisk"), ("run", 270, "easy")))),
    ],
)  # fmt: skip
def test_repeats(text, expected):
    assert shape(leg(text)) == expected


def test_a_jog_is_an_easy_run_unless_it_says_how_hard():
    found = piece("stretch", "warmup jog 10min")
    assert (found.role, found.activity.text, bare(found.legs[0].target)) == ("warmup", "run", EASY)
    (paced,) = piece("stretch", "run 2x(1min jog at 6:00/km)").legs[0].legs
    assert isinstance(paced.target, Pace)


def test_a_line_of_rest_stands_still():
    found = piece("standing", "rest 90s")
    assert (found.activity.text, found.legs[0].seconds) == ("rest", Count(90, 90))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("week 2: 100min", Course),
        ("week 4: 6x(1min at 5k pace, 2min jog)", Course),
        ("week 3: run 60min easy", Course),
        ("week 4: skip", Skip),
        ("weeks 4-5: volume 60%", Volume),
    ],
)
def test_what_changes_by_week(text, clause):
    found = piece("stretch_week", text)
    assert isinstance(found, WeekOf)
    assert isinstance(found.clause, clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("if outdoors: 5km easy", Course),
        ("if scaled: walk 20min", Course),
        ("when hip pain > 2: volume 60%", Volume),
        ("when hip pain > 2: swap run for bike at 80%", SwapActivity),
        ("when back pain > 0: runs easy only", EasyOnly),
    ],
)
def test_what_changes_by_a_condition(text, clause):
    found = piece("stretch_clause", text)
    assert isinstance(found, Under)
    assert isinstance(found.clause, clause)


def test_a_course_keeps_the_activity_that_it_names():
    found = piece("stretch_week", "week 3: walk 60min").clause
    assert (found.activity.text, found.legs[0].activity) == ("walk", None)


@pytest.mark.parametrize("text", ["run 30m sprint", "run 100m", "swim 50m", "swim 8x25m"])
def test_short_metres_that_are_meant(text):
    assert isinstance(piece("stretch", text), Stretch)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("run 1m", "E109"),
        ("run 99m", "E109"),
        ("run 30m easy", "E109"),
        ("swim 30m", "E109"),
        ("run 8x60m", "E109"),
        ("run 6x(400m, 50m jog)", "E109"),
        ("run 30min at 5:30", "E109"),
        ("run 30min at 5:30-5:40", "E109"),
        ("run 30min at 5:40-5:30/km", "E131"),
        ("run 30min at 5:70/km", "E132"),
        ("run 6-5km", "E131"),
        ("run 30min zone 3-2", "E131"),
        ("run 0x400m", "E132"),
        ("run 101x400m", "E132"),
        ("run 30min easy tempo", "E133"),
        ("run 30min uphill trail", "E133"),
        ("run 10min walk", "E133"),
        ("run ()", "E100"),
        ("run 6x", "E102"),
        ("run 6x(1min,)", "E100"),
        ("run until", "E102"),
        ("run until hr 120", "E100"),
        ("run 30min from zone 1", "E102"),
        ("run 30min below", "E102"),
        ("run 30min hr 140W", "E100"),
        ("run 30min at 5k", "E100"),
        ("run (1min) for total 20-30min", "E133"),
        ("run 300h", "E132"),
    ],
)
def test_what_is_no_stretch_is_refused(text, code):
    assert refusal("stretch", text) == code


def test_both_ways_to_write_a_pace_are_offered():
    (found,) = plan('session "A" on mon\n  run 30min at 5:30').diagnostics
    assert found.hints == ("write 5:30/km or 5:30/mi",)
    assert found.fixes == ()


def test_a_leg_is_blamed_at_its_own_place():
    text = 'session "A" on mon\n  run 6x(400m, 2x(5m easy, 1min walk))'
    (found,) = plan(text).diagnostics
    assert text[found.span.start : found.span.end] == "5m"


def test_a_line_of_one_leg_names_its_length():
    (only,) = piece("stretch", "run 5km").legs
    assert only == Leg(metres=Count(5000, 5000), word=only.word)


def test_a_whole_course_may_stand_in_a_week_of_any_line():
    assert isinstance(piece("week_of", "week 5: run (5min, 3min walk, 5min)").clause, Course)
