"""Sockets that a server listens at, and what keeps it from that."""

from __future__ import annotations

import socket

import pytest

from mesocycle.feed.web import listening
from mesocycle.feed.web.listening import CannotListen, is_local, listen, port_of


@pytest.fixture
def open_(request):
    """`open_(host, port)`: sockets that are closed in the end."""
    found = []

    def open_(host, port=0):
        made = listen(host, port)
        found.extend(made)
        return made

    yield open_
    for each in found:
        each.close()


@pytest.mark.proves("C69")
def test_whoever_knocks_waits(open_):
    sockets = open_("127.0.0.1")
    assert is_local(sockets)
    with socket.create_connection(("127.0.0.1", port_of(sockets))) as early:
        early.sendall(b"x")


def test_both_addresses_of_a_name_get_one_port(open_, monkeypatch):
    pairs = {
        (socket.AF_INET, ("127.0.0.1", 0)): None,
        (socket.AF_INET, ("127.0.0.2", 0)): None,
    }
    monkeypatch.setattr(listening, "_addresses", lambda host, port: pairs)
    sockets = open_("localhost")
    assert [each.getsockname()[1] for each in sockets] == [port_of(sockets)] * 2


@pytest.mark.proves("C69")
@pytest.mark.parametrize(("host", "local"), [("127.0.0.1", True), ("0.0.0.0", False)])
def test_who_gets_there(open_, host, local):
    assert is_local(open_(host)) is local


@pytest.mark.parametrize(
    ("host", "port", "hint"),
    [("nowhere.invalid", 80, "--host is a name"), ("203.0.113.7", 8080, "another program")],
)
def test_an_address_that_is_not_ours(host, port, hint):
    with pytest.raises(CannotListen) as told:
        listen(host, port)
    assert told.value.diagnostic.code == "E811"
    assert hint in told.value.diagnostic.hints[0]


def test_a_port_in_use_leaves_nothing_open(open_, monkeypatch):
    taken = port_of(open_("127.0.0.2"))
    made = []
    bound = listening._bound
    monkeypatch.setattr(listening, "_bound", lambda *how: made.append(bound(*how)) or made[-1])
    pairs = dict.fromkeys([(socket.AF_INET, (f"127.0.0.{n}", taken)) for n in (1, 2)])
    monkeypatch.setattr(listening, "_addresses", lambda host, port: pairs)
    with pytest.raises(CannotListen, match="in use"):
        listen("localhost", taken)
    assert [each.fileno() for each in made] == [-1]


def test_a_port_of_the_system_is_told(monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(listening, "_bound", refuse)
    with pytest.raises(CannotListen, match=r"127\.0\.0\.1:80: permission denied") as told:
        listen("127.0.0.1", 80)
    assert "--port 8080" in told.value.diagnostic.hints[0]


def test_a_number_of_six_groups_is_shown_as_one(monkeypatch):
    def refuse(*_):
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(listening, "_bound", refuse)
    monkeypatch.setattr(
        listening, "_addresses", lambda *_: {(socket.AF_INET6, ("::1", 80, 0, 0)): None}
    )
    with pytest.raises(CannotListen, match=r"\[::1\]:80: address already"):
        listen("::1", 80)
