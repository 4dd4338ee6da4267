"""The access log: a line a request, from which nobody learns a secret or where somebody is.

    2026-11-23T04:15:02Z GET feed kimoru 200 6312 0.4 "Thunderbird/153.0"

Time, method, what was asked for, the id of the link or `-`, status, bytes, milliseconds, and
the program that asked.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import TextIO

from mesocycle.feed.web.answer import Answer

#: How much of a program's name is kept.
_NAME = 60
#: More of it is not even looked at.
_LOOKED_AT = 300
#: Whatever could end the line, the field or be read by a terminal.
_UNSAFE = re.compile(r"[^ !#-\[\]-~]")
#: Nobody's name; long enough to be a secret, or a piece of one.
_SECRET = re.compile(r"[A-Za-z0-9_-]{24,}")
_METHOD = re.compile("[A-Z]{1,10}")
#: How late a line is written, at most (s).
_LATE_S = 0.25

#: What is told of a request: method, answer, headers, when it came, and how long it took (s).
Log = Callable[[str, Answer, Sequence[tuple[bytes, bytes]], datetime, float], None]


def access_log(write: Callable[[str], object]) -> Log:
    """A log that gives each line, with its end, to `write`."""

    def tell(
        method: str,
        answer: Answer,
        headers: Sequence[tuple[bytes, bytes]],
        now: datetime,
        seconds: float,
    ) -> None:
        write(line(method, answer, headers, now, seconds))

    return tell


def line(
    method: str,
    answer: Answer,
    headers: Sequence[tuple[bytes, bytes]],
    now: datetime,
    seconds: float,
) -> str:
    """One request as a line; its bytes are those of the body."""
    agent = next((value for name, value in headers if name == b"user-agent"), b"")
    return (
        f"{_time(int(now.timestamp()))} "
        f"{method if _METHOD.fullmatch(method) else '?'} {answer.kind} {answer.link} "
        f"{answer.reply.status} {len(answer.reply.body)} {seconds * 1000:.1f} "
        f'"{program(agent)}"\n'
    )


@lru_cache(maxsize=4)
def _time(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def program(agent: bytes) -> str:
    """The first 60 characters of a User-Agent: plain ASCII, nothing like a secret, no quotes."""
    return _program(agent[:_LOOKED_AT])


@lru_cache(maxsize=256)
def _program(agent: bytes) -> str:
    return _SECRET.sub("*", _UNSAFE.sub("?", agent.decode("latin-1")))[:_NAME]


class Lines:
    """Lines to a file, a moment late: under load many are written at once.

    A disk that is full costs lines, never answers.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._timer: asyncio.TimerHandle | None = None

    def write(self, line: str) -> None:
        """Write a line soon; without an event loop, at once."""
        with suppress(OSError, ValueError):
            self._file.write(line)
        if self._timer is None:
            try:
                self._timer = asyncio.get_running_loop().call_later(_LATE_S, self.flush)
            except RuntimeError:
                self.flush()

    def flush(self) -> None:
        """Write what there is."""
        self._timer = None
        with suppress(OSError, ValueError):
            self._file.flush()
