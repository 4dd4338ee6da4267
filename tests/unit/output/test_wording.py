"""How stretches, days and sessions read."""

from __future__ import annotations

import msgspec
import pytest

from mesocycle.output import wording
from mesocycle.output.samples import gym, ladder, samples, session
from mesocycle.programme import Block, Item, Range, Segment, SegmentEnd, Set, Target

FRAN = Item(slot_id="1", sets=tuple(Set(reps=Range(target=n)) for n in (21, 15, 9)))


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
