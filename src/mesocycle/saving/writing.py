"""Files are written whole or not at all, and one build at a time.

Everything is first written beside its target, under a name of its own, and synced;
then the new files take the places of the old ones. Whoever reads sees the old bytes
or the new, never half of them, however the build ends.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

import msgspec

try:
    import fcntl
except ImportError:  # not a Unix: replacing is still atomic, builds just do not queue
    fcntl = None  # type: ignore[assignment] # the module or nothing

_PREFIX = ".meso-"
_SUFFIX = ".tmp"
_PRIVATE, _PUBLIC = 0o600, 0o644
#: How long to wait for another build into the same folder, in seconds.
PATIENCE_S = 30.0


class FolderBusy(Exception):
    """Another build holds the folder, and went on for longer than `PATIENCE_S`."""


class Written(msgspec.Struct, frozen=True):
    """A file that is now as it should be; `changed` is False if it was so already."""

    path: str
    size: int
    changed: bool


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Make `folder` if it is not there, and keep other builds out of it.

    What builds that were killed left behind is removed.

    Raises:
        FolderBusy: another build did not finish in time.
        OSError: the folder cannot be made or opened.
    """
    os.makedirs(folder, exist_ok=True)
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if _wait_for(handle, folder):
            _sweep(folder)
        yield
    finally:
        os.close(handle)


def current(path: str) -> bytes | None:
    """The bytes at `path` now; None if there is no such file."""
    try:
        with open(path, "rb", opener=without_waiting) as file:
            return file.read()
    except FileNotFoundError:
        return None


def without_waiting(path: str, flags: int) -> int:
    """What `open` takes as an opener: a pipe to which nobody writes would be waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def write_all(
    folder: str, files: Mapping[str, bytes], *, private: bool = False, public: bool = False
) -> list[Written]:
    """Put `files` (name to bytes) into `folder`, in order; call it while `locked`.

    No target is touched before all bytes are safely on the disk. A file that has its bytes
    already is left alone; one that is replaced stays readable by the same people. `private`
    ones are for their owner alone, from the first byte; new `public` ones are for everybody to
    read, whatever the umask says.

    Raises:
        OSError: the disk refused; the targets are as they were before.
    """
    paths = {name: os.path.join(folder, name) for name in files}
    changed = [name for name, data in files.items() if current(paths[name]) != data]
    staged: dict[str, str] = {}
    try:
        for number, name in enumerate(changed):
            staged[name] = os.path.join(folder, f"{_PREFIX}{os.getpid()}-{number}{_SUFFIX}")
            new = _PUBLIC if public else None
            mode = _PRIVATE if private else _mode(paths[name], new)
            _write(staged[name], files[name], mode)
        for name, temporary in staged.items():
            os.replace(temporary, paths[name])
    finally:
        for temporary in staged.values():
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    if changed:
        sync_folder(folder)
    return [Written(paths[n], len(data), n in staged) for n, data in files.items()]


def _wait_for(handle: int, folder: str) -> bool:
    """Whether the lock is ours; False on a file system that has no locks."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise FolderBusy(folder) from None
            time.sleep(0.05)
        except OSError:
            return False
        else:
            return True


def _sweep(folder: str) -> None:
    """Remove temporary files. We hold the lock, so whoever made them is gone."""
    for entry in os.listdir(folder):
        if entry.startswith(_PREFIX) and entry.endswith(_SUFFIX):
            os.unlink(os.path.join(folder, entry))


def _mode(path: str, new: int | None) -> int | None:
    """Who may read the file at `path`, which its successor keeps; `new` if there is no file."""
    try:
        found = os.lstat(path).st_mode
    except FileNotFoundError:
        return new
    return stat.S_IMODE(found) if stat.S_ISREG(found) else new


def _write(path: str, data: bytes, mode: int | None) -> None:
    # O_EXCL: never through a link that somebody put there. Wider than it ends up it never is.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666 if mode is None else mode & 0o666)
    with open(handle, "wb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: str) -> None:
    """See to it that what was renamed, made or removed in `folder` is so on the disk too.

    Raises:
        OSError: the disk refused.
    """
    if fcntl is None:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
