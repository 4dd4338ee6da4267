"""How sets, stretches and days read."""

from __future__ import annotations

import pytest

from mesocycle.output import wording
from mesocycle.output.samples import ladder, samples, session
from mesocycle.programme import Block, Load, Range, Segment, SegmentEnd, Set, Target

EIGHT = Set(reps=Range(target=8))
BAND = Set(reps=Range(target=9, min=8, max=12))
BAR = Load(kg=82.5, exact_kg=81.75, shown="82.5 kg", written="75%")
HOLD = Set(hold_s=Range(target=45, min=30, max=60))


@pytest.mark.parametrize(
    ("sets", "reads"),
    [
        ([EIGHT] * 3, "3 × 8 reps"),
        ([BAND] * 3, "3 × 9 reps (8–12)"),
        ([Set(reps=Range(target=8, min=8, max=8), side="each")], "1 × 8 reps each side"),
        ([Set(reps=Range(target=1), test=True)], "test 1 × 1 rep"),
        ([HOLD] * 2, "2 × 45 s (30–60 s)"),
        ([Set(hold_s=Range(target=90, min=60, max=180))], "1 × 90 s (60 s–3 min)"),
        (
            [
                Set(hold_s=Range(target=90), side="left"),
                Set(hold_s=Range(target=120), side="right"),
            ] * 3,
            "left 3 × 90 s, right 3 × 2 min",
        ),
        ([Set(amrap=True)] * 3, "3 × as many as possible"),
        ([Set(reps=Range(target=5), amrap=True, load=BAR)], "1 × 5 or more reps at 82.5 kg (75%)"),
        ([Set(hold_s=Range(target=30), amrap=True)], "1 × 30 s or more"),
        ([Set(distance_m=400)], "1 × 400 m"),
        ([Set(reps=Range(target=5), rpe=8)], "1 × 5 reps at RPE 8"),
        ([Set(distance_m=40, rpe=7.5, rir=2)], "1 × 40 m at RPE 7.5 with 2 reps in reserve"),
        ([Set(reps=Range(target=3), label="close")] * 2, "2 × 3 reps (close)"),
        ([Set(reps=Range(target=5), warmup=True), EIGHT, EIGHT], "warm-up 1 × 5 reps, 2 × 8 reps"),
        (
            [Set(distance_m=8, tempo=(2, 0, 2, 0), rest_s=Range(target=60, min=60, max=90))],
            "1 × 8 m, tempo 2-0-2-0, rest 60–90 s",
        ),
        ([], ""),
        ([Set()], "1 × set"),
    ],
)  # fmt: skip
def test_sets(sets, reads):
    assert wording.scheme(sets) == reads


def stretch(seconds=None, *, metres=None, how=None, **more):
    kind = "time" if seconds else "distance" if metres else "lap"
    target = Target(kind="word", text=how) if how else None
    end = SegmentEnd(kind=kind, seconds=seconds, metres=metres)
    return Segment(activity="run", end=end, target=target, **more)


@pytest.mark.parametrize(
    ("segment", "reads"),
    [
        (stretch(1800, how="easy"), "run 30 min, easy"),
        (stretch(metres=5000), "run 5 km"),
        (stretch(metres=21100, how="at 5:00/km"), "run 21.1 km, at 5:00/km"),
        (stretch(), "run until you press lap"),
        (stretch(60, repeat=4), "4 × run 1 min"),
        (
            Segment(activity="run", repeat=6, segments=(stretch(60, how="5k pace"), stretch(120))),
            "6 × (run 1 min, 5k pace; run 2 min)",
        ),
        (Segment(activity="walk"), "walk"),
    ],
)
def test_stretches(segment, reads):
    assert wording.segment(segment) == reads


@pytest.mark.parametrize(
    ("block", "reads"),
    [
        (Block(kind="straight"), ""),
        (
            Block(kind="superset", rounds=3, rest_s=90),
            "Superset, 3 rounds, rest 90 s between rounds",
        ),
        (Block(kind="emom", duration_s=600), "Every minute, 10 min"),
        (Block(kind="for_time", cap_s=1200), "For time, at most 20 min"),
        (Block(kind="circuit", rounds=1, title="legs"), "Legs, 1 round"),
    ],
)
def test_blocks(block, reads):
    assert wording.heading(block) == reads


@pytest.mark.parametrize(
    ("seconds", "reads"),
    [
        (45, "45 s"),
        (60, "1 min"),
        (90, "90 s"),
        (150, "2 min 30 s"),
        (3600, "1 h"),
        (4530, "1 h 15 min 30 s"),
        (0, "0 s"),
    ],
)
def test_durations(seconds, reads):
    assert wording.duration(seconds) == reads


def test_days():
    assert wording.day("2026-12-07") == "Monday 7 December"
    assert wording.day("2026-12-07", short=True, year=True) == "Mon 7 Dec 2026"


def test_a_session_in_a_line():
    strength, run = ladder().sessions[:2]
    assert wording.gist(strength) == "Cat Cow, Figure Four Stretch, Superman and 2 more"
    assert wording.gist(run) == "run 30 min, easy"
    assert wording.gist(session("Rest", 0)) == ""


def test_what_to_log_fits_the_session():
    strength, run = ladder().sessions[:2]
    assert "every set" in wording.to_log(strength)
    assert "distance" in wording.to_log(run)
    assert wording.to_log(session("Rest", 0)) == ""


def test_all_samples_can_be_said():
    for programme in samples().values():
        for each in programme.sessions[:20]:
            words = [wording.gist(each), wording.status(each), wording.time_of_day(each)]
            for block in each.blocks:
                words += map(wording.segment, block.segments)
                words += [wording.scheme(item.sets) for item in block.items]
            assert "None" not in " ".join(words)
