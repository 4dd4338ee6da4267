"""Installed plugins: a look at `*.dist-info/entry_points.txt` on the import path.

`importlib.metadata` finds the same and takes ten times as long, on every start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from mesocycle.output.entry_points import EntryPoint, normal_name, read_entry_points

_INFO = ".dist-info"


def installed_plugins(path: Iterable[str] | None = None) -> tuple[EntryPoint, ...]:
    """The plugins of every distribution on `path` (else on `sys.path`).

    Of two distributions with one name the first on the path counts, as for imports.
    """
    found: dict[str, list[EntryPoint]] = {}
    for folder in dict.fromkeys(sys.path if path is None else path):
        here: dict[str, list[EntryPoint]] = {}
        for distribution, version, file in _distributions(folder or os.curdir):
            here[normal_name(distribution)] = list(_read(file, distribution, version))
        found = here | found
    return tuple(entry_point for each in found.values() for entry_point in each)


def _distributions(folder: str) -> Iterator[tuple[str, str, str]]:
    """Name, version and entry point file of what is installed in `folder`."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(_INFO))
    except OSError:
        return  # not a folder: a zip file, or a path that is gone
    for name in names:
        distribution, _, version = name.removesuffix(_INFO).partition("-")
        file = os.path.join(folder, name, "entry_points.txt")
        yield distribution.replace("_", "-"), version, file


def _read(file: str, distribution: str, version: str) -> Iterator[EntryPoint]:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            text = opened.read()
    except OSError:
        return  # most distributions have no entry points
    yield from read_entry_points(text, distribution, version)
