"""A place to publish to: something is read there, and what was read is replaced or deleted."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.model import Refusal

#: More than this is no feed of ours, and is not fetched to find out.
LARGEST = 16_000_000


class Held(msgspec.Struct, frozen=True):
    """What lies under a key. `mark` tells it from what may be there later: ETag and version.

    `content` None: too large to be a feed, or no plain file. Not `seen`: we are not told even
    whether there is anything, and only what is new can be written.
    """

    content: bytes | None
    mark: tuple[str, str] = ("", "")
    seen: bool = True


class Moved(Exception):
    """Under the key lies something else than what was read: somebody wrote meanwhile."""


class Refused(Refusal):
    """The place does not let us. `wide`: the next key would fare no better."""

    def __init__(self, diagnostic: Diagnostic, *, wide: bool = False) -> None:
        super().__init__(diagnostic)
        self.wide = wide


class Place(Protocol):
    """Where feeds are published, by key: `back.ics`, or a secret and `/plan.ics`.

    Keys are secrets: no exception and no text of a place holds one.
    """

    #: The place as somebody would write it; no secret.
    name: str

    def held(self, keys: Iterable[str]) -> AbstractContextManager[None]:
        """Keep others out while `keys` are written, where that can be done.

        Raises:
            Refused: nothing can be written.
        """

    def read(self, key: str) -> Held | None:
        """What lies there; None if nothing does.

        Raises:
            Refused: it cannot be told.
        """

    def write(self, key: str, content: bytes, before: Held | None) -> None:
        """Put `content` in the place of `before`: whole, or not at all.

        Raises:
            Moved: `before` is not what lies there.
            Refused: it was not written.
        """

    def delete(self, key: str, before: Held) -> None:
        """Take `before` away.

        Raises:
            Moved: `before` is not what lies there.
            Refused: it is still there.
        """

    def path(self, key: str) -> str:
        """Where that is, for people; it is as secret as the key."""
