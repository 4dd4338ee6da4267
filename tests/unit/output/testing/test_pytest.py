"""The fixtures, in the pytest of somebody else's project."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

OUTPUT = """
from mesocycle.output import Rendered

class Agenda:
    name, suffix, media_type = "agenda", "txt", "text/plain"
    summary, options = "one line for each session", ()

    def render(self, programme, context):
        if not programme.sessions:
            return Rendered.refused("there is nothing to show")
        return Rendered("".join(f"{each.name}\\n" for each in programme.sessions).encode())
"""

CONFTEST = """
import pytest
from agenda import Agenda

pytest_plugins = ["mesocycle.output.testing.pytest"]

@pytest.fixture
def output():
    return Agenda()
"""

TEST = """
from agenda import Agenda

def test_golden(golden):
    golden(Agenda())

def test_every_line_ends(content):
    assert content.endswith(b"\\n")

def test_nothing_is_warned_of(rendered):
    assert not [each for each in rendered.diagnostics if each.severity == "warning"]
"""


@pytest.fixture
def project(tmp_path):
    """`project(conftest, test, *arguments)`: whether pytest is content there, and what it said."""

    def call(conftest, test, *arguments):
        for name, text in (("agenda", OUTPUT), ("conftest", conftest), ("test_agenda", test)):
            (tmp_path / f"{name}.py").write_text(dedent(text))
        (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
        command = [sys.executable, "-m", "pytest", "-q", "-ra", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [*command, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        return done.returncode == 0, done.stdout + done.stderr

    return call


def test_golden_files_are_written_when_asked_and_compared_else(project, tmp_path):
    fine, said = project(CONFTEST, TEST)
    assert not fine
    assert "there is no ladder.txt yet: run pytest --update-golden" in said
    assert "1 failed" in said
    assert project(CONFTEST, TEST, "--update-golden")[0]
    golden = tmp_path / "golden" / "ladder.txt"
    assert golden.read_text().startswith("Strength\nEasy run\n")
    assert project(CONFTEST, TEST)[0]
    golden.write_text(golden.read_text().replace("Easy run", "Hard run", 1))
    fine, said = project(CONFTEST, TEST)
    assert not fine
    assert "-Hard run\n" in said.replace("E   ", "").replace("    ", "")
    assert "+Easy run" in said


def test_each_sample_is_a_case_and_a_refused_one_is_skipped(project):
    from mesocycle.output.samples import MAKERS

    fine, said = project(CONFTEST, TEST.replace("golden(Agenda())", "pass"), "-vv")
    assert fine, said
    for name in MAKERS:
        assert f"test_nothing_is_warned_of[{name}] PASSED" in said
    assert "test_every_line_ends[empty] SKIPPED" in said
    assert "agenda was not made: there is nothing to show" in said


def test_an_option_of_that_name_that_the_project_has_is_used(project, tmp_path):
    own = """
def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="mine")
"""
    assert project(CONFTEST + own, TEST, "--update-golden")[0]
    assert (tmp_path / "golden" / "ladder.txt").exists()


def test_without_an_output_it_says_what_is_missing(project):
    fine, said = project('pytest_plugins = ["mesocycle.output.testing.pytest"]', TEST)
    assert not fine
    assert "define a fixture `output` in conftest.py" in said


def test_who_does_not_ask_for_it_does_not_have_it(project):
    """No entry point: pytest is as it was in the projects of all who have mesocycle."""
    fine, said = project("", "def test_nothing(): pass", "--update-golden")
    assert not fine
    assert "unrecognized arguments" in said
    modules = """
        import sys

        def test_nothing():
            assert [each for each in sys.modules if each.startswith("mesocycle")] == []
    """
    fine, said = project("", modules)
    assert fine, said
