"""`meso serve` as a process of its own, and a client that asks it."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

#: The `meso` of this environment; another where `PATCHED` is what to do before it begins.
MESO = [str(Path(sys.executable).parent / "meso")]
PATCHED = "from mesocycle.feed.web import server; {}; from mesocycle.cli import main; main()"
#: Longer than anything here takes, in seconds.
PATIENCE = 30


class Got(NamedTuple):
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes


class Ended(NamedTuple):
    """What a server left behind."""

    code: int
    stdout: str
    stderr: str


class Serving:
    """A server in a folder; its output goes to files beside it."""

    def __init__(self, folder: Path, *arguments: str, before: str = "") -> None:
        command = [sys.executable, "-c", PATCHED.format(before)] if before else MESO
        self._out, self._err = folder / "out.txt", folder / "err.txt"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [*command, "serve", *arguments],
                cwd=folder,
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
            )
        self.port = 0

    def ready(self) -> Serving:
        """Wait until it answers."""
        found = until(lambda: re.search(r"at http://\S+:([0-9]+)\n", self.out) or self._dead())
        assert isinstance(found, re.Match), self.err
        self.port = int(found[1])
        return self

    def _dead(self) -> bool:
        return self.process.poll() is not None

    @property
    def out(self) -> str:
        return self._out.read_text("utf-8")

    @property
    def err(self) -> str:
        return self._err.read_text("utf-8")

    def ask(self, path: str, method: str = "GET", **headers: str) -> Got:
        """One request on a connection of its own."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        client.request(
            method, path, headers={name.replace("_", "-"): text for name, text in headers.items()}
        )
        answer = client.getresponse()
        fields = {name.lower(): text for name, text in answer.getheaders()}
        got = Got(answer.status, fields, answer.read())
        client.close()
        return got

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def end(self, number: int = signal.SIGTERM) -> Ended:
        """Send a signal, and see what became of it."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.ended()

    def ended(self) -> Ended:
        """Wait for the end."""
        code = self.process.wait(PATIENCE)
        return Ended(code, self.out, self.err)


@contextmanager
def serving(folder: Path, *arguments: str, before: str = ""):
    """A server that answers, and is gone afterwards; any free port."""
    server = Serving(folder, *arguments, "--port", "0", before=before)
    try:
        yield server.ready()
    finally:
        server.process.kill()
        server.process.wait(PATIENCE)


def until(what, patience: float = PATIENCE):
    """What `what()` says once it is something."""
    for _ in range(int(patience / 0.02)):
        found = what()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not come to pass")


def meso(folder: Path, *arguments: str) -> str:
    """What a command prints; it has to succeed."""
    done = subprocess.run(
        [*MESO, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def make_link(folder: Path, feed: str, *more: str, state: str = ".meso") -> str:
    """The secret of a new link, made without a process of its own."""
    from datetime import UTC, datetime

    from mesocycle.feed.links.book import Book

    options = dict(each.split("=", 1) for each in more)
    return Book(str(folder / state)).create(feed, "Ana", options, now=datetime.now(UTC))[1]
