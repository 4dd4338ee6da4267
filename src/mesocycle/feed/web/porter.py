"""Who is shown out: whoever takes too long, and whoever was longest at it when there is no room.

uvicorn waits for ever for the rest of a request, and for an answer to be taken. Here one look at
all connections, twice a second, does for them: a timer for each would cost more than an answer.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from contextlib import suppress
from heapq import nsmallest
from typing import Protocol

import msgspec

#: How often connections are looked at, in seconds.
EVERY_S = 0.5
#: How many are shown out at once when there is no room: the search for them is made that rarer.
_AT_ONCE = 64
#: Descriptors for everything else: plans that are watched and read, logs, and those of
#: `listening.BACKLOG` that are let in before one that had to go is gone.
_SPARE = 2304
#: No coach has so many subscribers in the same second. Each takes some 10 kB of memory.
_MOST = 4096


class Patience(msgspec.Struct, frozen=True):
    """How long a client may take, in seconds, and how much it may send, in bytes.

    `head`: until a whole request head is here, since the connection or the last answer; so it is
    also how long an idle connection stays. `stall`: without taking a byte of its answer.
    `answer`: until all of an answer is taken. `most`: connections at once.
    """

    head: float = 8.0
    stall: float = 8.0
    answer: float = 120.0
    head_bytes: int = 16_384
    body_bytes: int = 4_096
    most: int = _MOST


class Visitor(Protocol):
    """A connection. Times are those of the loop's clock."""

    transport: asyncio.Transport
    #: Since when it does what it does: sends a request, takes an answer.
    since: float
    #: Bytes of its answer that it had not taken at the last look, and since when they are so many.
    left: int
    stuck: float


class Porter:
    """Looks after the connections of one server."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self._inside: set[Visitor] = set()
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._inside)

    def enter(self, visitor: Visitor, loop: asyncio.AbstractEventLoop) -> None:
        """Let one in; if there is no room, those go that have been at it longest."""
        if len(self._inside) >= self.patience.most:
            count = min(_AT_ONCE, 1 + self.patience.most // 16)
            for oldest in nsmallest(count, self._inside, key=lambda one: one.since):
                self._inside.discard(oldest)
                show_out(oldest.transport)
        self._inside.add(visitor)
        if self._timer is None:
            self._timer = loop.call_later(EVERY_S, self._look, loop, loop.time() + EVERY_S)

    def leave(self, visitor: Visitor) -> None:
        """One that has gone."""
        self._inside.discard(visitor)

    def _look(self, loop: asyncio.AbstractEventLoop, due: float) -> None:
        now = loop.time()
        # If we were away ourselves, what came meanwhile is not read yet: nobody is late by that.
        for visitor in tuple(self._inside) if now - due < EVERY_S else ():
            if self._is_late(visitor, now):
                show_out(visitor.transport)
        self._timer = None
        if self._inside:
            self._timer = loop.call_later(EVERY_S, self._look, loop, now + EVERY_S)

    def _is_late(self, visitor: Visitor, now: float) -> bool:
        left = untaken(visitor.transport)
        if left != visitor.left:
            visitor.left, visitor.stuck = left, now
        since = max(visitor.since, visitor.stuck)
        if left:
            return now - since > self.patience.stall or now - visitor.since > self.patience.answer
        return now - since > self.patience.head


def untaken(transport: asyncio.Transport) -> int:
    """Bytes that were written and did not arrive: ours, and where it tells so, the system's."""
    ours = transport.get_write_buffer_size()
    if sys.platform == "linux":
        import fcntl
        import termios

        connection = transport.get_extra_info("socket")
        with suppress(OSError, ValueError):  # it is closed
            told = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, bytes(4))
            return ours + int(struct.unpack("i", told)[0])
    return ours


def show_out(transport: asyncio.Transport) -> None:
    """End a connection now. What was not taken in all that time the system forgets as well."""
    if untaken(transport):
        connection = transport.get_extra_info("socket")
        with suppress(OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def room(most: int = _MOST) -> int:
    """How many connections this process can have, at most `most`.

    The soft limit on open files is raised as far as the hard one allows.
    """
    try:
        import resource
    except ImportError:  # not on Windows, which has no such limit
        return most
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most + _SPARE
    reach = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft == resource.RLIM_INFINITY:
        return most
    if soft < reach:
        resource.setrlimit(resource.RLIMIT_NOFILE, (reach, hard))
        soft = reach
    return min(most, soft - min(_SPARE, soft // 2))
