"""What is answered to a request: nothing but a function of it, of the board and of the time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple
from urllib.parse import unquote_to_bytes

import msgspec

from mesocycle.feed.links.notice import is_gone, notice
from mesocycle.feed.model import Board, Body, Link
from mesocycle.feed.web import reply as replies
from mesocycle.feed.web.conditions import held_tag, unchanged_since, zipped_tag
from mesocycle.feed.web.encoding import takes_gzip
from mesocycle.feed.web.limits import Limits
from mesocycle.feed.web.reply import Reply, reply, secured

#: What an address leads to, as logs say it.
Kind = Literal["feed", "page", "health", "robots", "other"]
#: What a link's page consists of: HTML, and the policy that its style and script need.
Pager = Callable[[Link, str, str], tuple[str, str]]

_LINK = re.compile(rb"/c/([A-Za-z0-9_-]{43})(/plan\.ics|/?)")
_LONGEST = 200
_CALENDAR = (
    (b"content-disposition", b'inline; filename="plan.ics"'),
    (b"accept-ranges", b"none"),
)
_CACHE = (b"cache-control", b"private, max-age=300, must-revalidate")
_VARY = (b"vary", b"accept-encoding")


class WebSettings(msgspec.Struct, frozen=True):
    """`per_hour`: how often a link may ask, None for as often as it likes.

    `url` is the address that links are shown under, without a slash at its end.
    """

    url: str = "http://127.0.0.1:8080"
    per_hour: int | None = 60


class Answer(NamedTuple):
    """A reply, and what may be told of the request: its kind, and the link's id or `-`."""

    reply: Reply
    kind: Kind = "other"
    link: str = "-"


class Desk:
    """Whoever answers. Everything it knows of is on the board; `pager` writes a link's page."""

    def __init__(self, board: Board, settings: WebSettings, pager: Pager) -> None:
        self._board = board
        self._pager = pager
        self._limits = Limits(settings.per_hour)

    def answer(
        self, method: str, path: bytes, headers: Sequence[tuple[bytes, bytes]], now: datetime
    ) -> Answer:
        """The answer to one request; it counts against the limit of its link.

        `path` is as it was sent, without the query; `headers` have their names in lower case.
        """
        found = self._answer(method, path, headers, now)
        return found._replace(reply=found.reply.headless) if method == "HEAD" else found

    def _answer(
        self, method: str, path: bytes, headers: Sequence[tuple[bytes, bytes]], now: datetime
    ) -> Answer:
        if b"%" in path and len(path) <= _LONGEST:
            path = unquote_to_bytes(path)
        address = _LINK.fullmatch(path)
        if address is None:
            return self._without_link(method, path)
        token = address[1].decode("ascii")
        kind: Kind = "feed" if len(address[2]) > 1 else "page"
        link = self._board.link(token)
        if link is None:
            return Answer(replies.NOT_FOUND)
        return Answer(self._of_link(method, link, token, kind, headers, now), kind, link.id)

    def _without_link(self, method: str, path: bytes) -> Answer:
        if path not in (b"/health", b"/robots.txt"):
            return Answer(replies.NOT_FOUND)
        kind: Kind = "health" if path == b"/health" else "robots"
        if method not in ("GET", "HEAD"):
            return Answer(replies.NOT_ALLOWED, kind)
        return Answer(self._health() if kind == "health" else replies.ROBOTS, kind)

    def _of_link(
        self,
        method: str,
        link: Link,
        token: str,
        kind: Kind,
        headers: Sequence[tuple[bytes, bytes]],
        now: datetime,
    ) -> Reply:
        if is_gone(link, now):
            return replies.GONE
        if method not in ("GET", "HEAD"):
            return replies.NOT_ALLOWED
        wait = self._limits.wait(link.id, now.timestamp())
        if wait:
            return replies.too_often(wait)
        if kind == "page":
            return self._page(link, token)
        body = self._board.body(link) if link.revoked is None else notice(link, now)
        return replies.NOT_READY if body is None else calendar(body, headers, now)

    def _page(self, link: Link, token: str) -> Reply:
        html, csp = self._pager(link, token, self._board.title(link))
        return reply(
            200,
            html.encode(),
            b"text/html; charset=utf-8",
            [(b"cache-control", b"no-store")],
            csp=csp.encode("ascii"),
        )

    def _health(self) -> Reply:
        health = self._board.health()
        built = health.built and health.built.replace(microsecond=0)
        body = msgspec.json.encode(msgspec.structs.replace(health, built=built)) + b"\n"
        return reply(200, body, b"application/json", [(b"cache-control", b"no-store")])


def calendar(body: Body, headers: Sequence[tuple[bytes, bytes]], now: datetime) -> Reply:
    """A feed's bytes, under gzip for those who take it; 304 for those who have them."""
    coding: bytes | None = None
    since: bytes | None = None
    tags: bytes | None = None
    for name, value in headers:
        if name == b"accept-encoding":
            coding = value if coding is None else coding + b"," + value
        elif name == b"if-none-match":
            tags = value if tags is None else tags + b"," + value
        elif name == b"if-modified-since":
            # Two dates are none (RFC 9110 13.1.3).
            since = value if since is None else b""
    zipped = takes_gzip(coding)
    etag = zipped_tag(body.etag) if zipped else body.etag
    if tags is not None:
        held = held_tag(tags, body.etag)
        if held is not None:
            return _kept(body, "304", etag if tags.strip() == b"*" else held)
    elif since is not None and unchanged_since(since, body.modified, now):
        return _kept(body, "304", etag)
    return _kept(body, "200", etag)


def _kept(body: Body, status: Literal["200", "304"], etag: str) -> Reply:
    """The answer that has this tag, made once for as long as the bytes stay."""
    known: dict[str, Reply] = vars(body).setdefault("replies", {})
    key = status + etag
    found = known.get(key)
    if found is None:
        found = known[key] = _whole(body, etag) if status == "200" else _unchanged(body, etag)
    return found


def _whole(body: Body, etag: str) -> Reply:
    zipped = etag != body.etag
    coding = ((b"content-encoding", b"gzip"),) if zipped else ()
    content = body.zipped if zipped else body.content
    fields = (*_CALENDAR, *coding, *_validators(body, etag))
    return reply(200, content, b"text/calendar; charset=utf-8", fields)


def _unchanged(body: Body, etag: str) -> Reply:
    return Reply(304, (*_validators(body, etag), *secured()))


def _validators(body: Body, etag: str) -> replies.Fields:
    modified = (b"last-modified", body.last_modified.encode("ascii"))
    return ((b"etag", etag.encode("ascii")), modified, _CACHE, _VARY)
