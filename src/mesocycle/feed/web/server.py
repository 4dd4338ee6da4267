"""The server: sockets, uvicorn, the keeper that watches the folder, and an end in good order."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Protocol

import uvicorn

from mesocycle.feed.building.news import News
from mesocycle.feed.links.addresses import addresses
from mesocycle.feed.model import Board, Link
from mesocycle.feed.web.answer import WebSettings
from mesocycle.feed.web.app import Complaint, make_site, place_of
from mesocycle.feed.web.listening import BACKLOG
from mesocycle.feed.web.log import Log
from mesocycle.feed.web.page import page
from mesocycle.feed.web.protocol import protocol
from mesocycle.feed.web.quiet import seldom, tame, told_by_loop

#: How long open answers may take once the server is to end, and the keeper after them (s).
_LAST_ANSWERS_S = 3.0
_LAST_LOOK_S = 1.0
#: How long a calendar that nobody has made yet is waited for before the first answer (s).
_FIRST_LOOK_S = 10.0
#: How long after a bug the folder is watched again (s).
_NEXT_WATCH_S = 5.0
#: How many links' pages are kept drawn.
_PAGES = 64

Tell = Callable[[list[News]], None]


class Keeping(Board, Protocol):
    """What a server needs of `feed.building.keeper.Keeper`."""

    async def watch(self, stop: asyncio.Event, tell: Tell, clock: Callable[[], datetime]) -> None:
        """Make what is due, now and whenever something changed, until `stop`."""


class Surroundings(Protocol):
    """Where a server stands, and what it says there."""

    def is_complete(self) -> bool:
        """Whether there is something to serve for every link."""

    def time_of_changes(self) -> datetime:
        """The clock, unless it was set."""

    def ready(self) -> None:
        """Requests are answered from now on."""

    def tell(self, news: list[News]) -> None:
        """What a look at the folder found."""

    def complain(self, what: str) -> None:
        """A bug, by its place."""


def serve(
    keeper: Keeping,
    settings: WebSettings,
    sockets: list[socket.socket],
    around: Surroundings,
    log: Log | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT; open requests are finished, for some seconds.

    If there are bytes for every link, they are served at once, while it builds. Else
    whoever asks first waits at the door for some seconds, instead of being sent away.
    """
    _leave_no_memory()
    complain = seldom(around.complain)
    tame(complain)
    site = make_site(keeper, settings, _now, pager=_pager(settings.url), log=log, complain=complain)
    server = _Server(
        uvicorn.Config(
            site,
            http=protocol(site),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            backlog=BACKLOG,
        )
    )
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_Serving(keeper, server, around, complain).until_stopped(sockets))


class _Server(uvicorn.Server):
    """uvicorn's, which leaves signals to us: it would end by them instead of with 0."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Nothing is captured."""
        yield

    def hang_up(self) -> None:
        """Wait for nobody any more."""
        for each in tuple(self.server_state.connections):
            each.transport.abort()


class _Serving:
    """One run of a server, from the first look to the end."""

    def __init__(
        self,
        keeper: Keeping,
        server: _Server,
        around: Surroundings,
        complain: Complaint,
    ) -> None:
        self._keeper = keeper
        self._server = server
        self._around = around
        self._complain = complain
        self._stop = asyncio.Event()

    async def until_stopped(self, sockets: list[socket.socket]) -> None:
        """All of it."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(told_by_loop(self._complain))
        for number in (signal.SIGINT, signal.SIGTERM):
            _on_signal(loop, number, self._stop.set)
        watching = loop.create_task(self._watch())
        try:
            await self._until_complete()
            if not self._stop.is_set():
                await self._answer(sockets)
        finally:
            self._stop.set()
            await asyncio.wait([watching], timeout=_LAST_LOOK_S)
            for each in sockets:
                each.close()

    async def _until_complete(self) -> None:
        """Wait for the first look, if it is needed, but not for ever."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _FIRST_LOOK_S
        while not self._around.is_complete() and self._keeper.health().built is None:
            if self._stop.is_set() or loop.time() > until:
                return
            await asyncio.sleep(0.02)

    async def _answer(self, sockets: list[socket.socket]) -> None:
        """Serve until it is enough."""
        serving = asyncio.get_running_loop().create_task(self._server.serve(sockets))
        while not self._server.started and not serving.done():
            await asyncio.sleep(0.005)
        self._around.ready()
        waiting = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait([serving, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        self._server.should_exit = True
        late = asyncio.get_running_loop().call_later(_LAST_ANSWERS_S, self._server.hang_up)
        await serving
        late.cancel()

    def _tell(self, news: list[News]) -> None:
        """Tell of it; if nobody listens any more, the calendars are still to be made."""
        with suppress(OSError):
            self._around.tell(news)

    async def _watch(self) -> None:
        """Watch until it is enough; a bug of ours ends no calendar, and no watching.

        Else a red flag that is written tomorrow would be seen by nobody.
        """
        while not self._stop.is_set():
            try:
                await self._keeper.watch(self._stop, self._tell, self._around.time_of_changes)
            except Exception as bug:  # noqa: BLE001 - whatever it is, what is good is served on
                self._complain(place_of(bug))
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), _NEXT_WATCH_S)


def _leave_no_memory() -> None:
    """No file of the memory if the program crashes: secrets that were asked for are in it."""
    with suppress(ImportError, OSError, ValueError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _on_signal(loop: asyncio.AbstractEventLoop, number: int, do: Callable[[], None]) -> None:
    if sys.platform == "win32":  # where loops know nothing of signals
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(do))
    else:
        loop.add_signal_handler(number, do)


def _pager(base: str) -> Callable[[Link, str, str], tuple[str, str]]:
    """The pages of links under the address `base`; some are kept: a QR code is work."""
    drawn: dict[object, tuple[str, str]] = {}

    def of_link(link: Link, token: str, title: str) -> tuple[str, str]:
        which = (token, title, link.revoked, link.replaced)
        if which not in drawn:
            if len(drawn) >= _PAGES:
                drawn.clear()
            drawn[which] = page(link, title, addresses(base, token, title))
        return drawn[which]

    return of_link


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's, where there is one."""
    if sys.platform == "win32":
        return None
    with suppress(ImportError):
        import uvloop

        return uvloop.new_event_loop
    return None


def _now() -> datetime:
    return datetime.now(UTC)
