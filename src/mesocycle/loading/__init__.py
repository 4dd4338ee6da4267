"""Files become sources: the only stage that opens anything.

`read` takes one file (or standard input) to a `Source`; `Folder` answers the
plan's `use` lines, from the bundled libraries and from below the plan's folder;
`read_diary` brings what a diary includes with it.
Whatever is wrong with a file is a diagnostic, E700 to E709.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mesocycle.loading.diaries import owner_of, read_diary
    from mesocycle.loading.files import STDIN, read, reason_of, shown_name
    from mesocycle.loading.libraries import Folder, bundled_libraries

#: Where each name lives. It is imported when it is first asked for: the page of `meso` looks for
#: plugins, with `mesocycle.loading.discovery`, and for nothing else.
_HOMES = {
    "STDIN": "files",
    "Folder": "libraries",
    "bundled_libraries": "libraries",
    "owner_of": "diaries",
    "read": "files",
    "read_diary": "diaries",
    "reason_of": "files",
    "shown_name": "files",
}

__all__ = [
    "STDIN",
    "Folder",
    "bundled_libraries",
    "owner_of",
    "read",
    "read_diary",
    "reason_of",
    "shown_name",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
