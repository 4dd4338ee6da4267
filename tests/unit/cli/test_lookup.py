"""`meso explain`, `meso catalogue` and `meso plugins`: things looked up."""

from __future__ import annotations

import pytest

from mesocycle.bundled import BUNDLED
from mesocycle.cli import plugins
from mesocycle.codes import CODES
from mesocycle.output.asking import Plugins
from mesocycle.output.entry_points import EntryPoint

# --- explain -------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["E203", "e203", " E203 "])
def test_a_code_is_explained_with_an_example_broken_and_mended(run, code):
    text = run("explain", code).stdout
    assert text.startswith("E203  unknown exercise\n\n")
    assert "\nWrong:\n\n    plan " in text
    assert "\nRight:\n\n    plan " in text


def test_a_code_that_no_text_causes_has_no_example(run):
    text = run("explain", "E700").stdout
    assert text.startswith("E700  a file cannot be read\n\n")
    assert "Wrong:" not in text


def test_alone_it_lists_every_code(run):
    lines = run("explain").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == list(CODES)


def test_unknown_codes(refused):
    assert "did you mean E203?" in refused("explain", "E0203")
    assert "`meso explain` lists them" in refused("explain", "nonsense")


# --- catalogue -----------------------------------------------------------------------------------

LIBRARY = """\
exercise "Wall Sit"
  aka wall chair
  kind strength
  trains quads
  sides none
  measure hold
  impact 0
  loads axial low
  dose 3x30s
  instead Chair Sit to start
  cue "Knees over the feet."

exercise "Chair Sit"
  measure hold

pool sits
  Chair Sit
  Wall Sit
"""


@pytest.fixture
def library(folder):
    (folder / "sits.plan").write_text(LIBRARY)


def test_the_bundled_library_is_listed(run):
    lines = run("catalogue", "list").stdout.splitlines()
    assert lines[0].split()[:3] == ["exercise", "kind", "sides"]
    assert lines[1].split()[:2] == ["Superman", "strength"]
    assert "pool strength" in lines


def test_a_library_of_ones_own_is_listed(run, library):
    assert run("catalogue", "list", "--library", "sits.plan").stdout.splitlines() == [
        "exercise   kind      sides  dose",
        "Wall Sit   strength  none   3x30s",
        "Chair Sit  strength  none",
        "",
        "pool sits",
        "  Chair Sit, Wall Sit",
    ]


def test_all_that_is_said_of_an_exercise(run, library):
    text = run("catalogue", "show", "WALL  chair", "--library", "sits.plan").stdout
    assert text.splitlines() == [
        "Wall Sit",
        "  also called   wall chair",
        "  kind          strength",
        "  trains        quads",
        "  sides         none",
        "  dose          3x30s",
        "  loads         axial low",
        "  impact        0 (none)",
        "  equipment     none",
        "  place         anywhere",
        "  instead       Chair Sit to start with",
        "  defined in    sits, line 1",
        "  cue           Knees over the feet.",
    ]


def test_the_exercises_of_a_pool_in_their_order(run, library, refused):
    lines = run("catalogue", "show", "Sits", "--library", "sits.plan").stdout.splitlines()
    assert lines == ["pool sits", "   1  Chair Sit", "   2  Wall Sit"]
    assert "   1  Superman" in run("catalogue", "show", "strength").stdout
    assert "did you mean strength?" in refused("catalogue", "show", "strenght")


def test_an_entry_that_nobody_reviewed_says_so(run, library):
    text = run("catalogue", "show", "chair sit", "--library", "sits.plan").stdout
    assert "not reviewed" in text


def test_names_that_are_not_there(refused):
    assert "did you mean Superman?" in refused("catalogue", "show", "supermann")
    assert "did you mean runner-back?" in refused("catalogue", "list", "--library", "runner-bak")
    assert "did you mean show?" in refused("catalogue", "shwo")


def test_a_library_that_cannot_be_read_or_has_mistakes(run, folder, library):
    assert run("catalogue", "list", "--library", "nowhere.plan").exit_code == 4
    (folder / "sits.plan").write_text(LIBRARY.replace("sides none", "sides some"))
    done = run("catalogue", "list", "--library", "sits.plan")
    assert (done.exit_code, done.stdout) == (1, "")


# --- plugins -------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch):
    monkeypatch.setattr(plugins, "plugins", Plugins)


@pytest.fixture
def broken_plugin(monkeypatch):
    plugin = EntryPoint(name="agenda", value="nobody", distribution="coach-agenda", version="1.2")
    monkeypatch.setattr(plugins, "plugins", lambda: Plugins([plugin]))


def test_the_bundled_outputs(run):
    done = run("plugins")
    assert done.exit_code == 0
    names = [line.split()[0] for line in done.stdout.splitlines()]
    assert tuple(names) == BUNDLED
    assert done.stdout.count("bundled\n") == len(BUNDLED)


def test_all_there_is_to_know_of_them(run):
    text = run("plugins", "--all").stdout
    assert "--option ical.alarm=off" in text
    assert ".ics, text/calendar" in text
    assert "hooks: mesocycle_outputs" in text


def test_a_plugin_that_failed_is_named_with_its_distribution_and_version(run, broken_plugin):
    done = run("plugins")
    assert done.exit_code == 3
    assert "agenda       coach-agenda 1.2\n" in done.stdout
    assert "failed: plugin agenda (coach-agenda 1.2) cannot be loaded" in done.stdout
