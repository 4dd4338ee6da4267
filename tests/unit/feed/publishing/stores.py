"""Stores on this machine: one that speaks S3, and one that fails as it is told to."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import IO

#: Who is asking; no store here minds.
KEYS = {
    "AWS_ACCESS_KEY_ID": "coach",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_DEFAULT_REGION": "eu-central-1",
}


#: Everybody may read an object by its name; HEAD goes by a name of its own only in this store.
READ_BY_NAME = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": ["s3:GetObject", "s3:HeadObject"],
            "Resource": "arn:aws:s3:::calendars/*",
        }
    ],
}


class S3:
    """A store at 127.0.0.1 that speaks S3, and what anybody gets of it without a key."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.endpoint = f"http://127.0.0.1:{port}"

    def ask(self, method: str, path: str, body: str | None = None, **headers: str):
        """Status, headers and body of a plain request; `If_None_Match` is If-None-Match."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, content


@contextmanager
def s3_server() -> Iterator[S3]:
    """A server of its own, with a bucket `calendars`; what is below it is free to read."""
    call = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    environment = (
        os.environ | KEYS | {"PYTHONUNBUFFERED": "1", "S3_IGNORE_SUBDOMAIN_BUCKETNAME": "1"}
    )
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(call, stdout=log, stderr=log, env=environment) as process,
    ):
        try:
            server = S3(_port(log, process))
            server.ask("PUT", "/calendars")
            server.ask("PUT", "/calendars?policy", json.dumps(READ_BY_NAME))
            yield server
        finally:
            process.kill()


def _port(log: IO[str], process: subprocess.Popen[bytes]) -> int:
    """Where the server listens, as it says when it does."""
    while process.poll() is None:
        log.seek(0)
        if found := re.search(r"http://127\.0\.0\.1:(\d+)", log.read()):
            return int(found[1])
        time.sleep(0.02)
    log.seek(0)
    raise AssertionError(log.read())


class Failing(ThreadingHTTPServer):
    """A store that answers every request with `answer`: a status and a body, or a function."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = (500, "")
        self.asked: list[str] = []
        self.endpoint = f"http://127.0.0.1:{self.server_port}"

    def says(self, status: int, code: str) -> None:
        """Answer as S3 does."""
        self.answer = (status, f"<Error><Code>{code}</Code><Message>of it</Message></Error>")

    def handle_error(self, request, client_address):
        pass


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Failing

    def answer(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(self.command)
        answer = self.server.answer
        if callable(answer):
            answer = answer(self)
        if answer is None:  # not a word
            self.close_connection = True
            return
        status, text, *headers = answer
        body = text.encode() if isinstance(text, str) else text
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = answer  # noqa: N815 - names of http.server

    def log_message(self, *_):
        pass


@contextmanager
def failing_server() -> Iterator[Failing]:
    """One of those, for as long as it is needed."""
    with Failing() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def hang(seconds: float):
    """An answer that takes so long."""

    def answer(_):
        time.sleep(seconds)

    return answer
