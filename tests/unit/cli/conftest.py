"""A folder with a plan, a diary and a library, and `meso` to run in it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from mesocycle.cli import meso
from mesocycle.cli.terminal import Terminal

PLAN = """\
plan "A back"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed at 07:00 for 40min
  Superman; 3x8-12; rest 60s; progress reps
  Doorway Reach; 2x30s each side

session "Walk" any time
  walk 20min brisk

exercise "Doorway Reach"
  kind flexibility
  sides each
  measure hold
  impact 0
  loads extension low
"""

DIARY = """\
athlete "Ana"
  follows "A back" from 2026-12-07

2026-12-07 "Strength"
  Superman; 12, 12, 12; pain 0; slow; form good
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working folder, with `back.plan` and `ana.diary`."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "SOURCE_DATE_EPOCH", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "back.plan").write_text(PLAN)
    (tmp_path / "ana.diary").write_text(DIARY)
    return tmp_path


@pytest.fixture
def run(folder):
    """`run("check", "back.plan")`: the result, with exit_code, stdout and stderr."""

    def call(*arguments, stdin=None):
        result = CliRunner().invoke(meso, arguments, obj=Terminal(), input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def refused(run):
    """`refused("check")`: what a call that makes no sense is told; it must exit with 2."""

    def call(*arguments, stdin=None):
        result = run(*arguments, stdin=stdin)
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        return result.stderr

    return call
