"""The libraries of installed plugins, looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mesocycle.diagnostics import Diagnostics
from mesocycle.output.asking import Plugins
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import a_or_an
from mesocycle.output.libraries import Library
from mesocycle.programme import Frozen

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Shelved(Frozen):
    """A library that was accepted, with the plugin that it is from."""

    name: str
    title: str
    text: str
    path: str


def libraries(plugins: Plugins, notes: Diagnostics) -> Mapping[str, Shelved]:
    """The libraries of `plugins` by name; faults go into `notes`."""
    return plugins.all("mesocycle_libraries", read_library, notes)


def read_library(offered: Library, entry_point: EntryPoint) -> Shelved | str:
    """A library as it was offered, or in words what keeps it from being one."""
    if not isinstance(offered, Library):
        return f"{a_or_an(offered)}, where a Library is wanted"
    name: object = offered.name
    if not (isinstance(name, str) and _NAME.fullmatch(name)):
        return f"it has the name {name!r:.60}"
    given = (offered.text, offered.path)
    if not all(isinstance(each, str) for each in given) or all(given) or not any(given):
        return f"{name} wants a text, or the path of a file"
    return Shelved(name=name, title=entry_point.title, text=offered.text, path=offered.path)
