"""What was done, beside what was asked: said only where it is another thing."""

from __future__ import annotations

import pytest

from mesocycle.output import wording
from mesocycle.output.samples import as_done
from mesocycle.programme import Block, Exercise, Item, Load, Range, Session, Set, Total

SQUAT = Exercise(id="squat", name="Squat", kind="strength")
BLOCK = Block(kind="straight")


def load(kg):
    return Load(kg=kg, exact_kg=kg, shown=f"{kg} kg", written=f"{kg}kg")


def sets(*reps, kg=None, side="both"):
    return tuple(Set(reps=Range(target=n), load=load(kg) if kg else None, side=side) for n in reps)


@pytest.mark.parametrize(
    ("asked", "done", "reads"),
    [
        (sets(8, 8, 8), None, "3 × 8 reps"),
        (sets(8, 8, 8), sets(8, 8, 8), "3 × 8 reps"),
        (sets(8, 8, 8), sets(8, 8, 6), "3 × 8 reps; done 8, 8, 6"),
        (sets(8, 8, 8), sets(8), "3 × 8 reps; done 8"),
        (sets(8, 8, 8), (), "3 × 8 reps; not done"),
        ((), sets(8, 8), "done 2 × 8 reps"),
        (sets(5, 5, kg=60), sets(5, 4, kg=60), "2 × 5 at 60 kg; done 5, 4"),
        (
            sets(5, 5, kg=60), (*sets(5, kg=60), *sets(4, kg=55)),
            "2 × 5 at 60 kg; done 1 × 5 at 60 kg, 1 × 4 at 55 kg",
        ),
        (
            sets(8, 8, side="each"), sets(8, 6, side="each"),
            "2 × 8 reps each side; done 8, 6 each side",
        ),
        (
            sets(8, 8, side="each"), (*sets(8, 8, side="left"), *sets(8, 6, side="right")),
            "2 × 8 reps each side; done left 8, 8, right 8, 6",
        ),
        (
            (Set(hold_s=Range(target=30)),), (Set(hold_s=Range(target=25)),),
            "1 × 30 s; done 25 s",
        ),
        (
            (Set(reps=Range(target=5), warmup=True), *sets(8, 8)), sets(8, 7),
            "2 × 8 reps; done 8, 7",
        ),
    ],
)  # fmt: skip
def test_an_item(asked, done, reads):
    assert wording.work(Item(slot_id="1", exercise=SQUAT, sets=asked, done=done), BLOCK) == reads


@pytest.mark.parametrize(
    ("facts", "reads"),
    [
        ({}, "Done"),
        ({"partial": True}, "Done, in part"),
        ({"unplanned": True}, "Done, unplanned"),
    ],
)
def test_a_status(facts, reads):
    one = Session(id="1", name="Lift", week=1, date="2026-12-07", status="done", **facts)
    assert wording.status(one) == reads


def test_how_long_and_how_far_it_was():
    one, besides, unsaid = as_done().sessions
    assert wording.summary(one) == "Done: 44 min, 7.6 km."
    assert wording.summary(besides) == ""
    assert wording.summary(unsaid) == ""
    logged = Total(metres=5000)
    plain = Session(id="1", name="Run", week=1, date="2026-12-07", status="done", logged=logged)
    assert wording.summary(plain) == "Done: 5 km."
