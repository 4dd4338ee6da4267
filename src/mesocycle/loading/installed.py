"""Libraries that other distributions bring: a plan file in a package, found, never imported.

A distribution says so with an entry point in the group `mesocycle.libraries`: the library's
name, and the top-level package in whose folder `NAME.plan` lies.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

from mesocycle.loading.files import read
from mesocycle.loading.plugins import installed_plugins
from mesocycle.source import Source

GROUP = "mesocycle.libraries"


def installed_library(name: str) -> Source | str | None:
    """The library of that name; why it cannot be had; or None if no distribution has it."""
    offers = [entry for entry in installed_plugins(group=GROUP) if entry.name == name]
    if not offers:
        return None
    if len(offers) > 1:
        return f"several distributions have it: {', '.join(e.distribution for e in offers)}"
    path = _file(offers[0].value, name)
    if path is None:
        return (
            f"{offers[0].distribution} {offers[0].version} has no file {name}.plan in its package"
        )
    found = read(path, name=name, regular=True)
    return found.value if found.value is not None else found.diagnostics[0].message


def _file(package: str, name: str) -> str | None:
    """The file in the package's folder; a package inside another would have to be imported."""
    spec = find_spec(package) if package.isidentifier() else None
    folders = spec.submodule_search_locations if spec else None
    paths = (os.path.join(folder, f"{name}.plan") for folder in folders or ())
    return next((path for path in paths if os.path.isfile(path)), None)
