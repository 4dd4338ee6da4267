"""`use` brings in libraries, bundled or installed or below the plan, and nothing else."""

from __future__ import annotations

import os

import pytest

from mesocycle.loading import Folder, bundled_libraries
from mesocycle.source import Source


@pytest.fixture
def plans(tmp_path):
    """A folder with a plan, a library below it, and secrets around it."""
    (tmp_path / "secret.plan").write_text("outside\n")
    folder = tmp_path / "plans"
    (folder / "lib").mkdir(parents=True)
    (folder / "back.plan").touch()
    (folder / "lib" / "mine.plan").write_text("inside\n")
    return folder


@pytest.fixture
def libraries(plans, monkeypatch):
    monkeypatch.chdir(plans.parent)
    return Folder("plans/back.plan")


def test_a_bundled_library_by_name(libraries):
    assert {"runner-back", "barbell", "bodyweight"} <= bundled_libraries().keys()
    found = libraries("runner-back", False)
    assert isinstance(found, Source)
    assert found.name == "runner-back"
    assert libraries.used == ("runner-back",)


@pytest.mark.parametrize("path", ["lib/mine.plan", "./lib/mine.plan", "lib/../lib/mine.plan"])
def test_a_file_below_the_plans_folder(libraries, path):
    found = libraries(path, True)
    assert isinstance(found, Source)
    assert (found.name, found.text) == ("plans/lib/mine.plan", "inside\n")


def test_a_library_is_one_source_however_often_it_is_used(libraries):
    assert libraries("lib/mine.plan", True) is libraries("lib/mine.plan", True)


def test_a_link_that_stays_inside(libraries, plans):
    (plans / "alias.plan").symlink_to("lib/mine.plan")
    assert isinstance(libraries("alias.plan", True), Source)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../secret.plan", "outside the plan's folder"),
        ("lib/../../secret.plan", "outside the plan's folder"),
        ("/etc/passwd", "must start at the plan's folder"),
        ("//host/share.plan", "must start at the plan's folder"),
        ("~/secret.plan", "must start at the plan's folder"),
        ("C:/secret.plan", "must start at the plan's folder"),
        ("..\\secret.plan", "write / between folders"),
        ("https://example.org/x.plan", "fetches nothing"),
        ("file:///etc/passwd", "fetches nothing"),
        ("lib/mine.txt", "ends in .plan"),
        ("lib", "ends in .plan"),
        ("", "no path"),
        ("  ", "no path"),
        ("lib/mine.plan\0", "no path"),
        ("lib/yours.plan", "no such file"),
    ],
)
def test_any_other_path_is_refused_with_its_reason(libraries, path, reason):
    found = libraries(path, True)
    assert isinstance(found, str)
    assert reason in found
    assert libraries.used == ()


def test_a_link_is_no_way_out(libraries, plans):
    (plans / "friendly.plan").symlink_to(plans.parent / "secret.plan")
    (plans / "door").symlink_to(plans.parent)
    for path in ("friendly.plan", "door/secret.plan"):
        assert "outside the plan's folder" in libraries(path, True)


def test_a_pipe_is_no_library(libraries, plans):
    os.mkfifo(plans / "pipe.plan")
    assert "device" in libraries("pipe.plan", True)


@pytest.mark.parametrize("name", ["../library/runner-back", "runner-back.plan", "/etc/passwd", ""])
def test_a_name_is_never_a_path(libraries, name):
    assert "no library of this name" in libraries(name, False)


def test_a_misspelt_name_is_answered_with_the_nearest(libraries):
    assert libraries("runner-bak", False).endswith("did you mean runner-back?")


class TestInstalled:
    """A distribution may bring a library: a file, found in its package and never imported."""

    @pytest.fixture
    def site(self, tmp_path, monkeypatch):
        """A folder on the path with one distribution whose package would fail to import."""
        site = tmp_path / "site"
        info = site / "coach_kettles-1.2.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Name: coach-kettles\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text("[mesocycle.libraries]\nkettles = coach_kettles\n")
        package = site / "coach_kettles"
        package.mkdir()
        (package / "__init__.py").write_text("raise SystemExit('a library is data')\n")
        (package / "kettles.plan").write_text('exercise "Squat"\n')
        monkeypatch.syspath_prepend(str(site))
        return site

    @pytest.mark.usefixtures("site")
    def test_by_name(self, libraries):
        found = libraries("kettles", False)
        assert isinstance(found, Source)
        assert (found.name, found.text) == ("kettles", 'exercise "Squat"\n')

    def test_whose_file_is_missing(self, libraries, site):
        (site / "coach_kettles" / "kettles.plan").unlink()
        assert libraries("kettles", False) == (
            "coach-kettles 1.2 has no file kettles.plan in its package"
        )

    def test_that_two_distributions_have(self, libraries, site):
        other = site / "other-2.0.dist-info"
        other.mkdir()
        (other / "entry_points.txt").write_text("[mesocycle.libraries]\nkettles = other\n")
        assert "coach-kettles, other" in libraries("kettles", False)

    @pytest.mark.parametrize("value", ["coach_kettles.inner", "../coach_kettles", "not there", ""])
    def test_in_no_package(self, libraries, site, value):
        info = site / "coach_kettles-1.2.dist-info"
        (info / "entry_points.txt").write_text(f"[mesocycle.libraries]\nkettles = {value}\n")
        assert "has no file" in libraries("kettles", False)
