"""How groups read, and what each exercise asks for in them."""

from __future__ import annotations

import pytest

from mesocycle.output import wording
from mesocycle.programme import Block, Item, Load, Range, Set

EIGHT = Set(reps=Range(target=8))
BAR = Load(kg=82.5, exact_kg=81.75, shown="82.5 kg", written="75%")
EMPTY = Load(kg=20, exact_kg=20, shown="20 kg", written="empty bar")
FRAN = Item(slot_id="1", sets=tuple(Set(reps=Range(target=n)) for n in (21, 15, 9)))
WATER = Item(slot_id="2", task="Drink")


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
            Block(kind="emom", duration_s=600, rounds=5, alternating=True),
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
        (Block(kind="for_time", rounds=1), "For time"),
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


def test_a_title_that_is_the_session_s_is_not_said_again():
    fran = Block(kind="for_time", title="Fran", rounds=3)
    assert wording.heading(fran, "Fran") == "For time, 3 rounds"
    assert wording.heading(fran, "Wednesday") == "Fran – for time, 3 rounds"
    assert wording.heading(Block(kind="note", title="Rest."), "Rest.") == "Rest."


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
            Block(kind="emom", rounds=5, alternating=True, items=(WATER,) * 2),
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
