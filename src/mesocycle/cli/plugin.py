"""`meso plugin new`: a plugin of one's own to begin with."""

from __future__ import annotations

from mesocycle.cli.command import LazyGroup

command = LazyGroup(
    name="plugin",
    modules={"new": "mesocycle.cli.plugin_new"},
    help="""For those who write plugins. What is installed is shown by `meso plugins`.""",
)
