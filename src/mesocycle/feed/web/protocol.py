"""How one connection speaks HTTP: uvicorn's way, without its patience, and with a short cut.

Everything that is asked here is answered from memory (`app.Site.serve`), so a plain request is
answered where its head ends: no task, no ASGI, one write. What is not plain goes uvicorn's way
round, through the application: a request with a body, one that expects or upgrades, and one that
comes before the last answer is taken. The bytes are the same on both ways.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any, cast

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from mesocycle.feed.web import reply as replies
from mesocycle.feed.web.app import Site
from mesocycle.feed.web.porter import Patience, Porter, room
from mesocycle.feed.web.reply import Reply, plain

_REFUSALS = {
    400: plain(400, "This is no request that a calendar could answer."),
    413: plain(413, "A calendar can be read: there is nothing to send."),
    431: plain(431, "The request is too long."),
    500: replies.FAILED,
}
#: Fields that send a request the way round.
_NOT_PLAIN = frozenset((b"content-length", b"transfer-encoding", b"expect", b"upgrade"))
#: So much is read before it is counted, in bytes; hardly a request is longer.
_STEP = 4096
#: Requests that may wait for the answer of the one before.
_PIPELINED = 32


def protocol(site: Site, patience: Patience | None = None) -> type[asyncio.Protocol]:
    """What `http=` of uvicorn.Config takes: connections of this site, with one porter for all.

    The limit on open files is raised as far as it goes, for each connection is one.
    """
    porter = Porter(patience or Patience(most=room()))
    # uvicorn only calls it, with keywords, once for each connection.
    return cast("type[asyncio.Protocol]", partial(FeedProtocol, site, porter))


class _Refused(Exception):
    """A request that is not answered, and the last one of its connection."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class FeedProtocol(HttpToolsProtocol):
    """A connection: its requests one after the other."""

    def __init__(self, site: Site, porter: Porter, **uvicorn: Any) -> None:
        super().__init__(**uvicorn)
        self._site = site
        self._porter = porter
        self._patience = porter.patience
        self.since = self.loop.time()
        self.left = 0
        self.stuck = self.since
        self.owed = 0
        #: Bytes of the request that is not whole yet, apart from those it came with first.
        self._taken = 0
        self._open = self._in_head = self._fresh = False
        self._is_plain = True
        self._deaf = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's
        """Somebody is here."""
        super().connection_made(transport)
        self._porter.enter(self, self.loop)

    def connection_lost(self, exc: Exception | None) -> None:
        """Somebody has gone."""
        self._porter.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes: the requests that they complete are answered."""
        if self._deaf or self.transport.is_closing():
            return
        self._unset_keepalive_if_required()
        try:
            for start in range(0, len(data), _STEP):
                self._feed(data[start : start + _STEP])
        except httptools.HttpParserUpgrade:
            self._deaf = True  # it is answered, and what follows would be another language
        except (httptools.HttpParserError, _Refused) as error:
            self._refuse(error)

    def _feed(self, data: bytes) -> None:
        self._fresh = False
        self.parser.feed_data(data)
        if self._open and not self._fresh:
            self._taken += len(data)
            allowed = 0 if self._in_head else self._patience.body_bytes
            if self._taken > allowed + self._patience.head_bytes:
                raise _Refused(431 if self._in_head else 413)

    def _refuse(self, error: Exception) -> None:
        """Say why, once what was asked before is answered; then listen no more.

        The connection is closed at once for writing alone: whoever still sends would otherwise be
        cut off before they read why.
        """
        reason = error.__context__ if isinstance(error, httptools.HttpParserCallbackError) else None
        refused = error if reason is None else reason
        status = refused.status if isinstance(refused, _Refused) else 400 if reason is None else 500
        if status == 500:
            self.logger.error("a connection failed", exc_info=refused)
        self._deaf = True
        if self.transport.is_closing():
            return
        if self.owed:
            self.cycle.keep_alive = False
            return
        self._write(_REFUSALS[status], keep=False)
        self.transport.write_eof()

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._open = self._in_head = self._fresh = self._is_plain = True
        self._taken = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """One field of its head."""
        super().on_header(name, value)
        if self.headers[-1][0] in _NOT_PLAIN:
            self._is_plain = False

    def on_headers_complete(self) -> None:
        """The head is whole: the answer, if it can be given at once."""
        self._in_head = False
        if self.transport.is_closing():
            raise _Refused(400)
        path = self._path()
        self.since = self.loop.time()
        if self._is_plain and not self.owed and not self.flow.write_paused:
            self._answer(path)
            return
        if self._announced() > self._patience.body_bytes:
            raise _Refused(413)
        if len(self.pipeline) >= _PIPELINED:
            raise _Refused(400)
        self.owed += 1
        super().on_headers_complete()

    def _path(self) -> bytes:
        try:
            path: bytes | None = httptools.parse_url(self.url).path
        except httptools.HttpParserInvalidURLError:
            path = None
        if path is None or not (path.startswith(b"/") and path.isascii()):
            raise _Refused(400)
        return path

    def _announced(self) -> int:
        """How long the body is to be; the parser has refused what is no number."""
        return int(next((value for name, value in self.headers if name == b"content-length"), 0))

    def _answer(self, path: bytes) -> None:
        method = self.parser.get_method().decode("ascii")
        keep = self.parser.get_http_version() != "1.0" and self.parser.should_keep_alive()
        self._write(self._site.serve(method, path, self.headers).reply, keep=keep)
        self.server_state.total_requests += 1
        if not keep:
            self.transport.close()

    def _write(self, reply: Reply, *, keep: bool) -> None:
        """An answer at once, with the fields that uvicorn adds, and where it adds them."""
        parts = [STATUS_LINE[reply.status]]
        for name, value in self.server_state.default_headers:
            parts += (name, b": ", value, b"\r\n")
        parts += (reply.rows, b"\r\n" if keep else b"connection: close\r\n\r\n")
        self.transport.writelines((b"".join(parts), reply.body))

    def on_body(self, body: bytes) -> None:
        """A piece of a body, which the application does not read."""
        if self.owed:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._open = False
        if self.owed:
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """The application has given its answer."""
        self.owed -= 1
        super().on_response_complete()
        self.since = self.loop.time()
