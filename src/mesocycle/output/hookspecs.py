"""The hooks that a plugin may implement. All of them.

A plugin is a module named by an entry point in the group `mesocycle`:

    [project.entry-points.mesocycle]
    agenda = "mesocycle_agenda"

Its functions marked with `hookimpl` are called once: when outputs are looked for, or when a
plan uses a progression that neither it nor its libraries define.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from mesocycle.output.model import Output
from mesocycle.progressions import Progression

#: The name of the project in pluggy, and of the entry point group.
GROUP = "mesocycle"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def mesocycle_outputs() -> Iterable[Output]:  # type: ignore[empty-body]  # a hook is a signature
    """Offer output formats: objects that keep the `Output` protocol."""


@hookspec
def mesocycle_progressions() -> Iterable[Progression]:  # type: ignore[empty-body]  # as above
    """Offer progressions: objects that keep the `mesocycle.progressions.Progression` protocol."""
