"""Which plugins there are, without importing one; and which of them may be.

Who runs a command decides by the environment, which its options set: MESO_NO_PLUGINS, an
allow-list in MESO_PLUGINS, folders of plugins of one file in MESO_PLUGINS_DIR, and the time
limit of each call in MESO_PLUGIN_TIMEOUT. A `mesocycle.toml` may have an allow-list too.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterable, Iterator

from mesocycle.loading.discovery import distributions, switched_off
from mesocycle.loading.files import shown_name
from mesocycle.loading.guard import LIMIT_S, guard
from mesocycle.output.asking import Plugins
from mesocycle.output.entry_points import EntryPoint, normal_name, read_entry_points
from mesocycle.output.hookspecs import GROUP


def plugins(near: str | None = None) -> Plugins:
    """The plugins that may be used, none of them opened yet.

    `near` is the path of a plan: the allow-list of its `mesocycle.toml` holds, unless the
    environment has one.
    """
    allowed = _allowed(near)
    there = installed_plugins()
    kept = [each for each in there if _may(each, allowed)]
    return Plugins(
        kept,
        guard=guard(_limit()),
        clock=time.perf_counter,
        complete=len(kept) == len(there) and not switched_off(),
    )


def installed_plugins(
    path: Iterable[str] | None = None, *, group: str = GROUP
) -> tuple[EntryPoint, ...]:
    """The plugins of all distributions on `path` (by default `sys.path`), in its order.

    `group` is the group of entry points: plugins, unless said otherwise; with them come those
    of one file. There are none where they are switched off.

    A distribution that is there twice counts once: the first hides the second, as it does
    for `import`.
    """
    if group == GROUP and switched_off():
        return ()
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for each in distributions(path):
        entry_points = read_entry_points(each.entry_points, each.name, each.version, wanted=group)
        found.setdefault(normal_name(each.name), tuple(entry_points))
    single = _single_files() if group == GROUP else ()
    return (*(plugin for some in found.values() for plugin in some), *single)


def _single_files() -> Iterator[EntryPoint]:
    """The plugins of one file: every `*.py` in the folders, `agenda.py` as `agenda`."""
    for folder in filter(None, os.environ.get("MESO_PLUGINS_DIR", "").split(os.pathsep)):
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        for name in names:
            stem, suffix = os.path.splitext(name)
            if suffix != ".py" or stem.startswith(("_", ".")):
                continue
            file = os.path.abspath(os.path.join(folder, name))
            module = f"mesocycle_file_{stem}_{zlib.crc32(os.fsencode(file)):08x}"
            shown = shown_name(file)
            yield EntryPoint(name=stem, value=module, distribution=shown, file=file)


def _allowed(near: str | None) -> frozenset[str] | None:
    """Whom to use, by their names or those of their distributions; None is everybody."""
    listed = os.environ.get("MESO_PLUGINS")
    names: Iterable[str] | None = None
    if listed is not None:
        names = filter(None, map(str.strip, listed.split(",")))
    elif near is not None:
        from mesocycle.loading.settings import allowed_near

        names = allowed_near(near)
    return None if names is None else frozenset(map(normal_name, names))


def _may(plugin: EntryPoint, allowed: frozenset[str] | None) -> bool:
    """A folder of plugins is named by who runs the command; no list is needed for those."""
    if allowed is None or plugin.file:
        return True
    return plugin.project in allowed or normal_name(plugin.name) in allowed


def _limit() -> float | None:
    given = os.environ.get("MESO_PLUGIN_TIMEOUT", "")
    if given.lower() in ("off", "0"):
        return None
    try:
        limit = float(given)
    except ValueError:
        return LIMIT_S
    return limit if 0 < limit < float("inf") else LIMIT_S
