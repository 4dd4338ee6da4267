"""Where a server listens: sockets that are bound before anything else is done."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Sequence

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.model import Refusal
from mesocycle.loading.files import reason_of

#: How many may wait to be let in, as far as the system allows.
BACKLOG = 2048
#: What the system may hold of an answer that is not taken yet, in bytes.
SENDING = 131_072


class CannotListen(Refusal):
    """The system refused a port (E811)."""


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets at every address that `host` has, listening; port 0 is any that is free.

    Whoever connects from now on waits until the server lets him in.

    Raises:
        CannotListen: a name that leads nowhere, a port in use, one that is not ours to take.
    """
    found: list[socket.socket] = []
    try:
        for family, address in _addresses(host, port):
            # Of a name with two addresses, both get the port that the first one got.
            taken = found[0].getsockname()[1] if found else port
            found.append(_bound(family, (address[0], taken, *address[2:])))
    except OSError as error:
        for each in found:
            each.close()
        raise CannotListen(_told(host, port, error)) from None
    return found


def port_of(sockets: Sequence[socket.socket]) -> int:
    """The port that was asked for, or that was free."""
    number: int = sockets[0].getsockname()[1]
    return number


def is_local(sockets: Sequence[socket.socket]) -> bool:
    """Whether only programs of this machine get there."""
    return all(ipaddress.ip_address(_bare(each.getsockname()[0])).is_loopback for each in sockets)


def _addresses(host: str, port: int) -> dict[tuple[int, tuple[str, int]], None]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return dict.fromkeys((family, address) for family, _, _, _, address in found)  # type: ignore[misc] # addresses of the internet only


def _bound(family: int, address: tuple[str | int, ...]) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it lets two servers share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        # Connections have this from their listener. The system would let it grow to megabytes
        # for each client that does not read.
        made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENDING)
        made.bind(address)
        made.listen(BACKLOG)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def _bare(address: str) -> str:
    return address.partition("%")[0]


def _told(host: str, port: int, error: OSError) -> Diagnostic:
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if isinstance(error, socket.gaierror):
        hint = "--host is a name or number of this machine: 127.0.0.1, or 0.0.0.0 for all it has"
    elif isinstance(error, PermissionError):
        hint = "ports below 1024 belong to the system; take another, as in --port 8080"
    else:
        hint = "another program may have it; take another with --port, or 0 for any that is free"
    message = f"cannot listen at {where}: {reason_of(error)}"
    return Diagnostic(code="E811", message=message, hints=(hint,))
