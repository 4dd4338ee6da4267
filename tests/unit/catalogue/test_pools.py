"""Pools: an order that the coach wrote, or a question about the exercises of another."""

from __future__ import annotations

import pytest

from tests.unit.catalogue.reading import catalogue, mistakes, places

EXERCISES = """
exercise "Bridge"
  trains glutes
  sides none; impact 0; loads extension low
  level 2
exercise "Squat"
  aka knee bend
  trains quads, glute medius
  sides none; impact 0; loads axial low
  equipment chair
  level 1
exercise "Jump"
  trains calves
  sides none; impact 3; loads impact high
  kind plyometric
exercise "Import"
  trains glutes
pool all-of-them
  Bridge
  Squat
  Jump
  Import
"""


def answer(condition: str) -> list[str]:
    """The ids of the pool for which the condition is true."""
    made = catalogue(f"{EXERCISES}\npool some = all-of-them where {condition}\n")
    pool = made.pool("some")
    assert pool is not None
    return list(pool.exercises)


def test_a_list_keeps_its_order() -> None:
    pool = catalogue(EXERCISES + "pool mine\n  knee bend\n  Bridge\n").pool("MINE")
    assert pool is not None
    assert pool.exercises == ("squat", "bridge")


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        ("trains glutes", ["bridge", "squat", "import"]),
        ("trains buttocks", ["bridge", "squat", "import"]),
        ("trains glute medius", ["squat"]),
        ("needs chair", ["squat"]),
        ("equipment free", ["bridge", "jump", "import"]),
        ("kind plyometric", ["jump"]),
        ("level <= 1", ["squat"]),
        ("impact = 0", ["bridge", "squat"]),
        ("trains glutes and not needs chair", ["bridge", "import"]),
        ("kind plyometric or level = 2", ["bridge", "jump"]),
    ],
)
def test_a_query_keeps_the_order_of_its_base(condition: str, ids: list[str]) -> None:
    assert answer(condition) == ids


@pytest.mark.parametrize(
    "condition", ["not loads extension", "not impact > 1", "impact <= 3 and not loads axial"]
)
def test_what_an_entry_does_not_say_is_not_true_when_denied(condition: str) -> None:
    assert "import" not in answer(condition)


@pytest.mark.parametrize(
    "condition",
    ["painfree", "helps or untried", "pain < 3", "trains glutes and slow", "outdoors", "age > 60"],
)
def test_a_pool_does_not_know_the_athlete(condition: str) -> None:
    found = places(f"{EXERCISES}\npool some = all-of-them where {condition}\n")
    assert [mistake[:4] for mistake in found] == ["E214"]


@pytest.mark.parametrize(
    ("condition", "mistake"),
    [
        ("trains glutse", "E207: glutse"),
        ("loads bowing", "E208: bowing"),
        ("needs chiar", "E209: chiar"),
        ("position proned", "E206: proned"),
        ("kind strong", "E206: strong"),
    ],
)
def test_a_query_in_unknown_words(condition: str, mistake: str) -> None:
    assert places(f"{EXERCISES}\npool some = all-of-them where {condition}\n") == [mistake]


def test_a_query_may_stand_above_its_base() -> None:
    made = catalogue(f"pool some = all-of-them where trains glutes\n{EXERCISES}")
    pool = made.pool("some")
    assert pool is not None
    assert pool.exercises == ("bridge", "squat", "import")


@pytest.mark.parametrize(
    ("pool", "mistake"),
    [
        ("pool some\n  Bridge\n  Squatt\n", "E203: Squatt"),
        ("pool some\n  Bridge\n  mod. Squat\n", "E205: Squat"),
        ("pool some\n  Bridge\n  mod. Nobody\n", "E203: Nobody"),
        ("pool some\n  Squat\n  knee bend\n", "E215: knee bend"),
        ("pool some = nobodys where trains glutes\n", "E204: nobodys"),
        ("pool all-of-them\n  Bridge\n", "E202: all-of-them"),
        ("pool some = all-of-them where level > 9\n", "E218"),
        ("pool some\n", "E218"),
    ],
)
def test_pools_that_cannot_be(pool: str, mistake: str) -> None:
    (found,) = places(EXERCISES + pool)
    assert found.startswith(mistake)


def test_an_unknown_pool_is_answered_with_those_there_are() -> None:
    (mistake,) = mistakes(EXERCISES + "pool some = xyz where trains glutes\n")
    assert mistake.hints == ("the pools are all-of-them",)
