"""Which distributions have entry points for mesocycle: a look at their files, no more.

`importlib.metadata` tells the same, but costs more than the rest of a small build; the files
that it reads are few and plain. Nothing of mesocycle is imported here: every start asks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_METADATA = (".dist-info", ".egg-info")
_OFF = ("", "0", "false", "no", "off")


class Distribution(NamedTuple):
    """An installed distribution, and the text of its `entry_points.txt`."""

    name: str
    version: str
    entry_points: str


def distributions(path: Iterable[str] | None = None) -> Iterator[Distribution]:
    """Those on `path` (by default `sys.path`) that speak of mesocycle, in its order.

    A file that cannot be read is passed over, as `import` would.
    """
    for folder in sys.path if path is None else path:
        for metadata in _metadata_folders(folder or os.curdir):
            text = _text(os.path.join(metadata, "entry_points.txt"))
            if "mesocycle" in text:
                yield Distribution(*_who(metadata), text)


def switched_off() -> bool:
    """Whether no plugin is to be used at all."""
    return os.environ.get("MESO_NO_PLUGINS", "").lower() not in _OFF


def anybody() -> bool:
    """Whether there may be a plugin at all; most machines have none, and need to ask no further."""
    if switched_off():
        return False
    if os.environ.get("MESO_PLUGINS_DIR"):
        return True
    return any("[mesocycle]" in each.entry_points for each in distributions())


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
