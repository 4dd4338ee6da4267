"""What a plan's `use` lines may bring in, and nothing else."""

from __future__ import annotations

import os

from mesocycle.catalogue.resolved import Library
from mesocycle.loading.below import Below, Improper
from mesocycle.loading.files import STDIN, read, shown_name
from mesocycle.source import Source

_SUFFIX = ".plan"
_BELOW = Below("plan", "library", _SUFFIX)


class Folder:
    """Libraries for a plan in a folder: bundled and installed ones by name, files below it.

    Call it with a name, or with a path and True; it answers with the source, or with the
    reason why that cannot be had. One library is one `Source` however often it is asked for.
    """

    def __init__(self, plan_path: str) -> None:
        at = os.getcwd() if plan_path == STDIN else os.path.dirname(plan_path)
        self._folder = at or os.curdir
        self._plan = plan_path
        self._known: dict[tuple[str, bool], Source | str] = {}

    def __call__(self, name: str, is_path: bool) -> Source | str:
        """The library's source, or why it cannot be had."""
        key = (name, is_path)
        if key not in self._known:
            self._known[key] = self._below(name) if is_path else _by_name(name, self._plan)
        return self._known[key]

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the libraries that were found, in the order of the asking."""
        return tuple(s.name for s in self._known.values() if isinstance(s, Source))

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the files that were asked for, whether there are such or not."""
        return tuple(os.path.join(self._folder, n) for n, is_path in self._known if is_path)

    def _below(self, written: str) -> Source | str:
        try:
            path = _BELOW.find(self._folder, written)
        except Improper as why:
            return str(why)
        name = shown_name(os.path.join(self._folder, written))
        found = read(path, name=name, regular=True)
        return found.value if found.value is not None else found.diagnostics[0].message


def bundled_libraries() -> dict[str, str]:
    """The libraries that come with mesocycle: name to file, by name."""
    import mesocycle.library as library

    return {
        entry.removesuffix(_SUFFIX): os.path.join(folder, entry)
        for folder in library.__path__
        for entry in sorted(os.listdir(folder))
        if entry.endswith(_SUFFIX)
    }


def _by_name(name: str, plan: str) -> Source | str:
    # Looked up in the listing, never joined to a path: a name cannot point elsewhere.
    there = bundled_libraries()
    if name in there:
        found = read(there[name], name=name, regular=True)
        if found.value is None:
            return found.diagnostics[0].message
        return Library(name, found.value.text, _read_before(there[name]))
    from mesocycle.loading.installed import installed_libraries, installed_library

    installed = installed_library(name, plan)
    if installed is not None:
        return installed
    from difflib import get_close_matches

    known = [*there, *installed_libraries(plan).titles]
    close = get_close_matches(name.lower(), known, n=1)
    meant = f"; did you mean {close[0]}?" if close else f"; there are {', '.join(known)}"
    return f"no library of this name is installed{meant}"


def _read_before(path: str) -> bytes:
    """What reading the library at `path` once gave, where that lies beside it; else nothing."""
    try:
        with open(path.removesuffix(_SUFFIX) + ".json", "rb") as file:
            return file.read()
    except OSError:
        return b""
