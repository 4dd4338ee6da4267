"""`meso catalogue list | show | export | import`: the exercises of libraries."""

from __future__ import annotations

from mesocycle.cli.command import LazyGroup

_PARTS = ("list", "show", "export", "import")

command = LazyGroup(
    name="catalogue",
    modules={name: f"mesocycle.cli.catalogue_{name}" for name in _PARTS},
    help="Look through the exercises and pools of a library; bring in others, or take them out.",
)
