"""The bytes of a file, or of standard input, however wrong they are."""

from __future__ import annotations

import os
import stat
import sys

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.feed.checking.fetching import LARGEST
from mesocycle.loading import STDIN
from mesocycle.loading.files import reason_of, shown_name


def read_bytes(path: str) -> Outcome[bytes]:
    """What the file holds; E700, E701 or E888 if it cannot be had."""
    name = shown_name(path)
    try:
        data = _read(path)
    except IsADirectoryError:
        return _refused("E701", f"{name} is a folder, not a file", "name the feed in it")
    except (OSError, ValueError) as error:
        return _refused("E700", f"cannot read {name}: {reason_of(error)}")
    if len(data) > LARGEST:
        message = f"{name} cannot be had: it has more than {LARGEST // 1_000_000} MB"
        return _refused("E888", message, "no calendar program takes a feed of that size")
    return Outcome(data)


def _read(path: str) -> bytes:
    if path == STDIN:
        return sys.stdin.buffer.read(LARGEST + 1)
    with open(path, "rb") as stream:
        if stat.S_ISDIR(os.fstat(stream.fileno()).st_mode):
            raise IsADirectoryError
        return stream.read(LARGEST + 1)


def _refused(code: str, message: str, *hints: str) -> Outcome[bytes]:
    return Outcome(None, (Diagnostic(code=code, message=message, hints=hints),))
