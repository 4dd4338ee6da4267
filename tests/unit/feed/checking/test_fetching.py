"""A feed is fetched from this machine alone, and a server cannot hold or flood whoever asks."""

from __future__ import annotations

import socket
import threading

import pytest

from mesocycle.feed.checking import fetching
from mesocycle.feed.checking.fetching import Elsewhere, Failed, fetch, is_address
from tests.ports import free_port
from tests.unit.feed.checking.faults import SOUND
from tests.unit.feed.checking.server import Reply, serving

CALENDAR = {"Content-Type": "text/calendar; charset=utf-8"}


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a.ics", "http://10.0.0.1/a.ics", "http://169.254.169.254/", "ftp://localhost/",
        "https://127.0.0.1/a.ics", "webcal://localhost/a.ics", "file:///etc/passwd", "http:///a.ics",
        "http://127.0.0.1@example.org/", "http://me:pw@127.0.0.1/", "http://localhost.example.org/",
        "http://0x7f.1/", "http://2130706433/", "http://127.0.0.1:99999/", "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/", "http://[::]/", "http://127.0.0.1.nip.example/", "://", "http://[x/",
    ],
)  # fmt: skip
def test_nothing_but_this_machine(url, monkeypatch):
    def connect(*_):
        raise AssertionError("it connected")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(Elsewhere):
        fetch(url)


def test_a_name_that_only_looks_like_this_machine(monkeypatch):
    rows = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("127.0.0.1", "8.8.8.8")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    with pytest.raises(Elsewhere):
        fetch("http://localhost/a.ics")


def test_what_the_server_sends_is_what_one_gets():
    with serving(lambda *_: Reply(200, CALENDAR, SOUND)) as url:
        answer = fetch(f"{url}/a.ics?b=c")
    assert (answer.status, answer.body) == (200, SOUND)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"


def test_by_the_name_of_this_machine():
    with serving(lambda *_: Reply(200, CALENDAR, SOUND)) as url:
        assert fetch(url.replace("127.0.0.1", "localhost")).body == SOUND


def test_redirects_are_followed_on_this_machine():
    def answer(_, path, __):
        return Reply(200, {}, SOUND) if path == "/b" else Reply(302, {"Location": "/b"})

    with serving(answer) as url:
        assert fetch(f"{url}/a").body == SOUND


@pytest.mark.parametrize("where", ["http://example.org/b", "//10.0.0.1/", "file:///etc/passwd"])
def test_and_nowhere_else(where):
    with (
        serving(lambda *_: Reply(301, {"Location": where})) as url,
        pytest.raises(Elsewhere),
    ):
        fetch(f"{url}/a")


def test_not_for_ever():
    with serving(lambda *_: Reply(301, {"Location": "/a"})) as url, pytest.raises(Failed):
        fetch(f"{url}/a")


def test_not_more_than_anybody_takes(monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 100)
    with serving(lambda *_: Reply(200, {}, b"x" * 101)) as url, pytest.raises(Failed):
        fetch(url)


def test_nobody_there():
    with pytest.raises(Failed):
        fetch(f"http://127.0.0.1:{free_port()}/")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"\x00\xff\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx",
    ],
)
def test_a_server_that_says_no_more(sent, monkeypatch):
    """It holds the connection open, and is left after the time that one has."""
    monkeypatch.setattr(fetching, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        done = threading.Event()

        def hold():
            connection, _ = listening.accept()
            with connection:
                connection.sendall(sent)
                done.wait(10)

        thread = threading.Thread(target=hold)
        thread.start()
        try:
            with pytest.raises(Failed):
                fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        finally:
            done.set()
            thread.join()


def test_files_are_no_addresses():
    assert is_address("http://localhost/x.ics")
    assert not is_address("back.ics")
    assert not is_address("-")
