"""Many connections, slow ones, greedy ones: whoever is neither is served whole and at once.

What takes minutes, with a thousand of them, is in `make load`.
"""

from __future__ import annotations

import asyncio
import hashlib
import socket

import pytest

from mesocycle.feed.model import Body
from mesocycle.feed.web import porter
from mesocycle.feed.web.porter import Patience
from tests.unit.feed.web.conftest import CHANGED, CONTENT, Fake
from tests.unit.feed.web.wire import FEED, answer, ask, get, run

#: Too little for people, and enough for whoever is not slow.
SHORT = Patience(head=0.2, stall=0.2, answer=2.0)


@pytest.fixture
def often(monkeypatch):
    monkeypatch.setattr(porter, "EVERY_S", 0.02)


def test_whoever_asks_without_listening_is_not_answered_for_ever():
    board = Fake()
    board.content = Body(CONTENT * 100, CHANGED)

    async def work(wire):
        _, writer = await wire.connect(limit=1000)
        writer.transport.pause_reading()
        writer.write(ask(FEED) * 5_000)
        await asyncio.sleep(0.1)
        held = sum(each.transport.get_write_buffer_size() for each in wire.state.connections)
        assert held < 50 * len(board.content.content)
        writer.transport.abort()

    run(work, board)


@pytest.mark.proves("C68")
def test_whoever_asks_a_thousand_times_in_a_breath_is_not_answered_so_often():
    got = run(lambda wire: wire.say(ask("/nothing") * 1000))
    assert 60 < got.count(b"HTTP/1.1 404 ") < 200
    assert got.count(b"HTTP/1.1 400 ") == 1


@pytest.mark.proves("C68")
def test_the_rest_of_a_request_is_not_waited_for_for_ever(often):
    async def work(wire):
        reader, writer = await wire.connect()
        for byte in b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100:
            writer.write(bytes([byte]))
            await asyncio.sleep(0.01)
            if reader.at_eof() or not wire.state.connections:
                break
        else:
            pytest.fail("half a request kept its connection")
        writer.close()

    run(work, patience=SHORT)


@pytest.mark.proves("C68")
def test_the_half_open_keep_nobody_waiting(often):
    async def work(wire):
        slow = [await wire.connect() for _ in range(100)]
        for _, writer in slow:
            writer.write(b"GET /c/")
        while wire.state.connections:
            assert (await wire.say(get(FEED))).endswith(CONTENT)
        for _, writer in slow:
            writer.close()

    run(work, patience=SHORT)


@pytest.mark.proves("C68")
def test_whoever_does_not_take_an_answer_is_cut_off(often):
    board = Fake()
    board.content = Body(b"x" * 30_000_000, CHANGED)

    async def work(wire):
        listener = socket.create_connection(("127.0.0.1", wire.port))
        with listener:
            listener.sendall(get(FEED))
            await asyncio.sleep(0.05)
            assert wire.state.connections
            while wire.state.connections:
                await asyncio.sleep(0.02)

    run(work, board, patience=SHORT)


def test_there_is_always_room_for_one_more():
    async def work(wire):
        idle = [await wire.connect() for _ in range(60)]
        for _, writer in idle:
            writer.write(b"GET /c/")
            await asyncio.sleep(0)
        assert (await wire.say(get(FEED))).endswith(CONTENT)
        assert len(wire.state.connections) <= 20
        for _, writer in idle:
            writer.transport.abort()

    run(work, patience=Patience(most=20))


@pytest.mark.proves("C70")
def test_whatever_is_built_meanwhile_each_answer_is_whole():
    board = Fake()
    bodies = [Body(CONTENT * size, CHANGED) for size in (1, 300, 7, 150, 2)]
    good = {hashlib.sha256(body.content).hexdigest()[:32] for body in bodies}
    tags = {f'"{each}"' for each in good}
    seen = set()

    async def client(wire):
        reader, writer = await wire.connect()
        for n in range(40):
            board.content = bodies[n % len(bodies)]
            writer.write(ask(FEED))
            status, fields, body = await answer(reader)
            assert status == 200
            assert fields["etag"] in tags
            assert fields["etag"] == f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            seen.add(fields["etag"])
        writer.close()
        await writer.wait_closed()

    async def work(wire):
        await asyncio.gather(*(client(wire) for _ in range(8)))

    run(work, board)
    assert seen == tags


def test_what_is_under_way_at_the_end_is_sent_whole():
    board = Fake()
    board.content = Body(CONTENT * 5_000, CHANGED)

    async def work(wire):
        reader, writer = await wire.connect()
        writer.write(ask(FEED))
        await asyncio.sleep(0.02)
        for each in tuple(wire.state.connections):
            each.shutdown()
        assert (await reader.read()).endswith(board.content.content)
        writer.close()

    run(work, board)
