"""The same output in another process, around which much is different."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from mesocycle.output.model import Output

#: Another machine: its zone is ahead of all others, its locale knows ASCII only.
_CHANGED = {
    "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "LANGUAGE": "ar",
    "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "4711",
    "PYTHONDONTWRITEBYTECODE": "1",
}  # fmt: skip


class Asked(msgspec.Struct):
    """What the other process is told: where the output's class is, and what to render.

    `file` is that of its module, for one that cannot be imported by name. `output` is the
    output's own name.
    """

    module: str
    file: str
    qualname: str
    output: str
    samples: tuple[str, ...]


class There(msgspec.Struct):
    """What came of it: the bytes by sample, and what an output should not do, in words.

    `missing` says why the output was not found there.
    """

    made: dict[str, bytes] = {}
    did: tuple[str, ...] = ()
    missing: str = ""


class NotThere(Exception):
    """The output cannot be made in another process; the message says why."""


def elsewhere(output: Output, samples: Sequence[str]) -> There:
    """What `output` makes of these samples in another process.

    Raises:
        NotThere: its class cannot be imported, or wants arguments and no hook offers it.
        AssertionError: that process failed.
    """
    made = type(output)
    asked = Asked(
        module=made.__module__,
        file=getattr(sys.modules.get(made.__module__), "__file__", None) or "",
        qualname=made.__qualname__,
        output=output.name,
        samples=tuple(samples),
    )
    with tempfile.TemporaryDirectory() as folder:
        there = _run(asked, Path(folder))
    if there.missing:
        raise NotThere(there.missing)
    return there


def _run(asked: Asked, folder: Path) -> There:
    answer = folder / "answer.json"
    for name in ("here", "home", "scratch"):
        (folder / name).mkdir()
    done = subprocess.run(  # noqa: S603 - this Python, and a module of ours
        [sys.executable, "-m", "mesocycle.output.testing.world", str(answer)],
        input=msgspec.json.encode(asked),
        env=_environment(os.environ, folder),
        cwd=folder / "here",
        capture_output=True,
        check=False,
    )
    if done.returncode or not answer.exists():
        said = (done.stdout + done.stderr).decode(errors="replace")
        raise AssertionError(f"in another process it ended with {done.returncode}:\n{said}")
    return msgspec.json.decode(answer.read_bytes(), type=There)


def _environment(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    path = os.pathsep.join(str(Path(each or ".").absolute()) for each in sys.path)
    places = {each: str(folder / "scratch") for each in ("TMPDIR", "TMP", "TEMP")}
    places |= {each: str(folder / "home") for each in ("HOME", "XDG_CACHE_HOME")}
    return {**environment, **_CHANGED, **places, "PYTHONPATH": path}
