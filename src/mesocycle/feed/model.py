"""What the rooms of `feed` hand each other."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Protocol

import msgspec

from mesocycle.diagnostics import Diagnostic

#: What a subscriber may have otherwise than the others: options of the calendar output, by name.
Options = Mapping[str, str]


class Refusal(Exception):
    """A disk, a file, a port or a store does not let us; `diagnostic` says what, and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Feed(msgspec.Struct, frozen=True, order=True):
    """A calendar that a folder can give: one plan, for one athlete or for nobody in particular.

    `name` tells it from the others of the folder (`back-ana`, `clinic/back-ana`), and is all
    that links and states know of it. `plan` and `diary` are paths.
    """

    name: str
    plan: str
    diary: str | None = None


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """A subscriber's right to read a feed. Times are in UTC, to the second.

    `id` is short and no secret: it stands in lists and logs. `digest` is the SHA-256 of the
    secret in hexadecimal. `token` is the secret itself, kept only if the feed is to be
    published: then it is the name of a file. `replaced`: revoked because there is a new one.
    `diary`: the file of whose athlete it shows, in the feed's folder: a name may come to be
    that of somebody else. None: of whoever has the name.
    """

    id: str
    feed: str
    whom: str
    digest: str
    created: datetime
    options: dict[str, str] = {}
    revoked: datetime | None = None
    replaced: bool = False
    token: str | None = None
    diary: str | None = None


class Body(msgspec.Struct, frozen=True, dict=True):
    """The bytes of a feed as they are sent, and since when they are these."""

    content: bytes
    modified: datetime

    @cached_property
    def etag(self) -> str:
        """A strong validator (RFC 9110 8.8.3): equal if, and only if, the bytes are."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:32]}"'

    @cached_property
    def zipped(self) -> bytes:
        """The bytes under gzip, the same each time."""
        return gzip.compress(self.content, 6, mtime=0)

    @cached_property
    def last_modified(self) -> str:
        """`modified` as HTTP writes it."""
        return self.modified.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


class Health(msgspec.Struct, frozen=True):
    """How the feeds are: how many are served, and how many of them wait for a plan to be mended.

    `built` is when the last look at the folder ended.
    """

    feeds: int
    stale: int
    built: datetime | None = None


class Board(Protocol):
    """What is served now. It is asked at every request, and never waits for a build."""

    def link(self, token: str) -> Link | None:
        """The link with this secret, revoked or not; None if there is none."""

    def body(self, link: Link) -> Body | None:
        """The last good bytes of a link's feed; None if there never were any."""

    def title(self, link: Link) -> str:
        """What the calendar is called, for people."""

    def health(self) -> Health:
        """How the feeds are."""
