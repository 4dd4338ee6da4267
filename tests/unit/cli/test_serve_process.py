"""`meso serve` in a process of its own, from the first look to the last answer."""

from __future__ import annotations

import gzip
import re
import signal
import socket
import time

import pytest

from mesocycle.feed.links.book import Book
from tests.unit.cli.conftest import DIARY, PLAN
from tests.unit.cli.serving import Serving, make_link, serving, until

BROKEN = PLAN.replace("Superman;", "Supermann;")


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """A folder with a plan, a diary, and a link."""
    folder = tmp_path_factory.mktemp("plans")
    (folder / "back.plan").write_text(PLAN.replace("lasts 2 weeks", "lasts 100 weeks"))
    (folder / "ana.diary").write_text(DIARY)
    return folder


@pytest.fixture(scope="module")
def token(plans):
    return make_link(plans, "back-ana")


@pytest.fixture(scope="module")
def server(plans, token):
    """One server for all tests of this file that leave it as it is."""
    with serving(plans, ".", "--access-log", "-") as running:
        yield running


def feed(token: str) -> str:
    return f"/c/{token}/plan.ics"


@pytest.mark.proves("C49", "C50", "C51", "C53", "C56", "C57")
def test_a_calendar_is_served(server, token):
    got = server.ask(feed(token))
    assert got.status == 200
    assert got.body.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"Superman" in got.body
    assert server.ask(feed(token), "HEAD").headers.items() >= _lasting(got.headers).items()
    zipped = server.ask(feed(token), accept_encoding="gzip")
    assert gzip.decompress(zipped.body) == got.body
    for headers in (
        {"if_none_match": got.headers["etag"]},
        {"if_none_match": f"W/{zipped.headers['etag']}"},
        {"if_modified_since": got.headers["last-modified"]},
    ):
        assert server.ask(feed(token), **headers).status == 304
    assert server.ask(feed(token), if_none_match='"x"').body == got.body
    assert "server" not in got.headers
    assert "date" in got.headers


def _lasting(headers):
    return {name: text for name, text in headers.items() if name not in ("date", "connection")}


@pytest.mark.proves("C65", "C67")
def test_a_link_has_a_page(server, token):
    got = server.ask(f"/c/{token}")
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert f"webcal://127.0.0.1:{server.port}/c/{token}/plan.ics" in got.body.decode()


@pytest.mark.proves("C64")
def test_nothing_else_is_there(server, token):
    other = server.ask(feed("x" * 43))
    assert other.status == 404
    for path in ("/", "/.meso/links.json", "/back.plan", f"/c/{token}/../../back.plan", "/health/"):
        assert server.ask(path).body == other.body


def test_health_counts_calendars(server):
    assert server.ask("/health").body.startswith(b'{"feeds":1,"stale":0,"built":"')


@pytest.mark.proves("C69")
def test_only_this_machine_gets_there(server):
    with pytest.raises(OSError, match="refused"), socket.socket() as client:
        # Another address of this machine than the one that is listened at.
        client.connect(("127.0.0.2", server.port))
    assert "W812" not in server.err


@pytest.mark.proves("C59", "C63", "C65", "C70")
def test_a_season(tmp_path):
    """A plan edited, broken, mended; links made and revoked: seen without a restart."""
    plan = tmp_path / "back.plan"
    plan.write_text(PLAN)
    (tmp_path / "ana.diary").write_text(DIARY)
    token = make_link(tmp_path, "back-ana")
    with serving(tmp_path, ".", "--access-log", "access.txt", "-v", "--url", "https://x.org") as it:
        first = it.ask(feed(token))
        plan.write_text(PLAN.replace("at 07:00", "at 08:00"))
        second = until(lambda: _other(it, token, first))
        assert second.body != first.body
        plan.write_text(BROKEN)
        until(lambda: "unknown exercise" in it.err)
        kept = it.ask(feed(token))
        assert (kept.status, kept.body) == (200, second.body)
        assert kept.headers["etag"] == second.headers["etag"]
        assert b'"stale":1' in until(lambda: _stale(it))
        plan.write_text(PLAN.replace("at 07:00", "at 08:00"))
        until(lambda: "mended: back-ana" in it.err)
        assert it.ask(feed(token)).headers["etag"] == second.headers["etag"]
        busy = make_link(tmp_path, "back-ana", "detail=busy")
        assert b"Superman" not in until(lambda: _good(it, busy)).body
        revoked = next(each for each in Book(str(tmp_path / ".meso")).links() if not each.options)
        Book(str(tmp_path / ".meso")).revoke(revoked.id, revoked.created)
        ended = until(lambda: _other(it, token, second))
        assert b"This calendar link was revoked" in ended.body
        assert it.ask(feed(busy)).status == 200
        page = it.ask(f"/c/{busy}").body.decode()
        assert f"https://x.org/c/{busy}" in page
        left = it.end()
    assert left.code == 0
    assert left.stderr.count("error[") == 1
    assert "subscribers reach it at https://x.org" in left.stderr
    printed = left.stdout + left.stderr + (tmp_path / "access.txt").read_text()
    for secret in (token, busy):
        assert secret not in printed
        assert secret[:12] not in printed
    row = re.compile(r'\S+Z GET (feed|page|health|other) (\w+|-) \d{3} \d+ \d+\.\d ""')
    assert all(map(row.fullmatch, (tmp_path / "access.txt").read_text().splitlines()))


def _other(server, token, before):
    got = server.ask(feed(token))
    return got if got.headers["etag"] != before.headers["etag"] else None


def _good(server, token):
    got = server.ask(feed(token))
    return got if got.status == 200 else None


def _stale(server):
    body = server.ask("/health").body
    return body if b'"stale":1' in body else None


@pytest.mark.proves("C60")
def test_what_never_compiled_is_not_there_yet(tmp_path):
    (tmp_path / "back.plan").write_text(BROKEN)
    token = make_link(tmp_path, "back")
    with serving(tmp_path, ".") as it:
        got = it.ask(feed(token))
        assert (got.status, got.headers["content-type"]) == (503, "text/plain; charset=utf-8")
        assert int(got.headers["retry-after"]) > 0
        until(lambda: "unknown exercise" in it.err)
        assert it.end().code == 0


def test_what_was_good_is_served_at_once_and_by_two(plans, server, token):
    """A second server in the same folder, whose plan is being edited at the moment."""
    good = server.ask(feed(token))
    with serving(plans, ".") as second:
        for _ in range(5):
            assert second.ask(feed(token)).headers["etag"] == good.headers["etag"]
        assert second.end(signal.SIGINT).code == 0
    assert server.ask(feed(token)).body == good.body


def test_an_open_answer_is_finished(plans, token, server):
    """SIGTERM while somebody takes his time: every answer that was begun is whole."""
    whole = server.ask(feed(token)).body
    with serving(plans, ".") as it:
        with it.connect() as client, it.connect() as idle, it.connect() as half:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
            request = f"GET {feed(token)} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
            client.sendall(request * 30)
            half.sendall(request[:20])
            idle.sendall(request)
            assert idle.recv(5) == b"HTTP/"
            it.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            got = bytearray()
            while piece := client.recv(65536):
                got += piece
        assert it.ended().code == 0
    answers = bytes(got).split(b"HTTP/1.1 200 OK\r\n")
    assert len(answers) > 1
    assert answers[0] == b""
    assert all(each.endswith(b"\r\n\r\n" + whole) for each in answers[1:])


def test_who_never_listens_keeps_nobody(plans, token):
    """Nor does he for ever: here his three seconds are shorter."""
    with serving(plans, ".", before="server._LAST_ANSWERS_S = 0.2") as it:
        with it.connect() as client:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
            client.sendall(f"GET {feed(token)} HTTP/1.1\r\nHost: x\r\n\r\n".encode() * 30)
            time.sleep(0.2)
            left = it.end()
        assert left.code == 0
        assert left.stderr == ""


def test_a_port_in_use_is_told(tmp_path, server):
    (tmp_path / "back.plan").write_text(PLAN)
    left = Serving(tmp_path, ".", "--port", str(server.port)).ended()
    assert left.code == 4
    assert left.stderr.startswith(
        f"error[E811]: cannot listen at 127.0.0.1:{server.port}: address already in use\n"
    )
    assert left.stdout == ""


@pytest.mark.proves("C65")
def test_a_bug_is_told_without_what_was_asked(plans, token):
    """And once: whoever asks again and again fills no disk."""
    bug = "server.make_site.__globals__['Desk'].answer = lambda self, method, path, *more: {}[path]"
    with serving(plans, ".", "--access-log", "-", before=bug) as it:
        for _ in range(3):
            got = it.ask(feed(token))
            assert (got.status, got.headers["content-type"]) == (500, "text/plain; charset=utf-8")
            assert got.headers["referrer-policy"] == "no-referrer"
        left = it.end()
    assert left.code == 0
    assert left.stderr.count("this is a bug in mesocycle (KeyError in ") == 1
    assert left.stdout.count(" GET other - 500 ") == 3
    assert token[:12] not in left.stdout + left.stderr
