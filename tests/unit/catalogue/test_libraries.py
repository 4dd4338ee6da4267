"""What a plan uses: libraries, theirs, and what cannot be used."""

from __future__ import annotations

import pytest

from mesocycle.catalogue import read
from mesocycle.catalogue.libraries import DEEPEST, catalogue_of
from mesocycle.catalogue.resolved import Library, dump
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


VERSIONS = {"one": WALL_SIT, "two": f"version 2\n{WALL_SIT}", "outer": "use two@1\n"}


@pytest.mark.parametrize("line", ["use one", "use one@1", "use two", "use two@2", "use two@2 as x"])
def test_a_library_is_used_in_the_version_that_it_is(line):
    assert codes(used(f"  {line}\n", shelf(**VERSIONS))) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["use one@2"], "one is version 1, not 2"),
        (["use two@1"], "two is version 2, not 1"),
        (["use two@3 as x"], "two is version 2, not 3"),
        (["use two", "use two@1"], "two is version 2, not 1"),
        (["use outer"], "two is version 2, not 1"),
    ],
)
def test_another_version_is_told(lines, told):
    found = used("".join(f"  {line}\n" for line in lines), shelf(**VERSIONS))
    assert [(d.code, d.message) for d in found.diagnostics] == [("E224", told)]


def test_libraries_of_one_name_have_versions_of_their_own():
    texts = {"a/lib.plan": "version 3\n", "b/lib.plan": WALL_SIT}
    known = {name: Source(name, text) for name, text in texts.items()}

    def libraries(name, _is_path):
        return known["a/lib.plan" if name == "a" else "b/lib.plan"]

    assert codes(used("  use a@3\n  use b@1\n", libraries)) == []
    assert codes(used("  use a@3\n  use b@3\n", libraries)) == ["E224"]


@pytest.mark.parametrize("text", ["version 2\nversion 2\n", "version 2\nversion 3\n"])
def test_a_version_is_said_once(text):
    assert codes(used("  use twice\n", shelf(twice=text))) == ["E223"]


def test_a_plan_has_no_version():
    assert codes(used("version 1\n", shelf())) == ["E223"]


def test_a_resolved_library_knows_its_version():
    source = Source("two", VERSIONS["two"])
    catalogue = read([(parse(source).unwrap(), None)]).unwrap()
    ready = Library("two", VERSIONS["two"], dump(source, catalogue))
    assert codes(used("  use two@2\n", lambda *_: ready)) == []
    assert codes(used("  use two@1\n", lambda *_: ready)) == ["E224"]
