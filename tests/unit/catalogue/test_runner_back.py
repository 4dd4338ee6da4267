"""The bundled library: what the articles prescribe, in their order, and safe to filter."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Exercise
from tests.unit.catalogue.reading import LIBRARY, runner_back

LADDER = [
    "superman", "beetle", "single-leg-balance-reach-shin", "high-plank-leg-lift",
    "single-leg-bridge", "mod-low-side-plank-lift", "quadruped-limb-raise", "superman-pull",
    "single-leg-deadlift", "high-plank-limb-raise", "v-up", "single-leg-squat",
]  # fmt: skip
STRETCHES = ["cat-cow", "lying-figure-4", "supine-twist"]
OTHERS = [
    "single-leg-balance", "wall-lat-pulldown", "single-leg-v-up", "single-leg-jump-squat",
    "forward-jump-squat", "hamstring-stretch", "hip-flexor-stretch", "spiderman", "side-bridge",
    "plank", "leg-lower", "back-extension", "hip-hinge", "ball-bridge", "bridge", "pilates",
    "brisk-walk", "easy-run", "aquatic", "step-aerobics", "basketball", "warmup-run",
    "cooldown-run", "prone-cobra", "beetle-heel-tap", "knee-side-plank", "kickstand-deadlift",
    "sit-to-stand", "split-squat", "bent-knee-leg-lower", "squat", "jump-squat", "childs-pose",
    "knee-to-chest", "superman-alternate", "mod-quadruped-limb-raise",
]  # fmt: skip
ALL = list(runner_back().exercises.values())


def exercise(name: str) -> Exercise:
    found = runner_back().find(name)
    assert found is not None, name
    return found


def test_the_ladder_has_twelve_rungs_in_the_articles_order() -> None:
    pool = runner_back().pool("strength")
    assert pool is not None
    assert list(pool.exercises) == LADDER
    assert [exercise(rung).level for rung in LADDER] == list(range(1, 13))


def test_three_stretches_make_fifteen_and_the_header_says_why_not_sixteen() -> None:
    pool = runner_back().pool("flexibility")
    assert pool is not None
    assert list(pool.exercises) == STRETCHES
    header = LIBRARY.read_text(encoding="utf-8").split("\n\nexercise", 1)[0]
    assert "sixteen" in header
    assert "fifteen it is" in header
    assert "PHYSIOTHERAPIST" in header


@pytest.mark.parametrize("identity", [*LADDER, *STRETCHES, *OTHERS])
def test_every_exercise_that_the_articles_name_is_there(identity: str) -> None:
    assert identity in runner_back().exercises


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_every_entry_is_complete(entry: Exercise) -> None:
    assert entry.reviewed
    assert entry.trains
    assert entry.position
    assert entry.cues
    assert entry.dose or entry.id == "spiderman"  # of the Spiderman no number is given
    if entry.measure == "reps":
        assert entry.rep_s


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_the_dose_fits_the_entry(entry: Exercise) -> None:
    for group in entry.dose.groups if entry.dose else ():
        assert group.unit == ("reps" if entry.measure == "reps" else "seconds")
        assert group.side == ("both" if entry.sides == "none" else "each")


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_who_jumps_is_kept_from_whoever_should_not(entry: Exercise) -> None:
    assert (entry.impact == 3) <= ("impact" in entry.avoid)
    assert (entry.kind == "plyometric") <= (entry.impact == 3)


@pytest.mark.parametrize("entry", ALL, ids=lambda e: e.id)
def test_high_bending_and_arching_are_kept_from_whom_they_hurt(entry: Exercise) -> None:
    for direction, level in entry.loads:
        if level == "high" and direction in ("flexion", "extension"):
            assert direction in entry.avoid


@pytest.mark.parametrize(
    ("name", "other", "reason", "detail"),
    [
        ("single leg balance and reach", "single-leg-balance", "start", None),
        ("Superman Pull", "wall-lat-pulldown", "goal", "upper-back tension"),
        ("V Ups", "single-leg-v-up", "form", None),
        ("Single Leg Squat", "forward-jump-squat", "place", "outdoors"),
    ],
)
def test_the_alternatives_have_the_articles_reasons(
    name: str, other: str, reason: str, detail: str | None
) -> None:
    found = [(a.exercise, a.reason, a.detail) for a in exercise(name).alternatives]
    assert (other, reason, detail) in found


@pytest.mark.parametrize("rung", LADDER)
def test_the_ladder_needs_the_body_alone(rung: str) -> None:
    assert exercise(rung).equipment == ()


@pytest.mark.parametrize("rung", ["Single Leg Bridge", "V Ups", "Single Leg Squat", "Superman"])
def test_a_rung_that_loses_its_form_has_somewhere_to_go(rung: str) -> None:
    assert exercise(rung).easier


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("bird dog", "quadruped-limb-raise"),
        ("dead bug", "beetle"),
        ("side plank", "side-bridge"),
        ("hyperextension", "back-extension"),
        ("psoas stretch", "hip-flexor-stretch"),
        ("glute bridge", "bridge"),
        ("jog", "easy-run"),
        ("supine piriformis stretch", "lying-figure-4"),
    ],
)
def test_known_under_other_names(name: str, identity: str) -> None:
    assert exercise(name).id == identity


def test_the_spiderman_keeps_clear_of_a_run() -> None:
    assert exercise("Spiderman").not_before_run_s == 3600


def test_the_ball_bridge_is_a_bridge_and_the_psoas_stretch_a_stretch() -> None:
    assert exercise("Ball Bridge").equipment == ("exercise ball",)
    assert exercise("Ball Bridge").kind == "strength"
    assert exercise("Hip Flexor Stretch").kind == "flexibility"
