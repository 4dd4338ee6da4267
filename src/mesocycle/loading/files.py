"""One file, or standard input, as a source."""

from __future__ import annotations

import os
import stat
import sys

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.loading.decode import MAX_BYTES, decode
from mesocycle.source import Source

#: The file name that stands for standard input.
STDIN = "-"


def read(path: str, *, name: str | None = None, regular: bool = False) -> Outcome[Source]:
    """The source in the file at `path`; `-` is standard input.

    `name` is what reports print (by default `shown_name(path)`). With `regular`, pipes and
    devices are refused too, not only folders. A file that cannot be had is E700, something
    that is no file is E701; what it holds may be refused by `decode`.
    """
    name = shown_name(path) if name is None else name
    found = _data(path, name, regular=regular, most=MAX_BYTES)
    return Outcome(None, found.diagnostics) if found.value is None else decode(name, found.value)


def _data(path: str, name: str, *, regular: bool, most: int) -> Outcome[bytes]:
    try:
        return Outcome(_bytes(path, regular, most))
    except _NotAFile as reason:
        hint = "name the file in it" if str(reason) == "a folder" else "name a text file"
        return _refused("E701", f"{name} is {reason}, not a file", hint)
    except (OSError, ValueError) as error:
        # ValueError: a NUL in the path, which open() refuses before the system sees it.
        return _refused("E700", f"cannot read {name}: {reason_of(error)}", *_similar(path))


def read_data(path: str, most: int) -> Outcome[bytes]:
    """The bytes of the file at `path`, at most one more than `most`: then there is too much.

    What cannot be had is E700 or E701, as with `read`.
    """
    return _data(path, shown_name(path), regular=False, most=most)


def shown_name(path: str) -> str:
    """`path` as reports print it: relative to the working folder where it is below that."""
    if path == STDIN:
        return "<stdin>"
    # A name that is no Unicode must still be printable, and valid in JSON.
    path = os.fsencode(path).decode("utf-8", "backslashreplace")
    below = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return path if os.path.isabs(path) and below.startswith(os.pardir) else below


def reason_of(error: OSError | ValueError) -> str:
    """Why the system refused, in lower case and without the path."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]


class _NotAFile(Exception):
    """What was found instead of a file; never leaves this module."""


def _bytes(path: str, regular: bool, most: int) -> bytes:
    """At most one byte more than may be: enough to know that there is too much."""
    if path == STDIN:
        return sys.stdin.buffer.read(most + 1)
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags | (getattr(os, "O_NONBLOCK", 0) if regular else 0))
    try:
        mode = os.fstat(file).st_mode
        if stat.S_ISDIR(mode):
            raise _NotAFile("a folder")
        if regular and not stat.S_ISREG(mode):
            raise _NotAFile("a device")
        with open(file, "rb", closefd=False) as stream:
            return stream.read(most + 1)
    finally:
        os.close(file)


def _similar(path: str) -> tuple[str, ...]:
    """A hint that names the file that was probably meant."""
    folder, wanted = os.path.split(path)
    try:
        there = [n for n in os.listdir(folder or ".") if n.endswith((".plan", ".diary"))]
    except (OSError, ValueError):
        return ()
    from difflib import get_close_matches

    close = get_close_matches(wanted, sorted(there), n=1)
    return (f"did you mean {os.path.join(folder, close[0])}?",) if close else ()


def _refused(code: str, message: str, *hints: str) -> Outcome[bytes]:
    return Outcome(None, (Diagnostic(code=code, message=message, hints=hints),))
