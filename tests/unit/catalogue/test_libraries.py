"""What a plan uses: libraries, theirs, and what cannot be used."""

from __future__ import annotations

from mesocycle.catalogue.libraries import DEEPEST, catalogue_of
from mesocycle.source import Source
from mesocycle.syntax import parse


def shelf(**texts):
    """Libraries by name, from a few texts."""
    known = {name: Source(name, text) for name, text in texts.items()}
    return lambda name, _is_path: known.get(name, "there is no such library")


def used(text, libraries):
    plan = parse(Source("small.plan", f'plan "Small"\n{text}')).value
    return catalogue_of(plan, libraries)


def codes(outcome):
    return [d.code for d in outcome.diagnostics]


WALL_SIT = 'exercise "Wall Sit"\n  measure hold\n'


def test_a_library_may_use_another():
    found = used("  use outer\n", shelf(outer="use inner\n", inner=WALL_SIT))
    assert found.ok
    assert found.value.find("wall sit").library == "inner"


def test_a_library_used_twice_is_read_once():
    libraries = shelf(a="use inner\n", b="use inner\n", inner=WALL_SIT)
    assert codes(used("  use a\n  use b\n", libraries)) == []


def test_libraries_in_a_circle_end():
    libraries = shelf(a="use b\n", b="use a\n" + WALL_SIT)
    found = used("  use a\n", libraries)
    assert codes(found) == []
    assert found.value.find("wall sit")


def test_libraries_nested_too_deep_are_refused():
    names = [f"l{n}" for n in range(DEEPEST + 2)]
    chain = {
        name: f"use {after}\n" for name, after in zip(names, [*names[1:], "none"], strict=True)
    }
    assert codes(used("  use l0\n", shelf(**chain))) == ["E334"]


def test_a_library_that_is_not_there_says_why():
    (missing,) = used("  use strenght\n", shelf()).diagnostics
    assert (missing.code, missing.label) == ("E333", "there is no such library")


def test_a_plan_is_no_library():
    other = 'plan "Other"\n  starts 2026-12-07\n'
    assert codes(used("  use other\n", shelf(other=other))) == ["E335"]


def test_sessions_do_not_belong_into_a_library():
    assert codes(used("  use other\n", shelf(other='session "S" on mon\n  note "x"\n'))) == ["E335"]


def test_a_prefix_keeps_names_apart():
    found = used("  use inner as mine\n" + WALL_SIT, shelf(inner=WALL_SIT))
    assert found.ok
    assert found.value.find("mine.Wall Sit") is not found.value.find("Wall Sit")
