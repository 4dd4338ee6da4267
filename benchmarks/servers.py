"""The servers of `serving.py`, each with the same calendar, at a free port of this machine.

ours: `meso serve` as a coach starts it, but without the limit on how often a link may ask.
nginx: one worker, sendfile, the calendar and its gzipped twin as files (`gzip_static`), the
same header fields. Starlette: uvicorn and a route that gives the bytes from memory, what most
would write. Radicale: a calendar server in Python; the events are PUT there, GET is the whole
collection.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import installs

LADDER = installs.ROOT / "plans" / "ladder"

NGINX = """
{user}daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
  access_log {log}; sendfile on; tcp_nopush on; gzip_static on;
  keepalive_timeout 65; keepalive_requests 1000000000;
  types {{ text/calendar ics; }} charset utf-8; charset_types text/calendar;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port}; root {folder};
    add_header Cache-Control "private, max-age=300, must-revalidate";
    add_header Vary Accept-Encoding; add_header Referrer-Policy no-referrer;
    add_header X-Robots-Tag noindex; add_header X-Content-Type-Options nosniff;
    add_header Content-Disposition 'inline; filename="plan.ics"';
    add_header Content-Security-Policy "default-src 'none'";
  }}
}}
"""

RADICALE = """
[server]
hosts = 127.0.0.1:{port}
max_connections = 100
[auth]
type = none
[storage]
filesystem_folder = {folder}
[logging]
level = error
"""

STARLETTE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
content = open(sys.argv[1], "rb").read()
fields = {"etag": '"1"', "content-type": "text/calendar; charset=utf-8"}
async def calendar(request):
    if request.headers.get("if-none-match") == '"1"':
        return Response(status_code=304, headers=fields)
    return Response(content, headers=fields)
app = Starlette(routes=[Route("/plan.ics", calendar)])
uvicorn.run(app, port=int(sys.argv[2]), log_level="warning", access_log=False)
"""


class Served(NamedTuple):
    """A calendar at an address; `fields` are those that every request needs."""

    port: int
    path: str
    pid: int
    fields: Mapping[str, str] = MappingProxyType({})

    def get(self, **fields: str) -> tuple[int, dict[str, str], bytes]:
        """One answer: status, header fields in lower case, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        given = {name.replace("_", "-"): value for name, value in fields.items()}
        connection.request("GET", self.path, headers={**self.fields, **given})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {n.lower(): v for n, v in answer.getheaders()}, body


@contextmanager
def ours(folder: Path, *, log: bool) -> Iterator[Served]:
    """`meso serve` with the ladder and its diary, and one link."""
    shutil.copytree(LADDER, folder)
    meso = Path(sys.executable).with_name("meso")
    made = subprocess.run(
        [meso, "feed", "create", folder, "ladder-ana", "--for", "bench"],
        check=True,
        capture_output=True,
        text=True,
    )
    path = re.findall(r"/c/[\w-]{43}/plan\.ics", made.stdout)[0]
    port = free_port()
    serve = [meso, "serve", folder, "--port", str(port), "--limit", "off"]
    with running([*serve, *(["--access-log", folder / "log"] if log else [])], port) as pid:
        yield Served(port, path, pid)


@contextmanager
def nginx(folder: Path, calendar: bytes, *, log: bool) -> Iterator[Served]:
    """nginx with the same bytes as a file."""
    folder.mkdir()
    (folder / "plan.ics").write_bytes(calendar)
    (folder / "plan.ics.gz").write_bytes(gzip.compress(calendar, 6, mtime=0))
    port = free_port()
    user = "user root; " if os.geteuid() == 0 else ""
    where = f"{folder}/log combined buffer=64k flush=1s" if log else "off"
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, port=port, log=where, user=user))
    with running(["nginx", "-p", folder, "-c", settings], port) as pid:
        yield Served(port, "/plan.ics", pid)


@contextmanager
def starlette(folder: Path, calendar: bytes) -> Iterator[Served]:
    """uvicorn and Starlette, without any of our code."""
    folder.mkdir()
    (folder / "plan.ics").write_bytes(calendar)
    port = free_port()
    command = [sys.executable, "-c", STARLETTE, folder / "plan.ics", str(port)]
    with running(command, port) as pid:
        yield Served(port, "/plan.ics", pid)


@contextmanager
def radicale(folder: Path, calendar: bytes) -> Iterator[Served]:
    """Radicale with the same events."""
    folder.mkdir()
    port = free_port()
    (folder / "config").write_text(RADICALE.format(folder=folder, port=port))
    command = [installs.radicale() / "radicale", "--config", folder / "config"]
    with running(command, port) as pid:
        who = {"Authorization": "Basic " + b64encode(b"bench:").decode()}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        kind = {"Content-Type": "text/calendar"}
        connection.request("PUT", "/bench/plan/", calendar, who | kind)
        answer = connection.getresponse()
        if answer.status != 201:
            raise SystemExit(f"Radicale does not take it: {answer.status} {answer.read()!r}")
        connection.close()
        yield Served(port, "/bench/plan/", pid, who)


@contextmanager
def running(command: list[str | Path], port: int) -> Iterator[int]:
    """A server from when it can be reached, until it is not wanted any more; its process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} ended at once, with {process.returncode}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
