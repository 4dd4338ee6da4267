"""Commands that plugins add to `meso`."""

from __future__ import annotations

from typing import Any, Protocol


class Command(Protocol):
    """A click command (`click.Command`, or a group); what `meso` uses of it is here.

    Nothing but the command itself knows click: this says what one looks like.
    """

    name: str | None

    def get_short_help_str(self, limit: int = 45) -> str:
        """What it does, in a line of at most `limit` characters."""

    def main(self, args: Any = None, prog_name: str | None = None, **extra: Any) -> Any:
        """Run it."""
