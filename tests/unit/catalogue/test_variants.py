"""An exercise with other equipment is the variant that the catalogue has, or a mistake."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import Catalogue
from mesocycle.catalogue.lookup import Lookup
from mesocycle.syntax.nodes import ExerciseRef, Node, Piece, Word
from tests.unit.catalogue.reading import catalogue, parsed, places

BENCH = """\
place cellar: barbell, lifting stones

exercise "Bench Press"
  equipment barbell, bench

exercise "Dumbbell Bench Press"
  variant of Bench Press
  equipment dumbbells, bench

exercise "Stone Bench Press"
  variant of Bench Press
  equipment lifting stones, bench

exercise "Kettlebell Floor Press"
  variant of Bench Press
  equipment kettlebell

exercise "Kettlebell Bench Press"
  variant of Bench Press
  equipment kettlebell, bench
"""
PRESSES: Catalogue = catalogue(BENCH)


def looked_up(written: str, equipment: str) -> tuple[str | None, list[str]]:
    """The exercise found, and the mistakes as `code: the words to blame`."""
    text = f"{written} with {equipment}"
    file = parsed("one.plan", BENCH)
    lookup = Lookup(file, PRESSES)
    name = Word(written, 0, len(written))
    tool = Word(equipment, len(written) + 6, len(text))
    piece: Piece[Node] = Piece(name, file.source, 0, len(text))
    found = lookup.exercise(piece, ExerciseRef(name, equipment=tool))
    return found.id if found else None, [d.code for d in lookup.notes.outcome(None).diagnostics]


@pytest.mark.parametrize(
    ("equipment", "found"),
    [
        ("dumbbells", "dumbbell-bench-press"),
        ("dumbbell", "dumbbell-bench-press"),
        ("DB", "dumbbell-bench-press"),
        ("lifting stones", "stone-bench-press"),
        ("barbell", "bench-press"),
        ("bench", "bench-press"),
    ],
)
def test_the_variant_with_that_equipment_is_meant(equipment: str, found: str) -> None:
    assert looked_up("Bench Press", equipment) == (found, [])


@pytest.mark.parametrize(
    ("name", "equipment", "code"),
    [
        ("Bench Press", "trap bar", "E221"),
        ("Dumbbell Bench Press", "kettlebell", "E221"),
        ("Bench Press", "kettlebell", "E222"),
        ("Bench Press", "dumbells", "E209"),
        ("Bench Press", "feathers", "E209"),
        ("Bench Pres", "dumbbells", "E203"),
    ],
)
def test_otherwise_it_is_a_mistake(name: str, equipment: str, code: str) -> None:
    assert looked_up(name, equipment) == (None, [code])


def test_the_mistake_says_which_variants_there_are() -> None:
    file = parsed("one.plan", BENCH)
    lookup = Lookup(file, PRESSES)
    for equipment in ("sled", "kettlebell"):
        ref = ExerciseRef(Word("Bench Press"), equipment=Word(equipment))
        lookup.exercise(Piece(Word(""), file.source, 0, 0), ref)
    none, several = lookup.notes.outcome(None).diagnostics
    assert none.hints[0].startswith("there is with dumbbells (Dumbbell Bench Press), with lifting")
    assert "write its name: Kettlebell Floor Press, Kettlebell Bench Press" in several.hints


def test_without_any_variant_the_hint_says_how_to_make_one() -> None:
    file = parsed("one.plan", BENCH)
    lookup = Lookup(file, PRESSES)
    ref = ExerciseRef(Word("Stone Bench Press"), equipment=Word("sled"))
    lookup.exercise(Piece(Word(""), file.source, 0, 0), ref)
    (mistake,) = lookup.notes.outcome(None).diagnostics
    assert "variant of Stone Bench Press; equipment sled" in mistake.hints[0]


def test_a_pool_may_list_a_variant() -> None:
    listed = catalogue(BENCH + "\npool presses\n  Bench Press with dumbbells\n  Bench Press\n")
    pool = listed.pool("presses")
    assert pool is not None
    assert pool.exercises == ("dumbbell-bench-press", "bench-press")


@pytest.mark.parametrize("line", ["Bench Press with sled", "Bench Press with kettlebell"])
def test_but_no_variant_that_is_not_there(line: str) -> None:
    (found,) = places(f"{BENCH}\npool presses\n  {line}\n")
    assert found.split(":")[0] in ("E221", "E222")
