"""The book of links: who may read which feed, kept in links.json of the state folder."""

from __future__ import annotations

import errno
import hmac
import os
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.links.file import Signature, identity_of, read_file, signature_of
from mesocycle.feed.links.form import Damaged, Newer, read_links, told, write_links
from mesocycle.feed.links.names import Chance, digest_of, new_id, new_token
from mesocycle.feed.model import Link, Options, Refusal
from mesocycle.feed.state import prepare
from mesocycle.loading.files import reason_of, shown_name
from mesocycle.output.text import one_line
from mesocycle.saving.writing import locked, write_all

_FILE = "links.json"
#: How long `find` may go on with what it knows, in seconds.
PATIENCE_S = 0.5
_UNSEEN: Final = (-1, -1, -1)


class Unusable(Refusal):
    """links.json cannot be read (E820 to E822). It was not touched."""


class NoSuchLink(Exception):
    """There is no link of that id."""


class AlreadyRevoked(Exception):
    """The link is revoked, so that nothing can take its place; `link` is it."""

    def __init__(self, link: Link) -> None:
        super().__init__(link.id)
        self.link = link


class Book:
    """The links of one state folder. Every process has its own; the file is what they share.

    `find` is for requests: a digest and a look into a dictionary, and twice a second a glance
    at the file. While the file cannot be used (`fault`), what was read before holds on; so it
    does if the folder is gone with it, as a disk that is not mounted. A file that alone is
    gone was taken away: then no link opens anything.
    `ticks` counts seconds; `chance` gives random bytes.
    """

    def __init__(
        self,
        state: str,
        *,
        chance: Chance = secrets.token_bytes,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._state = state
        #: Where the links are kept.
        self.path = os.path.join(state, _FILE)
        self._chance = chance
        self._ticks = ticks
        self._due = float("-inf")
        self._seen: Signature | None = _UNSEEN
        self._read = False
        #: Which folder the file was read in.
        self._home: tuple[int, int] | None = None
        self._by_digest: Mapping[str, Link] = {}
        #: Why the file cannot be used now; None if it can.
        self.fault: Diagnostic | None = None

    def find(self, token: str) -> Link | None:
        """The link that `token` opens, revoked or not; None for any other text."""
        if self._ticks() >= self._due:
            self.refresh()
        digest = digest_of(token)
        link = self._by_digest.get(digest) if digest is not None else None
        if digest is None or link is None or not hmac.compare_digest(link.digest, digest):
            return None
        return link

    def links(self) -> tuple[Link, ...]:
        """All links, the revoked ones too, in the order in which they were made.

        Raises:
            Unusable: the file cannot be read, and never could.
        """
        self.refresh()
        if self.fault is not None and not self._read:
            raise Unusable(self.fault)
        return tuple(self._by_digest.values())

    def refresh(self) -> bool:
        """Look at the file, and read it again if it is another; whether the links are others."""
        self._due = self._ticks() + PATIENCE_S
        if signature_of(self.path) == self._seen:
            return False
        before = self._by_digest
        with suppress(Unusable):
            self._load()
        return self._by_digest != before

    def create(
        self,
        feed: str,
        whom: str,
        options: Options,
        *,
        now: datetime,
        publish: bool = False,
        diary: str | None = None,
    ) -> tuple[Link, str]:
        """A new link, and the secret that opens it, which is kept only if it is to be published.

        Raises:
            Unusable: the file cannot be read, and was left alone.
            FolderBusy: somebody else has held the folder for too long.
            OSError: the disk refused; no link was made.
        """
        made: list[tuple[Link, str]] = []

        def add(links: list[Link]) -> None:
            wanted = Link("", feed, one_line(whom), "", now, dict(options), diary=diary)
            made.append(self._new(links, wanted, now, publish=publish))
            links.append(made[0][0])

        self._change(add)
        return made[0]

    def revoke(self, link_id: str, now: datetime) -> Link:
        """Let a link open nothing any more; one that does not already stays as it is.

        Raises:
            NoSuchLink: there is none of that id.
            Unusable, FolderBusy, OSError: as `create`.
        """
        found: list[Link] = []

        def close(links: list[Link]) -> None:
            place = _place(links, link_id)
            links[place] = _revoked(links[place], now)
            found.append(links[place])

        self._change(close, link_id)
        return found[0]

    def rotate(self, link_id: str, now: datetime) -> tuple[Link, str]:
        """A new link in the place of another, which is revoked as replaced.

        Raises:
            NoSuchLink: there is none of that id.
            AlreadyRevoked: it opens nothing any more.
            Unusable, FolderBusy, OSError: as `create`.
        """
        made: list[tuple[Link, str]] = []

        def replace(links: list[Link]) -> None:
            place = _place(links, link_id)
            old = links[place]
            if old.revoked is not None:
                raise AlreadyRevoked(old)
            publish = old.token is not None
            made.append(self._new(links, old, now, publish=publish))
            links[place] = _revoked(old, now, replaced=True)
            links.append(made[0][0])

        self._change(replace, link_id)
        return made[0]

    def _new(
        self, links: list[Link], wanted: Link, now: datetime, *, publish: bool
    ) -> tuple[Link, str]:
        """A link to what another is, or is to be, to."""
        token = new_token(self._chance)
        digest = digest_of(token)
        assert digest is not None  # it has the form of a token
        link = Link(
            id=new_id(self._chance, {each.id for each in links}),
            feed=wanted.feed,
            whom=wanted.whom,
            digest=digest,
            created=_to_the_second(now),
            options=dict(sorted(wanted.options.items())),
            token=token if publish else None,
            diary=wanted.diary,
        )
        return link, token

    def _change(self, change: Callable[[list[Link]], None], link_id: str = "") -> None:
        """Read, change and write while nobody else does; `link_id`: what has to be there."""
        if link_id and not os.path.isdir(self._state):
            raise NoSuchLink(link_id)
        prepare(self._state)
        with locked(self._state):
            self._load()
            links = list(self._by_digest.values())
            change(links)
            write_all(self._state, {_FILE: write_links(links)}, private=True)
            self._load()

    def _load(self) -> None:
        """Read the file; what cannot be used is noted, and what was known stays.

        Raises:
            Unusable: it cannot be used.
        """
        self._seen = _UNSEEN
        try:
            home = identity_of(self._state)
            data, self._seen = read_file(self.path)
            if data is None and self._by_digest and home != self._home:
                raise FileNotFoundError(errno.ENOENT, "its folder is gone, or is another")
            links = read_links(data) if data is not None else ()
        except (Damaged, Newer) as error:
            self.fault = told(error, shown_name(self.path))
            raise Unusable(self.fault) from None
        except OSError as error:
            message = f"cannot read {shown_name(self.path)}: {reason_of(error)}"
            self.fault = Diagnostic(code="E820", message=message)
            raise Unusable(self.fault) from None
        self._by_digest = {link.digest: link for link in links}
        self._read, self._home, self.fault = True, home, None


def _place(links: list[Link], link_id: str) -> int:
    for place, link in enumerate(links):
        if link.id == link_id:
            return place
    raise NoSuchLink(link_id)


def _revoked(link: Link, now: datetime, *, replaced: bool = False) -> Link:
    if link.revoked is not None:
        return link
    return msgspec.structs.replace(link, revoked=_to_the_second(now), replaced=replaced)


def _to_the_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
