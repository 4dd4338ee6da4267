"""How sets, stretches and days read."""

from __future__ import annotations

import msgspec
import pytest

from mesocycle.output import wording
from mesocycle.output.samples import gym, ladder, samples, session
from mesocycle.programme import (
    Block,
    Item,
    Load,
    Range,
    Segment,
    SegmentEnd,
    Set,
    Target,
)

EIGHT = Set(reps=Range(target=8))
BAND = Set(reps=Range(target=9, min=8, max=12))
BAR = Load(kg=82.5, exact_kg=81.75, shown="82.5 kg", written="75%")
PLUS = Load(kg=10, exact_kg=10, shown="+10 kg", written="+10kg")
NO_MAX = Load(kg=None, exact_kg=None, shown="70–75%", written="70-75%")
EMPTY = Load(kg=20, exact_kg=20, shown="20 kg", written="empty bar")
TENSE = "6s contract, 24s stretch"
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
        ([Set(amrap=True)] * 3, "3 × max"),
        ([Set(reps=Range(target=5), amrap=True, load=BAR)], "1 × 5+ at 82.5 kg"),
        ([Set(reps=Range(target=5), amrap=True)], "1 × 5+ reps"),
        ([Set(hold_s=Range(target=30), amrap=True)], "1 × 30 s+"),
        ([Set(distance_m=400)], "1 × 400 m"),
        ([Set(reps=Range(target=5), load=BAR)] * 5, "5 × 5 at 82.5 kg"),
        ([Set(reps=Range(target=9, min=8, max=12), load=BAR)], "1 × 9 (8–12) at 82.5 kg"),
        ([Set(reps=Range(target=5), side="each", load=BAR)], "1 × 5 each side at 82.5 kg"),
        ([Set(reps=Range(target=5), rpe=8)], "1 × 5 @8"),
        ([Set(reps=Range(target=5), rpe=7, rpe_max=8)], "1 × 5 @7–8"),
        ([Set(reps=Range(target=5), rir=2, rpe=8)], "1 × 5 @8"),
        ([Set(reps=Range(target=5), rir=2, load=BAR)], "1 × 5 at 82.5 kg with 2 RIR"),
        ([Set(distance_m=40, rpe=7.5, rir=2)], "1 × 40 m @7.5 with 2 RIR"),
        ([Set(reps=Range(target=1, min=1, max=3), test=True)], "test 1 × 1–3 reps"),
        ([Set(reps=Range(target=5), load=PLUS)] * 3, "3 × 5 at +10 kg"),
        ([Set(reps=Range(target=5), load=NO_MAX)] * 3, "3 × 5 at 70–75%"),
        ([Set(reps=Range(target=5), load=EMPTY)] * 2, "2 × 5 with the empty bar"),
        (
            [Set(reps=Range(target=10), load=BAR), Set(amrap=True, drop=True, load=EMPTY)],
            "1 × 10 at 82.5 kg, drop 1 × max with the empty bar",
        ),
        (
            [Set(reps=Range(target=5), load=load) for load in (BAR, NO_MAX, BAR)],
            "1 × 5 at 82.5 kg, 1 × 5 at 70–75%, 1 × 5 at 82.5 kg",
        ),
        ([Set(reps=Range(target=n)) for n in (21, 15, 9)], "21-15-9 reps"),
        ([Set(reps=Range(target=n), load=BAR) for n in (21, 15, 9)], "21-15-9 at 82.5 kg"),
        ([Set(reps=Range(target=n)) for n in (10, 10, 9)], "2 × 10 reps, 1 × 9 reps"),
        ([Set(hold_s=Range(target=30), label=TENSE)] * 3, "3 × 30 s (6s contract, 24s stretch)"),
        (
            [
                Set(reps=Range(target=5), load=BAR, rest_s=Range(target=180)),
                Set(reps=Range(target=5), amrap=True, load=BAR, rest_s=Range(target=300)),
            ],
            "1 × 5 at 82.5 kg (rest 3 min), 1 × 5+ at 82.5 kg (rest 5 min)",
        ),
        (
            [Set(reps=Range(target=5), load=BAR, rest_s=Range(target=180)), Set(amrap=True)],
            "1 × 5 at 82.5 kg, 1 × max, rest 3 min",
        ),
        ([Set(reps=Range(target=5), tempo=(3, 1, 0, 0))], "1 × 5 reps, tempo 3-1-X-0"),
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


FRAN = Item(slot_id="1", sets=tuple(Set(reps=Range(target=n)) for n in (21, 15, 9)))
WATER = Item(slot_id="2", task="Drink")


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
        (Block(kind="emom", duration_s=600, interval_s=60, rounds=10), "EMOM 10 min"),
        (
            Block(kind="emom", duration_s=600, rounds=10, alternating=True),
            "EMOM 10 min, one exercise each time, in turn",
        ),
        (
            Block(kind="every", duration_s=720, interval_s=90, rounds=8),
            "Every 90 s for 12 min",
        ),
        (Block(kind="every", interval_s=150, rounds=5), "Every 2 min 30 s, 5 rounds"),
        (Block(kind="amrap", duration_s=720), "AMRAP 12 min"),
        (Block(kind="for_time", cap_s=1200), "For time, cap 20 min"),
        (Block(kind="for_time", rounds=5), "For time, 5 rounds"),
        (
            Block(kind="for_time", rounds=3, title="Fran", items=(FRAN,)),
            "Fran – for time, 21-15-9 reps",
        ),
        (Block(kind="tabata", rounds=8, work_s=20, off_s=10), "Tabata 8 × 20 s / 10 s"),
        (Block(kind="circuit", rounds=1, title="legs"), "Legs – circuit, 1 round"),
        (Block(kind="superset", title="Complex", rounds=3), "Complex, 3 rounds"),
        (Block(kind="note", title="walk"), "Walk"),
    ],
)
def test_blocks(block, reads):
    assert wording.heading(block) == reads


@pytest.mark.parametrize(
    ("block", "sets", "reads"),
    [
        (Block(kind="straight"), [EIGHT] * 3, "3 × 8 reps"),
        (Block(kind="superset", rounds=3), [EIGHT] * 3, "8 reps"),
        (
            Block(kind="superset", rounds=3),
            [Set(reps=Range(target=8), load=BAR, rest_s=Range(target=60))] * 3,
            "8 reps at 82.5 kg, rest 60 s",
        ),
        (Block(kind="superset", rounds=3), [EIGHT] * 2, "2 × 8 reps"),
        (
            Block(kind="superset", rounds=2),
            [EIGHT, Set(reps=Range(target=8), load=BAR)],
            "1 × 8 reps, 1 × 8 at 82.5 kg",
        ),
        (
            Block(kind="circuit", rounds=2),
            [Set(hold_s=Range(target=30), side=side) for side in ("left", "right")] * 2,
            "left 30 s, right 30 s",
        ),
        (Block(kind="amrap", duration_s=600), [EIGHT], "8 reps"),
        (
            Block(kind="emom", rounds=10, alternating=True, items=(WATER,) * 2),
            [EIGHT] * 5,
            "8 reps",
        ),
        (Block(kind="for_time", rounds=3, items=(FRAN,)), FRAN.sets, ""),
        (
            Block(kind="for_time", rounds=3, items=(FRAN,)),
            [Set(reps=Range(target=n), load=BAR) for n in (21, 15, 9)],
            "at 82.5 kg",
        ),
        (
            Block(kind="tabata", rounds=8, work_s=20, off_s=10),
            [Set(hold_s=Range(target=20))] * 8,
            "",
        ),
        (Block(kind="tabata", rounds=8, work_s=20, off_s=10), [EIGHT] * 8, "8 reps"),
        (Block(kind="circuit", rounds=3), [], ""),
    ],
)
def test_what_an_item_asks_for_in_its_block(block, sets, reads):
    assert wording.work(Item(slot_id="1", sets=tuple(sets)), block) == reads


RAMP = (Set(reps=Range(target=5), warmup=True, load=EMPTY), Set(reps=Range(target=5), load=BAR))


def test_the_ramp_apart_and_the_working_sets_without_it():
    squat = Item(slot_id="1", sets=RAMP)
    assert wording.ramp(squat) == "warm-up 1 × 5 with the empty bar"
    assert wording.work(squat, Block(kind="straight")) == "1 × 5 at 82.5 kg"
    assert wording.ramp(WATER) == ""


def test_the_rest_at_the_end():
    assert wording.after(Block(kind="superset", rest_after_s=120)) == "Then rest 2 min."
    assert wording.after(Block(kind="superset")) == ""


@pytest.mark.parametrize(
    ("kg", "unit", "reads"),
    [
        (82.5, "kg", "82.5 kg"),
        (108.86217, "lb", "240 lb"),
        (12340.4, "kg", "12,340 kg"),
        (1000, "lb", "2,205 lb"),
    ],
)
def test_masses(kg, unit, reads):
    assert wording.mass(kg, unit) == reads


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
    assert "load of every set" in wording.to_log(gym().sessions[0])
    named = msgspec.structs.replace(FRAN, exercise=strength.blocks[0].items[0].exercise)
    fran = Block(kind="for_time", items=(named,))
    assert "your time" in wording.to_log(session("Fran", 0, fran))


def test_all_samples_can_be_said():
    for programme in samples().values():
        for each in programme.sessions[:20]:
            words = [wording.gist(each), wording.status(each), wording.time_of_day(each)]
            for block in each.blocks:
                words += map(wording.segment, block.segments)
                words += [wording.heading(block), wording.after(block)]
                words += [wording.scheme(item.sets) for item in block.items]
                words += [wording.work(item, block) for item in block.items]
            assert "None" not in " ".join(words)
