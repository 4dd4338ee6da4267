"""Liftoscript: it reads as it is meant, and what it cannot hold is told."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mesocycle_liftoscript import Liftoscript
from mesocycle_liftoscript.names import known
from msgspec.structs import replace

from mesocycle.output.sample_parts import LADDER, exercise
from mesocycle.output.samples import (
    as_done,
    every_kind,
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
from mesocycle.programme import Block, Item, Load, Range, Set

_SPEC = importlib.util.spec_from_file_location(
    "recogniser", Path(__file__).with_name("recogniser.py")
)
recogniser = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(recogniser)
read, Unreadable = recogniser.read, recogniser.Unreadable

SQUAT = exercise("squat", "Squat", cues=("Sit down between the knees.",))


class TestContract(OutputContract):
    output = Liftoscript()
    loses = True


def made(programme, **options):
    return rendered(Liftoscript(), programme, options=options).unwrap()[0].content.decode()


def told(programme):
    return [each.message for each in rendered(Liftoscript(), programme).diagnostics]


def of(*sets, kind="straight", what=SQUAT, **block):
    return programme(
        session(
            "Day",
            0,
            Block(kind=kind, items=(Item(slot_id="a", exercise=what, sets=sets),), **block),
        )
    )


def line(*sets, **block):
    """The line of an exercise with these sets."""
    found = [each for each in made(of(*sets, **block)).split("\n") if each.startswith("Squat")]
    assert len(found) == 1
    return found[0].removeprefix("Squat / ").removesuffix(" / warmup: none")


def kg(value, shown=None, **more):
    return Load(kg=value, exact_kg=value, shown=shown or f"{value:g} kg", written="", **more)


PERCENT = Load(kg=None, exact_kg=None, shown="75%", written="75%")
FIVE = Set(reps=Range(target=5))


@pytest.mark.parametrize(
    ("sets", "says"),
    [
        ((FIVE, FIVE, FIVE), "3x5"),
        ((Set(reps=Range(target=8, min=8, max=12)),) * 3, "3x8-12"),
        ((Set(reps=Range(target=12, min=8, max=12)),), "1x12"),
        ((replace(FIVE, amrap=True, load=kg(82.5)),), "1x5+ 82.5kg"),
        ((replace(FIVE, load=kg(61.2, "135 lb")),), "1x5 135lb"),
        ((replace(FIVE, load=PERCENT),), "1x5 75%"),
        ((replace(FIVE, rpe=8.5, rest_s=Range(target=90)),), "1x5 @8.5 90s"),
        ((replace(FIVE, rir=2),), "1x5 @8"),
        ((Set(hold_s=Range(target=30)),) * 2, "2x1 30s|?"),
        ((Set(hold_s=Range(target=30), rest_s=Range(target=60)),), "1x1 30s|60s"),
        ((Set(hold_s=Range(target=30), amrap=True),), "1x1 30s+|?"),
        ((Set(amrap=True),), "1x1+"),
        ((replace(FIVE, side="left"), replace(FIVE, side="right")), "1x5 (Left), 1x5 (Right)"),
        ((replace(FIVE, test=True),), "1x5 (Test)"),
        ((FIVE, replace(FIVE, drop=True)), "1x5, 1x5 (Drop)"),
        ((replace(FIVE, label="top"), FIVE), "1x5 (top), 1x5"),
    ],
)  # fmt: skip
def test_sets_are_sets(sets, says):
    assert line(*sets) == says


@pytest.mark.parametrize(
    ("kind", "block", "says"),
    [
        ("emom", {"interval_s": 60, "duration_s": 180}, "3x5 60s|0s auto"),
        ("every", {"interval_s": 90}, "3x5 90s|0s auto"),
        ("tabata", {"work_s": 20, "off_s": 10}, "3x5 20s|10s auto"),
        ("amrap", {"duration_s": 600}, "3x5"),
    ],
)
def test_a_clock_is_a_clock_where_there_is_one(kind, block, says):
    assert line(FIVE, FIVE, FIVE, kind=kind, rounds=3, **block) == says


def test_a_warm_up_that_is_always_the_same_is_one():
    light = replace(FIVE, warmup=True, load=kg(20))
    assert "Squat / 1x5 60kg / warmup: 2x5 20kg" in made(
        of(light, light, replace(FIVE, load=kg(60)))
    )


def test_a_warm_up_that_differs_is_sets():
    """Liftosaur takes one warm-up for each exercise in a whole programme."""
    light = replace(FIVE, warmup=True, load=kg(20))
    days = [
        session(
            "Day",
            day,
            Block(kind="straight", items=(Item(slot_id="a", exercise=SQUAT, sets=sets),)),
        )
        for day, sets in ((0, (light, FIVE)), (7, (light, light, FIVE)))
    ]
    text = made(programme(*days))
    assert "Squat / 1x5 20kg (Warm-up), 1x5 / warmup: none" in text
    assert "Squat / 2x5 20kg (Warm-up), 1x5 / warmup: none" in text
    assert any("count as sets" in each for each in told(programme(*days)))


def test_groups_are_supersets():
    days = read(made(gym()))
    assert days
    text = made(programme(session("Day", 0, Block(kind="superset", rounds=3, items=LADDER))))
    assert text.count("/ superset: A") == len(LADDER)


def test_weeks_and_days_are_headings():
    text = made(ladder())
    assert [row for row in text.split("\n") if row.startswith("# ")] == [
        "# Week 1",
        "# Week 2",
        "# Week 3",
        "# Any time",
    ]
    assert "## Mon 7 Dec · 07:00 · Strength" in text
    assert [len(days) for days in read(text)] == [3, 3, 3, 1]


def test_the_first_week_says_when_to_stop():
    above = made(ladder()).partition("# Week 1")[0]
    assert "not medical advice" in above
    assert "Stop the session on sharp pain" in above


def test_a_description_that_goes_on_is_said_once():
    assert made(ladder()).count("Keep the lower back on the floor.") == 3  # the days of a week
    assert "Keep the lower back on the floor." not in made(ladder(), cues=False)


def test_a_description_that_ends_is_ended():
    days = [
        session(
            "Day",
            day,
            Block(
                kind="straight",
                items=(
                    Item(slot_id="a", exercise=replace(SQUAT, cues=()), sets=(FIVE,), cues=cues),
                ),
            ),
        )
        for day, cues in ((0, ("Slowly.",)), (7, ()), (14, ()))
    ]
    *_, first, second, third = made(programme(*days)).split("# Week")
    assert "// - Slowly.\nSquat" in first
    assert "//\nSquat" in second
    assert "\nSquat" in third
    assert "//" not in third


def test_what_it_cannot_hold_is_told_once_a_kind():
    said = told(ladder())
    assert said[0] == (
        "liftoscript: 6 sessions without exercises left out, as Liftosaur holds strength work "
        "only: Easy run"
    )
    assert "liftoscript: told in words only: sides, tempo" in said
    assert any(
        "make these exercises in Liftosaur first" in each and "Beetle" in each for each in said
    )
    assert len(said) == len(set(said)) == 4


def test_a_programme_of_squats_loses_nothing():
    assert told(of(replace(FIVE, load=kg(60)))) == []


def test_the_words_stand_above_the_exercise():
    assert "// - 1 × 5 reps each side, tempo 3-1-1-0\n" in made(
        of(replace(FIVE, side="each", tempo=(3, 1, 1, 0)))
    )
    assert "// - AMRAP 10 min\n" in made(of(FIVE, kind="amrap", duration_s=600))


@pytest.mark.parametrize("programme", [running(), as_done()])
def test_where_nothing_is_to_be_lifted_it_is_refused(programme):
    done = rendered(
        Liftoscript(),
        replace(
            programme,
            todo=(),
            sessions=tuple(
                each
                for each in programme.sessions
                if not any(i.exercise for b in each.blocks for i in b.items)
            ),
        ),
    )
    assert [each.code for each in done.diagnostics] == ["E613"]


def test_a_stop_is_a_day_with_nothing_to_do():
    weeks = read(made(stopped()))
    assert weeks == [[{}, {}]]
    assert "// - Stopped. " in made(stopped())


def test_an_exercise_twice_a_day_has_two_names():
    item = Item(slot_id="a", exercise=SQUAT, sets=(FIVE,))
    days = read(made(programme(session("Day", 0, Block(kind="straight", items=(item, item))))))
    assert list(days[0][0]) == ["squat", "2: squat"]


@pytest.mark.parametrize("name", samples())
def test_liftosaur_reads_all_of_it(name):
    done = rendered(Liftoscript(), samples()[name])
    for product in done.value or ():
        read(product.content.decode())


@pytest.mark.parametrize(
    "words",
    [
        "/ 3x8", "// x", "...Squat", "!", "# Week", "## Day", "a: b: c", "a, Barbell", "{~ x ~}",
        "(a)", "[1-4]", "a | b", "x / progress: lp(5lb)", "\\", "superset: B", "warmup: none",
        "1x5",
    ],
)  # fmt: skip
def test_what_people_write_is_never_syntax(words):
    shape = [[len(day) for day in week] for week in read(made(hostile("harmless")))]
    assert [[len(day) for day in week] for week in read(made(hostile(words)))] == shape


@settings(max_examples=100)
@given(st.text(st.sampled_from("/{}()#[]|!:\\.,~+-@%x0a \n\"'*"), min_size=1))
def test_no_mixture_of_signs_is_syntax(words):
    read(made(hostile(words)))


@pytest.mark.parametrize(
    "text",
    [
        "Squat / 3x8", "# W\nSquat / 3x8", "## D", "# W\n## D\nSquat", "# W\n## D\nSquat / ",
        "# W\n## D\nSquat / 3x8\nSquat / 3x8", "# W\n## D\nSquat / 3 x 8",
        "# W\n## D\nSquat / 3x8 60",
        "# W\n## D\nSquat / 3x8 (much too long)", "# W\n## D\nSquat / 3x12-8",
        "# W\n// ...Squat\n## D",
        "# W\n## D\na / 1x1 / warmup: 1x5 5kg\n## E\na / 1x1 / warmup: none",
    ],
)  # fmt: skip
def test_the_recogniser_would_notice(text):
    with pytest.raises(Unreadable):
        read(text)


def test_names_are_those_of_liftosaur():
    assert known("squat") == "Squat"
    assert known("Lunge") == "Lunge, Bodyweight"
    assert known("Dumbbell Bench Press") == "Bench Press, Dumbbell"
    assert known("Beetle Heel Tap") is None


def test_every_kind_of_block_is_there():
    assert len(read(made(every_kind()))) >= 2
