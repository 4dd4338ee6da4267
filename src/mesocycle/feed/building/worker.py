"""The process that builds: orders come in, what was made goes out, one after the other.

It is a process of its own so that a plan or plugin that hangs, crashes or eats the memory
takes nothing with it. Started as `python -m mesocycle.feed.building.worker SECONDS`.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from typing import IO

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.make import Made, Maker
from mesocycle.feed.building.wire import Gone, Order, pack_made, receive, send, unpack_order
from mesocycle.loading.plugins import installed_plugins
from mesocycle.output.registry import load

#: The process that serves comes first, as `nice` counts.
_NICE = 10
#: How much longer than its master this process is patient with itself, in seconds.
_GRACE_S = 5.0
_LONGEST = 300


def main(limit_s: float) -> None:
    """Do what is asked until nobody asks any more."""
    orders, answers = _private(0, "rb"), _private(1, "wb")
    if hasattr(os, "nice"):
        os.nice(_NICE)
    registry = load(installed_plugins())
    assert registry.value is not None  # there always is one
    maker = Maker(registry.value, registry.diagnostics)
    while True:
        try:
            order = unpack_order(receive(orders))
            # Should the master be killed meanwhile, nobody else would end this process.
            faulthandler.dump_traceback_later(limit_s + _GRACE_S, exit=True)
            made = _made(maker, order)
            faulthandler.cancel_dump_traceback_later()
            send(answers, pack_made(made))
        except (Gone, OSError):
            return


def _made(maker: Maker, order: Order) -> Made:
    """What came of an order; a bug of ours costs this feed and no other."""
    try:
        return maker.make(order.feed, order.options, order.settings, order.previous, order.now)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other feeds are made
        text = " ".join(str(error).split())[:_LONGEST]
        message = f"{order.feed.name} cannot be made: {type(error).__name__}: {text}"
        hint = "this is a mistake of mesocycle; please report it"
        told = Diagnostic(code="E802", message=message, hints=(hint,))
        return Made(None, order.feed.name, (told,), ())


def _private(number: int, mode: str) -> IO[bytes]:
    """A standard stream for us alone: a plugin that prints, or reads, finds nothing there."""
    stream = os.fdopen(os.dup(number), mode)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, number)
    os.close(nothing)
    return stream


if __name__ == "__main__":
    main(float(sys.argv[1]))
