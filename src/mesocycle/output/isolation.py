"""Running what others wrote: whatever it does comes back as a value.

In one process this stops faults, not malice.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, redirect_stdout
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")

#: What the edge of the program puts around every call: a time limit, and a process that is
#: afterwards as it was (`mesocycle.loading.guard`). Nothing, where nobody brings one.
Guard = Callable[[], AbstractContextManager[object]]

_LONGEST = 300


class Stopped(BaseException):
    """A guard has put an end to a call; the message says why: "it took longer than 60 s"."""


class Attempt(msgspec.Struct, Generic[T], frozen=True):
    """What came of a call: its value, or the error in one line and where it was raised."""

    value: T | None
    error: str | None = None
    place: str = ""
    printed: bool = False


def attempt(
    action: Callable[[], T],
    *,
    own: Callable[[str], bool] | None = None,
    guard: Guard = nullcontext,
) -> Attempt[T]:
    """Call `action`; never raises, except when the user interrupts.

    `own` tells of a module's name whether its code is the plugin's: the place of an error is
    there, or nowhere. What is printed is held back: standard output may be where a file goes.
    """
    printed = io.StringIO()
    try:
        with guard(), redirect_stdout(printed):
            value = action()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may exit, or panic in native code
        return Attempt(None, _told(error), _place(error, own), _has(printed))
    return Attempt(value, printed=_has(printed))


def _has(printed: io.StringIO) -> bool:
    return printed.closed or bool(printed.getvalue())


def _told(error: BaseException) -> str:
    kind = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an error's own __str__ may fail too
        text = ""
    if isinstance(error, Stopped):
        return text
    if isinstance(error, SystemExit):
        return f"it tried to exit with {text or 0}"
    return f"{kind}: {text[:_LONGEST]}" if text else kind


def _place(error: BaseException, own: Callable[[str], bool] | None) -> str:
    """Where the plugin's code was last, or what in it cannot be read; empty if neither."""
    if isinstance(error, SyntaxError) and _is_file(error.filename):
        return _shown(str(error.filename), error.lineno or 1)
    place, trace = "", error.__traceback__
    while trace is not None and own is not None:
        code, module = trace.tb_frame.f_code, trace.tb_frame.f_globals.get("__name__")
        if isinstance(module, str) and own(module) and _is_file(code.co_filename):
            place = _shown(code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _is_file(name: object) -> bool:
    """Whether it is a file's name, and not `<string>`."""
    return isinstance(name, str) and not name.startswith("<")


def _shown(path: str, line: int) -> str:
    """`agenda/render.py:9`: enough to find it, and the same on every machine."""
    return f"{'/'.join(path.replace(chr(92), '/').split('/')[-2:])}:{line}"
