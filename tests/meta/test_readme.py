"""What the README shows is run: its plan, its commands, its output."""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
import tomllib

from click.testing import CliRunner

import mesocycle
from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal
from mesocycle.loading import Folder
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.registry import load
from mesocycle.output.rendering import render
from mesocycle.source import Source
from tests.meta.tree import ROOT, files, name

README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PATH = re.compile(r"`([\w.-]+/[\w./-]*)`")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language):
    return [text for kind, text in BLOCK.findall(README) if kind == language]


PLAN = next(block for block in blocks("") if block.startswith("plan "))


def compiled():
    return mesocycle.compile_plan(Source("readme.plan", PLAN), Folder("-"))


def test_it_is_short():
    assert len(README.splitlines()) <= 120


def test_links_lead_somewhere():
    """In the README and in every other page."""
    dead = [
        f"{name(path)}: {link}"
        for path in files(".", suffix=".md")
        for link in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in link and not (path.parent / link).exists()
    ]
    assert dead == []


def test_paths_lead_somewhere():
    """What these pages call `a/path` is there, from the root or in the package."""
    rules = "docs/explanation/safety-rules.md"
    pages = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", rules)
    paths = {path for page in pages for path in PATH.findall((ROOT / page).read_text("utf-8"))}
    bases = (ROOT, ROOT / "src/mesocycle", ROOT / "tests")
    assert [path for path in paths if not any((base / path).exists() for base in bases)] == []


def test_every_room_is_on_the_plan():
    """ARCHITECTURE.md has a row for every package of the pipeline, and of the compiler."""
    rows = PATH.findall((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    source = ROOT / "src/mesocycle"
    made = [path for depth in ("*", "compiler/*") for path in source.glob(f"{depth}/__init__.py")]
    rooms = {f"{path.parent.relative_to(source).as_posix()}/" for path in made}
    told = {row.removeprefix("src/mesocycle/") for row in rows}
    assert rooms - told == {"bundled/"}


def test_its_plan_compiles_without_a_word():
    outcome = compiled()
    assert outcome.diagnostics == ()
    assert outcome.value.sessions


def test_its_race_compiles_without_a_word():
    (race,) = (block for block in blocks("") if block.startswith("calendar"))
    head = PLAN.partition("\n\n")[0].replace("runner-back", "barbell")
    text = f"{head}\n  max Bench Press 100kg; best 10k 51:10\n\n{race}"
    outcome = mesocycle.compile_plan(Source("gym.plan", text), Folder("-"))
    assert outcome.diagnostics == ()
    assert outcome.value.sessions


def test_its_mistake_is_reported_like_that(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (report,) = (block for block in blocks("") if block.startswith("error"))
    wrong = re.search(r"^9 \|(.*)$", report, re.MULTILINE)[1].removeprefix(" ")
    lines = PLAN.splitlines()
    lines[8] = wrong
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "back.plan").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = CliRunner().invoke(meso, ["check", "plans/back.plan"], obj=Terminal()).output
    assert report in said


def test_its_output_is_a_whole_output(tmp_path, monkeypatch):
    (tmp_path / "mesocycle_agenda.py").write_text(blocks("python")[0], encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    project = tomllib.loads(blocks("toml")[0])
    ((key, value),) = project["project"]["entry-points"]["mesocycle"].items()
    assert project["tool"]["setuptools"]["py-modules"] == [value]
    assert {"name", "version"} <= set(project["project"])
    registry = load([EntryPoint(name=key, value=value, distribution="coach")]).unwrap()
    (product,) = render(registry, compiled().unwrap(), [key]).unwrap()
    assert product.content.decode().startswith("A back that runs\n2026-12-07 Strength: ")


def test_its_commands_run(checkout):
    """All but the one that runs this test."""
    tests, *others = sorted(blocks("bash"), key=lambda block: block != "make\n")
    assert tests == "make\n"
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").endswith("exec make\n")
    # Dependencies and the build tool come from here, so that no network is needed.
    offline = {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # the option's name is its negation: 0 is "no isolation"
        "PIP_IGNORE_INSTALLED": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "".join(others)],
        cwd=checkout,
        env=os.environ | offline,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = {path.name for path in (checkout / "build").iterdir() if path.stat().st_size}
    assert built == {"ladder.ics", "ladder.md", "ladder.json"}
