"""A folder as a place to publish to: for a web server here, or for pages that are pushed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.publishing.places import LARGEST, Held, Moved, Refused
from mesocycle.loading.files import reason_of, shown_name
from mesocycle.saving.writing import FolderBusy, locked, sync_folder, write_all

#: Who can list the folder can read every calendar: whoever serves it need not be able to.
_UNLISTED = 0o711
_LISTED = 0o755


class Folder:
    """The folder at `path`. It is made, with what is above it, when first written to."""

    def __init__(self, path: str) -> None:
        self._root = os.path.abspath(path)
        self.name = shown_name(path)

    @contextmanager
    def held(self, keys: Iterable[str]) -> Iterator[None]:
        """Keep other programs of ours out, and sweep what killed ones left where `keys` go.

        Raises:
            Refused: somebody else has held it for too long, or it cannot be made.
        """
        with ExitStack() as stack:
            with self._told(wide=True):
                os.makedirs(os.path.dirname(self._root), exist_ok=True)
                _make(self._root, _UNLISTED)
                stack.enter_context(locked(self._root))
                for folder in {os.path.dirname(self.path(key)) for key in keys} - {self._root}:
                    if os.path.isdir(folder) and self._is_ours(folder):
                        with locked(folder):
                            pass
            yield

    def read(self, key: str) -> Held | None:
        """What lies there; a link, a folder or a device is nothing that we made."""
        path = self._at(key)
        with self._told("read"):
            try:
                found = os.lstat(path)
                if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
                    return Held(None)
                with open(path, "rb") as file:
                    return Held(file.read())
            except (FileNotFoundError, NotADirectoryError):
                return None

    def write(self, key: str, content: bytes, before: Held | None) -> None:
        """Beside the old one first, synced, then renamed; readable by whoever serves it."""
        path = self._at(key)
        folder, file = os.path.split(path)
        if self.read(key) != before:
            raise Moved
        with self._told():
            self._make_below(folder)
            earliest = os.stat(path).st_mtime + 1 if before is not None else 0
            (written,) = write_all(folder, {file: content}, public=True)
            # Web servers tell versions apart by the second, and some by nothing else.
            if written.changed and os.stat(path).st_mtime < earliest:
                os.utime(path, (earliest, earliest))

    def delete(self, key: str, before: Held) -> None:
        """The file, and its folder if nothing else is in it."""
        path = self._at(key)
        folder = os.path.dirname(path)
        if self.read(key) != before:
            raise Moved
        with self._told():
            os.unlink(path)
            sync_folder(folder)
            if folder != self._root:
                with suppress(OSError):
                    os.rmdir(folder)

    def path(self, key: str) -> str:
        """The path of the file."""
        return os.path.join(self._root, *key.split("/"))

    def _at(self, key: str) -> str:
        """The path of a key.

        Raises:
            Refused: it is not in our folder.
        """
        path = self.path(key)
        if not self._is_ours(os.path.dirname(path)):
            message = f"a folder in {self.name} is a link that leads out of it"
            raise Refused(Diagnostic(code="E833", message=message))
        return path

    def _is_ours(self, folder: str) -> bool:
        """Whether it is in our folder, whatever links lie about."""
        root = os.path.realpath(self._root)
        return os.path.commonpath([root, os.path.realpath(folder)]) == root

    def _make_below(self, folder: str) -> None:
        if folder != self._root:
            self._make_below(os.path.dirname(folder))
            _make(folder, _LISTED)

    @contextmanager
    def _told(self, what: str = "write to", *, wide: bool = False) -> Iterator[None]:
        """A refusal of the system, in words; the name of the file stays out of them."""
        try:
            yield
        except FolderBusy:
            message = f"somebody else is writing to {self.name}"
            diagnostic = Diagnostic(code="E721", message=message, hints=("try again",))
            raise Refused(diagnostic, wide=True) from None
        except OSError as error:
            message = f"cannot {what} {self.name}: {reason_of(error)}"
            raise Refused(Diagnostic(code="E720", message=message), wide=wide) from None


def _make(folder: str, mode: int) -> None:
    """Make a folder of that mode, whatever the umask says; one that is there is left alone."""
    umask = os.umask(0)  # with a chmod afterwards, a kill in between would leave it closed
    try:
        os.mkdir(folder, mode)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
    else:
        sync_folder(os.path.dirname(folder))
    finally:
        os.umask(umask)
