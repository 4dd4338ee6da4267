"""Commands as users have them: each in a virtual environment of its own, installed plainly.

An editable install would pay for its import hook, a shared environment for its neighbours.
The environments are kept in the user's cache folder; ours is installed anew every time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mesocycle-benchmarks"
BIN = "Scripts" if sys.platform == "win32" else "bin"

WODCRAFT = "wodcraft==1.2.1"
RADICALE = "radicale==3.9.0"


def meso() -> Path:
    """The folder of commands where `meso` is, made from this tree."""
    commands = environment("meso")
    with tempfile.TemporaryDirectory() as folder:
        # setuptools builds inside the tree that it is given: a copy keeps ours clean.
        copy = Path(folder) / "mesocycle"
        unwanted = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=unwanted)
        pip(commands, "--upgrade", str(copy))
        pip(commands, "--force-reinstall", "--no-deps", str(copy))
    return commands


def wodcraft() -> Path:
    """The folder of commands where `wodc` is: the nearest neighbour, a checker in plain Python."""
    commands = environment("wodcraft")
    if not (commands / "wodc").exists():
        pip(commands, WODCRAFT)
    return commands


def radicale() -> Path:
    """The folder of commands where `radicale` is: a calendar server in plain Python."""
    commands = environment("radicale")
    if not (commands / "radicale").exists():
        pip(commands, RADICALE)
    return commands


def environment(name: str) -> Path:
    """The commands of a virtual environment with this Python, made when it is not there."""
    folder = CACHE / f"{name}-{sys.version_info.major}.{sys.version_info.minor}"
    if not (folder / BIN / "python").exists():
        venv.create(folder, with_pip=True)
    return folder / BIN


def pip(commands: Path, *what: str) -> None:
    """Install something there; pip compiles its bytecode too."""
    subprocess.run([commands / "python", "-m", "pip", "install", "-qq", *what], check=True)
