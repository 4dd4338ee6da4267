"""Programs that the suite starts, and that are gone when it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path


def home(folder: Path) -> dict[str, str]:
    """An environment in which everything a program keeps is kept in `folder`."""
    places = {
        "HOME": folder,
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_STATE_HOME": folder / "state",
        "XDG_RUNTIME_DIR": folder / "run",
        "TMPDIR": folder / "tmp",
    }
    for each in places.values():
        each.mkdir(parents=True, exist_ok=True)
    places["XDG_RUNTIME_DIR"].chmod(0o700)
    words = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", "NO_PROXY": "127.0.0.1"}
    return {**{name: str(path) for name, path in places.items()}, **words}


def said(*command: str) -> str:
    """What a command prints.

    Raises:
        OSError: There is no such program.
        CalledProcessError: It failed.
    """
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def end(process: subprocess.Popen, patience: float = 10) -> None:
    """Asks a process to end, and ends it if it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            stream.close()


def end_all_of(folder: Path, patience: float = 5) -> None:
    """Ends, each by its id, what still runs with `folder` as its home: helpers of a program."""
    until = time.monotonic() + patience
    while left := living_in(folder):
        late = time.monotonic() > until
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL if late else signal.SIGTERM)
            except ProcessLookupError:
                continue
        time.sleep(0.1)


def living_in(folder: Path) -> list[int]:
    """The processes whose HOME is `folder`, which none has that we did not start."""
    mark = b"HOME=" + os.fsencode(folder)
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            words = (each / "environ").read_bytes().split(b"\0")
            state = (each / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if mark in words and state != "Z":
            found.append(int(each.name))
    return found
