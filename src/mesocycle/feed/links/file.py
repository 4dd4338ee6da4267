"""links.json on the disk: read whole, and known again by what the system says of it."""

from __future__ import annotations

import errno
import os
import stat

from mesocycle.feed.links.form import MAX_BYTES

#: When a file was written, how long it is, and which it is: together they tell it from its
#: successor, since each is a new file.
Signature = tuple[int, int, int]


def read_file(path: str) -> tuple[bytes | None, Signature | None]:
    """What is in the file, and which it is; None and None if there is no file.

    Raises:
        OSError: the system refused, or it is no file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        return None, None
    with open(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a file")
        return file.read(MAX_BYTES + 1), _signature(found)


def _signature(found: os.stat_result) -> Signature:
    return found.st_mtime_ns, found.st_size, found.st_ino


def signature_of(path: str) -> Signature | None:
    """Which file is at `path` now; None if there is none to be seen."""
    try:
        return _signature(os.stat(path))
    except OSError:
        return None


def identity_of(folder: str) -> tuple[int, int] | None:
    """Which folder is at this path now; None if there is none to be seen."""
    try:
        found = os.stat(folder)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_exposed(path: str) -> bool:
    """Whether others than its owner may read the file at `path`."""
    if os.name != "posix":
        return False
    try:
        return bool(os.stat(path).st_mode & 0o077)
    except OSError:
        return False
