"""Connections to a site on this machine, byte by byte."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import uvicorn
import uvloop
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from mesocycle.feed.web.answer import WebSettings
from mesocycle.feed.web.app import make_site
from mesocycle.feed.web.porter import Patience
from mesocycle.feed.web.protocol import protocol
from tests.unit.feed.web.conftest import NOW, TOKEN, Fake, a_page

FEED = f"/c/{TOKEN}/plan.ics"
DATE = (b"date", b"Mon, 07 Dec 2026 06:30:15 GMT")


class Wire:
    """A server as uvicorn makes it, but the date stands. `around`: as uvicorn speaks."""

    def __init__(self, board: Any, patience: Patience | None = None, *, around: bool = False):
        self.lines: list[str] = []
        site = make_site(board, WebSettings(per_hour=None), lambda: NOW, pager=a_page)
        self.http: Any = HttpToolsProtocol if around else protocol(site, patience)
        self.config = uvicorn.Config(
            site, interface="asgi3", ws="none", log_config=None, proxy_headers=False
        )
        self.config.load()
        self.state = ServerState()
        self.state.default_headers = [DATE]
        self.port = 0

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[Wire]:
        """Listen for as long as this lasts."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: self.http(
                config=self.config, server_state=self.state, app_state={}, _loop=loop
            ),
            "127.0.0.1",
            0,
        )
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            for each in tuple(self.state.connections):
                each.transport.abort()
            await asyncio.sleep(0)
            await server.wait_closed()

    async def connect(self, **options: Any) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A client's end."""
        return await asyncio.open_connection("127.0.0.1", self.port, **options)

    async def say(self, *pieces: bytes) -> bytes:
        """What comes back until the server closes; the pieces are sent one by one."""
        reader, writer = await self.connect()
        with contextlib.suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0)
        try:
            return await asyncio.wait_for(reader.read(), 5)
        except ConnectionError:
            return b""
        finally:
            writer.transport.abort()


#: The loops that a server may run in: uvloop, where there is one, and Python's own.
LOOPS = {"uvloop": uvloop.new_event_loop, "asyncio": asyncio.new_event_loop}


def run(work, board=None, *, loop="uvloop", **settings):
    """What `work` comes to with a server of this board."""

    async def whole():
        async with Wire(board or Fake(), **settings).open() as wire:
            return await work(wire)

    with asyncio.Runner(loop_factory=LOOPS[loop]) as runner:
        return runner.run(whole())


def said(*pieces, board=None, **settings):
    return run(lambda wire: wire.say(*pieces), board, **settings)


def get(path: str, *fields: str, method: str = "GET", version: str = "1.1") -> bytes:
    """A request that is the last of its connection."""
    rows = [f"{method} {path} HTTP/{version}", "Host: here", "Connection: close", *fields]
    return "\r\n".join([*rows, "", ""]).encode()


def ask(path: str, *fields: str) -> bytes:
    """A request after which others may follow."""
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: here", *fields, "", ""]).encode()


async def answer(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], bytes]:
    """One answer to a GET: status, fields, body."""
    head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)).decode("latin-1")
    first, *rows = head.split("\r\n")[:-2]
    fields = dict(row.split(": ", 1) for row in rows)
    status = int(first.split()[1])
    length = 0 if status == 304 else int(fields["content-length"])
    return status, fields, await asyncio.wait_for(reader.readexactly(length), 5)
