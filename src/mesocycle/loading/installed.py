"""Libraries that other distributions bring.

A distribution that holds nothing but data says so with an entry point in the group
`mesocycle.libraries`: the library's name, and the top-level package in whose folder `NAME.plan`
lies. That file is found, and nothing is imported. Others come from plugins, through the hook
`mesocycle_libraries`, which are asked for a name that nobody else has.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

import msgspec

from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.loading.decode import decode
from mesocycle.loading.files import read
from mesocycle.loading.plugins import installed_plugins, plugins
from mesocycle.source import Source

GROUP = "mesocycle.libraries"


def installed_library(name: str, near: str | None = None) -> Source | str | None:
    """The library of that name; why it cannot be had; or None if no distribution has it.

    `near` is the path of the plan that uses it.
    """
    offers = [entry for entry in installed_plugins(group=GROUP) if entry.name == name]
    if not offers:
        return _of_plugins(name, near)
    if len(offers) > 1:
        return f"several distributions have it: {', '.join(e.distribution for e in offers)}"
    path = _file(offers[0].value, name)
    if path is None:
        return (
            f"{offers[0].distribution} {offers[0].version} has no file {name}.plan in its package"
        )
    found = read(path, name=name, regular=True)
    return found.value if found.value is not None else found.diagnostics[0].message


class Installed(msgspec.Struct, frozen=True):
    """The libraries of other distributions: whose each is, and what kept plugins from telling."""

    titles: dict[str, str]
    faults: tuple[Diagnostic, ...]


def installed_libraries(near: str | None = None) -> Installed:
    """All libraries that other distributions offer, by name: data first, then plugins."""
    titles: dict[str, str] = {}
    for entry in sorted(installed_plugins(group=GROUP), key=lambda e: (e.name, e.project)):
        found = installed_library(entry.name)
        wrong = f" (cannot be used: {found})" if isinstance(found, str) else ""
        titles.setdefault(entry.name, f"{entry.distribution} {entry.version}{wrong}")
    usable, notes = plugins(near), Diagnostics()
    if usable.installed:
        from mesocycle.output.shelves import libraries

        for name, shelved in sorted(libraries(usable, notes).items()):
            titles.setdefault(name, shelved.title)
    return Installed(dict(sorted(titles.items())), notes.sorted())


def _of_plugins(name: str, near: str | None) -> Source | str | None:
    """The library of a plugin; where there is none, and plugins failed, which ones did."""
    usable = plugins(near)
    if not usable.installed:
        return None
    from mesocycle.output.shelves import libraries

    notes = Diagnostics()
    found = libraries(usable, notes).get(name)
    if found is None:
        failed = [each.message for each in notes.sorted() if each.severity == "error"]
        return "; ".join(["no library of this name is installed", *failed]) if failed else None
    if not found.path:
        return decode(name, found.text.encode()).value or f"the text from {found.title} is no plan"
    read_ = read(found.path, name=name, regular=True)
    return read_.value or f"{found.title}: {read_.diagnostics[0].message}"


def _file(package: str, name: str) -> str | None:
    """The file in the package's folder; a package inside another would have to be imported."""
    spec = find_spec(package) if package.isidentifier() else None
    folders = spec.submodule_search_locations if spec else None
    paths = (os.path.join(folder, f"{name}.plan") for folder in folders or ())
    return next((path for path in paths if os.path.isfile(path)), None)
