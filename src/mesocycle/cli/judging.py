"""One plan checked with one diary: what mesocycle knows, and what plugins add to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mesocycle import check_plan, compile_plan
from mesocycle.diagnostics import Diagnostic
from mesocycle.loading import Folder
from mesocycle.loading.discovery import anybody
from mesocycle.loading.offers import PluginProgressions
from mesocycle.loading.settings import has_settings
from mesocycle.source import Source

if TYPE_CHECKING:
    from mesocycle.output.asking import Plugins


def judged(
    path: str, plan: Source, libraries: Folder, diary: Source | None
) -> Iterator[Diagnostic]:
    """Everything there is to say about the plan at `path`.

    Without plugins, and without anything set about outputs, none of their part is imported.
    """
    asks, sets = anybody(), has_settings(path, plan)
    if not asks and not sets:
        offers = PluginProgressions(path)
        yield from check_plan(plan, libraries, diary, offers=offers).diagnostics
        return
    from mesocycle.loading.plugins import plugins
    from mesocycle.output.linting import Lints

    usable = plugins(path)
    offers = PluginProgressions(path, lambda: usable)
    if sets:
        yield from _misset(path, plan, usable)
    lints = Lints(usable)
    yield from lints.faults
    if not lints.rules:
        yield from check_plan(plan, libraries, diary, offers=offers).diagnostics
        return
    compiled = compile_plan(plan, libraries, diary, offers=offers)
    yield from compiled.diagnostics
    if compiled.value is not None:
        yield from lints.look(compiled.value)


def _misset(path: str, plan: Source, usable: Plugins) -> Iterator[Diagnostic]:
    """What is wrong with what is set about outputs, in the plan or in its `mesocycle.toml`."""
    from mesocycle.loading.settings import settings_of
    from mesocycle.output.registry import load
    from mesocycle.output.rendering import check_settings

    settings = settings_of(path, plan)
    yield from settings.diagnostics
    if settings.value:
        registry = load(usable)
        assert registry.value is not None  # there always is one
        yield from registry.diagnostics
        yield from check_settings(registry.value, settings.value)
