"""The words for the body, and how far pain has travelled down it."""

from __future__ import annotations

import pytest

from mesocycle.catalogue.body import CHAIN, REGIONS, chain_place, lineage, within


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("buttocks", "glutes"),
        ("Tummy", "core"),
        ("abs", "core"),
        ("lumbar spine", "lower back"),
        ("thoracic", "upper back"),
        ("internal obliques", "obliques"),
        ("quadriceps", "quads"),
        ("vertebrae", "spine"),
        ("intervertebral disc", "disc"),
        ("femur", "thigh"),
        ("hip flexor", "hip flexors"),
        ("calves", "calf"),
        ("pelvis", "pelvis"),
        ("neck", "neck"),
        ("bicep", "biceps"),
        ("front delts", "front shoulders"),
        ("lower traps", "lower traps"),
        ("grip", "forearms"),
        ("lower leg", "calf"),
    ],
)
def test_people_have_many_words_for_one_part(written: str, part: str) -> None:
    assert REGIONS.find(written) == part


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("glutse", "glutes"), ("lumber", "lumbar"), ("hamstrigns", "hamstrings")],
)
def test_an_unknown_part_is_unknown_and_the_nearest_is_named(written: str, nearest: str) -> None:
    assert REGIONS.find(written) is None
    assert REGIONS.suggest(written) == nearest


@pytest.mark.parametrize(
    ("part", "whole"),
    [("lower back", "back"), ("psoas", "hips"), ("obliques", "core"), ("foot", "legs"),
     ("rectus femoris", "thigh"), ("back", "back")],
)  # fmt: skip
def test_a_part_belongs_to_a_larger_one(part: str, whole: str) -> None:
    assert within(part, whole)
    assert part == whole or not within(whole, part)


@pytest.mark.parametrize(
    ("part", "place"),
    [("back", "back"), ("lower back", "back"), ("disc", "back"), ("glutes", "buttock"),
     ("piriformis", "buttock"), ("hamstrings", "thigh"), ("legs", "thigh"), ("shin", "calf"),
     ("calf", "calf"), ("foot", "foot")],
)  # fmt: skip
def test_where_referred_pain_has_got_to(part: str, place: str) -> None:
    index = chain_place(part)
    assert index is not None
    assert CHAIN[index] == place


@pytest.mark.parametrize("part", ["knee", "ankle", "hips", "shoulders", "neck", "core"])
def test_a_joint_or_a_part_elsewhere_is_off_the_chain(part: str) -> None:
    assert chain_place(part) is None


def test_the_chain_runs_outward() -> None:
    assert CHAIN == ("none", "back", "buttock", "thigh", "calf", "foot")


def test_every_larger_part_is_a_part() -> None:
    for part in REGIONS:
        assert REGIONS.find(part) == part
        assert within(part, part)


@pytest.mark.parametrize(
    ("part", "levels"),
    [
        ("rectus femoris", ("rectus femoris", "quads", "thigh", "legs")),
        ("triceps", ("triceps", "upper arm", "arms")),
        ("forearms", ("forearms", "arms")),
        ("side shoulders", ("side shoulders", "shoulders")),
        ("upper traps", ("upper traps", "traps", "upper back", "back")),
        ("soleus", ("soleus", "calf", "legs")),
        ("chest", ("chest",)),
    ],
)
def test_a_muscle_counts_for_all_that_it_lies_in(part: str, levels: tuple[str, ...]) -> None:
    assert lineage(part) == levels


def test_every_lineage_ends_in_a_group() -> None:
    for part in REGIONS:
        steps = lineage(part)
        assert steps[0] == part
        assert len(lineage(steps[-1])) == 1
        assert all(within(part, step) for step in steps)


@pytest.mark.parametrize(("part", "place"), [("soleus", "calf"), ("biceps femoris", "thigh")])
def test_pain_in_a_muscle_of_the_leg_is_on_the_chain(part: str, place: str) -> None:
    index = chain_place(part)
    assert index is not None
    assert CHAIN[index] == place


@pytest.mark.parametrize("part", ["biceps", "triceps", "forearms", "rear shoulders", "serratus"])
def test_pain_in_an_arm_is_off_the_chain(part: str) -> None:
    assert chain_place(part) is None
