"""How long a session takes, before anybody has done it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from mesocycle.catalogue import model as catalogue
from mesocycle.catalogue.model import Catalogue
from mesocycle.compiler.numbers.duration import estimate
from mesocycle.programme import (
    Block,
    Exercise,
    Item,
    Load,
    Range,
    Segment,
    SegmentEnd,
    Set,
)

CATALOGUE = Catalogue({"plank": catalogue.Exercise(id="plank", name="Plank", rep_s=10)})
BAR = Load(kg=60, exact_kg=60, shown="60 kg", written="60kg")


def item(*sets, name="squat", kind="strength"):
    exercise = Exercise(id=name, name=name.title(), kind=kind)
    return Item(slot_id=name, exercise=exercise, sets=sets)


def reps(number, **more):
    return Set(reps=Range(target=number), **more)


def rest(seconds):
    return Range(target=seconds)


def straight(*sets, **more):
    return Block(kind="straight", items=(item(*sets, **more),))


@pytest.mark.parametrize(
    ("block", "seconds"),
    [
        # A rep takes 4 s, or what the catalogue says; 45 s to the next set, 2 min with a load.
        (straight(*[reps(15)] * 10), 10 * (60 + 45)),
        (straight(*[reps(6)] * 10, name="plank"), 10 * (60 + 45)),
        (straight(*[reps(15, load=BAR)] * 10), 10 * (60 + 120)),
        (straight(*[reps(15, load=BAR, warmup=True)] * 10), 10 * (60 + 45)),
        (straight(*[reps(15, rest_s=rest(60))] * 10), 10 * (60 + 60)),
        (straight(*[reps(5, rest_s=rest(60), side="each")] * 10), 10 * (40 + 60)),
        # By the tempo; as fast as possible is a second, and never less than the catalogue says.
        (straight(*[reps(10, tempo=(3, 1, 0, 1), rest_s=rest(60))] * 10), 10 * (60 + 60)),
        (straight(*[reps(10, tempo=(1, 0, 1, 0), rest_s=rest(20))] * 10, name="plank"), 1200),
        # No rest before a drop set.
        (straight(*[reps(15, rest_s=rest(60)), reps(15, drop=True, rest_s=rest(60))] * 5), 900),
        # A hold by the clock, a carry at a walk, as many as possible at a guess.
        (straight(*[Set(hold_s=Range(target=60), rest_s=rest(60))] * 10), 1200),
        (straight(*[Set(distance_m=60, rest_s=rest(60))] * 10), 1200),
        (straight(*[Set(amrap=True, rest_s=rest(60))] * 3), 300),
        # On the clock, whatever is done in the time.
        (Block(kind="emom", duration_s=1200, items=(item(reps(5)),)), 1200),
        (Block(kind="every", interval_s=150, rounds=8, items=(item(reps(5)),)), 1200),
        (
            Block(
                kind="every", interval_s=150, rounds=4, alternating=True, items=(item(reps(5)),) * 2
            ),
            1200,
        ),
        (Block(kind="amrap", duration_s=1200, items=(item(reps(5)),)), 1200),
        (Block(kind="for_time", cap_s=1200, items=(item(reps(5)),)), 1200),
        (
            Block(kind="tabata", rounds=8, work_s=20, off_s=10, items=(item(Set()),) * 5),
            5 * 8 * 30,
        ),
        # For time without a cap: the work, without a rest.
        (Block(kind="for_time", items=(item(*[reps(75)] * 4),)), 1200),
        (
            Block(kind="for_time", items=(item(*[Set(distance_m=750)] * 4, kind="cardio"),)),
            1200,
        ),
        # Rounds: 10 s from one exercise to the next, rests between the rounds and at the end.
        (
            Block(kind="superset", rounds=3, rest_s=90, items=(item(*[reps(10)] * 3),) * 2),
            3 * 2 * (40 + 10) + 2 * 90,
        ),
        (
            Block(kind="circuit", rounds=3, rest_after_s=120, items=(item(*[reps(10)] * 3),) * 2),
            3 * 2 * (40 + 10) + 2 * 45 + 120,
        ),
        # Where each exercise of a group has a rest of its own, there is none between rounds.
        (
            Block(
                kind="superset", rounds=3, items=(item(*[reps(10, rest_s=rest(60))] * 3),) * 2
            ),
            3 * 2 * (40 + 60 + 10),
        ),
    ],
)  # fmt: skip
def test_a_block(block, seconds):
    assert estimate([block], CATALOGUE) == -(-seconds // 300) * 5


def walk(**more):
    return Segment(activity="walk", end=SegmentEnd(kind="time", seconds=301), **more)


def test_what_goes_by_the_clock_is_as_long_as_that():
    again = Segment(activity="walk", repeat=2, segments=(walk(),))
    assert estimate([Block(kind="warmup", segments=(walk(),))], CATALOGUE) == 6
    assert estimate([Block(kind="endurance", segments=(walk(), again))], CATALOGUE) == 16


def test_blocks_add_up_and_round_up_to_five_minutes():
    sets = Block(kind="straight", items=(item(reps(10)),))
    assert estimate([Block(kind="warmup", segments=(walk(),)), sets], CATALOGUE) == 10


def test_a_distance_takes_as_long_as_a_pace_tells():
    run = Segment(activity="run", end=SegmentEnd(kind="distance", metres=5000))
    known = replace(run, estimated_s=1530)
    assert estimate([Block(kind="endurance", segments=(known,))], CATALOGUE) == 30
    assert estimate([Block(kind="endurance", segments=(walk(), run))], CATALOGUE) is None


def test_nothing_that_takes_time():
    assert estimate([], CATALOGUE) is None
    assert estimate([Block(kind="note", title="Rest.")], CATALOGUE) is None


def test_a_max_is_not_tested_in_a_moment_but_an_easy_set_is_soon_done():
    most = replace(reps(1), test=True)
    lift = item(most)
    assert estimate([Block(kind="straight", items=(lift,) * 3)], CATALOGUE) == 30
    assert (
        estimate([Block(kind="straight", items=(replace(lift, assessment=True),) * 3)], CATALOGUE)
        == 5
    )
