"""The hooks that a plugin may implement. All of them.

A plugin is a module named by an entry point in the group `mesocycle`:

    [project.entry-points.mesocycle]
    agenda = "mesocycle_agenda"

Its functions marked with `hookimpl` are called when somebody asks for what they offer: a build
for outputs, a plan for a progression or a library that nothing else defines, a check for lints,
and `meso` for a command that is not its own.

A module that needs a hook of a newer mesocycle says so: `mesocycle_hooks = 2`. One that does
not need it, but offers more where there is one, marks it `hookimpl(optionalhook=True)`.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from mesocycle.output.commands import Command
from mesocycle.output.libraries import Library
from mesocycle.output.lints import Lint
from mesocycle.output.model import Output
from mesocycle.progressions import Progression

#: The name of the project in pluggy, and of the entry point group.
GROUP = "mesocycle"

#: The version of the hooks below. A higher one has all of these, and more.
VERSION = 1

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def mesocycle_outputs() -> Iterable[Output]:  # type: ignore[empty-body]  # a hook is a signature
    """Offer output formats: objects that keep the `Output` protocol."""


@hookspec
def mesocycle_progressions() -> Iterable[Progression]:  # type: ignore[empty-body]  # as above
    """Offer progressions: objects that keep the `mesocycle.progressions.Progression` protocol."""


@hookspec
def mesocycle_libraries() -> Iterable[Library]:  # type: ignore[empty-body]  # as above
    """Offer libraries for plans to `use`: texts, or files. Asked for names that are not bundled."""


@hookspec
def mesocycle_lints() -> Iterable[Lint]:  # type: ignore[empty-body]  # as above
    """Offer rules for `meso check`: objects that keep the `Lint` protocol."""


@hookspec
def mesocycle_commands() -> Iterable[Command]:  # type: ignore[empty-body]  # as above
    """Offer commands under `meso`: click commands."""
