"""The repository as the meta tests see it."""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
UNTRACKED = {"build", "dist", "__pycache__", "node_modules"}
BINARY = {".png", ".fit", ".pyc"}

#: Where the world is touched: disk, clock, environment, terminal. Everything else is pure.
_ROOMS = ("cli", "feed", "loading", "output/testing", "saving")
EDGES = ("grammar/", *(f"src/mesocycle/{room}/" for room in _ROOMS))


@cache
def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def files(*folders: str, suffix: str = "") -> Iterator[Path]:
    """The files below `folders` that belong to the repository, in order."""
    for folder in folders or (".",):
        for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
            parts = path.relative_to(ROOT).parts
            hidden = any(p.startswith(".") and p != ".ci" for p in parts[:-1])
            built = any(p in UNTRACKED or p.endswith(".egg-info") for p in parts)
            if path.is_file() and not hidden and not built:
                yield path


def shipped() -> Iterator[Path]:
    """The Python files that users install."""
    for path in files("src", "grammar", "plans", "plugins", suffix=".py"):
        if "tests" not in path.parts:
            yield path


def name(path: Path) -> str:
    """How a file is called in messages: its path from the root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


def quietly(*command: str, cwd: Path | None = None) -> str:
    """Run a command that must succeed; what it printed."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(folder: Path) -> Path:
    """The Python of a fresh environment that has the dependencies and not mesocycle."""
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(quietly(str(python), "-c", where).strip())
    # A path in a .pth adds the folder and does not run the .pth files inside it, so the
    # editable mesocycle of this environment is not found there.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return python


def install(machine: Path, *what: str | Path) -> None:
    """Install with what is here: no index, no dependencies, no isolated build."""
    pip = [sys.executable, "-m", "pip", "--python", str(machine), "install", "--quiet"]
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed"]
    quietly(*pip, *offline, *map(str, what))
