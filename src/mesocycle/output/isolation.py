"""Running what others wrote: whatever it does comes back as a value.

In one process this stops faults, not malice: a plugin that hangs, hangs.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")

_LONGEST = 300


class Attempt(msgspec.Struct, Generic[T], frozen=True):
    """What came of a call: its value, or the error in one line and where it was raised."""

    value: T | None
    error: str | None = None
    place: str = ""
    printed: bool = False


def attempt(action: Callable[[], T]) -> Attempt[T]:
    """Call `action`; never raises, except when the user interrupts.

    What it prints is held back: standard output may be where a file goes.
    """
    printed = io.StringIO()
    try:
        with redirect_stdout(printed):
            value = action()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may exit, or panic in native code
        return Attempt(None, _told(error), _place(error), bool(printed.getvalue()))
    return Attempt(value, printed=bool(printed.getvalue()))


def _told(error: BaseException) -> str:
    kind = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an error's own __str__ may fail too
        text = ""
    if isinstance(error, SystemExit):
        return f"it tried to exit with {text or 0}"
    return f"{kind}: {text[:_LONGEST]}" if text else kind


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    folder_and_file = trace.tb_frame.f_code.co_filename.replace("\\", "/").split("/")[-2:]
    return f"{'/'.join(folder_and_file)}:{trace.tb_lineno}"
