"""Which outputs there are: the bundled ones, and those of installed plugins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext

from mesocycle.bundled import BUNDLED
from mesocycle.diagnostics import Diagnostics, Outcome
from mesocycle.output.asking import Plugins, is_free, plugins_of
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.isolation import Guard
from mesocycle.output.offers import Offer, read_offer
from mesocycle.programme import Frozen


class Plugin(Frozen):
    """A plugin that was looked at: its hooks, its accepted outputs, and what is wrong with it.

    `seconds` is how long it took to import, if the plugins came with a clock.
    """

    entry_point: EntryPoint
    bundled: bool
    hooks: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    seconds: float | None = None


class Registry(Frozen):
    """Every output by name, and every plugin, both in a fixed order: bundled, then others.

    `guard` is put around every rendering. `complete`: no plugin was kept away, or failed.
    """

    outputs: Mapping[str, Offer]
    plugins: tuple[Plugin, ...]
    guard: Guard = nullcontext
    complete: bool = True


def load(installed: Iterable[EntryPoint] | Plugins = ()) -> Outcome[Registry]:
    """The registry of the bundled outputs and the `installed` plugins.

    There is always a registry; a plugin that fails adds an error, E600 to E604. A bundled
    output is replaced by the distribution of its own project, `mesocycle-NAME`.
    """
    asked = plugins_of(installed)
    outputs: dict[str, Offer] = {}
    plugins = []
    notes = Diagnostics()
    for entry_point, bundled in _candidates(asked.installed):
        found = Diagnostics()
        offers = asked.ask(entry_point, "mesocycle_outputs", read_offer, found)
        accepted = []
        for offer in offers:
            if is_free("output", offer.name, entry_point, outputs, found):
                outputs[offer.name] = offer
                accepted.append(offer.name)
        opened = asked.open(entry_point)
        plugins.append(
            Plugin(
                entry_point=entry_point,
                bundled=bundled,
                hooks=opened.hooks,
                outputs=tuple(accepted),
                problems=tuple(each.message for each in found),
                seconds=opened.seconds,
            )
        )
        notes.extend(found)
    registry = Registry(
        outputs=outputs,
        plugins=tuple(plugins),
        guard=asked.guard,
        complete=asked.complete and not notes.failed,
    )
    return Outcome(registry, tuple(dict.fromkeys(notes)))


def _candidates(others: list[EntryPoint]) -> list[tuple[EntryPoint, bool]]:
    """Whom to load, in order: the bundled by name, or the same project's newer self; others."""
    own = []
    for name in BUNDLED:
        project = f"mesocycle-{name}"
        replacements = [(each, False) for each in others if each.project == project]
        bundled = EntryPoint(name=name, value=f"mesocycle.bundled.{name}", distribution="bundled")
        own += replacements or [(bundled, True)]
    taken = {entry_point for entry_point, _ in own}
    return own + [(each, False) for each in others if each not in taken]
