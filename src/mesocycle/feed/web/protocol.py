"""How one connection speaks HTTP: with uvicorn's parser, a short way to the answer, and an end.

Everything that is asked here is answered from memory (`app.Site.serve`), so an answer is written
where the head of its request ends: no task, no ASGI, one write. A body says nothing to a
calendar: it is passed over, and a long one refused. The bytes are those that uvicorn would send.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from functools import partial
from typing import Any, NamedTuple, cast

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
#: A name or number, and perhaps a port; nothing, of an address that has none.
_HOST = re.compile(rb"[A-Za-z0-9._~!$&'()*+,;=:%\[\]-]*")
#: So much is read before it is counted, in bytes; hardly a request is longer.
_STEP = 4096
#: Requests that may come in one piece: nobody else is answered meanwhile.
_AT_ONCE = 64


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
        self.reply = _REFUSALS[status]


class _Request(NamedTuple):
    """What is asked; `keep`: whether more may follow."""

    method: str
    path: bytes
    fields: list[tuple[bytes, bytes]]
    keep: bool


class FeedProtocol(HttpToolsProtocol):
    """A connection: its requests one after the other."""

    def __init__(self, site: Site, porter: Porter, **uvicorn: Any) -> None:
        super().__init__(**uvicorn)
        self._site = site
        self._porter = porter
        self._patience = porter.patience
        self.since = self.stuck = self.loop.time()
        self.left = 0
        #: Requests until the answers before them are taken; all of them came in one piece.
        self._waiting: deque[_Request] = deque()
        self._asked = 0
        #: Bytes of the request that is not whole yet, apart from those it came with first.
        self._taken = 0
        self._open = self._in_head = self._fresh = False
        self._deaf = False
        #: What is still to be said to one who is not listened to any more.
        self._last: Reply | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's
        """Somebody is here."""
        super().connection_made(transport)
        self._porter.enter(self, self.loop)

    def connection_lost(self, exc: Exception | None) -> None:
        """Somebody has gone."""
        self._porter.leave(self)
        self._waiting.clear()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes: the requests that they complete are answered."""
        if self._deaf or self.transport.is_closing():
            return
        self._asked = 0
        try:
            for start in range(0, len(data), _STEP):
                self._feed(data[start : start + _STEP])
        except httptools.HttpParserUpgrade:
            self._deaf = True  # what follows would be another language
        except (httptools.HttpParserError, _Refused) as error:
            self._refuse(error)

    def _feed(self, data: bytes) -> None:
        self._fresh = False
        self.parser.feed_data(data)
        if self._open and not self._fresh:
            self._taken += len(data)
            allowed = 0 if self._in_head else self._patience.body_bytes
            if self._taken > allowed + self._patience.head_bytes:
                raise _Refused(431)

    def _refuse(self, error: Exception) -> None:
        """Listen no more; say why, once what was asked before is answered.

        Who goes wrong in a body has an answer already, and gets no second one.
        """
        reason: BaseException | None = error
        if isinstance(error, httptools.HttpParserCallbackError):
            reason = error.__context__
        self._deaf = True
        if isinstance(reason, _Refused):
            self._last = reason.reply
        elif reason is error:
            self._last = _REFUSALS[400]
        else:
            self._last = _REFUSALS[500]
            self.logger.error("a connection failed", exc_info=reason)
        if self._open and not self._in_head:
            self._last = None
        if not self._waiting:
            self._end()

    def _end(self) -> None:
        """Close for writing alone; the porter does the rest.

        Whoever still sends would otherwise be cut off before they read what was said last.
        """
        if self.transport.is_closing():
            return
        if self._last is not None:
            self._write(self._last, keep=False)
        self.transport.write_eof()
        self.flow.resume_reading()

    def on_message_begin(self) -> None:
        """A request begins."""
        self.url = b""
        self.headers = []
        self._open = self._in_head = self._fresh = True
        self._taken = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """One field of its head."""
        self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        """The head is whole: the answer, unless those before it are not taken yet."""
        if self.transport.is_closing() or (self._waiting and not self._waiting[-1].keep):
            raise _Refused(400)
        if self._announced() > self._patience.body_bytes:
            raise _Refused(413)
        method = self.parser.get_method().decode("ascii")
        request = _Request(method, self._path(), self.headers, self._keeps())
        self._asked += 1
        if self._asked > _AT_ONCE:
            raise _Refused(400)
        if not self._waiting and not self.flow.write_paused:
            self._answer(request)
        else:
            self._waiting.append(request)
            self.flow.pause_reading()
        self._in_head = False

    def _path(self) -> bytes:
        try:
            path: bytes | None = httptools.parse_url(self.url).path
        except httptools.HttpParserInvalidURLError:
            path = None
        if path is None or not (path.startswith(b"/") and path.isascii()):
            raise _Refused(400)
        return path

    def _keeps(self) -> bool:
        """Whether more may follow."""
        if self.parser.get_http_version() == "1.0" or self.parser.should_upgrade():
            return False
        keeps: bool = self.parser.should_keep_alive()
        return keeps

    def _announced(self) -> int:
        """How long the body is to be; what the parser lets pass is refused (RFC 9112 3.2, 6.3)."""
        version = self.parser.get_http_version()
        length, hosts = 0, 0
        for name, value in self.headers:
            if name == b"content-length":
                length = int(value)
            elif name == b"host":
                hosts += 1 if _HOST.fullmatch(value) else 2
            elif name == b"transfer-encoding" and value.strip().lower() != b"chunked":
                raise _Refused(400)
        if version not in ("1.0", "1.1") or hosts > 1 or (hosts == 0 and version == "1.1"):
            raise _Refused(400)
        return length

    def on_body(self, body: bytes) -> None:
        """A piece of a body, which nobody reads."""

    def on_message_complete(self) -> None:
        """The request is whole."""
        self._open = False

    def resume_writing(self) -> None:
        """What was written is taken: the next answers, and then the next requests."""
        super().resume_writing()
        while self._waiting and not self.flow.write_paused and not self.transport.is_closing():
            self._answer(self._waiting.popleft())
        if self._waiting:
            return
        if self._deaf:
            self._end()
        else:
            self.flow.resume_reading()

    def _answer(self, request: _Request) -> None:
        answer = self._site.serve(request.method, request.path, request.fields)
        self._write(answer.reply, keep=request.keep)
        self.server_state.total_requests += 1
        if not request.keep:
            self.transport.close()

    def _write(self, reply: Reply, *, keep: bool) -> None:
        """An answer at once, with the fields that uvicorn adds, and where it adds them."""
        parts = [STATUS_LINE[reply.status]]
        for name, value in self.server_state.default_headers:
            parts += (name, b": ", value, b"\r\n")
        parts += (reply.rows, b"\r\n" if keep else b"connection: close\r\n\r\n")
        self.since = self.loop.time()
        self.transport.writelines((b"".join(parts), reply.body))
