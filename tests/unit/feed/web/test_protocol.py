"""A connection, byte by byte: it says what uvicorn's would, and reads no more than it has to."""

from __future__ import annotations

import re

import pytest

from mesocycle.feed.model import Body
from tests.unit.feed.web.conftest import CHANGED, CONTENT, OTHER, TOKEN, Fake, link_of
from tests.unit.feed.web.wire import FEED, LOOPS, answer, ask, get, run, said

TAG = Body(CONTENT, CHANGED).etag


REQUESTS = [
    get(FEED),
    get(FEED, method="HEAD"),
    get(FEED, "Accept-Encoding: gzip, br"),
    get(FEED, "Accept-Encoding: gzip", method="HEAD"),
    get(FEED, f"If-None-Match: {TAG}"),
    get(FEED, f"If-None-Match: W/{TAG}", "Accept-Encoding: gzip", method="HEAD"),
    get(FEED, 'If-None-Match: "other"'),
    get(FEED, "If-Modified-Since: Sun, 06 Dec 2026 18:00:00 GMT"),
    get(FEED, "Range: bytes=0-9"),
    get(FEED + "?x=1&y=%20"),
    get(FEED.replace("A", "%41")),
    get(f"http://here{FEED}"),
    get(f"http://here{FEED}?x"),
    get(FEED + "#today"),
    get(f"/c/{TOKEN}"),
    get(f"/c/{TOKEN}/", method="HEAD"),
    get(f"/c/{OTHER}/plan.ics"),
    get("/health"),
    get("/robots.txt", version="1.0"),
    get("/"),
    get("//here/plan.ics"),
    get(FEED, method="OPTIONS"),
    get(FEED, method="DELETE"),
    get(FEED, method="PROPFIND"),
    get(FEED, version="1.0"),
    ask(FEED).replace(b"1.1", b"1.0"),
    ask(FEED).replace(b"1.1", b"1.0").replace(b"Host: here", b"Connection: keep-alive"),
    ask(FEED) + get("/health"),
    ask(FEED, f"If-None-Match: {TAG}") + ask(FEED) + get(FEED, method="HEAD"),
]


@pytest.mark.proves("C49", "C56", "C57")
@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("request_", REQUESTS, ids=lambda r: r.decode().split(" HTTP")[0][:60])
def test_the_bytes_are_those_of_uvicorn(request_, loop):
    short = said(request_, loop=loop)
    assert short.startswith(b"HTTP/1.1 ")
    assert short == said(request_, loop=loop, around=True)


@pytest.mark.parametrize(
    "request_",
    [
        get(FEED).replace(b"Host: here", b"Host:"),
        get(FEED).replace(b"Host: here", b"HOST: [::1]:8080"),
        get(FEED, "Transfer-Encoding: Chunked") + b"0\r\n\r\n",
        get(FEED, "Content-Length: 0"),
        get(FEED, "Content-Length: 2") + b"hi",
        get(FEED, "Content-Length: 2", "Expect: 100-continue") + b"hi",
        get(FEED, "Transfer-Encoding: chunked") + b"2\r\nhi\r\n0\r\nX: y\r\n\r\n",
        get(FEED, "Content-Length: 4096") + b"x" * 4096,
        ask(FEED, "Content-Length: 2") + b"hi" + get(FEED),
        ask(FEED) + ask(FEED, "Content-Length: 2") + b"hi" + get(FEED),
        ask(FEED) * 20 + get(FEED),
    ],
)
def test_whatever_else_comes_with_them_requests_are_answered(request_):
    got = said(request_)
    assert got.count(b"HTTP/1.1 200 OK\r\n") == request_.count(b"GET ")
    assert got.count(CONTENT) == request_.count(b"GET ")
    assert got == said(request_, around=True)


def test_a_head_of_sixteen_kilobytes_is_read():
    assert said(get(FEED, "X: " + "y" * 16_000)).endswith(CONTENT)


def test_a_whole_request_in_pieces_is_one_request():
    request = get(FEED, "User-Agent: a calendar")
    assert said(*(request[n : n + 1] for n in range(len(request)))) == said(request)


def test_other_languages_are_not_spoken():
    asked = ask(FEED, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAAA")
    got = said(asked + b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
    assert got.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"connection: close\r\n" in got
    assert got.endswith(CONTENT)


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
        (400, b"HELLO\r\n\r\n"),
        (400, b"GET /health HTTP/2.7\r\n\r\n"),
        (400, b"GET /health\x00 HTTP/1.1\r\nHost: x\r\n\r\n"),
        (400, "GET /gesundheit-für HTTP/1.1\r\nHost: x\r\n\r\n".encode()),
        (400, b"CONNECT here:443 HTTP/1.1\r\nHost: x\r\n\r\n"),
        (400, b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"),
        (400, b"GET http://here HTTP/1.1\r\nHost: x\r\n\r\n"),
        (400, b"GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n"),
        (400, b"GET / HTTP/1.1\r\nHost : x\r\n\r\n"),
        (400, b"GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n"),
        (400, b"GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
        (400, b"GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
        (400, f"GET {FEED} HTTP/1.1\r\n\r\n".encode()),
        (400, get(FEED, "Host: elsewhere")),
        (400, get(FEED, "Host: elsewhere", version="1.0")),
        (400, get(FEED).replace(b"Host: here", b"Host: here there")),
        (400, get(FEED).replace(b"Host: here", b"Host: here/c")),
        (400, get(FEED, "Transfer-Encoding: xchunked")),
        (400, get(FEED, "Transfer-Encoding: gzip, chunked") + b"0\r\n\r\n"),
        (400, get(FEED, *["Transfer-Encoding: identity"] * 2)),
        (400, get(FEED, version="2.0")),
        (400, f"GET {FEED}\r\n\r\n".encode()),
        (413, get(FEED, "Content-Length: 4097")),
        (413, get(FEED, "Content-Length: 18446744073709551615")),
        (400, get(FEED, "Content-Length: 18446744073709551616")),
        (431, get("/" + "x" * 30_000)),
        (431, get(FEED, *(f"X-{n}: y" for n in range(2_500)))),
        (431, get(FEED, *["X:"] * 7_500)),
        (431, b"GET / HTTP/1.1\r\nX: " + b"y" * 100_000),
    ],
    ids=lambda each: str(each[:40]) if isinstance(each, bytes) else None,
)
def test_what_is_no_request_is_told_so_and_closed(status, request_):
    got = said(request_)
    assert got.startswith(b"HTTP/1.1 %d " % status)
    assert b"connection: close\r\n" in got
    assert b"content-type: text/plain; charset=utf-8\r\n" in got
    assert TOKEN.encode() not in got


def test_a_body_that_never_ends_is_not_read_to_its_end():
    pieces = [b"1000\r\n" + b"x" * 4096 + b"\r\n"] * 200
    got = said(get(FEED, "Transfer-Encoding: chunked", method="POST"), *pieces)
    assert got.count(b"HTTP/1.1 ") <= 1


def test_fields_after_a_body_are_not_read_to_their_end():
    async def work(wire):
        reader, writer = await wire.connect()
        writer.write(ask(FEED, "Transfer-Encoding: chunked") + b"0\r\n")
        assert (await answer(reader))[0] == 200
        for n in range(200):
            writer.write(b"X-%d: %s\r\n" % (n, b"y" * 1000))
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()

    run(work)


def test_a_bug_of_ours_is_told_without_the_secret(caplog):
    board = Fake()
    board.links = {TOKEN: link_of(TOKEN)}
    del board.content
    got = said(get(FEED), board=board)
    assert got.startswith(b"HTTP/1.1 500 ")
    assert not re.search(TOKEN, caplog.text)
