"""The tree as JSON, and nothing that is nobody's business."""

from __future__ import annotations

import json

import msgspec
import pytest
from mesocycle_json import Json

from mesocycle.output.samples import ladder, samples, stopped
from mesocycle.output.testing import OutputContract, content
from mesocycle.programme import LANGUAGE, Audit, Input, Programme


class TestContract(OutputContract):
    output = Json()


@pytest.mark.parametrize("name", [name for name in samples() if name != "stopped"])
def test_with_decisions_it_is_the_whole_tree(name):
    programme = samples()[name]
    written = content(Json(), programme, decisions=True)
    assert msgspec.json.decode(written, type=Programme) == programme


def test_decisions_are_left_out_with_all_that_points_to_them():
    written = content(Json(), ladder())
    assert b"no pain on 7 Dec" not in written
    assert b"ana.diary" not in written
    tree = json.loads(written)
    assert tree["decisions"] == []
    items = [i for s in tree["sessions"] for b in s["blocks"] for i in b["items"]]
    assert {tuple(item["decisions"]) for item in items} == {()}


@pytest.mark.parametrize("decisions", [True, False])
def test_what_was_stopped_is_not_in_it(decisions):
    tree = json.loads(content(Json(), stopped(), decisions=decisions))
    done, *after = tree["sessions"]
    assert done["blocks"]
    assert [session["blocks"] for session in after] == [[], []]


def test_indented_for_people_or_on_one_line_for_programs():
    indented, compact = content(Json(), ladder()), content(Json(), ladder(), indent=0)
    assert indented.startswith(b'{\n  "plan": {\n    "name": "A back that runs"')
    assert compact.count(b"\n") == 1
    assert json.loads(indented) == json.loads(compact)
    assert indented.endswith(b"}\n")


def test_it_says_which_version_it_is():
    assert json.loads(content(Json(), ladder()))["schema"] == "mesocycle.programme/1"


def test_what_it_was_made_of_goes_with_the_decisions():
    inputs = (Input(kind="diary", file="ana.diary", sha256="0" * 64),)
    made = msgspec.structs.replace(ladder(), audit=Audit(inputs=inputs))
    assert json.loads(content(Json(), made))["audit"] is None
    audit = json.loads(content(Json(), made, decisions=True))["audit"]
    assert (audit["language"], audit["inputs"][0]["file"]) == (LANGUAGE, "ana.diary")
