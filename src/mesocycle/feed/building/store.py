"""The last good bytes of each feed, in files: what is served when nothing can be made.

`feeds/NAME.ics` below the state folder; for a link with options of its own, `NAME~DIGEST.ics`.
The date of a file is since when the bytes are these.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.header import changed_of
from mesocycle.feed.building.sound import flaw_of
from mesocycle.feed.model import Body, Options, Refusal
from mesocycle.feed.state import prepare
from mesocycle.loading.files import reason_of, shown_name
from mesocycle.saving.writing import FolderBusy, locked, without_waiting, write_all

_FOLDER = "feeds"
#: Far more than any feed has, in bytes; what is larger was not written here.
_MOST = 64_000_000
_SECOND = timedelta(seconds=1)


class Key(NamedTuple):
    """What one body is for: a feed by name, the options of those who read it, and whose it is.

    `diary`: as a link has it. What was made for one athlete is thereby never that of another.
    """

    feed: str
    options: tuple[tuple[str, str], ...] = ()
    diary: str | None = None

    @classmethod
    def of(cls, feed: str, options: Options, diary: str | None = None) -> Key:
        """Equal for equal options, in whatever order."""
        return cls(feed, tuple(sorted(options.items())), diary)

    @property
    def file(self) -> str:
        """The path below `feeds`, with `/`, without `.ics`."""
        if not self.options and self.diary is None:
            return self.feed
        what = self.options if self.diary is None else (self.options, self.diary)
        written = msgspec.json.encode(what)
        return f"{self.feed}~{hashlib.sha256(written).hexdigest()[:12]}"


def digest_of(content: bytes) -> str:
    """What tells these bytes from others."""
    return hashlib.sha256(content).hexdigest()[:32]


def next_body(content: bytes, before: Body | None, now: datetime) -> Body:
    """The body that `content` is: the one before if it has these bytes, else a later one.

    Later by a second at least, because HTTP counts in seconds: whoever asks for what is
    newer than the last bytes would else never see these. Never before the calendar's own
    date of change.

    Raises:
        ValueError: `content` is no whole calendar.
    """
    if before is not None and before.content == content:
        return before
    if flaw := flaw_of(content):
        raise ValueError(flaw)
    moments = [now.astimezone(UTC).replace(microsecond=0)]
    if before is not None:
        moments.append(before.modified + _SECOND)
    own = changed_of(content)
    return Body(content, max([*moments, own] if own else moments))


class Damage(Refusal):
    """A file of the state is no calendar (W802). It is made anew."""


class Unreadable(Refusal):
    """The system does not hand over a file of the state (E804).

    That may pass, and then its revisions go on; so nothing is made in its place.
    """


class Store:
    """The files of one state folder. Nothing gets in that is not a whole calendar."""

    def __init__(self, state: str) -> None:
        self._state = state

    def body(self, key: Key) -> Body | None:
        """The last good bytes, as they were kept; None if there never were any.

        Raises:
            Damage: what is there is no whole calendar.
            Unreadable: the system refused to read what is there.
        """
        path = self._path(key)
        if path is None:
            return None
        try:
            with open(path, "rb", opener=without_waiting) as file:
                found = os.fstat(file.fileno())
                if not stat.S_ISREG(found.st_mode):
                    raise Damage(_damaged(path, "it is no file"))
                modified, content = found.st_mtime, file.read(_MOST)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except IsADirectoryError:
            raise Damage(_damaged(path, "it is no file")) from None
        except OSError as error:
            raise Unreadable(_unreadable(path, reason_of(error))) from None
        if flaw := flaw_of(content):
            raise Damage(_damaged(path, flaw))
        since = datetime.fromtimestamp(int(modified), UTC)
        own = changed_of(content)
        return Body(content, max(since, own) if own else since)

    def has(self, key: Key) -> bool:
        """Whether there are bytes, without reading them."""
        path = self._path(key)
        return path is not None and os.path.isfile(path)

    def keep(self, key: Key, body: Body) -> bool:
        """Put the body's bytes and its date on the disk; whether anything changed there.

        Raises:
            FolderBusy: somebody else has held the folder for too long.
            OSError: the disk refused; what was kept before is still there.
            ValueError: the body is no whole calendar, or the feed's name none for a file.
        """
        path = self._path(key)
        if path is None:
            raise ValueError(f"{key.feed!r} is no name of a feed")
        if flaw := flaw_of(body.content):
            raise ValueError(flaw)
        prepare(self._state)
        with suppress(FileExistsError):  # whatever the umask, and who may read the state folder
            os.mkdir(os.path.join(self._state, _FOLDER), 0o700)
        folder, name = os.path.split(path)
        with locked(folder):
            (written,) = write_all(folder, {name: body.content}, private=True)
            if written.changed:
                moment = body.modified.timestamp()
                os.utime(path, (moment, moment))
        return written.changed

    def remove(self, key: Key) -> None:
        """Take the bytes away, if there are any.

        Raises:
            OSError: the disk refused.
        """
        path = self._path(key)
        if path is not None:
            with suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(path)

    def _path(self, key: Key) -> str | None:
        """Where the bytes are; None for a name that leads elsewhere, as nobody here makes."""
        parts = key.file.split("/")
        if any(not part or part.startswith(".") or "\0" in part for part in parts):
            return None
        return os.path.join(self._state, _FOLDER, *parts) + ".ics"


@contextmanager
def told(state: str, notes: list[Diagnostic]) -> Iterator[None]:
    """What the disk refuses inside is noted (E804), and nothing else comes of it."""
    try:
        yield
    except FolderBusy:
        notes.append(_unusable(state, "somebody else is writing to it"))
    except OSError as error:
        notes.append(_unusable(state, reason_of(error)))


def _unusable(state: str, why: str) -> Diagnostic:
    message = f"cannot write to {shown_name(state)}: {why}"
    hint = "what is served now would be lost with this program; make room, or name another --state"
    return Diagnostic(code="E804", message=message, hints=(hint,))


def _unreadable(path: str, why: str) -> Diagnostic:
    message = f"cannot read {shown_name(path)}: {why}"
    hint = "its feed stays as it is until that can be read; if it is lost, delete it"
    return Diagnostic(code="E804", message=message, hints=(hint,))


def _damaged(path: str, why: str) -> Diagnostic:
    message = f"{shown_name(path)} cannot be used: {why}"
    hint = "it is made anew from the plan; revisions of its events start again"
    return Diagnostic(code="W802", severity="warning", message=message, hints=(hint,))
