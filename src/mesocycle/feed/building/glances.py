"""What was learnt of files, learnt again only of those that are others now.

Thousands of diaries are looked at after every change of one. A glance is a `stat`; only a
file whose date, size or number is another is opened.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from mesocycle.saving.writing import without_waiting

T = TypeVar("T")

#: A file this young may change again without its date showing it, in nanoseconds.
_YOUNG_NS = 2_000_000_000
#: What stands for the bytes of a file that cannot be read.
ABSENT = "-"


class _Mark(NamedTuple):
    """By what a file is known again without opening it."""

    modified: int
    changed: int
    size: int
    node: int
    device: int


class Glances(Generic[T]):
    """`learn` asked once of each file as it is.

    Between two calls of `begin` each path has one answer, so that a look is of one moment.
    """

    def __init__(self, learn: Callable[[str], T]) -> None:
        self._learn = learn
        self._known: dict[str, tuple[_Mark | None, bool, T]] = {}
        self._seen: set[str] = set()

    def begin(self) -> None:
        """A new look; what the last one did not ask about is forgotten."""
        self._known = {path: self._known[path] for path in self._seen if path in self._known}
        self._seen = set()

    def __call__(self, path: str) -> T:
        """What is known of the file at `path`, which may not exist."""
        known = self._known.get(path)
        if known is not None and path in self._seen:
            return known[2]
        self._seen.add(path)
        mark = _mark(path)
        if known is not None and known[0] == mark and known[1]:
            return known[2]
        value = self._learn(path)
        self._known[path] = (mark, _is_settled(mark), value)
        return value

    def modified(self, path: str) -> int:
        """When the file at `path` was changed last, in nanoseconds; 0 if it is not there."""
        self(path)
        mark = self._known[path][0]
        return mark.modified if mark is not None else 0


def digest(path: str) -> str:
    """What tells a file's bytes from others; `ABSENT` if there are none to be had."""
    try:
        with open(path, "rb", opener=without_waiting) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:32]
    except (OSError, ValueError):
        return ABSENT


def _mark(path: str) -> _Mark | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return _Mark(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev)


def _is_settled(mark: _Mark | None) -> bool:
    """Whether another change would show in the mark; dates count in ticks of the clock."""
    return mark is None or time.time_ns() - max(mark.modified, mark.changed) > _YOUNG_NS
