"""The slow suite of real calendar programs can be collected, and is not part of a plain run."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.clients.chosen import named
from tests.meta.tree import ROOT


@pytest.mark.parametrize("arguments", [["tests/clients"], ["tests/clients/test_borders.py::test"]])
def test_it_runs_if_it_is_asked_for(arguments):
    assert named(arguments)


@pytest.mark.parametrize("arguments", [["tests", "plugins"], ["tests/unit"], []])
def test_it_is_left_out_otherwise(arguments):
    assert not named(arguments)


def test_it_can_be_collected():
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/clients"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for program in ("evolution", "thunderbird", "khal"):
        assert f"[{program}]" in done.stdout
