"""Which plugins are installed, without importing one.

`importlib.metadata` tells the same, but costs more than the rest of a small build; the
files that it reads are few and plain.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from mesocycle.output.entry_points import EntryPoint, normal_name, read_entry_points
from mesocycle.output.hookspecs import GROUP

_METADATA = (".dist-info", ".egg-info")


def installed_plugins(
    path: Iterable[str] | None = None, *, group: str = GROUP
) -> tuple[EntryPoint, ...]:
    """The plugins of all distributions on `path` (by default `sys.path`), in its order.

    `group` is the group of entry points: outputs, unless said otherwise.

    A distribution that is there twice counts once: the first hides the second, as it does
    for `import`. A file that cannot be read is passed over, as `import` would.
    """
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for folder in sys.path if path is None else path:
        for metadata in _metadata_folders(folder or os.curdir):
            text = _text(os.path.join(metadata, "entry_points.txt"))
            if "mesocycle" in text:
                name, version = _who(metadata)
                plugins = tuple(read_entry_points(text, name, version, wanted=group))
                found.setdefault(normal_name(name), plugins)
    return tuple(plugin for plugins in found.values() for plugin in plugins)


def _metadata_folders(folder: str) -> Iterator[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (os.path.join(folder, name) for name in names if name.endswith(_METADATA))


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _who(metadata: str) -> tuple[str, str]:
    """The distribution's name and version: as its metadata says, else as its folder does."""
    name, _, version = os.path.basename(metadata).rpartition(".")[0].partition("-")
    text = _text(os.path.join(metadata, "METADATA")) or _text(os.path.join(metadata, "PKG-INFO"))
    head = text.partition("\n\n")[0].splitlines()
    fields = dict(line.split(": ", 1) for line in head if ": " in line)
    return fields.get("Name", name).strip(), fields.get("Version", version).strip()
