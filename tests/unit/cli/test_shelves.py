"""Libraries of other distributions: from a hook, or nothing but files; used, listed, isolated."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[2] / "fixtures" / "plugins" / "shelves"
PLAN = """\
plan "Leaning"
  starts 2026-12-07
  lasts 1 week
  timezone Europe/Berlin
  use NAME

session "Strength" on mon
  EXERCISE; 2x30s each side
"""


@pytest.fixture
def site(tmp_path_factory, monkeypatch):
    """Where the distribution `coach-shelves` 1.3 is installed."""
    site = tmp_path_factory.mktemp("site")
    shutil.copytree(FIXTURE, site, dirs_exist_ok=True, ignore=lambda *_: ["__pycache__"])
    project = tomllib.loads((FIXTURE / "pyproject.toml").read_text())["project"]
    install(site, project["name"], project["version"], project["entry-points"])
    monkeypatch.syspath_prepend(str(site))
    yield site
    for name in ("coach_shelves", "coach_kettles", "coach_broken"):
        sys.modules.pop(name, None)


def install(site, name, version, groups):
    """What pip would write of a distribution."""
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {name}\nVersion: {version}\n")
    lines = [
        line
        for group, entries in groups.items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("name", "exercise"),
    [("leans", "Front Lean"), ("leans", "Back Lean"), ("kettles", "Kettle Row")],
)
@pytest.mark.usefixtures("site")
def test_a_plan_uses_them_by_name(run, folder, name, exercise):
    (folder / "lean.plan").write_text(PLAN.replace("NAME", name).replace("EXERCISE", exercise))
    done = run("check", "lean.plan")
    assert (done.exit_code, done.stderr) == (0, "")
    assert exercise in run("catalogue", "list", "--library", name).stdout
    assert f'"{exercise}"' in run("catalogue", "export", name).stdout


@pytest.mark.usefixtures("site")
def test_they_are_listed_behind_ours(run):
    done = run("catalogue", "list", "--libraries")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "barbell      mesocycle",
        "bodyweight   mesocycle",
        "runner-back  mesocycle",
        "kettles      coach-shelves 1.3",
        "leans        shelves (coach-shelves 1.3)",
    ]


@pytest.mark.usefixtures("site")
def test_what_is_nothing_but_a_file_is_never_imported(run):
    run("catalogue", "list", "--library", "kettles")
    assert "coach_kettles" not in sys.modules
    assert "coach_shelves" not in sys.modules


BROKEN = {
    "raises": "raise LookupError('lost')",
    "no library": """\
from mesocycle.output import hookimpl

@hookimpl
def mesocycle_libraries():
    return [3]
""",
    "exits": "raise SystemExit(9)",
}


@pytest.mark.parametrize("code", BROKEN.values(), ids=BROKEN)
def test_one_that_fails_is_named_and_the_others_are_there(run, folder, site, code):
    (site / "coach_broken.py").write_text(code + "\n")
    install(site, "coach-broken", "0.1", {"mesocycle": {"broken": "coach_broken"}})
    done = run("catalogue", "list", "--libraries")
    assert done.exit_code == 3
    assert "leans        shelves (coach-shelves 1.3)" in done.stdout
    assert "broken (coach-broken 0.1)" in done.stderr
    (folder / "lean.plan").write_text(
        PLAN.replace("NAME", "leans").replace("EXERCISE", "Back Lean")
    )
    shown = run("show", "lean.plan", "--on", "2026-12-07")
    assert shown.exit_code == 0
    assert "Back Lean" in shown.stdout


def test_a_file_that_is_not_there_is_told(run, site):
    (site / "coach_kettles" / "kettles.plan").unlink()
    done = run("catalogue", "list", "--libraries")
    assert "kettles      coach-shelves 1.3 (cannot be used: " in done.stdout
    assert "leans        shelves" in done.stdout


def test_ours_are_never_replaced(run, site):
    install(site, "coach-thief", "1.0", {"mesocycle.libraries": {"runner-back": "coach_kettles"}})
    assert "runner-back  mesocycle\n" in run("catalogue", "list", "--libraries").stdout
    assert "Superman" in run("catalogue", "list").stdout


@pytest.mark.usefixtures("site")
def test_without_plugins_there_are_files_only(run, monkeypatch):
    monkeypatch.setenv("MESO_NO_PLUGINS", "1")
    found = run("catalogue", "list", "--libraries").stdout
    assert "kettles" in found
    assert "leans" not in found
