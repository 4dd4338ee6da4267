"""What is exported is all of a catalogue, as its schema says, and can be read back."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from mesocycle.catalogue import Exercise, read
from mesocycle.catalogue.exported import FILE, catalogue_schema, dump, load
from mesocycle.loading.libraries import bundled_libraries
from mesocycle.source import Source
from mesocycle.syntax import parse

SHIPPED = Path(str(files("mesocycle.catalogue").joinpath(FILE)))

EVERYTHING = """\
version 3

place barn: mat, old tyre

exercise "Lean"
  id barn-lean
  aka wall lean, "door lean"
  kind stability
  level 2
  trains core, glutes
  assists shoulders
  position standing
  sides each
  measure hold
  equipment mat, old tyre
  place barn
  impact 0
  loads extension low, rotation high
  dose left 2x20-30s, right 3x30s
  rep 4s
  easier Sit
  harder Push
  instead Sit to start; instead Sit without mat; instead Sit for goal "strength"
  avoid pregnancy
  not within 60min before a run
  tag barn, calm
  cue "Lean."
  caution "Not on ice."
  note "Ours."
  because "Somebody 2020"
  video "https://example.org/lean"

exercise "Push"
  dose 3x(2+1+1) 40kg @8, 1x5+ 60%
  unreviewed

exercise "Sit"
  variant of Lean

pool leans
  Sit
  Lean
"""


def catalogue(text):
    return read([(parse(Source("barn.plan", text)).unwrap(), None)]).unwrap()


def same(one, other):
    return all(getattr(one, field) == getattr(other, field) for field in vars(one))


@pytest.fixture(params=["everything", *sorted(bundled_libraries())])
def whole(request):
    if request.param == "everything":
        return catalogue(EVERYTHING)
    return catalogue(Path(bundled_libraries()[request.param]).read_text())


def test_what_ships_is_what_the_code_says(update_golden):
    if update_golden:
        SHIPPED.write_bytes(catalogue_schema())
    assert SHIPPED.read_bytes() == catalogue_schema(), f"pytest {__file__} --update-golden"


def test_there_and_back(whole):
    back = load(dump(whole))
    assert same(back, whole)
    assert [*back.exercises] == [*whole.exercises]
    assert dump(back) == dump(whole)


def test_it_is_as_the_schema_says(whole):
    schema = json.loads(catalogue_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(dump(whole)), schema)


def test_every_field_is_said(whole):
    found = json.loads(dump(whole))
    for each in found["exercises"]:
        assert [*each] == [*Exercise.__struct_fields__]


def test_one_exercise_has_them_all():
    """Every field of the model is somewhere above, with another value than when nobody says it."""
    entries = catalogue(EVERYTHING).exercises.values()
    plain = Exercise(id="", name="")
    for field in Exercise.__struct_fields__:
        assert any(getattr(e, field) != getattr(plain, field) for e in entries), field


def test_it_is_one_text():
    assert dump(catalogue(EVERYTHING)) == dump(catalogue(EVERYTHING))
    assert dump(catalogue(EVERYTHING)).endswith(b"}\n")


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "mesocycle.catalogue/2"},
        {"exercises": [{"name": "without an id"}]},
        {"exercises": [{"id": "a", "name": "A", "impact": "hard"}]},
        {"pools": 7},
    ],
)
def test_something_else_is_not_read(change):
    value = json.loads(dump(catalogue(EVERYTHING))) | change
    with pytest.raises(ValueError, match=r"mesocycle|Expected|missing"):
        load(json.dumps(value).encode())
