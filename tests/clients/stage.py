"""A server that plays any part: good bytes, refusals, pages, nothing, no server at all."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

CALENDAR = "text/calendar; charset=utf-8"
PAGE = b"<!doctype html><title>Oops</title><p>Something went wrong."


class Asked(NamedTuple):
    """A request: who, on what condition, and the status that it got."""

    status: int
    program: str
    if_none_match: str | None
    if_modified_since: str | None


@dataclass
class Part:
    """What is answered: `status` and the content, with 200 its validators; or not a byte."""

    content: bytes = b""
    status: int = 200
    kind: str = CALENDAR
    etag: bool = True
    hang_up: bool = False
    headers: dict[str, str] = field(default_factory=dict)


class Stage:
    """A feed on 127.0.0.1 that the test rewrites. Its address stays, whatever it plays."""

    def __init__(self, content: bytes = b"") -> None:
        self.part = Part(content)
        self.asked: list[Asked] = []
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self.up()

    @property
    def url(self) -> str:
        """The feed's address."""
        return f"http://127.0.0.1:{self._port}/c/stage/plan.ics"

    @property
    def is_up(self) -> bool:
        """Whether anybody listens."""
        return self._server is not None

    def up(self) -> None:
        """Takes connections, on the port it had."""
        if self._server:
            return
        handler = type("Handler", (_Handler,), {"stage": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._server.daemon_threads = True
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def down(self) -> None:
        """Refuses connections."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class _Handler(BaseHTTPRequestHandler):
    stage: Stage
    protocol_version = "HTTP/1.1"
    timeout = 2

    def do_GET(self) -> None:
        part = self.stage.part
        who = self.headers.get("User-Agent", "")
        since = self.headers.get("If-Modified-Since")
        if part.hang_up:
            self.close_connection = True
            self.stage.asked.append(Asked(0, who, None, None))
            return
        tag = f'"{sha256(part.content).hexdigest()[:16]}"'
        match = self.headers.get("If-None-Match")
        same = part.etag and part.status == 200 and match == tag
        status, body = (304, b"") if same else (part.status, part.content)
        self.send_response(status)
        if part.etag and part.status == 200:
            self.send_header("ETag", tag)
        for name, value in part.headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Type", part.kind)
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)
        self.close_connection = True
        self.stage.asked.append(Asked(status, who, match, since))

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing is printed: `asked` has it all."""
