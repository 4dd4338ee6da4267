"""What a program shows after it has looked again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from tests.clients.shown import Shown, lines

#: How long a program may take, and how long one is watched that should not change, in seconds.
PATIENCE, WATCHED = 8.0, 1.0


def until(true: Callable[[], object], patience: float = PATIENCE) -> bool:
    """Whether it becomes true in time."""
    last = time.monotonic() + patience
    while not true():
        if time.monotonic() > last:
            return False
        time.sleep(0.1)
    return True


def look(program, feed) -> None:
    """Has the program look at the feed, and waits until it has been answered."""
    before = len(feed.asked)
    program.refresh()
    if feed.is_up and not program.disabled:
        assert until(lambda: len(feed.asked) > before), f"{program.name} did not ask"


def sees(program, feed, expected: Iterable[str]) -> list[Shown]:
    """Looks, and asserts that what is then shown is this list and nothing else."""
    look(program, feed)
    wanted = sorted(expected)
    until(lambda: lines(program.shown()) == wanted)
    shown = program.shown()
    assert lines(shown) == wanted
    return shown


def still_sees(program, feed, expected: Iterable[str]) -> list[Shown]:
    """Looks, waits a little, and asserts that this is shown as before."""
    look(program, feed)
    time.sleep(WATCHED)
    shown = program.shown()
    assert lines(shown) == sorted(expected)
    return shown
