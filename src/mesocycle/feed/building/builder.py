"""Feeds made in another process, which is ended when it takes too long and replaced when it dies.

Nothing that a plan or a plugin does there stops the program that serves.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from typing import IO, Protocol

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.caution import cautious
from mesocycle.feed.building.make import Made
from mesocycle.feed.building.wire import Gone, Order, pack_order, receive, send, unpack_made

_WORKER = "mesocycle.feed.building.worker"
#: How long one feed may take, in seconds: a hundred times what a long plan needs.
LIMIT_S = 60.0
#: After so many feeds a new process goes on, so that none grows for ever.
MOST = 200
#: How much longer than its own watch a process is waited for, in seconds.
_PATIENCE_S = 10.0
#: How long a process may take to end that has closed its side, in seconds.
_GRACE_S = 1.0
#: How much of what it said last is read, in bytes, and how `faulthandler` tells a place.
_WORDS = 10_000
_PLACE = re.compile(rb'^  File "([^"\n]{1,500})", line ([0-9]+) in (\S{1,80})$', re.MULTILINE)


class Stopped(Exception):
    """The builder was closed while it built."""


class Builds(Protocol):
    """Who makes feeds."""

    def make(self, order: Order) -> Made:
        """What came of an order."""

    def rest(self) -> None:
        """There is nothing to do for a while."""

    def close(self) -> None:
        """Give up what is being made; from now on `make` raises `Stopped`."""


class Builder:
    """One process at a time, started when there is something to build.

    `limit_s`: after so many seconds a feed is given up. `make` is for one thread; `close`
    may be called from any, and ends what is being built.
    """

    def __init__(self, limit_s: float = LIMIT_S, most: int = MOST) -> None:
        self._limit_s = limit_s
        self._most = most
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._left = 0
        self._guard = threading.Lock()
        self._closed = False

    def make(self, order: Order) -> Made:
        """What came of an order; a process that hangs (E801) or dies (E802) made nothing.

        Raises:
            Stopped: the builder was closed meanwhile.
        """
        process = self._ready()
        watch = _Watch(process, self._limit_s + _PATIENCE_S)
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            send(process.stdin, pack_order(order))
            made = unpack_made(receive(process.stdout))
        except (OSError, Gone):
            _await_end(process)  # which is more telling than how we would end it
            watch.stop()
            said = _last_words(self._said)
            self._end()
            if self._closed:
                raise Stopped from None
            late = self._limit_s if watch.rang or b"Timeout (" in said else None
            return _lost(order, process.returncode, late, said)
        if watch.stop():
            self._end()
        return made

    def rest(self) -> None:
        """End the process, if there is one: it is not needed for a while."""
        self._end()

    def close(self) -> None:
        """End the process for good, even in the middle of a feed."""
        with self._guard:
            self._closed = True
            process = self._process
        if process is not None:
            _kill(process)

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._left <= 0 or (self._process is not None and _has_ended(self._process)):
            self._end()
        with self._guard:
            if self._closed:
                raise Stopped
            if self._process is None:
                self._said = _notebook()
                self._process = _started(self._limit_s, self._said)
                self._left = self._most
            self._left -= 1
            return self._process

    def _end(self) -> None:
        with self._guard:
            process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        for stream in (process.stdin, process.stdout, self._said):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        process.wait()


class _Watch:
    """Kills a process after a time, unless it is stopped before."""

    def __init__(self, process: subprocess.Popen[bytes], limit_s: float) -> None:
        self.rang = False
        self._over = False
        self._process = process
        self._guard = threading.Lock()
        self._timer = threading.Timer(limit_s, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> bool:
        """No more killing; whether it has happened already."""
        with self._guard:
            self._over = True
        self._timer.cancel()
        return self.rang

    def _ring(self) -> None:
        with self._guard:
            if not self._over:
                self.rang = True
                _kill(self._process)


def _started(limit_s: float, said: IO[bytes] | None) -> subprocess.Popen[bytes]:
    """A fresh interpreter, which finds the modules that this one finds, and nothing by chance."""
    where = [os.path.abspath(each) for each in sys.path if each]
    return subprocess.Popen(  # noqa: S603 - this interpreter, and a module of ours
        [sys.executable, "-P", "-m", _WORKER, str(limit_s)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said or subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(where)},
        start_new_session=True,  # so that what a plugin starts ends with it
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started. It must not have been waited for yet.

    Until then nobody else can have its number, and its session can be ended by it.
    """
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether a process is over; its number stays its own."""
    if not hasattr(os, "waitid"):
        return process.poll() is not None
    flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
    return os.waitid(os.P_PID, process.pid, flags) is not None


def _await_end(process: subprocess.Popen[bytes]) -> None:
    """Let a process come to its own end, for a moment."""
    deadline = time.monotonic() + _GRACE_S
    while not _has_ended(process) and time.monotonic() < deadline:
        time.sleep(0.01)


def _notebook() -> IO[bytes] | None:
    """A file without a name for what a process says at its end; None if there can be none."""
    try:
        return tempfile.TemporaryFile()
    except OSError:
        return None


def _last_words(said: IO[bytes] | None) -> bytes:
    if said is None:
        return b""
    said.seek(max(0, said.seek(0, os.SEEK_END) - _WORDS))
    return said.read()


def _lost(order: Order, code: int | None, late_s: float | None, said: bytes) -> Made:
    """Nothing was made, because the process did not come to an end, or to an end too soon."""
    name = order.feed.name
    hints = ["`meso build` of the same plan and diary may show more"]
    place = _PLACE.search(said)
    if place is not None:
        file, line, function = (part.decode("utf-8", "replace") for part in place.groups())
        hints.insert(0, f"it was in {file}:{line}, in {function}")
    if late_s is not None:
        message = f"{name} was not made within {late_s:g} s"
        told = Diagnostic(code="E801", message=message, hints=tuple(hints))
    else:
        message = f"{name} was not made: the process that builds {_ending(code or 0)}"
        told = Diagnostic(code="E802", message=message, hints=tuple(hints))
    return cautious(Made(None, name, (told,), ()), order, loosely=True)


def _ending(code: int) -> str:
    if code >= 0:
        return f"ended with {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
