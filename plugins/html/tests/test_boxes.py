"""Boxes and what they are known by; what the timer is told."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from mesocycle.output import samples
from mesocycle.output.sample_parts import EVERY_KIND, LADDER, RUN, item
from mesocycle.programme import Block, Load, Range, Set
from plugins.html.tests.reading import made


def session_of(*blocks, **options):
    page = made(samples.programme(samples.session("One", 0, *blocks)), **options)
    return page.one("details", "ses")


def straight(*sets, exercise=LADDER[0].exercise):
    return Block(kind="straight", items=(item(exercise, sets=sets),))


def keys(session):
    return [each.attributes["data-k"] for each in session.all("p", "row")]


def places(session):
    return [each.text or "…" for row in session.all("p", "row") for each in row.all("label")]


EACH = Set(reps=Range(target=8), side="each", rest_s=Range(target=60))


def test_a_box_for_every_set_and_side():
    session = session_of(straight(EACH, EACH))
    rows = [(row.attributes["aria-label"], row.text) for row in session.all("p", "row")]
    assert rows == [("Superman, left", "Left 1 2"), ("Superman, right", "Right 1 2")]
    assert len(list(session.all("input"))) == 4 + len(["felt", "minutes"])


def test_sets_that_differ_say_how():
    def at(kg, reps, **more):
        load = Load(kg=kg, exact_kg=kg, shown=f"{kg} kg", written=f"{kg}kg")
        return Set(reps=Range(target=reps), load=load, **more)

    assert places(session_of(straight(at(80, 5), at(90, 3), at(100, 1, amrap=True)))) == [
        "5 × 80 kg", "3 × 90 kg", "1+ × 100 kg",
    ]  # fmt: skip
    assert places(session_of(straight(at(80, 5), at(80, 5), at(80, 5, amrap=True)))) == [
        "1", "2", "5+",
    ]  # fmt: skip


def test_very_many_sets_are_counted():
    many = session_of(straight(*[Set(reps=Range(target=5))] * 30))
    assert places(many) == ["of 30"]
    assert next(many.all("input")).attributes["max"] == "30"
    assert len(places(session_of(straight(*[Set(reps=Range(target=5))] * 20)))) == 20


def test_warm_up_sets_have_boxes_of_their_own():
    light = Set(reps=Range(target=5), warmup=True)
    session = session_of(straight(light, light, replace(light, warmup=False)))
    assert keys(session) == ["slot superman/superman~W", "slot superman/superman~"]
    assert places(session) == ["1", "2", "1"]


def test_a_slot_that_is_filled_twice_is_told_apart():
    twice = Block(kind="straight", items=LADDER[:1] * 2)
    assert keys(session_of(twice)) == ["slot superman/superman~", "slot superman/superman~1~"]


def test_a_programme_that_is_built_again_has_the_same_keys():
    """Other numbers, another day, another title: the boxes are the same."""
    before = samples.session("One", 0, Block(kind="straight", items=LADDER))
    harder = tuple(replace(each, sets=(*each.sets, each.sets[0])) for each in LADDER)
    after = replace(
        before,
        blocks=(Block(kind="straight", items=harder),),
        date="2026-12-09",
        name="Another name",
        minutes=55,
    )
    first, second = (
        made(samples.programme(each)).one("details", "ses") for each in (before, after)
    )
    assert first.attributes["id"] == second.attributes["id"]
    assert keys(first) == keys(second)


def test_another_exercise_in_the_slot_takes_over_no_ticks():
    slot = LADDER[0].slot_id
    other = replace(LADDER[1], slot_id=slot)
    first, second = (
        session_of(Block(kind="straight", items=(each,))) for each in (LADDER[0], other)
    )
    assert set(keys(first)).isdisjoint(keys(second))


def test_stretches_have_a_box_and_repeats_one_for_every_time():
    session = session_of(*RUN, EVERY_KIND[9])
    assert keys(session)[:4] == ["b0.0", "b1.0", "b2.0", "b3.0"]
    assert places(session)[3:9] == ["1", "2", "3", "4", "5", "6"]


def test_without_the_log_there_is_nothing_to_tick():
    session = session_of(straight(EACH), *RUN, log=False)
    assert not list(session.all("input"))
    assert "data-log" not in session.attributes


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (EVERY_KIND[1], "superset n3 r90"),
        (EVERY_KIND[4], "emom d600"),
        (EVERY_KIND[5], "every d720 i90"),
        (EVERY_KIND[6], "amrap d720"),
        (EVERY_KIND[7], "for_time c1200"),
        (EVERY_KIND[8], "tabata n8 w20 o10"),
        (Block(kind="straight", items=LADDER, rest_after_s=120), "straight a120"),
        (EVERY_KIND[10], None),
    ],
)
def test_the_timer_is_told_of_a_block(block, told):
    assert session_of(block).one("div", "blk").attributes.get("data-b") == told


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ((EACH, EACH, EACH), "3*e/60"),
        ((Set(hold_s=Range(target=30), side="left"), Set(hold_s=Range(target=45))), "l30 b45"),
        ((Set(reps=Range(target=5), warmup=True), replace(EACH, side="both")), "wb b/60"),
    ],
)
def test_the_timer_is_told_of_sets(sets, told):
    assert session_of(straight(*sets)).one("li", "it").attributes["data-t"] == told


def test_the_timer_is_told_of_stretches():
    kind, _, steps = session_of(EVERY_KIND[9]).one("div", "blk").attributes["data-b"].partition(" ")
    assert kind == "run"
    assert json.loads(steps) == [
        [6, [["Run 1 min, 5k pace", 60], ["Jog 2 min, easy", 120]]],
        ["Run 5.2 km at 5:00–5:20/km", 0],
        ["Walk until you press lap", 0],
        ["Walk until your heart rate is below 120", 0],
    ]


def test_without_the_timer_nothing_is_told_and_nothing_runs():
    page = made(samples.ladder(), timer=False)
    assert not list(page.all("button", "go"))
    assert not [each for each in page.all() if {"data-b", "data-t"} & set(each.attributes)]
    script = "".join(next(reversed(list(page.all("script")))).words)
    assert "stepsOf" not in script
