"""A server from its first look to its end, whatever goes wrong around it."""

from __future__ import annotations

import asyncio
import sys

import pytest
import uvicorn

from mesocycle.feed.model import Body, Health
from mesocycle.feed.web import server
from mesocycle.feed.web.answer import WebSettings
from mesocycle.feed.web.app import make_site
from mesocycle.feed.web.listening import listen, port_of
from mesocycle.feed.web.protocol import protocol
from tests.unit.feed.web.conftest import CHANGED, CONTENT, NOW, TOKEN, Fake, a_page, link_of
from tests.unit.feed.web.wire import FEED, get


class Keeper(Fake):
    """One that watches as a test says; `looked` once its first look is over."""

    def __init__(self, watching=None):
        super().__init__()
        self.watching = watching
        self.looked = True
        self.ended = False

    def health(self):
        return Health(1, 0, NOW if self.looked else None)

    async def watch(self, stop, tell, clock):
        try:
            if self.watching:
                await self.watching(tell)
            await stop.wait()
        finally:
            self.ended = True


class Around:
    """Somewhere to speak, where all that is said is kept."""

    def __init__(self, complete=lambda: True, tell=list.append):
        self.is_complete = complete
        self.told, self.bugs, self.up = [], [], False
        self._tell = tell

    def time_of_changes(self):
        return NOW

    def ready(self):
        self.up = True

    def tell(self, news):
        self._tell(self.told, news)

    def complain(self, what):
        self.bugs.append(what)


def run(work, keeper, around):
    """What `work(serving, port)` comes to while a server answers; then it is stopped."""

    async def whole():
        site = make_site(keeper, WebSettings(), lambda: NOW, pager=a_page)
        http = protocol(site)
        config = uvicorn.Config(site, http=http, ws="none", lifespan="off", log_config=None)
        sockets = listen("127.0.0.1", 0)
        serving = server._Serving(keeper, server._Server(config), around, around.complain)
        until_stopped = asyncio.create_task(serving.until_stopped(sockets))
        try:
            return await asyncio.wait_for(work(serving, port_of(sockets)), 10)
        finally:
            serving._stop.set()
            await asyncio.wait_for(until_stopped, 10)

    return asyncio.run(whole())


async def ask(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(get(FEED))
    got = await reader.read()
    writer.close()
    return got


def test_it_answers_and_ends():
    keeper, around = Keeper(), Around()
    assert run(lambda _, port: ask(port), keeper, around).endswith(CONTENT)
    assert (around.up, around.bugs, keeper.ended) == (True, [], True)


@pytest.mark.proves("C60")
def test_who_comes_before_the_first_look_is_over_waits_at_the_door():
    keeper = Keeper()
    keeper.looked, keeper.content = False, None
    around = Around(complete=lambda: keeper.content is not None)

    async def work(_, port):
        early = asyncio.create_task(ask(port))
        await asyncio.sleep(0.1)
        assert not early.done()
        assert not around.up
        keeper.content = Body(CONTENT, CHANGED)
        return await early

    assert run(work, keeper, around).endswith(CONTENT)


def test_but_not_for_what_cannot_be_made():
    keeper = Keeper()
    keeper.content = None
    got = run(lambda _, port: ask(port), keeper, Around(complete=lambda: False))
    assert got.startswith(b"HTTP/1.1 503 ")


def test_nor_for_ever(monkeypatch):
    monkeypatch.setattr(server, "_FIRST_LOOK_S", 0.05)
    keeper = Keeper()
    keeper.looked, keeper.content = False, None
    got = run(lambda _, port: ask(port), keeper, Around(complete=lambda: False))
    assert got.startswith(b"HTTP/1.1 503 ")


def test_it_can_be_stopped_before_it_answers():
    keeper = Keeper()
    keeper.looked = False
    around = Around(complete=lambda: False)
    run(lambda *_: asyncio.sleep(0.05), keeper, around)
    assert (around.up, keeper.ended) == (False, True)


@pytest.mark.proves("C70")
def test_after_a_bug_the_folder_is_watched_again(monkeypatch):
    monkeypatch.setattr(server, "_NEXT_WATCH_S", 0.01)
    tries = []

    async def fails_twice(_):
        tries.append(1)
        if len(tries) < 3:
            raise KeyError(TOKEN)

    async def work(*_):
        while len(tries) < 3:
            await asyncio.sleep(0.01)

    run(work, Keeper(fails_twice), Around())


@pytest.mark.proves("C59", "C65")
def test_a_bug_of_the_keeper_ends_no_calendar():
    async def fails(_):
        raise KeyError(TOKEN)

    around = Around()
    assert run(lambda _, port: ask(port), Keeper(fails), around).endswith(CONTENT)
    assert len(around.bugs) == 1
    assert around.bugs[0].startswith("KeyError in ")
    assert TOKEN not in around.bugs[0]


def test_who_tells_into_the_void_goes_on():
    def broken(told, news):
        told.append(news)
        raise BrokenPipeError

    async def tells(tell):
        tell(["one"])
        tell(["two"])

    around = Around(tell=broken)
    run(lambda _, port: ask(port), Keeper(tells), around)
    assert (around.told, around.bugs) == ([["one"], ["two"]], [])


def test_pages_are_drawn_once():
    pager = server._pager("https://cal.example.org")
    first = pager(link_of(TOKEN), TOKEN, "A back")
    assert pager(link_of(TOKEN), TOKEN, "A back") is first
    assert f"https://cal.example.org{FEED}" in first[0]
    assert pager(link_of(TOKEN), TOKEN, "Another") is not first
    assert TOKEN not in pager(link_of(TOKEN, revoked=NOW), TOKEN, "A back")[0]


def test_and_not_all_are_kept(monkeypatch):
    monkeypatch.setattr(server, "_PAGES", 2)
    pager = server._pager("http://127.0.0.1:8080")
    drawn = [pager(link_of(TOKEN), TOKEN, title) for title in ("a", "b", "c", "a")]
    assert drawn[0] is not drawn[3]
    assert drawn[0] == drawn[3]


@pytest.mark.proves("C65")
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_crash_leaves_no_secrets_behind(monkeypatch):
    import resource

    limits = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (-1, -1))
    monkeypatch.setattr(resource, "setrlimit", lambda *given: limits.append(given))
    server._leave_no_memory()
    assert limits == [(resource.RLIMIT_CORE, (0, -1))]
