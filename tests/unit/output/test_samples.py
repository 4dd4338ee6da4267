"""The samples: between them everything that a programme may hold, each with its meaning."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from mesocycle import programme as model
from mesocycle.output.samples import MAKERS, hostile, large, samples


def values(name):
    """Every value that any field called `name` has in any sample."""
    found = set()

    def look(node):
        if isinstance(node, dict):
            found.update([node[name]] if isinstance(node.get(name), str) else [])
            for each in node.values():
                look(each)
        elif isinstance(node, list | tuple):
            for each in node:
                look(each)

    for made in samples().values():
        look(msgspec.to_builtins(made))
    return found


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("kind", model.BlockKind),
        ("kind", model.ExerciseKind),
        ("kind", model.EndKind),
        ("kind", model.TargetKind),
        ("status", model.Status),
        ("side", model.Side),
        ("slot", model.SlotOfDay),
        ("severity", model.NoticeSeverity),
    ],
)
def test_every_kind_is_in_one_of_them(field, kind):
    assert set(get_args(kind)) <= values(field)


@pytest.mark.parametrize("name", MAKERS)
def test_each_is_a_programme_as_the_compiler_makes_them(name):
    made = MAKERS[name]()
    assert msgspec.json.decode(msgspec.json.encode(made), type=model.Programme) == made
    dates = [each.date for each in made.sessions]
    assert dates == sorted(dates)
    assert all(made.starts <= day <= made.ends for day in dates)
    ids = [each.id for each in (*made.sessions, *made.todo)]
    assert len(ids) == len(set(ids))
    known = {each.id for each in made.decisions}
    pointed = {
        each
        for session in made.sessions
        for block in session.blocks
        for item in block.items
        for each in item.decisions
    }
    assert pointed <= known | {"d1"}  # what every line of the ladder points to


@pytest.mark.parametrize("name", MAKERS)
def test_each_says_in_a_line_what_it_is_for(name):
    first = (MAKERS[name].__doc__ or "").splitlines()[0]
    assert first.endswith(".")
    assert len(first) < 100


def test_they_are_made_anew_each_time():
    assert samples() == samples()
    assert samples()["ladder"] is not samples()["ladder"]


def test_one_may_be_made_of_other_texts_or_lengths():
    assert hostile("<script>").sessions[0].name == "<script>"
    assert len(large(2).sessions) == 14
