"""A fuzz of the server: requests, right ones and damaged ones, at a real `meso serve`.

    make fuzz OF=requests RUNS=1000000 SEED=7

Whatever is sent, in whatever pieces: every answer is whole, none is a 5xx, each has the fields
that keep an address secret, and no field has the secret in it. The server goes on, says nothing
of a bug, and writes the secret nowhere. What breaks that is kept, byte by byte.
"""

from __future__ import annotations

import re
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

#: The right ones, and others that somebody may send; of these, one in eight.
METHODS = (
    ["GET", "GET", "GET", "HEAD"],
    [
        "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "get", "GETT",
        "", "PRI", "M-SEARCH", "QUERY", "*",
    ],
)  # fmt: skip
VERSIONS = (["HTTP/1.1"], ["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9", "http/1.1", "", "X"])
#: Fields that are read as fields, whatever is in them.
FIELDS = {
    "Accept-Encoding": ["gzip", "br, gzip;q=0.5", "*;q=0", "identity;q=0", "gzip;q=", ",,,", ""],
    "If-None-Match": ["*", '"x"', 'W/"x"', '"', "W/", '"x", *', ",", 'W/"' + "x" * 5000 + '"'],
    "If-Modified-Since": ["Mon, 07 Dec 2026 06:30:15 GMT", "now", "-1", "0", "Mon, 99 Dec 9999"],
    "If-Range": ['"x"', "yesterday"],
    "Range": ["bytes=0-", "bytes=-1", "bytes=9-1", "bytes=" + "0-1," * 500, "x"],
    "Host": ["here", "", "here:99999", "[::1]", "a b", "x" * 3000, "../.."],
    "Connection": ["close", "keep-alive", "upgrade", "Upgrade, HTTP2-Settings", "x, close", ""],
    "Upgrade": ["websocket", "h2c", "TLS/1.0", ""],
    "Content-Length": ["0"],
    "Expect": ["100-continue", "200-ok"],
    "User-Agent": ["curl/8", '"; rm', "x" * 4000, "\u202e", "%s%n", "{}", ""],
    "X-Forwarded-For": ["1.2.3.4", "evil"],
    "X-Forwarded-Proto": ["https"],
    "X-HTTP-Method-Override": ["DELETE"],
    "Sec-WebSocket-Key": ["x"],
    "Cookie": ["a=b" * 1000],
    "X": ["y" * 9000, "\t", "ü"],
}
#: Fields after which nothing, or something else, may be left to read.
HOSTILE = {
    "Content-Length": ["5", "-1", "+5", "0x5", "5, 5", "4096", "4097", "9" * 30, "", "٥"],
    "Transfer-Encoding": ["chunked", "gzip, chunked", "identity", "chunked, chunked", "x", ""],
    "User-Agent": ["\x1b[2J", "\x00"],
    "X": ["y" * 17_000, "y\r\n z"],
    "Bad Name": ["x"],
    "": ["x"],
}
#: What is put in, or in the place of something.
BITS = [
    b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"\x00", b"%", b"%00", b"%2f", b"%zz", b"..", b"//", b"/",
    b"?", b"#", b" ", b"\t", b":", b",", b'"', b"\xff\xfe", b"\xc3\xbc", b"\x7f", b"\x80", b"0",
    b"9" * 20, b"A" * 300, b"HTTP/1.1", b"GET ", b"chunked", b"5\r\nhello\r\n", b"0\r\n\r\n",
    b"ffffffffffffffff\r\n", b"\x16\x03\x01\x02\x00", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
]  # fmt: skip
#: What every answer has.
ALWAYS = (b"\r\nreferrer-policy: no-referrer\r\n", b"\r\nx-content-type-options: nosniff\r\n")


class Asker:
    """Requests of whoever comes by. `token` is a secret that opens something."""

    def __init__(self, random: Random, token: str) -> None:
        self._random = random
        feed = f"/c/{token}/plan.ics"
        other = f"/c/{token[::-1]}/plan.ics"
        self._paths = (
            [feed, feed, feed, f"/c/{token}", f"/c/{token}/", other, "/health", "/robots.txt", "/"],
            [
                "*", "", "//", feed + "?x", feed + "#y", f"http://here{feed}", "/c/" + "k" * 43,
                f"https://x:y@here:99{feed}", feed.replace("p", "%70"), f"/c/../c/{token}", "/ü",
                "/" + "a" * 20_000, "/c/" + "%2e" * 500, feed + "\x00", "http://", "here:443",
            ],
        )  # fmt: skip

    def pieces(self) -> list[bytes]:
        """What is sent on one connection, as it is sent."""
        random = self._random
        text = b"".join(self._request() for _ in range(random.choice((1, 1, 1, 2, 5, 40))))
        for _ in range(random.choice((0, 0, 0, 1, 1, 2, 6))):
            text = self._damaged(text)
        cuts = sorted(
            random.randrange(len(text) + 1) for _ in range(random.choice((0, 0, 0, 1, 4)))
        )
        return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if a < b]

    def _request(self) -> bytes:
        random = self._random
        names = random.choices(list(FIELDS), k=random.choice((0, 1, 2, 3, 8)))
        rows = [f"{name}: {random.choice(FIELDS[name])}" for name in names]
        if not random.randrange(6):
            name = random.choice(list(HOSTILE))
            rows.append(f"{name}: {random.choice(HOSTILE[name])}")
        if not random.randrange(60):
            rows += [f"X-{n}: y" for n in range(500)]
        method, path, version = map(self._of, (METHODS, self._paths, VERSIONS))
        body = random.choice(("", "", "", "", "hello", "5\r\nhello\r\n0\r\n\r\n"))
        rows = [f"{method} {path} {version}", "Host: here", *rows, "", ""]
        return ("\r\n".join(rows) + body).encode("utf-8", "replace")

    def _of(self, kinds: tuple[list[str], list[str]]) -> str:
        """A right one, or now and then another."""
        return self._random.choice(kinds[not self._random.randrange(8)])

    def _damaged(self, text: bytes) -> bytes:
        random = self._random
        a = random.randrange(len(text) + 1)
        b = min(len(text), a + random.choice((0, 1, 1, 2, 5, 40)))
        match random.randrange(6):
            case 0:
                return text[:a] + text[b:]
            case 1:
                return text[:a] + random.choice(BITS) + text[a:]
            case 2:
                return text[:a] + random.choice(BITS) + text[b:]
            case 3:
                return text[:a] + text[a:b] * random.choice((2, 3, 50)) + text[b:]
            case 4 if a < len(text):
                return text[:a] + bytes([text[a] ^ (1 << random.randrange(8))]) + text[a + 1 :]
            case _:
                return text[:a]


def fault(answers: bytes, token: str, seen: Counter[int | None]) -> str | None:
    """What is wrong with what came back on one connection; None if nothing is.

    `seen` counts what was answered.
    """
    for status, head, whole in _each(answers):
        seen[status] += 1
        if status is None:
            return f"no answer: {head[:80]!r}"
        if status >= 500:
            return f"a {status}"
        if not whole:
            return f"a {status} that is not whole"
        if status > 100 and not all(each in head for each in ALWAYS):
            return f"a {status} without the fields of all answers"
        if token.encode() in head:
            return f"a {status} that repeats the secret"
    return None


def _each(answers: bytes) -> Iterator[tuple[int | None, bytes, bool]]:
    """Status and head of every answer, and whether its body is there: HEAD and 304 have none."""
    while answers:
        head, end, rest = answers.partition(b"\r\n\r\n")
        found = re.match(rb"HTTP/1\.1 ([1-5][0-9]{2}) [A-Z]", head)
        if not found or not end:
            yield None, head, False
            return
        length = re.search(rb"\r\ncontent-length: ([0-9]+)", head)
        size = int(length[1]) if length and rest and not rest.startswith(b"HTTP/1.1 ") else 0
        yield int(found[1]), head + b"\r\n", len(rest) >= size
        answers = rest[size:]


def asked(port: int, pieces: list[bytes]) -> bytes:
    """What comes back until the server hangs up; it has to, for there is no more to come."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        got = bytearray()
        with suppress(OSError):  # whoever sends too much is not listened to
            for piece in pieces:
                client.sendall(piece)
            client.shutdown(socket.SHUT_WR)
        with suppress(ConnectionResetError):
            while data := client.recv(1 << 16):
                got += data
        return bytes(got)


def campaign(random: Random, runs: int, kept: Path) -> int:
    """Ask so often; how many answers were at fault. What was sent is kept in `kept`."""
    from tests.unit.cli.conftest import PLAN
    from tests.unit.cli.serving import make_link, serving

    faults, seen = 0, Counter[int | None]()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "back.plan").write_text(PLAN)
        token = make_link(folder, "back")
        asker = Asker(random, token)
        with serving(folder, ".", "--limit", "off", "--access-log", "access.txt") as server:
            for number in range(runs):
                pieces = asker.pieces()
                wrong = _wrong(server.port, pieces, token, seen)
                if wrong:
                    faults += 1
                    (kept / f"{number}.bytes").write_bytes(b"\n--- piece ---\n".join(pieces))
                    print(f"{kept / str(number)}.bytes: {wrong}", flush=True)
                if number % 10_000 == 9_999:
                    print(f"{number + 1} of {runs}", flush=True)
            assert server.ask(f"/c/{token}/plan.ics").status == 200
            left = server.end()
        told = left.stdout + left.stderr + (folder / "access.txt").read_text()
    if left.code or left.stderr or token[:12] in told:
        print(f"exit {left.code}: {left.stderr or 'the secret was written'}", flush=True)
        faults += 1
    counts = ", ".join(f"{count} {status}" for status, count in seen.most_common())
    print(f"{runs} runs, {faults} faults; answers: {counts}", flush=True)
    return faults


def _wrong(port: int, pieces: list[bytes], token: str, seen: Counter[int | None]) -> str | None:
    try:
        return fault(asked(port, pieces), token, seen)
    except OSError as error:
        return f"{type(error).__name__}: {error}"
