"""What is put around each call of a plugin: a time limit, and a process that stays as it was."""

from __future__ import annotations

import decimal
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from types import FrameType

from mesocycle.output.isolation import Guard, Stopped

#: How long one call may take, unless somebody says otherwise.
LIMIT_S = 60.0

#: Who catches everything and goes on is stopped again, as often as it takes.
_AGAIN_S = 0.5

_Handler = Callable[[int, FrameType | None], object]


def guard(limit_s: float | None) -> Guard:
    """A guard for calls of at most `limit_s` seconds; None is without a limit.

    Where the system has no alarm (Windows), and in other threads than the first, nothing is
    limited; nor is native code that never comes back to Python.
    """

    @contextmanager
    def guarded() -> Iterator[None]:
        with ExitStack() as around:
            around.enter_context(_as_it_was())
            if threading.current_thread() is threading.main_thread():
                around.enter_context(_own_interrupts())
                if limit_s is not None and hasattr(signal, "setitimer"):
                    around.enter_context(_limited(limit_s))
            yield

    return guarded


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Working folder, environment, locale, warnings and the like: put back at the end."""
    folder, environment, paths = _folder(), dict(os.environ), list(sys.path)
    depth, locale = sys.getrecursionlimit(), _locale()
    figures = decimal.getcontext().copy()
    with warnings.catch_warnings():
        try:
            yield
        finally:
            decimal.setcontext(figures)
            sys.setrecursionlimit(depth)
            sys.path[:] = paths
            if dict(os.environ) != environment:
                os.environ.clear()
                os.environ.update(environment)
                if hasattr(time, "tzset"):
                    time.tzset()
            if folder is not None and _folder() != folder:
                with suppress(OSError):
                    os.chdir(folder)
            if _locale() != locale:
                _locale(locale)


def _folder() -> str | None:
    try:
        return os.getcwd()
    except OSError:
        return None


def _locale(wanted: str | None = None) -> str:
    """The locale, or the `wanted` one, set."""
    from locale import LC_ALL, setlocale

    return setlocale(LC_ALL, wanted)


@contextmanager
def _own_interrupts() -> Iterator[None]:
    """Tell a plugin that raises KeyboardInterrupt from a person who does."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # whoever has taken the signal knows better
        return
    pressed = False

    def press(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, press)
    try:
        yield
    except KeyboardInterrupt:
        if pressed:
            raise
        raise Stopped("it raised KeyboardInterrupt") from None
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:  # the plugin has swallowed it
        raise KeyboardInterrupt


@contextmanager
def _limited(limit_s: float) -> Iterator[None]:
    """An alarm after `limit_s`; a second one within the first has no say."""
    if signal.getitimer(signal.ITIMER_REAL)[0] or signal.getsignal(signal.SIGALRM) not in (
        signal.SIG_DFL,
        signal.SIG_IGN,
    ):
        yield
        return
    before = signal.getsignal(signal.SIGALRM)
    over = False

    def ring(_number: int, _frame: FrameType | None) -> None:
        if not over:
            raise Stopped(f"it took longer than {limit_s:g} s")

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, limit_s, _AGAIN_S)
    try:
        yield
    finally:
        with suppress(Stopped):  # it may ring between the plugin's last line and the next one
            over = True
        over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
