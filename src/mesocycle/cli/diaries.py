"""A diary on the disk: which plan it follows, and how its file is written anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from mesocycle.diagnostics import Diagnostic, Outcome
from mesocycle.loading import owner_of, read_diary, reason_of, shown_name
from mesocycle.loading.decode import decode
from mesocycle.saving.writing import FolderBusy, current, locked, write_all
from mesocycle.source import Bound, Source


class OnDisk(msgspec.Struct, frozen=True):
    """A diary as it was read: the file that was named, and the whole that it belongs to.

    `part` is the source of the file itself, `whole` the diary that includes it, or the same.
    """

    path: str
    owner: str
    part: Source
    whole: Source


def read_on_disk(path: str) -> Outcome[OnDisk]:
    """The diary at `path`, or the part of one."""
    owner = owner_of(path)
    found = read_diary(owner)
    if found.value is None:
        return Outcome(None, found.diagnostics)
    wanted = os.path.realpath(path)
    parts = dict(parts_of(owner, found.value))
    part = parts.get(wanted, found.value)
    return Outcome(OnDisk(path, owner, part, found.value), found.diagnostics)


def parts_of(path: str, diary: Source) -> Iterator[tuple[str, Source]]:
    """The real paths of a diary's files, each with its source."""
    folder = os.path.dirname(os.path.abspath(path))
    todo, seen = [diary], set[int]()
    while todo:
        each = todo.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        below = each.path if isinstance(each, Bound) else ""
        yield os.path.realpath(os.path.join(folder, below) if below else path), each
        if isinstance(each, Bound):
            todo += [part for part in each.included.values() if isinstance(part, Source)]


@contextmanager
def held(path: str) -> Iterator[str]:
    """The real path of a file that nobody else changes in the meantime.

    Raises:
        FolderBusy: somebody else went on for too long.
        OSError: the folder cannot be opened.
    """
    real = os.path.realpath(path)
    with locked(os.path.dirname(real)):
        yield real


def write_rows(path: str, seen: str, rows: list[tuple[int, str]]) -> bool:
    """Put new rows (by their numbers, in order) into the file at the real `path`.

    All other bytes stay; new line ends are like the old ones. False if the file no longer
    says what was `seen`: then nothing is written.

    Raises:
        OSError: the disk refused; the file is as it was.
    """
    data = current(path) or b""
    now = decode(path, data).value
    if (now.text if now is not None else "") != seen:
        return False
    end = b"\r\n" if b"\r\n" in data else b"\n"
    lines = _lines(data)
    for number, row in rows:
        if lines and number > len(lines) and not lines[-1].endswith(b"\n"):
            lines[-1] += end
        lines.insert(number - 1, row.encode() + end)
    write_all(os.path.dirname(path), {os.path.basename(path): b"".join(lines)})
    return True


def not_written(path: str, error: FolderBusy | OSError) -> Diagnostic:
    """What is said when a file cannot be written."""
    shown = shown_name(path)
    if isinstance(error, FolderBusy):
        message = f"somebody else is writing to the folder of {shown}"
        return Diagnostic(code="E721", message=message, hints=("try again",))
    return Diagnostic(code="E720", message=f"cannot write to {shown}: {reason_of(error)}")


def _lines(data: bytes) -> list[bytes]:
    """Lines that end in a line feed and nothing else, as layout counts them."""
    rows = [row + b"\n" for row in data.split(b"\n")]
    rows[-1] = rows[-1][:-1]
    return rows if rows[-1] else rows[:-1]
