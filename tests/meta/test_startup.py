"""The command starts with no more than it needs. Nothing is timed: what is imported is counted."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.meta.tree import ROOT, project

PLAN = ROOT / "plans" / "ladder" / "ladder.plan"
ALLOWED = {"mesocycle", "click", "lark", "msgspec", "pluggy", "typing_extensions"}

#: What costs more than it gives before a plan is read: milliseconds, each of them.
SLOW = {
    "asyncio", "concurrent.futures", "dataclasses", "email", "http.client", "importlib.metadata",
    "json", "logging", "pickle", "ssl", "subprocess", "unittest", "urllib.request",
}  # fmt: skip


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory) -> Path:
    """The wheel unpacked: an editable install would import its finder first."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def imported(installed: Path, *arguments: str) -> set[str]:
    """The modules that one run of `meso` imports."""
    site = sysconfig.get_path("purelib")
    start = f"import sys; sys.path[:0] = [{str(installed)!r}, {site!r}]\n"
    start += "from mesocycle.cli import main; main()"
    # -S: no .pth file is run, neither ours nor a stranger's.
    command = [sys.executable, "-S", "-X", "importtime", "-c", start, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(re.findall(r"^import time: .*\| +(\S+)$", done.stderr, re.MULTILINE))


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", str(PLAN)], ["explain", "E600"]],
    ids=lambda arguments: arguments[0],
)
def test_a_command_imports_only_what_it_needs(arguments, installed):
    modules = imported(installed, *arguments)
    strangers = {m.partition(".")[0] for m in modules} - set(sys.stdlib_module_names) - ALLOWED
    # importtime also lists what was looked for in vain, such as Jython's `org` by `copy`.
    assert {each for each in strangers if each[0] != "_" and find_spec(each)} == set()
    assert modules & SLOW == set()


@pytest.mark.parametrize(("output", "needed"), [("ical", True), ("json", False)])
def test_only_a_calendar_needs_icalendar(output, needed, installed, tmp_path):
    build = ["build", str(PLAN), "--to", output, "-o", str(tmp_path)]
    assert ("icalendar" in imported(installed, *build)) is needed


def test_dependencies_are_the_few_that_are_allowed():
    named = {re.match(r"[\w-]+", each)[0] for each in project()["project"]["dependencies"]}
    assert named == {"click", "icalendar", "lark", "msgspec", "pluggy", "tzdata"}
