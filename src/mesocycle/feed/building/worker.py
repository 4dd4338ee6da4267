"""The process that builds: orders come in, what was made goes out, one after the other.

It is a process of its own so that a plan or plugin that hangs, crashes or eats the memory
takes nothing with it. Started as `python -m mesocycle.feed.building.worker SECONDS`.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import suppress
from typing import IO

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.caution import cautious
from mesocycle.feed.building.make import Made, Maker
from mesocycle.feed.building.wire import Gone, Order, pack_made, receive, send, unpack_order
from mesocycle.loading.plugins import plugins
from mesocycle.output.registry import load

try:
    import resource
except ImportError:  # not a Unix: then nothing is limited
    resource = None  # type: ignore[assignment] # the module or nothing

#: The process that serves comes first, as `nice` counts.
_NICE = 10
#: What this process may have at most, in bytes: a plugin that eats memory gets an error, and
#: the machine goes on. Files: what it writes to standard error, and bytecode.
_MEMORY, _FILE = 4_000_000_000, 64_000_000
_LONGEST = 300


def main(limit_s: float) -> None:
    """Do what is asked until nobody asks any more."""
    orders, answers = _private(0, "rb"), _private(1, "wb")
    _be_modest()
    faulthandler.enable()
    registry = load(plugins())
    assert registry.value is not None  # there always is one
    maker = Maker(registry.value, registry.diagnostics)
    while True:
        try:
            order = unpack_order(receive(orders))
            # A thread below Python's: whatever hangs, it says where, and ends this process.
            faulthandler.dump_traceback_later(limit_s, exit=True)
            made = _made(maker, order)
            faulthandler.cancel_dump_traceback_later()
            send(answers, pack_made(made))
        except (Gone, OSError):
            return


def _made(maker: Maker, order: Order) -> Made:
    """What came of an order; a bug of ours costs this feed and no other."""
    try:
        made = maker.make(order.feed, order.options, order.settings, order.previous, order.now)
        return cautious(made, order)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other feeds are made
        text = " ".join(str(error).split())[:_LONGEST]
        message = f"{order.feed.name} cannot be made: {type(error).__name__}: {text}"
        hint = "this is a mistake of mesocycle; please report it"
        told = Diagnostic(code="E802", message=message, hints=(hint,))
        return cautious(Made(None, order.feed.name, (told,), ()), order, loosely=True)


def _be_modest() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
    if resource is None:
        return
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, _FILE),
        (resource.RLIMIT_CORE, 0),  # diaries are health data
    ):
        with suppress(OSError, ValueError):
            hard = resource.getrlimit(what)[1]
            wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (wanted, hard))


def _private(number: int, mode: str) -> IO[bytes]:
    """A standard stream for us alone: a plugin that prints, or reads, finds nothing there."""
    stream = os.fdopen(os.dup(number), mode)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, number)
    os.close(nothing)
    return stream


if __name__ == "__main__":
    main(float(sys.argv[1]))
