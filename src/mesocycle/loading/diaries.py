"""A diary, and the files that it includes: `include "2025.diary"`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from mesocycle.diagnostics import Outcome
from mesocycle.loading.below import Below, Improper
from mesocycle.loading.files import STDIN, read, shown_name
from mesocycle.source import Bound, Source

_SUFFIX = ".diary"
_BELOW = Below("diary", "diary", _SUFFIX)
#: As many files as one diary may be made of: one a week for two years.
MOST_FILES = 104
#: How many folders up a part looks for the diary that it belongs to.
_FOLDERS_UP = 2

_INCLUDE = re.compile(r'^include +"([^"\n]*)"', re.MULTILINE)
_ATHLETE = re.compile(r"^athlete\b", re.MULTILINE)


def read_diary(path: str) -> Outcome[Source]:
    """The diary in the file at `path` (`-`: standard input), with all that it includes.

    Where something of that cannot be had, it is told when the line that wants it is read.
    """
    found = read(path)
    if found.value is None or not _INCLUDE.search(found.value.text):
        return found
    folder = os.getcwd() if path == STDIN else os.path.dirname(path)
    whole = _Binding(folder or os.curdir)
    return Outcome(whole.bind(path, found.value, ""), found.diagnostics)


def includes_of(text: str) -> tuple[str, ...]:
    """The paths that a diary includes, as they are written."""
    return tuple(dict.fromkeys(_INCLUDE.findall(text)))


def owner_of(path: str) -> str:
    """The diary that includes the file at `path`, if that names no athlete; else `path` itself.

    It is looked for beside the file and in the folders above.
    """
    part = read(path, regular=True).value if path != STDIN else None
    if part is None or _ATHLETE.search(part.text):
        return path
    wanted, folder = os.path.realpath(path), os.path.dirname(path)
    for _ in range(_FOLDERS_UP + 1):
        for other in _diaries(folder or os.curdir):
            if wanted in _parts(other):
                return os.path.normpath(other)
        folder = os.path.join(folder, os.pardir)
    return path


def files_of(path: str, diary: Source) -> tuple[str, ...]:
    """The paths of a diary's files: its own, and all that are included, there or not."""
    found, todo, seen = {path: None}, [(path, diary)], {id(diary)}
    while todo:
        at, each = todo.pop()
        for written, part in each.included.items() if isinstance(each, Bound) else ():
            below = os.path.join(os.path.dirname(at), written)
            found[below] = None
            if isinstance(part, Source) and id(part) not in seen:
                seen.add(id(part))
                todo.append((below, part))
    return tuple(found)


class _Binding:
    """The files of one diary; each is one `Source`, however often it is asked for."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._known: dict[str, Source] = {}

    def bind(self, path: str, source: Source, below: str) -> Source:
        """`source`, from `path`, with its own includes; `below` leads to it from the diary."""
        bound = Bound(source.name, source.text, below)
        if path != STDIN:
            self._known[os.path.realpath(path)] = bound
        at = os.path.dirname(path) if path != STDIN else self._folder
        for written in includes_of(source.text):
            prefix = below.rpartition("/")[0]
            bound.included[written] = self._part(
                at or os.curdir, written, os.path.normpath(f"{prefix}/{written}").lstrip("/")
            )
        return bound

    def _part(self, folder: str, written: str, below: str) -> Source | str:
        """The file that a diary in `folder` calls `written`, or why it cannot be had."""
        try:
            path = _BELOW.find(folder, written)
        except Improper as why:
            return str(why)
        if path in self._known:
            return self._known[path]
        if len(self._known) >= MOST_FILES:
            return f"a diary is made of at most {MOST_FILES} files"
        at = os.path.join(folder, written)
        found = read(at, name=shown_name(at), regular=True)
        if found.value is None:
            return found.diagnostics[0].message
        return self.bind(at, found.value, below)


def _diaries(folder: str) -> list[str]:
    """The diaries in a folder, sorted; none if it cannot be listed."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [os.path.join(folder, name) for name in sorted(names) if name.endswith(_SUFFIX)]


def _parts(path: str) -> set[str]:
    """The real paths of all that the diary at `path` includes."""
    diary = read_diary(path).value
    return set(_paths(path, diary, set())) if diary is not None else set()


def _paths(path: str, diary: Source, seen: set[int]) -> Iterator[str]:
    if not isinstance(diary, Bound) or id(diary) in seen:
        return
    seen.add(id(diary))
    for written, part in diary.included.items():
        if isinstance(part, Source):
            at = os.path.join(os.path.dirname(path), written)
            yield os.path.realpath(at)
            yield from _paths(at, part, seen)
