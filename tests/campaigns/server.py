"""`meso serve` as a process of its own, for campaigns against it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tests.ports import free_port

MESO = Path(sys.executable).with_name("meso")
LADDER = Path(__file__).resolve().parents[2] / "plans" / "ladder"


class Served(NamedTuple):
    """A running server: its process, port, the folder of the plan, and the feed's path."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path
    path: str

    @property
    def plan(self) -> Path:
        """The plan that is served."""
        return self.folder / "ladder.plan"

    def complaints(self) -> str:
        """What it said on standard error."""
        return (self.folder / "stderr").read_text("utf-8")

    def connections(self) -> int:
        """How many sockets it has open, that of its listener and of its loop among them."""
        count = 0
        for each in Path(f"/proc/{self.process.pid}/fd").iterdir():
            with suppress(OSError):
                count += os.readlink(each).startswith("socket:")
        return count

    def memory(self) -> tuple[float, float]:
        """Megabytes that the server holds, and those of the processes that it started."""
        children = descendants(self.process.pid)
        return resident(self.process.pid), sum(map(resident, children))

    def end(self) -> int:
        """SIGTERM, and how it ends."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


@contextmanager
def serving(*arguments: str, files: int | None = None) -> Iterator[Served]:
    """A server of the ladder with its diary and one link; `files`: how many it may open."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "plans"
        shutil.copytree(LADDER, folder)
        create = [MESO, "feed", "create", folder, "ladder-ana", "--for", "load"]
        made = subprocess.run(create, check=True, capture_output=True, text=True)
        path = re.findall(r"/c/[\w-]{43}/plan\.ics", made.stdout)[0]
        port = free_port()
        command = [MESO, "serve", folder, "--port", str(port), "--limit", "off", *arguments]
        if files is not None:
            command = ["prlimit", f"--nofile={files}:{files}", *command]
        with (folder / "stderr").open("wb") as told:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told)
        try:
            served = Served(process, port, folder, path)
            wait_for(served)
            yield served
        finally:
            process.kill()
            process.wait()


def wait_for(served: Served) -> None:
    """Until it answers."""
    for _ in range(400):
        if served.process.poll() is not None:
            raise SystemExit(f"the server ended: {served.complaints()}")
        if fetch(served, "HEAD", served.path).startswith(b"HTTP/1.1 200 "):
            return
        time.sleep(0.05)
    raise SystemExit("the server does not answer")


def fetch(served: Served, method: str, path: str) -> bytes:
    """One request, and all that comes back; nothing if nobody is there."""
    request = f"{method} {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
    got = b""
    try:
        with socket.create_connection(("127.0.0.1", served.port), 5) as client:
            client.sendall(request.encode())
            while piece := client.recv(1 << 16):
                got += piece
    except OSError:
        pass
    return got


def tag(served: Served) -> str:
    """The feed's ETag."""
    found = re.search(rb'etag: "([^"]*)"', fetch(served, "HEAD", served.path))
    return found[1].decode() if found else ""


def descendants(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that these did."""
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text("ascii").split():
            yield int(child)
            yield from descendants(int(child))


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds (of what is shared, its share)."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return int(re.findall(r"Pss:\s+(\d+) kB", told)[0]) / 1e3
