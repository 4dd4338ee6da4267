"""What entry point files say, and what their values import."""

from __future__ import annotations

import pytest

from mesocycle.output.entry_points import EntryPoint, normal_name, read_entry_points

TEXT = """
[console_scripts]
agenda = coach_agenda:main

[mesocycle]
# a comment
agenda = coach_agenda
  spaced  =  coach.agenda:plugin [extra]
; another
half a line
[mesocycle.other]
x = y
[mesocycle]
again=coach_more
"""


def test_only_our_group_is_read():
    read = read_entry_points(TEXT, "coach-agenda", "1.2")
    assert [(each.name, each.value) for each in read] == [
        ("agenda", "coach_agenda"),
        ("spaced", "coach.agenda:plugin"),
        ("half a line", ""),
        ("again", "coach_more"),
    ]


def test_a_plugin_is_named_with_distribution_and_version():
    (agenda,) = read_entry_points("[mesocycle]\nagenda = a", "coach-agenda", "1.2")
    assert agenda.title == "agenda (coach-agenda 1.2)"


@pytest.mark.parametrize("name", ["Coach_Agenda", "coach.agenda", "coach--agenda"])
def test_names_are_compared_as_registries_do(name):
    assert normal_name(name) == "coach-agenda"


@pytest.mark.parametrize(
    ("value", "is_"),
    [("json", "json"), ("json:dumps", "dumps"), ("json.decoder:JSONDecoder.decode", "decode")],
)
def test_a_value_is_imported(value, is_):
    found = EntryPoint(name="x", value=value, distribution="d").resolve()
    assert found.__name__ == is_


@pytest.mark.parametrize("value", ["", "..", ":x", "a b", "os;exit", "json:", "1a", "json:a:b"])
def test_a_value_that_is_none_is_refused(value):
    with pytest.raises(ValueError, match="not a module"):
        EntryPoint(name="x", value=value, distribution="d").resolve()
