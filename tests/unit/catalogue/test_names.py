"""Names lead to one exercise: in any case, by alias or id, and never by likeness."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Catalogue, fold, slug
from tests.unit.catalogue.reading import catalogue, places, runner_back

TWO = """
    exercise "Superman"
      aka back extension prone, prone arch
    exercise "Superman Pull"
"""


@pytest.mark.parametrize(
    "written", ["Superman", "SUPERMAN", "  superman ", "Prone  Arch", "back extension prone"]
)
def test_any_case_any_spaces_any_alias(written: str) -> None:
    found = catalogue(TWO).find(written)
    assert found is not None
    assert found.id == "superman"


@pytest.mark.parametrize("written", ["Supermans", "Supermann", "Super man", "Pull", "arch", ""])
def test_a_similar_name_is_not_the_name(written: str) -> None:
    assert catalogue(TWO).find(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Supermann", "Superman"),
        ("supermen", "Superman"),
        ("Superman Pulls", "Superman Pull"),
        ("prone-arch", "prone arch"),
        ("bungee", None),
        ("", None),
    ],
)
def test_a_similar_name_is_suggested(written: str, meant: str | None) -> None:
    assert catalogue(TWO).suggest(written) == meant


@pytest.mark.parametrize("written", ["gym.Supermann", "Supermann", "Superman"])
def test_one_of_a_library_with_a_prefix_is_suggested_with_it(written: str) -> None:
    made = catalogue(TWO, "", prefix="gym")
    assert made.find(written) is None
    assert made.suggest(written) == "gym.Superman"


def test_the_id_is_a_name_too() -> None:
    found = catalogue('exercise "V Ups"\n  id v-up').find("v-up")
    assert found is not None
    assert found.name == "V Ups"


def test_an_id_is_made_fit_for_a_file_name() -> None:
    assert list(catalogue('exercise "V Ups"\n  id V Up').exercises) == ["v-up"]


def test_an_id_stays_when_the_name_changes() -> None:
    assert slug("Single Leg Balance & Reach (Shin)") == "single-leg-balance-reach-shin"
    before = catalogue('exercise "V Ups"\n  id v-up')
    after = catalogue('exercise "Jackknife"\n  id v-up')
    assert list(before.exercises) == list(after.exercises) == ["v-up"]


def test_an_alias_of_two_exercises_is_a_mistake() -> None:
    found = places(
        """
        exercise "Squat"
          aka knee bend
        exercise "Jump Squat"
          aka knee bend
        """
    )
    assert found == ["E201: knee bend"]


def test_an_alias_that_is_another_exercises_name_is_a_mistake() -> None:
    found = places('exercise "Squat"\nexercise "Jump Squat"\n  aka squat')
    assert found == ["E201: squat"]


def test_an_exercise_is_defined_once_a_file() -> None:
    found = places('exercise "Squat"\nexercise "SQUAT"')
    assert found == ['E200: "SQUAT"']


def test_the_squat_and_the_jump_squat_are_two() -> None:
    """One copy of the article has the one, the other the other."""
    library = runner_back()
    squat, jump = library.find("Single Leg Squats"), library.find("single leg jump squat")
    assert squat is not None
    assert jump is not None
    assert squat.id != jump.id
    assert (squat.impact, jump.impact) == (0, 3)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("mod. Quadruped Limb Raises", "mod-quadruped-limb-raise"),
        ("Mod. bird dog", "mod-quadruped-limb-raise"),
        ("Mod. Low Side Plank Lifts", "mod-low-side-plank-lift"),
        ("Quadruped Limb Raises", "quadruped-limb-raise"),
        ("mod. Superman", None),
        ("mod. Nobody", None),
    ],
)
def test_the_modified_form_is_an_entry_of_its_own(written: str, found: str | None) -> None:
    exercise = runner_back().find(written)
    assert (exercise.id if exercise else None) == found


def test_mod_asks_for_the_variant_of_an_exercise() -> None:
    library = runner_back()
    easier = library.find_mod("Bird Dog")
    assert easier is not None
    assert easier.variant_of == "quadruped-limb-raise"
    assert library.find_mod("Superman") is None
    assert library.find_mod("Bird Dogma") is None


def test_nothing_is_in_an_empty_catalogue() -> None:
    empty = Catalogue()
    assert empty.find("Superman") is None
    assert empty.pool("strength") is None
    assert empty.suggest("Superman") is None
    assert empty.suggest_pool("strength") is None


def test_folding() -> None:
    assert fold("  Single   LEG Bridge ") == "single leg bridge"
    assert slug("V Ups!") == "v-ups"
