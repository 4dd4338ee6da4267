"""Whether there may be plugins at all: a look that every start can afford."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mesocycle.loading.discovery import anybody, distributions
from mesocycle.loading.plugins import installed_plugins


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder that is all there is on the path."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    for name in ("MESO_NO_PLUGINS", "MESO_PLUGINS_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def add(site, text, folder="coach_agenda-1.2.dist-info"):
    (site / folder).mkdir()
    (site / folder / "entry_points.txt").write_text(text)


def test_nobody(site):
    add(site, "[console_scripts]\nagenda = coach_agenda\n")
    assert not anybody()


def test_somebody(site):
    add(site, "[mesocycle]\nagenda = coach_agenda\n")
    assert anybody()
    assert [each.name for each in installed_plugins()] == ["agenda"]


def test_libraries_alone_are_no_plugin(site):
    add(site, "[mesocycle.libraries]\nkettles = coach_kettles\n")
    assert not anybody()
    assert [each.name for each in distributions()] == ["coach_agenda"]


@pytest.mark.parametrize(("value", "there"), [("1", False), ("true", False), ("off", True)])
def test_nobody_where_they_are_switched_off(site, monkeypatch, value, there):
    add(site, "[mesocycle]\nagenda = coach_agenda\n")
    monkeypatch.setenv("MESO_NO_PLUGINS", value)
    assert anybody() is there


def test_a_folder_of_plugins_is_somebody(site, monkeypatch):
    monkeypatch.setenv("MESO_PLUGINS_DIR", "mine")
    assert anybody()


def test_the_look_imports_nothing_of_outputs():
    code = (
        "import sys, mesocycle.loading.discovery as d; d.anybody()\n"
        "print([m for m in sys.modules if m in ('pluggy', 'msgspec', 'mesocycle.output')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
