"""The schema that ships is the code's own, and only ever grew since it was released."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from mesocycle.output.samples import ladder
from mesocycle.output.schema import FILE, programme_schema

SHIPPED = Path(str(files("mesocycle.output").joinpath(FILE)))
RELEASED = Path(__file__).parent / "released" / "programme-1.schema.json"


def test_what_ships_is_what_the_code_says(update_golden):
    if update_golden:
        SHIPPED.write_bytes(programme_schema())
    same = json.loads(SHIPPED.read_bytes()) == json.loads(programme_schema())
    assert same, f"pytest {__file__} --update-golden"


def losses(old, new, where="$"):
    """What a reader of the old schema would miss, or not expect, in the new one.

    New fields and new definitions are no loss; new words in an enumeration are none either:
    readers are told to expect them.
    """
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() - {"description", "title"}:
            if key not in new:
                yield f"{where}.{key} is gone"
            elif key in ("enum", "required"):
                yield from (f"{where}.{key} lost {word}" for word in {*old[key]} - {*new[key]})
            else:
                yield from losses(old[key], new[key], f"{where}.{key}")
    elif old != new:
        yield f"{where} was {old}, is {new}"


def test_nothing_was_taken_away_since_the_release():
    assert list(losses(json.loads(RELEASED.read_bytes()), json.loads(programme_schema()))) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s["$defs"]["Session"]["properties"].pop("start"),
        lambda s: s["$defs"].pop("Notice"),
        lambda s: s["$defs"]["Session"]["properties"]["status"]["enum"].remove("done"),
        lambda s: s["$defs"]["Session"]["properties"]["minutes"].update(anyOf=[{"type": "string"}]),
        lambda s: s.update({"$id": "urn:other"}),
    ],
)
def test_a_loss_would_be_noticed(change):
    new = json.loads(RELEASED.read_bytes())
    change(new)
    assert list(losses(json.loads(RELEASED.read_bytes()), new))


def test_growth_is_no_loss():
    new = json.loads(RELEASED.read_bytes())
    new["$defs"]["Session"]["properties"]["weather"] = {"type": "string"}
    new["$defs"]["Weather"] = {}
    new["$defs"]["Session"]["properties"]["status"]["enum"].append("paused")
    assert list(losses(json.loads(RELEASED.read_bytes()), new)) == []


def test_it_names_its_dialect_and_itself():
    schema = json.loads(programme_schema())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:mesocycle.programme:1"


def test_every_field_of_a_programme_is_in_it():
    schema = json.loads(programme_schema())

    def check(value, definition):
        definition = resolve(definition, value)
        if isinstance(value, dict) and "properties" in definition:
            assert value.keys() == definition["properties"].keys()
            for key, inner in value.items():
                check(inner, definition["properties"][key])
        elif isinstance(value, list) and isinstance(definition.get("items"), dict):
            for inner in value:
                check(inner, definition["items"])

    def resolve(definition, value):
        for each in definition.get("anyOf", ()):
            if (each.get("type") == "null") == (value is None):
                definition = each
        reference = definition.get("$ref")
        return schema["$defs"][reference.rpartition("/")[2]] if reference else definition

    check(msgspec.to_builtins(ladder(), str_keys=True), {"$ref": schema["$ref"]})
