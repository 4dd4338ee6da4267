"""Easier, harder, instead: other exercises by name, and never in a circle."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Alternative
from tests.unit.catalogue.reading import catalogue, mistakes, places


def chain(lines: tuple[str, ...]) -> str:
    """Exercises A, B …, each with one line."""
    return "\n".join(f'exercise "{chr(65 + at)}"\n  {line}' for at, line in enumerate(lines))


def test_easier_and_harder_name_exercises_below_and_above() -> None:
    made = catalogue(
        """
        exercise "Bridge"
          harder Single Leg Bridge
        exercise "Single Leg Bridge"
          aka one-leg bridge
          easier bridge
        """
    )
    assert made.exercises["bridge"].harder == ("single-leg-bridge",)
    assert made.exercises["single-leg-bridge"].easier == ("bridge",)


@pytest.mark.parametrize("line", ["easier Brigde", "harder Nobody", "variant of Nobody"])
def test_a_name_that_nobody_has(line: str) -> None:
    found = places(f'exercise "Wall Sit"\n  {line}\nexercise "Bridge"')
    assert found == [f"E203: {line.removeprefix('variant of ').split(' ', 1)[-1]}"]


def test_the_message_says_where_it_looked_and_what_is_near() -> None:
    (mistake,) = mistakes('exercise "Bridge"\nexercise "Wall Sit"\n  easier Brigde')
    assert mistake.label == "not in one, nor defined here"
    assert mistake.hints == ("did you mean Bridge?",)


@pytest.mark.parametrize(
    "line", ["easier Wall Sit", "harder wall chair", "instead Wall Sit for bad form"]
)
def test_nobody_is_its_own_alternative(line: str) -> None:
    found = places(f'exercise "Wall Sit"\n  aka wall chair\n  {line}')
    assert [mistake[:4] for mistake in found] == ["E213"]


@pytest.mark.parametrize(
    "lines",
    [
        ("easier B", "easier C", "easier A"),
        ("easier B", "easier A", "kind strength"),
        ("harder B", "harder A", "kind strength"),
        ("easier B", "harder C", "harder B"),
    ],
)
def test_easier_never_comes_round_to_where_it_began(lines: tuple[str, str, str]) -> None:
    text = chain(lines)
    found = mistakes(text)
    assert [mistake.code for mistake in found] == ["E212"]
    assert "easier and easier: A →" in found[0].label or "B →" in found[0].label


@pytest.mark.parametrize("lines", [("easier B", "harder A"), ("harder B", "easier A")])
def test_both_ends_may_say_it(lines: tuple[str, str]) -> None:
    text = chain(lines)
    assert catalogue(text).exercises["a"].id == "a"


def test_alternatives_keep_their_one_reason() -> None:
    made = catalogue(
        """
        exercise "Reach"
          instead Balance to start
          instead Twist for bad form
          instead Slide for goal "Upper-Back tension"
          instead Jump outdoors
          instead Row without wall
        exercise "Balance"
        exercise "Twist"
        exercise "Slide"
        exercise "Jump"
        exercise "Row"
        """
    )
    assert made.exercises["reach"].alternatives == (
        Alternative("balance", "start"),
        Alternative("twist", "form"),
        Alternative("slide", "goal", "upper-back tension"),
        Alternative("jump", "place", "outdoors"),
        Alternative("row", "equipment", "wall"),
    )


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("instead Nobody to start", "E203: Nobody"),
        ("instead Balance without wal", "E209: wal"),
    ],
)
def test_an_alternative_that_cannot_be(line: str, mistake: str) -> None:
    assert places(f'exercise "Balance"\nexercise "Reach"\n  {line}') == [mistake]
