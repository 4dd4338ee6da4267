"""Which outputs there are: the bundled ones, and those of installed plugins.

pluggy calls the hooks; what it leaves out is here. Plugins are loaded one by one, and one
that fails, asks for a hook that does not exist, or offers something that is no output is
reported by name, distribution and version while the others go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice

import pluggy

from mesocycle.bundled import BUNDLED
from mesocycle.diagnostics import Diagnostics, Outcome
from mesocycle.output import hookspecs
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import fault, note_printing
from mesocycle.output.isolation import attempt
from mesocycle.output.model import Output
from mesocycle.output.offers import Offer, read_offer
from mesocycle.programme import Frozen

#: No plugin has this many outputs; a generator without end has.
_MOST = 100


class Plugin(Frozen):
    """A plugin that was looked at: its hooks, its accepted outputs, and what is wrong with it."""

    entry_point: EntryPoint
    bundled: bool
    hooks: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class Registry(Frozen):
    """Every output by name, and every plugin, both in a fixed order: bundled, then others."""

    outputs: Mapping[str, Offer]
    plugins: tuple[Plugin, ...]


def load(installed: Iterable[EntryPoint] = ()) -> Outcome[Registry]:
    """The registry of the bundled outputs and the `installed` plugins.

    There is always a registry; a plugin that fails adds an error, E600 to E603. A bundled
    output is replaced by the distribution of its own project, `mesocycle-NAME`.
    """
    outputs: dict[str, Offer] = {}
    plugins = []
    notes = Diagnostics()
    for entry_point, bundled in _candidates(installed):
        found = Diagnostics()
        hooks, offers = _open(entry_point, found)
        accepted = [offer for offer in offers if _is_free(offer, outputs, found)]
        outputs.update((offer.name, offer) for offer in accepted)
        plugins.append(
            Plugin(
                entry_point=entry_point,
                bundled=bundled,
                hooks=hooks,
                outputs=tuple(offer.name for offer in accepted),
                problems=tuple(each.message for each in found),
            )
        )
        notes.extend(found)
    return Outcome(Registry(outputs=outputs, plugins=tuple(plugins)), tuple(dict.fromkeys(notes)))


def _candidates(installed: Iterable[EntryPoint]) -> list[tuple[EntryPoint, bool]]:
    """Whom to load, in order: the bundled by name, or the same project's newer self; others."""
    others = sorted(installed, key=lambda each: (each.project, each.name, each.value))
    own = []
    for name in BUNDLED:
        project = f"mesocycle-{name}"
        replacements = [(each, False) for each in others if each.project == project]
        bundled = EntryPoint(name=name, value=f"mesocycle.bundled.{name}", distribution="bundled")
        own += replacements or [(bundled, True)]
    taken = {entry_point for entry_point, _ in own}
    return own + [(each, False) for each in others if each not in taken]


def _open(entry_point: EntryPoint, notes: Diagnostics) -> tuple[tuple[str, ...], list[Offer]]:
    """Import one plugin and ask it for its outputs."""
    hooks, manager = opened(entry_point, notes)
    return hooks, _offers(entry_point, manager, notes) if manager is not None else []


def opened(
    entry_point: EntryPoint, notes: Diagnostics
) -> tuple[tuple[str, ...], pluggy.PluginManager | None]:
    """Import one plugin: the hooks that it implements, and who calls them (None: nobody can)."""
    # A manager for each plugin: then a call reaches this one alone, and what is left behind
    # by one that fails half-way is thrown away with its manager.
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)

    def register() -> tuple[str, ...]:
        plugin = entry_point.resolve()
        manager.register(plugin, name=entry_point.title)
        manager.check_pending()
        return tuple(sorted(caller.name for caller in manager.get_hookcallers(plugin) or ()))

    registered = attempt(register, own=entry_point.owns)
    note_printing(notes, entry_point, registered)
    if registered.value is None:
        notes.add(fault("E600", entry_point, "cannot be loaded", registered))
        return (), None
    if not registered.value:
        hint = "mark its functions with `hookimpl` from mesocycle.output"
        notes.add(fault("E601", entry_point, "implements no hook", hint=hint))
    return registered.value, manager


def _offers(
    entry_point: EntryPoint, manager: pluggy.PluginManager, notes: Diagnostics
) -> list[Offer]:
    def ask() -> list[Output]:
        return [each for some in manager.hook.mesocycle_outputs() for each in islice(some, _MOST)]

    asked = attempt(ask, own=entry_point.owns)
    note_printing(notes, entry_point, asked)
    if asked.value is None:
        notes.add(fault("E601", entry_point, "failed to offer its outputs", asked))
        return []
    offers = []
    for each in asked.value:
        read = attempt(partial(read_offer, each, entry_point))
        if isinstance(read.value, Offer):
            offers.append(read.value)
        else:
            wrong = f"offers something that is no output: {read.value or read.error}"
            notes.add(fault("E602", entry_point, wrong))
    return offers


def _is_free(offer: Offer, outputs: Mapping[str, Offer], notes: Diagnostics) -> bool:
    """Whether nobody has the name yet; the first keeps it, in an order that never changes."""
    holder = outputs.get(offer.name)
    if holder is None:
        return True
    wrong = f"offers an output {offer.name!r}, but {holder.entry_point.title} has that name"
    hint = "uninstall one of the two, or give the output another name"
    notes.add(fault("E603", offer.entry_point, wrong, hint=hint))
    return False
