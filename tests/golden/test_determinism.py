"""The same bytes on every machine: whatever its zone, locale, hash seed, folder and date."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mesocycle.bundled import BY_DEFAULT

GOLDEN = Path(__file__).parent
PLANS = GOLDEN.parents[1] / "plans"
RUNS = (
    ("ladder/ladder.plan", "ladder/ana.diary", ",".join(BY_DEFAULT)),
    ("strength/gzclp.plan", "strength/gzclp.diary", "markdown"),
    ("strength/five-three-one-bbb.plan", "strength/five-three-one-bbb.diary", "markdown"),
    ("strength/crossfit-week.plan", "strength/crossfit-week.diary", ",".join(BY_DEFAULT)),
    ("running/half-marathon.plan", "running/half-marathon.diary", "markdown"),
    ("running/ten-k.plan", "running/ten-k.diary", ",".join(BY_DEFAULT)),
)
BUILD = "from mesocycle.cli import main; main()"


@pytest.mark.proves("C12")
@pytest.mark.parametrize(
    ("seed", "zone", "locale", "folder"),
    [
        ("0", "UTC", "C", "a"),
        ("1", "America/St_Johns", "C.UTF-8", "a folder with spaces"),
        ("2", "Pacific/Kiritimati", "tr_TR.UTF-8", "ärger"),
        ("3", "Australia/Lord_Howe", "de_DE.UTF-8", "deeply/nested/in/folders"),
    ],
)
def test_every_machine_builds_the_goldens(seed, zone, locale, folder, tmp_path):
    here = tmp_path / folder
    shutil.copytree(PLANS, here)
    machine = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "HOME": str(tmp_path)}
    for plan, diary, formats in RUNS:
        arguments = ["build", plan, "--diary", diary, "--to", formats, "-o", "out"]
        subprocess.run(
            [sys.executable, "-c", BUILD, *arguments],
            cwd=here,
            env=os.environ | machine,
            check=True,
            capture_output=True,
        )
    built = {path.name: path.read_bytes() for path in (here / "out").iterdir()}
    assert len(built) == sum(len(formats.split(",")) for _, _, formats in RUNS)
    assert built == {name: (GOLDEN / name).read_bytes() for name in built}
