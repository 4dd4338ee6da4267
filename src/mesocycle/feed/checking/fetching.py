"""A feed from a server on this machine; from no other: `check` reaches for nobody's network.

A name is not trusted: what it stands for must be this machine, and that address is the one that
is connected to.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

import msgspec

from mesocycle.feed.checking.secrets import shown

#: The most that is read, in bytes.
LARGEST = 20_000_000
#: Seconds for one request, whatever the server does.
PATIENCE = 30
_REDIRECTS = 3


class Elsewhere(Exception):
    """An address that is not of this machine, or none at all; the message says which."""


class Failed(Exception):
    """The server did not answer as one; the message says how."""


class Answer(msgspec.Struct, frozen=True):
    """What came back. Names of headers are in lower case; of two with one name both count."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes


def is_address(text: str) -> bool:
    """Whether an argument is an address rather than a file."""
    return "://" in text


def fetch(url: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """The answer to one request, redirects on this machine followed.

    Raises:
        Elsewhere: the address, or one that it leads to, is not of this machine.
        Failed: no connection, no answer in time, or one that is too large.
    """
    for _ in range(_REDIRECTS + 1):
        answer = _once(url, method, headers or {})
        if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
            return answer
        url = urljoin(url, answer.headers["location"])
    raise Failed("it leads from one address to the next")


def _once(url: str, method: str, headers: Mapping[str, str]) -> Answer:
    host, port, target = _local(url)
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    sent = {"Host": urlsplit(url).netloc, "Accept": "text/calendar", **headers}
    try:
        connection.connect()
        with _cut_off(connection.sock) as late:
            connection.request(method, target, headers={"Accept-Encoding": "identity", **sent})
            response = connection.getresponse()
            body = response.read(LARGEST + 1)
            found: dict[str, str] = {}
            for name, value in response.getheaders():
                key = name.lower()
                found[key] = f"{found[key]}, {value}" if key in found else value
    except (OSError, HTTPException, ValueError) as error:
        text = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise Failed(text[:1].lower() + text[1:]) from None
    finally:
        connection.close()
    length = found.get("content-length", "")
    short = method != "HEAD" and length.isdecimal() and len(body) < min(int(length), LARGEST)
    if late.is_set() or (short and response.status != 304):
        raise Failed("the answer broke off, or took too long")
    if len(body) > LARGEST:
        raise Failed(f"it has more than {LARGEST // 1_000_000} MB")
    return Answer(url, response.status, found, body)


@contextmanager
def _cut_off(connected: socket.socket) -> Iterator[threading.Event]:
    """End it after `PATIENCE`; gives whether that was necessary.

    A server that sends a byte now and then would never time out otherwise.
    """
    late = threading.Event()

    def end() -> None:
        late.set()
        with suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(PATIENCE, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _local(url: str) -> tuple[str, int, str]:
    """The address to connect to, the port, and what to ask for."""
    try:
        parts = urlsplit(url)
        port = parts.port or 80
    except ValueError:
        raise Elsewhere(f"{shown(url)} is no address") from None
    host = parts.hostname or ""
    if parts.scheme.lower() != "http" or not host or parts.username is not None:
        raise Elsewhere(f"{shown(url)} is not a plain http address of this machine")
    address = _loopback(host, port)
    if address is None:
        raise Elsewhere(f"{shown(url)} is not on this machine")
    target = parts.path or "/"
    return address, port, f"{target}?{parts.query}" if parts.query else target


def _loopback(host: str, port: int) -> str | None:
    """The loopback address that a host is; None if it is, or may be, another machine."""
    try:
        return host if ip_address(host).is_loopback else None
    except ValueError:
        pass
    if host.lower().rstrip(".") != "localhost":
        return None
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return None
    found = [str(row[4][0]) for row in rows]
    # IPv4 first: what listens on localhost alone usually listens there.
    found.sort(key=lambda each: ":" in each)
    return found[0] if found and all(ip_address(each).is_loopback for each in found) else None
