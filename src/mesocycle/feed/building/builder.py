"""Feeds made in another process, which is ended when it takes too long and replaced when it dies.

Nothing that a plan or a plugin does there stops the program that serves.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.make import Made
from mesocycle.feed.building.wire import Gone, Order, pack_order, receive, send, unpack_made

_WORKER = "mesocycle.feed.building.worker"
#: How long one feed may take, in seconds: a hundred times what a long plan needs.
LIMIT_S = 60.0
#: After so many feeds a new process goes on, so that none grows for ever.
MOST = 200
#: How long a process may take to end that has closed its side, in seconds.
_GRACE_S = 1.0


class Stopped(Exception):
    """The builder was closed while it built."""


class Builder:
    """One process at a time, started when there is something to build.

    `limit_s`: after so many seconds a feed is given up. `make` is for one thread; `close`
    may be called from any, and ends what is being built.
    """

    def __init__(self, limit_s: float = LIMIT_S, most: int = MOST) -> None:
        self._limit_s = limit_s
        self._most = most
        self._process: subprocess.Popen[bytes] | None = None
        self._left = 0
        self._guard = threading.Lock()
        self._closed = False

    def make(self, order: Order) -> Made:
        """What came of an order; a process that hangs (E801) or dies (E802) made nothing.

        Raises:
            Stopped: the builder was closed meanwhile.
        """
        process = self._ready()
        watch = _Watch(process, self._limit_s)
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            send(process.stdin, pack_order(order))
            made = unpack_made(receive(process.stdout))
        except (OSError, Gone):
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE_S)  # for what it has to say at its end
            watch.stop()
            self._end()
            if self._closed:
                raise Stopped from None
            return _lost(order, process, self._limit_s if watch.rang else None)
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
        if self._left <= 0 or (self._process is not None and self._process.poll() is not None):
            self._end()
        with self._guard:
            if self._closed:
                raise Stopped
            if self._process is None:
                self._process = _started(self._limit_s)
                self._left = self._most
            self._left -= 1
            return self._process

    def _end(self) -> None:
        with self._guard:
            process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        for stream in (process.stdin, process.stdout):
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


def _started(limit_s: float) -> subprocess.Popen[bytes]:
    """A fresh interpreter, which finds the modules that this one finds, and nothing by chance."""
    where = [os.path.abspath(each) for each in sys.path if each]
    return subprocess.Popen(  # noqa: S603 - this interpreter, and a module of ours
        [sys.executable, "-P", "-m", _WORKER, str(limit_s)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(where)},
        start_new_session=True,  # so that what a plugin starts ends with it
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg") and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(ProcessLookupError):
        process.kill()


def _lost(order: Order, process: subprocess.Popen[bytes], limit_s: float | None) -> Made:
    """Nothing was made, because the process did not come to an end, or to an end too soon."""
    name = order.feed.name
    if limit_s is not None:
        message = f"{name} was not made within {limit_s:g} s"
        hint = "a plugin may hang; `meso build` of the same plan shows where"
        told = Diagnostic(code="E801", message=message, hints=(hint,))
    else:
        message = f"{name} was not made: the process that builds {_ending(process.returncode)}"
        hint = "a plugin may have ended it; `meso build` of the same plan shows more"
        told = Diagnostic(code="E802", message=message, hints=(hint,))
    return Made(None, name, (told,), ())


def _ending(code: int) -> str:
    if code >= 0:
        return f"ended with {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
