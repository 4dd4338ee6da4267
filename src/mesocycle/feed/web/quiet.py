"""What libraries would say of requests, cut down to what holds no secret.

uvicorn and asyncio log bugs with their tracebacks, whose messages may hold an address: here it
is the kind and the place. What clients do wrong is not told at all.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from time import monotonic
from typing import Any

from mesocycle.feed.web.app import Complaint, place_of

_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "asyncio", "watchfiles")
#: The same is said once in so many seconds.
_AGAIN_S = 3600.0
_MOST = 100


def seldom(say: Complaint, ticks: Callable[[], float] = monotonic) -> Complaint:
    """`say`, but the same thing once an hour; `ticks` counts seconds."""
    said: dict[str, float] = {}

    def tell(what: str) -> None:
        now = ticks()
        if now - said.get(what, float("-inf")) < _AGAIN_S:
            return
        if len(said) >= _MOST:
            said.clear()
        said[what] = now
        say(what)

    return tell


def tame(say: Complaint) -> None:
    """Let what libraries log go to `say`, errors only, without what they say of requests."""
    handler = _Handler(say)
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [handler] if "." not in name else []
        logger.propagate = "." in name
        logger.setLevel(logging.ERROR)


def told_by_loop(say: Complaint) -> Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]:
    """What the event loop calls for an exception that nobody else sees."""

    def tell(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        bug = context.get("exception")
        say(place_of(bug) if bug is not None else "an event of the loop failed")

    return tell


class _Handler(logging.Handler):
    """One line a record: the place of its exception, or its text without what was filled in."""

    def __init__(self, say: Complaint) -> None:
        super().__init__(logging.ERROR)
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of one record."""
        bug = record.exc_info[1] if record.exc_info else None
        self._say(place_of(bug) if bug is not None else str(record.msg).strip())
