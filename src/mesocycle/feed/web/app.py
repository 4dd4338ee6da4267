"""The feeds of a board as an ASGI application. What is answered stands in `answer.py`."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from datetime import datetime
from time import perf_counter
from typing import Any

from mesocycle.feed.model import Board
from mesocycle.feed.web.answer import Answer, Desk, Pager, WebSettings
from mesocycle.feed.web.log import Log
from mesocycle.feed.web.reply import FAILED

#: As ASGI has them: a connection, and what is received and sent on it.
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

#: Where the place of a bug is told: never with what somebody sent.
Complaint = Callable[[str], object]


class Site:
    """The desk with its clock and its log, for whoever speaks HTTP.

    `serve` never raises: a bug of ours is a 500, and its place goes to `complain`. It is an
    ASGI application as well. No framework stands around it: the routes or redirects of one
    would be one more kind of 404.
    """

    def __init__(
        self,
        desk: Desk,
        clock: Callable[[], datetime],
        log: Log | None = None,
        complain: Complaint | None = None,
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._log = log
        self._complain = complain

    def serve(self, method: str, path: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Answer:
        """The answer to a request, which is logged; arguments as `Desk.answer` takes them."""
        begun, now = perf_counter(), self._clock()
        try:
            answer = self._desk.answer(method, path, headers, now)
        except Exception as bug:  # noqa: BLE001 - whatever it is, its text may hold the address
            answer = Answer(FAILED.headless if method == "HEAD" else FAILED)
            if self._complain is not None:
                self._complain(place_of(bug))
        if self._log is not None:
            self._log(method, answer, headers, now, perf_counter() - begun)
        return answer

    async def __call__(
        self,
        scope: Message,
        receive: Receive,  # noqa: ARG002 - ASGI's signature; bodies are not read
        send: Send,
    ) -> None:
        """One request as ASGI hands it over."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
            return
        path = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
        reply = self.serve(scope["method"], path, scope["headers"]).reply
        await send(
            {"type": "http.response.start", "status": reply.status, "headers": [*reply.fields]}
        )
        await send({"type": "http.response.body", "body": reply.body})


def make_site(
    board: Board,
    settings: WebSettings,
    clock: Callable[[], datetime],
    *,
    pager: Pager,
    log: Log | None = None,
    complain: Complaint | None = None,
) -> Site:
    """The site of a board; `pager` writes the pages of links."""
    return Site(Desk(board, settings, pager), clock, log, complain)


def place_of(bug: BaseException) -> str:
    """What kind of bug, and where; not what it says, for that may hold a secret."""
    frames = traceback.extract_tb(bug.__traceback__)
    where = f" in {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(bug).__name__}{where}"
