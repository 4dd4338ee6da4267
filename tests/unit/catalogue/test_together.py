"""Bundled libraries used side by side, in any order: read, or as they ship."""

from __future__ import annotations

from itertools import permutations

import pytest

from mesocycle.catalogue import Catalogue, Exercise, read
from mesocycle.catalogue.resolved import Library, load
from tests.unit.catalogue.bundled import ALL, FOLDER, entry, file, library, text
from tests.unit.catalogue.reading import catalogue

ORDERS = [order for size in (1, 2, 3) for order in permutations(ALL, size)]
orders = pytest.mark.parametrize("names", ORDERS, ids="+".join)


def shipped(name: str) -> Library:
    return Library(name, text(name), (FOLDER / f"{name}.json").read_bytes())


def piled(*names: str) -> Catalogue:
    """The libraries as they ship, one on top of the other."""
    found = Catalogue()
    for name in names:
        above = load(shipped(name), found)
        assert above is not None, name
        found = above
    return found


@orders
def test_no_two_contradict_each_other(names: tuple[str, ...]) -> None:
    library(*names)  # an alias of two exercises, or a circle, would be a mistake


@orders
def test_what_ships_piles_up_to_what_reading_makes(names: tuple[str, ...]) -> None:
    """If this fails: `make tables`."""
    made, want = piled(*names), library(*names)
    assert vars(made) == vars(want)
    assert list(made.exercises) == list(want.exercises)


@pytest.mark.parametrize("name", ["barbell", "bodyweight"])
def test_an_entry_of_two_libraries_says_the_same_of_a_sore_back(name: str) -> None:
    first = library("runner-back").exercises
    second = library(name).exercises
    both = first.keys() & second.keys()
    assert "plank" in both
    for identity in both:
        old, new = first[identity], second[identity]
        facts = ("kind", "position", "sides", "measure", "equipment", "impact", "loads", "dose")
        for fact in facts:
            assert getattr(old, fact) == getattr(new, fact), (identity, fact)
        assert set(old.avoid) <= set(new.avoid), identity


def test_what_barbell_and_bodyweight_share_is_the_same() -> None:
    one, other = library("barbell").exercises, library("bodyweight").exercises
    both = one.keys() & other.keys()
    assert {"pull-up", "chin-up", "dip", "push-up", "bulgarian-split-squat"} <= both
    for identity in both:
        for fact in set(Exercise.__struct_fields__) - {"easier", "harder", "library", "line"}:
            assert getattr(one[identity], fact) == getattr(other[identity], fact), identity


@pytest.mark.parametrize("names", [("barbell", "bodyweight"), ("bodyweight", "barbell")])
def test_squat_is_the_back_squat_wherever_barbell_is_used(names: tuple[str, ...]) -> None:
    assert entry("Squat", *names).id == "back-squat"
    assert entry("Bodyweight Squat", *names).id == "squat"


@pytest.mark.parametrize(
    ("names", "squat"),
    [(("runner-back", "barbell"), "back-squat"), (("barbell", "runner-back"), "squat")],
)
def test_of_two_squats_the_later_library_has_the_name(names: tuple[str, ...], squat: str) -> None:
    assert entry("Squat", *names).id == squat
    assert entry("Back Squat", *names).id == "back-squat"
    assert entry("Bodyweight Squat", *names).id == "squat"


def test_a_level_of_the_back_ladder_stays() -> None:
    assert entry("V Ups", "runner-back", "bodyweight").level == 11
    assert entry("Superman", "bodyweight", "runner-back").level == 1


CLASH = """
    exercise "Heavy Pull"
      aka Deadlift Off Blocks
"""
CIRCLE = """
    exercise "Cup Squat"
      id goblet-squat
      easier Bar Squat
    exercise "Bar Squat"
      id back-squat
"""


@pytest.mark.parametrize(("below", "code"), [(CLASH, "E201"), (CIRCLE, "E212")])
def test_where_libraries_contradict_each_other_reading_says_so(below: str, code: str) -> None:
    mine = catalogue(below)
    assert load(shipped("barbell"), mine) is None
    assert code in {d.code for d in read([(file("barbell"), None)], mine).diagnostics}


def test_a_library_on_top_of_ones_own_keeps_both() -> None:
    mine = catalogue(
        """
        place shed: anvil
        exercise "Anvil Lift"
          equipment anvil
        pool heavy
          Anvil Lift
        """
    )
    found = load(shipped("barbell"), mine)
    assert found is not None
    assert found.find("anvil lift") is not None
    assert found.pool("heavy") is not None
    assert (found.equipment, found.libraries) == ({"anvil"}, ("one", "barbell"))
