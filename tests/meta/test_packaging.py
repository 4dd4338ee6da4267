"""What is in the folders is in the wheel, however it is installed."""

from __future__ import annotations

import sys
import tarfile
import zipfile

import pytest

from mesocycle.bundled import BUNDLED
from tests.meta.tree import ROOT, files, install, project, quietly

SETUPTOOLS = project()["tool"]["setuptools"]
MAP = SETUPTOOLS["package-dir"]

SEES_ALL = """
from importlib.resources import files
import mesocycle.bundled.ical, mesocycle.bundled.json, mesocycle.bundled.markdown
import mesocycle.cli
assert files("mesocycle.grammar").joinpath("plan.lark").is_file(), "no grammar"
for library in ("runner-back", "barbell", "bodyweight"):
    for ending in ("plan", "json"):
        assert files("mesocycle.library").joinpath(f"{library}.{ending}").is_file(), library
assert files("mesocycle").joinpath("py.typed").is_file(), "no types"
print(mesocycle.__file__)
"""


def folders():
    """Each folder that ships, and the package it ships as."""
    for package, folder in MAP.items():
        for init in files(folder, suffix="__init__.py"):
            below = init.parent.relative_to(ROOT / folder).parts
            yield init.parent, ".".join((package, *below))


def test_every_folder_ships_as_a_package():
    assert sorted(SETUPTOOLS["packages"]) == sorted(package for _, package in folders())


def contents(folder):
    """The files of a package: all below its folder up to the next package, but no notes on it."""
    for path in folder.iterdir():
        if path.is_file() and path.suffix not in {".md", ".pyc"}:
            yield path
        elif path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").exists():
            yield from (each for each in path.rglob("*") if each.is_file())


def test_the_wheel_is_the_tree(wheel):
    inside = zipfile.ZipFile(wheel).namelist()
    expected = {
        f"{package.replace('.', '/')}/{path.relative_to(folder).as_posix()}"
        for folder, package in folders()
        for path in contents(folder)
    }
    assert {each for each in inside if ".dist-info/" not in each} == expected


def test_the_source_distribution_is_complete(dist):
    """The wheel above was built from it; what it lacked would be missing there."""
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        inside = {each.partition("/")[2] for each in archive.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml", "grammar/plan.lark"} <= inside


@pytest.mark.parametrize("how", ["plain", "editable", "sdist", "wheel"])
def test_an_installation_finds_grammar_library_and_outputs(how, machine, checkout, dist, tmp_path):
    what = {
        "plain": [checkout],
        "editable": ["--editable", checkout],
        "sdist": dist.glob("*.tar.gz"),
        "wheel": dist.glob("*.whl"),
    }[how]
    install(machine, *what)
    home = quietly(str(machine), "-c", SEES_ALL, cwd=tmp_path).strip()
    assert home.startswith(str(checkout)) is (how == "editable")
    assert "meso" in quietly(str(machine.parent / "meso"), "--help", cwd=tmp_path)


@pytest.mark.parametrize("name", BUNDLED)
def test_an_output_of_its_own_takes_the_bundled_ones_place(name, machine, checkout, wheel):
    def plugins():
        return quietly(str(machine.parent / "meso"), "plugins")

    install(machine, wheel)
    assert f"mesocycle-{name}" not in plugins()
    install(machine, checkout / "plugins" / name)
    assert f"mesocycle-{name}" in plugins()
    pip = [sys.executable, "-m", "pip", "--python", str(machine)]
    quietly(*pip, "uninstall", "--quiet", "--yes", f"mesocycle-{name}")
    assert f"mesocycle-{name}" not in plugins()
