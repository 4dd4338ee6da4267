"""Clients of a server, many at once: those that fetch, and those that only begin to."""

from __future__ import annotations

import asyncio
import hashlib
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from statistics import quantiles

from tests.campaigns.server import Served


class Torn(Exception):
    """An answer that is not whole, or not right."""


class Fetcher:
    """Asks for the feed again and again, each time over a new connection, and checks all of it."""

    def __init__(self, served: Served, pause: float = 0.02) -> None:
        self._served = served
        self._pause = pause
        self.taken: list[float] = []
        self.tags: set[str] = set()
        self.unanswered = 0
        self._stop = asyncio.Event()

    def stop(self) -> None:
        """Ask no more."""
        self._stop.set()

    async def run(self) -> None:
        """Fetch until stopped.

        Raises:
            Torn: an answer is not 200, not whole, or has another tag than its bytes.
        """
        loop = asyncio.get_running_loop()
        while not self._stop.is_set():
            begun = loop.time()
            got = await exchange(self._served, request(self._served.path))
            if got:
                self.tags.add(checked(got))
                self.taken.append(loop.time() - begun)
            else:
                self.unanswered += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), self._pause)


def request(path: str, *fields: str) -> bytes:
    """A GET that is the last of its connection."""
    rows = [f"GET {path} HTTP/1.1", "Host: here", "Connection: close", *fields]
    return "\r\n".join([*rows, "", ""]).encode()


async def exchange(served: Served, sent: bytes) -> bytes:
    """All that comes back; nothing if the server is not there or closes without a word."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    except OSError:
        return b""
    got = b""
    try:
        writer.write(sent)
        while piece := await asyncio.wait_for(reader.read(1 << 16), 15):
            got += piece
    except ConnectionError:
        pass
    finally:
        writer.transport.abort()
    return got


def checked(got: bytes) -> str:
    """The tag of an answer that is 200 and whole."""
    head, _, body = got.partition(b"\r\n\r\n")
    rows = head.decode("latin-1").split("\r\n")
    fields = dict(row.split(": ", 1) for row in rows[1:])
    if " 200 " not in rows[0]:
        raise Torn(rows[0])
    if int(fields["content-length"]) != len(body):
        raise Torn(f"{len(body)} of {fields['content-length']} bytes")
    tag = fields["etag"].strip('"')
    if hashlib.sha256(body).hexdigest()[:32] != tag:
        raise Torn(f"the bytes are not those of {tag}")
    if not body.endswith(b"END:VCALENDAR\r\n"):
        raise Torn("the calendar has no end")
    return tag


async def beside(
    served: Served, work: Callable[[], Awaitable[object]], fetchers: int = 10, pause: float = 0.02
) -> list[Fetcher]:
    """The fetchers that asked while `work`, a coroutine function, was done."""
    crowd = [Fetcher(served, pause) for _ in range(fetchers)]
    tasks = [asyncio.create_task(each.run()) for each in crowd]
    try:
        await work()
    finally:
        for each in crowd:
            each.stop()
    await asyncio.gather(*tasks)
    return crowd


def last_percent(crowd: list[Fetcher]) -> float:
    """What 99 of 100 fetches took at most, in milliseconds."""
    taken = [each for one in crowd for each in one.taken]
    return quantiles(taken, n=100)[98] * 1e3


async def half_open(served: Served, count: int, seconds: float) -> list[float]:
    """So many that begin to ask, of a process of their own: how long each was kept (s)."""
    command = [sys.executable, "-m", "tests.campaigns.crowd", str(served.port)]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, str(count), str(seconds), stdout=pipe)
    told, _ = await process.communicate()
    return [float(each) for each in told.split()]


async def _half_open(port: int, seconds: float) -> list[float]:
    """Begin to ask, a byte a second, over one connection after the other.

    Returns how long each was kept, in seconds; one that was not cut counts as infinite.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    kept = []
    while loop.time() < end:
        begun = loop.time()
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.2)
            continue
        cut = await _is_cut(reader, writer)
        kept.append(loop.time() - begun if cut else float("inf"))
        writer.transport.abort()
    return kept


async def _is_cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    for byte in b"GET / HTTP/1.1\r\nX-Slow: very":
        try:
            writer.write(bytes([byte]))
            await asyncio.wait_for(reader.read(1), 1)
        except TimeoutError:
            continue
        except OSError:
            return True
        return True
    return False


async def _main(port: int, count: int, seconds: float) -> None:
    async def begin(number: int) -> list[float]:
        await asyncio.sleep(number / count * 2)
        return await _half_open(port, seconds)

    for each in await asyncio.gather(*(begin(number) for number in range(count))):
        print(*each)


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
