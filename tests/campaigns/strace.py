"""Calls to the system, counted, and one of them made to fail: by strace, where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.campaigns.scenes import Done

ROOT = Path(__file__).resolve().parents[2]
#: What a call that touches the disk may be answered with.
ERRORS = {
    "openat": ("EACCES", "ENOSPC", "EIO"),
    "mkdir": ("EACCES", "ENOSPC"),
    "read": ("EIO",),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO", "ENOSPC"),
    "rename": ("EIO", "ENOSPC", "EACCES"),
    "unlink": ("EIO", "EACCES"),
    "rmdir": ("EIO",),
    "fchmod": ("EPERM",),
    "utimensat": ("EACCES",),
}
_CALL = re.compile(r"([a-z0-9]+)\(")
_RUN = """
import sys
from tests.campaigns.scenes import LATER, call
sys.exit(call(sys.argv[1:], LATER))
"""


class Point(NamedTuple):
    """A call, and which one of its kind it is in a run, from 1."""

    call: str
    number: int
    line: str


@cache
def is_there() -> bool:
    """Whether strace is installed, and may be used."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode == 0


def points(words: Sequence[str], folder: Path, kept: str) -> list[Point]:
    """Every call of a run that touches what is kept."""
    log = folder.parent / "trace"
    _run(words, folder, ["-e", f"trace={','.join(ERRORS)}"], log)
    first = re.escape(kept.partition("/")[0])
    below = re.compile(rf'[<"](?:{re.escape(str(folder))}/|\./)?{first}\b')
    count: Counter[str] = Counter()
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        match = _CALL.match(line)
        if match is None:
            continue
        count[match[1]] += 1
        if below.search(line):
            found.append(Point(match[1], count[match[1]], line[:100]))
    return found


def injected(words: Sequence[str], folder: Path, point: Point, fault: str) -> tuple[Done, bool]:
    """A run in which a call has a fault; whether it was hit, which is so unless another
    Python makes other calls."""
    log = folder.parent / "trace"
    what = f"inject={point.call}:{fault}:when={point.number}"
    done = _run(words, folder, ["-e", f"trace={point.call}", "-e", what], log)
    return done, "INJECTED" in (text := log.read_text("utf-8", "replace")) or "SIGKILL" in text


def _run(words: Sequence[str], folder: Path, options: Sequence[str], log: Path) -> Done:
    done = subprocess.run(
        ["strace", "-y", "-o", str(log), *options, sys.executable, "-c", _RUN, *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    code = -9 if done.returncode in (137, -9) else done.returncode
    return Done(code, done.stderr)
