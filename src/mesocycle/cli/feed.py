"""`meso feed create | list | revoke | rotate`: who may read which calendar."""

from __future__ import annotations

from mesocycle.cli.command import LazyGroup

_PARTS = ("create", "list", "revoke", "rotate")

command = LazyGroup(
    name="feed",
    modules={name: f"mesocycle.cli.feed_{name}" for name in _PARTS},
    help="""Links to calendars: one for each subscriber, and each a secret.

    Whoever has a link can read its calendar, for as long as it is not revoked. `meso serve` and
    `meso publish` bring the calendars to them.""",
)
