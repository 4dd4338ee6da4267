"""A port for a server that cannot be told to take any that is free."""

from __future__ import annotations

import socket


def free_port() -> int:
    """A port of this machine that nobody listens at, at least just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
