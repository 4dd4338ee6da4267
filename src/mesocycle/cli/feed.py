"""`meso feed create | list | revoke | rotate | check`: who may read which calendar."""

from __future__ import annotations

from mesocycle.cli.command import LazyGroup

_PARTS = ("create", "list", "revoke", "rotate", "check")

command = LazyGroup(
    name="feed",
    modules={name: f"mesocycle.cli.feed_{name}" for name in _PARTS},
    help="""Links to calendars, one for each subscriber; and a look at what others would choke on.

    A link is a secret: whoever has it can read its calendar, for as long as it is not revoked.
    `meso serve` and `meso publish` bring the calendars to them.""",
)
