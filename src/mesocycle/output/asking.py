"""Plugins opened and asked: the one way to every hook.

pluggy calls the hooks; what it leaves out is here. Plugins are opened one by one, each once,
whoever asks. One that fails, that wants a newer mesocycle, or that offers something else than
its hook is for, is reported by name, distribution and version while the others go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from functools import partial
from itertools import islice
from typing import Any, Protocol, TypeVar

import msgspec
import pluggy

from mesocycle.diagnostics import Diagnostic, Diagnostics
from mesocycle.output import hookspecs
from mesocycle.output.entry_points import EntryPoint
from mesocycle.output.faults import fault, note_printing
from mesocycle.output.isolation import Attempt, Guard, attempt
from mesocycle.output.options import did_you_mean
from mesocycle.programme import SCHEMA

T = TypeVar("T")

#: The version of the programme that outputs and lints are given.
PROGRAMME = int(SCHEMA.rpartition("/")[2])

#: No plugin offers so many of a kind; a generator without end does.
MOST = 100

#: What each hook offers, in words, and whether it sees the programme.
_OFFERED = {
    "mesocycle_outputs": ("output", True),
    "mesocycle_progressions": ("progression", False),
    "mesocycle_libraries": ("library", False),
    "mesocycle_lints": ("lint", True),
    "mesocycle_commands": ("command", False),
}
HOOKS = tuple(_OFFERED)

_UNKNOWN_HOOK = re.compile(r"unknown hook '(\w+)'")


class Opened(msgspec.Struct, frozen=True, eq=False):
    """A plugin that was opened: the hooks that it implements, and what went wrong.

    `manager` calls its hooks, and is None where nobody can. `seconds` is how long it took to
    import, if there was a clock.
    """

    entry_point: EntryPoint
    hooks: tuple[str, ...]
    notes: tuple[Diagnostic, ...]
    manager: pluggy.PluginManager | None = None
    seconds: float | None = None


class Titled(Protocol):
    """Something that a plugin offered, accepted under a name."""

    @property
    def name(self) -> str:
        """What others call it by."""

    @property
    def title(self) -> str:
        """The plugin that it is from, with distribution and version."""


N = TypeVar("N", bound=Titled)


class Plugins:
    """The `installed` plugins, in an order that never changes; none is opened before it is asked.

    `guard` is put around every call. `clock` counts seconds. `complete`: none was kept away.
    """

    def __init__(
        self,
        installed: Iterable[EntryPoint] = (),
        *,
        guard: Guard = nullcontext,
        clock: Callable[[], float] | None = None,
        complete: bool = True,
    ) -> None:
        self.installed = sorted(installed, key=lambda e: (e.project, e.name, e.value))
        self.guard = guard
        self.complete = complete
        self._clock = clock
        self._opened: dict[EntryPoint, Opened] = {}

    def call(self, entry_point: EntryPoint, action: Callable[[], T]) -> Attempt[T]:
        """What comes of some of the plugin's code."""
        return attempt(action, own=entry_point.owns, guard=self.guard)

    def open(self, entry_point: EntryPoint) -> Opened:
        """Import a plugin, which need not be an installed one; only the first time."""
        if entry_point not in self._opened:
            started = self._clock() if self._clock else 0.0
            opened = self._open(entry_point)
            if self._clock:
                opened = msgspec.structs.replace(opened, seconds=self._clock() - started)
            self._opened[entry_point] = opened
        return self._opened[entry_point]

    def ask(
        self,
        entry_point: EntryPoint,
        hook: str,
        read: Callable[[Any, EntryPoint], T | str],
        notes: Diagnostics,
    ) -> list[T]:
        """What one plugin offers through `hook`, each as `read` made it.

        `read` looks at an offer, and answers with it or with what is wrong with it. Whatever
        else is wrong, E600 to E604, is noted.
        """
        opened = self.open(entry_point)
        notes.extend(opened.notes)
        if opened.manager is None or hook not in opened.hooks:
            return []
        what, sees = _OFFERED[hook]
        caller = getattr(opened.manager.hook, hook)
        asked = self.call(
            entry_point, lambda: [each for some in caller() for each in islice(some, MOST)]
        )
        note_printing(notes, entry_point, asked)
        if asked.value is None:
            plural = "libraries" if what == "library" else f"{what}s"
            notes.add(fault("E601", entry_point, f"failed to offer its {plural}", asked))
            return []
        read_one = partial(self._read, entry_point, read, notes, what=what, sees=sees)
        return [found for each in asked.value if (found := read_one(each)) is not None]

    def all(
        self, hook: str, read: Callable[[Any, EntryPoint], N | str], notes: Diagnostics
    ) -> dict[str, N]:
        """What all installed plugins offer through `hook`, by name; the first keeps a name."""
        found: dict[str, N] = {}
        for entry_point in self.installed:
            for offer in self.ask(entry_point, hook, read, notes):
                if is_free(_OFFERED[hook][0], offer.name, entry_point, found, notes):
                    found[offer.name] = offer
        return found

    def _read(
        self,
        entry_point: EntryPoint,
        read: Callable[[Any, EntryPoint], T | str],
        notes: Diagnostics,
        offered: object,
        *,
        what: str,
        sees: bool,
    ) -> T | None:
        """One offer as `read` made it, or None and why it cannot be taken."""
        wanted = self.call(entry_point, partial(_version, offered, sees))
        wrong = wanted.value if isinstance(wanted.value, str) else wanted.error
        if isinstance(wanted.value, int) and wanted.value > PROGRAMME:
            notes.add(newer(entry_point, f"programme {wanted.value}", PROGRAMME))
            return None
        if wrong is None:
            accepted = self.call(entry_point, partial(read, offered, entry_point))
            if accepted.value is not None and not isinstance(accepted.value, str):
                return accepted.value
            wrong = accepted.value if isinstance(accepted.value, str) else accepted.error
        notes.add(fault("E602", entry_point, f"offers something that is no {what}: {wrong}"))
        return None

    def _open(self, entry_point: EntryPoint) -> Opened:
        # A manager for each plugin: then a call reaches this one alone, and what is left behind
        # by one that fails half-way is thrown away with its manager.
        manager = pluggy.PluginManager(hookspecs.GROUP)
        manager.add_hookspecs(hookspecs)
        notes = Diagnostics()

        def register() -> tuple[str, ...] | int:
            plugin = entry_point.resolve()
            wanted = getattr(plugin, "mesocycle_hooks", hookspecs.VERSION)
            if not isinstance(wanted, int):
                raise TypeError(f"mesocycle_hooks is {wanted!r:.60}, not a number")
            if wanted > hookspecs.VERSION:
                return wanted
            manager.register(plugin, name=entry_point.title)
            manager.check_pending()
            return tuple(sorted(caller.name for caller in manager.get_hookcallers(plugin) or ()))

        registered = self.call(entry_point, register)
        note_printing(notes, entry_point, registered)
        if registered.value is None:
            notes.add(_unloaded(entry_point, registered))
        elif isinstance(registered.value, int):
            notes.add(newer(entry_point, f"hooks {registered.value}", hookspecs.VERSION))
        else:
            if not registered.value:
                hint = "mark its functions with `hookimpl` from mesocycle.output"
                notes.add(fault("E601", entry_point, "implements no hook", hint=hint))
            return Opened(entry_point, registered.value, tuple(notes), manager)
        return Opened(entry_point, (), tuple(notes))


def plugins_of(given: Iterable[EntryPoint] | Plugins) -> Plugins:
    """Plugins to ask, of entry points or as they are."""
    return given if isinstance(given, Plugins) else Plugins(given)


def is_free(
    what: str, name: str, entry_point: EntryPoint, taken: Mapping[str, Titled], notes: Diagnostics
) -> bool:
    """Whether nobody has the name yet; the first keeps it, in an order that never changes."""
    holder = taken.get(name)
    if holder is None:
        return True
    article = "an" if what[0] in "aeiou" else "a"
    wrong = f"offers {article} {what} {name!r}, but {holder.title} has that name"
    hint = f"uninstall one of the two, or give the {what} another name"
    notes.add(fault("E603", entry_point, wrong, hint=hint))
    return False


def newer(entry_point: EntryPoint, wanted: str, ours: int) -> Diagnostic:
    """E604: it was written for a mesocycle that is newer than this one."""
    told = f"wants {wanted}; this mesocycle has {ours}"
    hint = "upgrade mesocycle, or install an older version of the plugin"
    return fault("E604", entry_point, told, hint=hint)


def _version(offered: object, sees: bool) -> int | str:
    """The version of the programme that it was written for, or what is wrong with that."""
    if not sees or isinstance(offered, type):
        return 1
    wanted: object = getattr(offered, "programme", 1)
    if isinstance(wanted, int) and not isinstance(wanted, bool) and wanted >= 1:
        return wanted
    return f"its programme is {wanted!r:.60}, not a version such as {PROGRAMME}"


def _unloaded(entry_point: EntryPoint, done: Attempt[Any]) -> Diagnostic:
    """E600: why, and what was meant by a hook that does not exist."""
    found = _UNKNOWN_HOOK.search(done.error or "")
    if found is None:
        return fault("E600", entry_point, "cannot be loaded", done)
    hint = f"{did_you_mean(found[1], HOOKS, 'the hooks')} (a newer mesocycle may have more)"
    return fault("E600", entry_point, f"cannot be loaded: {found[0]}", hint=hint)
