"""A folder watched: a look at it whenever something changed, and when the day turns."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from time import monotonic
from typing import Protocol

from watchfiles import Change, awatch

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.news import News
from mesocycle.feed.building.roster import BUILT

#: A look without any sign of a change, in seconds: some disks tell of none (network, old
#: containers), and clocks stand still while a machine sleeps. It opens no file.
EVERY_S = 30.0
#: How long a look goes on, in seconds, before it tells what it has, and the next one follows.
LOOK_S = 5.0
#: When a look must have ended, in seconds: a feed is given up after one minute.
STUCK_S = 180.0
#: How long changes are waited for after the first one: an editor makes several, in ms.
_DEBOUNCE_MS = 300
_LINKS = "links.json"


class Looker(Protocol):
    """What watching asks of a keeper."""

    behind: bool

    def look(self, now: datetime, enough: Callable[[], bool] | None = None) -> list[News]:
        """Make what is due, until it is `enough` for now."""

    def next_turn(self, now: datetime) -> datetime | None:
        """When something is due without a change."""

    def close(self) -> None:
        """Give up what is being made."""


async def watch(
    looker: Looker,
    folders: tuple[str, ...],
    stop: asyncio.Event,
    tell: Callable[[list[News]], None],
    clock: Callable[[], datetime],
    every_s: float = EVERY_S,
) -> None:
    """Look at once, and after every change below `folders`, until `stop` is set.

    Looks are taken in a thread, one at a time; what changes meanwhile is for the next one.
    `tell` gets the news of each, if there are any.
    """
    changed = asyncio.Event()
    changed.set()
    seen, watcher = "", None
    try:
        while not stop.is_set():
            if watcher is None or watcher.done() or seen != _identity(folders):
                _cancel(watcher)
                seen = _identity(folders)
                watcher = asyncio.create_task(_notice(folders, changed))
                changed.set()  # whatever happened while nobody watched
            now = clock()
            turn = looker.next_turn(now)
            left = (turn - now).total_seconds() if turn is not None else every_s
            await _first(changed.wait(), stop.wait(), timeout=min(every_s, max(left, 0.01)))
            if not stop.is_set():
                changed.clear()
                await _look(looker, _Enough(changed, stop), tell, clock())
                if looker.behind:
                    changed.set()
    finally:
        _cancel(watcher)
        if stop.is_set():  # after a bug it is watched again
            looker.close()


class _Enough:
    """Says when a look had better end: something changed, or there is a lot to tell by now."""

    def __init__(self, changed: asyncio.Event, stop: asyncio.Event) -> None:
        self._changed = changed
        self._until = monotonic() + LOOK_S
        self.stop = stop

    def __call__(self) -> bool:
        return self._changed.is_set() or monotonic() > self._until


async def _look(
    looker: Looker, enough: _Enough, tell: Callable[[list[News]], None], now: datetime
) -> None:
    """One look, given up on `stop`. A mistake of ours is told, and costs this look."""
    look = asyncio.create_task(asyncio.to_thread(looker.look, now, enough))
    await _first(asyncio.shield(look), enough.stop.wait(), timeout=STUCK_S)
    if not look.done() and not enough.stop.is_set():
        tell([News("", "failed", (_stuck(),))])
        await _first(asyncio.shield(look), enough.stop.wait())
    if enough.stop.is_set():
        looker.close()
    try:
        news = await look
    except Exception as error:  # noqa: BLE001 - the next look may be better; what is good stays
        message = f"the folder could not be looked at: {type(error).__name__}: {error}"
        hint = "this is a mistake of mesocycle; please report it"
        news = [News("", "failed", (Diagnostic(code="E802", message=message, hints=(hint,)),))]
    if news:
        tell(news)


def _stuck() -> Diagnostic:
    message = (
        f"the folder has not been looked at for {STUCK_S / 60:g} minutes: a file does not open"
    )
    hint = "no calendar is made meanwhile, whatever is logged; is it a disk of the network?"
    return Diagnostic(code="E808", message=message, hints=(hint,))


async def _notice(folders: tuple[str, ...], changed: asyncio.Event) -> None:
    """Set `changed` when a file does; where nothing tells of that, there is `EVERY_S`."""
    roots = tuple(os.path.realpath(each) for each in folders if os.path.isdir(each))

    def matters(change: Change, path: str) -> bool:
        return _matters(change, path, roots)

    with suppress(OSError, RuntimeError):
        async for _ in awatch(*roots, watch_filter=matters, debounce=_DEBOUNCE_MS, step=50):
            changed.set()
    await asyncio.Event().wait()


def _matters(change: Change, path: str, roots: tuple[str, ...]) -> bool:
    """Whether a feed may be another for it: a plan, a diary, a folder, or the links."""
    within = [each for each in roots if path.startswith(each.rstrip(os.sep) + os.sep)]
    parts = os.path.relpath(path, max(within, key=len, default=os.sep)).split(os.sep)
    if parts[-1] == _LINKS:
        return True
    if any(part.startswith(".") for part in parts) or BUILT in parts[:-1]:
        return False
    return path.endswith((".plan", ".diary")) or change == Change.deleted or os.path.isdir(path)


def _identity(folders: tuple[str, ...]) -> str:
    """Which folders these are: one that was put in another's place is to be watched anew."""
    found = []
    for each in folders:
        with suppress(OSError):
            stat = os.stat(each)
            found.append(f"{each} {stat.st_dev} {stat.st_ino}")
    return "\n".join(found)


async def _first(*what: Awaitable[object], timeout: float | None = None) -> None:
    """Wait until one of them is done, or the time is over."""
    tasks = [asyncio.ensure_future(each) for each in what]
    await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


def _cancel(task: asyncio.Task[None] | None) -> None:
    if task is not None:
        task.cancel()
