"""What each feed was made of, so that nothing is made again while all of that is the same.

It is kept in `made.json` of the state folder. To lose it costs time: every feed is made once
more, and comes out with the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec

import msgspec

from mesocycle.feed.building.make import OUTPUT
from mesocycle.feed.building.store import Key
from mesocycle.feed.state import prepare
from mesocycle.loading.plugins import installed_plugins
from mesocycle.saving.writing import current, locked, write_all

_FILE = "made.json"
_FORMAT = 1
#: What makes a feed when nothing else is installed; some of it ships from folders of its own.
_OURS = ("mesocycle", "mesocycle.grammar", "mesocycle.library", f"mesocycle.bundled.{OUTPUT}",
         "icalendar", "tzdata")  # fmt: skip
_CODE = (".py", ".plan", ".json", ".lark", ".so")


class Entry(msgspec.Struct, frozen=True):
    """How a feed was made last time.

    `inputs`: what each file held (`glances.digest`). `wishes`: settings and options, as a
    digest; `content`: the bytes that came out, likewise. `day`: the day that it was made for,
    if that was today's; `zone`: where.
    """

    inputs: dict[str, str]
    wishes: str
    content: str = ""
    day: str | None = None
    zone: str | None = None


class _File(msgspec.Struct):
    format: int
    tools: str
    folder: str
    feeds: list[tuple[Key, Entry]]


def read_ledger(state: str, folder: str, tools: str) -> dict[Key, Entry]:
    """The entries of last time; none if there are none, or other `tools` made the feeds."""
    try:
        data = current(os.path.join(state, _FILE))
        found = msgspec.json.decode(data or b"", type=_File)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    fits = (found.format, found.tools, found.folder) == (_FORMAT, tools, os.path.abspath(folder))
    return dict(found.feeds) if fits else {}


def write_ledger(state: str, folder: str, tools: str, feeds: Mapping[Key, Entry]) -> None:
    """Keep the entries.

    Raises:
        FolderBusy: somebody else has held the folder for too long.
        OSError: the disk refused.
    """
    file = _File(_FORMAT, tools, os.path.abspath(folder), sorted(feeds.items(), key=_by_key))
    prepare(state)
    with locked(state):
        write_all(state, {_FILE: msgspec.json.encode(file)}, private=True)


def wishes_of(*what: object) -> str:
    """A digest of everything that somebody may set."""
    return hashlib.sha256(msgspec.json.encode(what, order="sorted")).hexdigest()[:32]


def tools() -> str:
    """A digest of what makes feeds: mesocycle as it is installed, and all plugins.

    Files count by path, size and date, none is imported; so it is told when a plugin that is
    being worked on was saved.
    """
    seen = hashlib.sha256()
    plugins = installed_plugins()
    for each in plugins:
        seen.update(f"{each.name} {each.value} {each.title}\n".encode())
    others = {each.value.partition(":")[0].partition(".")[0] for each in plugins}
    for module in (*_OURS, *sorted(others), *(each.file for each in plugins if each.file)):
        for path in (module,) if os.path.isfile(module) else _files(module):
            found = os.stat(path)
            seen.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode(errors="replace"))
    return seen.hexdigest()[:32]


def _files(module: str) -> Iterable[str]:
    """The files that a module consists of; none if it cannot be found."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError, AttributeError):
        spec = None
    if spec is None:
        return ()
    if spec.submodule_search_locations:
        return sorted(_below(spec.submodule_search_locations))
    return (spec.origin,) if spec.has_location and spec.origin else ()


def _below(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        for at, _, names in os.walk(folder):
            yield from (os.path.join(at, name) for name in names if name.endswith(_CODE))


def _by_key(row: tuple[Key, Entry]) -> Key:
    return row[0]
