"""The configuration that docs/ shows, in a real nginx, in front of a server."""

from __future__ import annotations

import asyncio
import gzip
import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from mesocycle.feed.model import Body
from tests.docs.pages import DOCS, examples
from tests.ports import free_port
from tests.unit.feed.web.conftest import CHANGED, CONTENT, OTHER, TOKEN, Fake
from tests.unit.feed.web.wire import FEED, Wire, ask, get

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
TAG = Body(CONTENT, CHANGED).etag
WHOLE = """\
daemon off;
master_process off;
pid {prefix}/nginx.pid;
error_log {prefix}/main-error.log emerg;
events {{ worker_connections 64; }}
http {{
    access_log {prefix}/access.log;
    error_log {prefix}/error.log debug;
    client_body_temp_path {prefix}/body;
    proxy_temp_path {prefix}/proxy;
    fastcgi_temp_path {prefix}/fastcgi;
    uwsgi_temp_path {prefix}/uwsgi;
    scgi_temp_path {prefix}/scgi;
    {said}
}}
"""
#: What the second server of the page has of its own accord, to be put in again elsewhere.
WEAK = """gzip on; gzip_types text/calendar; gzip_min_length 0;
        proxy_set_header Accept-Encoding "";"""

_LOCATION = "    location / {\n        proxy_pass"

pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx here")


def shown(which: str | None = None) -> str:
    """The configuration of the page, or one of its pieces."""
    page = (DOCS / "how-to" / "behind-nginx.md").read_text("utf-8")
    found = [each for each in examples(page) if each.language == "nginx"]
    return next(each.text for each in found if each.options.get("for") == which)


def here(config: str, prefix: Path, upstream: int, ports: tuple[int, int]) -> str:
    """The configuration with ports that are free, logs that are ours, and no certificate."""
    for was, becomes in (
        (r"^ *listen \[::\].*\n", ""),
        (r"listen 80;", f"listen 127.0.0.1:{ports[0]};"),
        (r"listen 443 ssl;", f"listen 127.0.0.1:{ports[1]};"),
        (r"^ *ssl_.*\n", ""),
        (r"127\.0\.0\.1:8080", f"127.0.0.1:{upstream}"),
        (r"/var/log/nginx", str(prefix)),
    ):
        config, count = re.subn(was, becomes, config, flags=re.MULTILINE)
        assert count, was
    return config


@contextmanager
def nginx(config: str, prefix: Path):
    """A process of its own, which is ended by its number."""
    file = prefix / "nginx.conf"
    file.write_text(WHOLE.format(prefix=prefix, said=config))
    command = [NGINX, "-p", str(prefix), "-c", str(file), "-e", str(prefix / "start.log")]
    assert subprocess.run([*command, "-t"], capture_output=True, check=False).returncode == 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


class Front(Wire):
    """nginx at `port` and `plain` (the one without TLS); a server behind it."""

    def __init__(self, board, prefix: Path, change=str):
        super().__init__(board)
        self.prefix, self.change = prefix, change
        self.plain = self.behind = 0


def through(work, tmp_path, board=None, change=str):
    """What `work` comes to with nginx in front."""

    async def whole():
        async with Front(board or Fake(), tmp_path, change).open() as wire:
            wire.behind, wire.plain, front = wire.port, free_port(), free_port()
            config = here(shown(), tmp_path, wire.behind, (wire.plain, front))
            with nginx(wire.change(config), tmp_path):
                wire.port = front
                await _listening(wire)
                return await work(wire)

    return asyncio.run(whole())


async def _listening(wire):
    for _ in range(500):
        try:
            _, writer = await wire.connect()
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return
    raise AssertionError("nginx does not listen")


async def fetch(wire, path=FEED, *fields, method="GET", port=None):
    """One answer; of HEAD and 304 without a body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port or wire.port)
    writer.write(get(path, *fields, method=method))
    try:
        head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)).decode("latin-1")
        body = await asyncio.wait_for(reader.read(), 5)
    finally:
        writer.close()
    first, *rows = head.split("\r\n")[:-2]
    fields = {name.lower(): text for name, text in (row.split(": ", 1) for row in rows)}
    return int(first.split()[1]), fields, _whole(body) if "transfer-encoding" in fields else body


def _whole(chunks: bytes) -> bytes:
    """A body that came in pieces."""
    size, _, rest = chunks.partition(b"\r\n")
    length = int(size, 16)
    return rest[:length] + _whole(rest[length + 2 :]) if length else b""


#: What nginx adds or says for itself.
ITS_OWN = {"server", "date", "connection", "strict-transport-security"}


@pytest.mark.proves("C49", "C50", "C54", "C55", "C56", "C57", "C65")
def test_what_is_answered_comes_through_as_it_is(tmp_path):
    requests = [
        (FEED, (), "GET"),
        (FEED, (), "HEAD"),
        (FEED, ("Accept-Encoding: gzip",), "GET"),
        (FEED, ("Accept-Encoding: gzip",), "HEAD"),
        (FEED, (f"If-None-Match: {TAG}",), "GET"),
        (FEED, (f"If-None-Match: W/{TAG}",), "HEAD"),
        (FEED, ("If-Modified-Since: Sun, 06 Dec 2026 18:00:00 GMT",), "GET"),
        (FEED, ("Range: bytes=0-9",), "GET"),
        (FEED + "?x=1", (), "GET"),
        (f"/c/{TOKEN}", (), "GET"),
        (f"/c/{TOKEN}/", (), "GET"),
        (f"/c/{OTHER}/plan.ics", (), "GET"),
        (f"/c//{TOKEN}/plan.ics", (), "GET"),
        (FEED, (), "POST"),
        ("/health", (), "GET"),
        ("/robots.txt", (), "GET"),
    ]

    async def work(wire):
        for path, fields, method in requests:
            direct = await fetch(wire, path, *fields, method=method, port=wire.behind)
            got = await fetch(wire, path, *fields, method=method)
            assert (got[0], got[2]) == (direct[0], direct[2]), (path, fields, method)
            assert _but_its_own(got[1]) == _but_its_own(direct[1])
            assert got[1]["strict-transport-security"] == "max-age=31536000"
            assert got[1]["server"] == "nginx"

    through(work, tmp_path)


def _but_its_own(fields):
    return {name: text for name, text in fields.items() if name not in ITS_OWN}


@pytest.mark.proves("C55")
def test_tags_that_nginx_weakens_still_count(tmp_path):
    async def work(wire):
        status, fields, body = await fetch(wire, FEED, "Accept-Encoding: gzip")
        assert (status, fields["content-encoding"]) == (200, "gzip")
        assert gzip.decompress(body) == CONTENT
        assert fields["etag"] == f"W/{TAG}"
        for held in (fields["etag"], TAG):
            again = await fetch(wire, FEED, "Accept-Encoding: gzip", f"If-None-Match: {held}")
            assert (again[0], again[2]) == (304, b"")

    through(work, tmp_path, change=lambda config: config.replace("gzip off;", WEAK))


@pytest.mark.proves("C65")
def test_no_log_of_nginx_has_the_secret(tmp_path):
    async def work(wire):
        await fetch(wire)
        await fetch(wire, f"/c/{TOKEN}")
        status, fields, _ = await fetch(wire, port=wire.plain)
        assert (status, fields["location"]) == (301, f"https://cal.example.org{FEED}")
        await fetch(wire, "/c/" + "x" * 9000)
        await fetch(wire, FEED + "%zz")
        await fetch(wire, FEED, "X: " + "y" * 40_000)

    through(work, tmp_path)
    logs = {path.name: path.read_text() for path in tmp_path.glob("*.log")}
    row = re.compile(r'^\S+ GET feed 200 \d+ [\d.]+ "-"$', re.MULTILINE)
    assert row.search(logs["calendars.log"])
    assert not [name for name, text in logs.items() if TOKEN[:12] in text]


@pytest.mark.proves("C65")
def test_nor_when_nobody_is_behind(tmp_path):
    """nginx hangs up, for an error would hide the calendar in Thunderbird; and logs no secret."""

    def nobody(config):
        return re.sub(r"server 127\.0\.0\.1:\d+;", f"server 127.0.0.1:{free_port()};", config)

    async def work(wire):
        with pytest.raises(asyncio.IncompleteReadError) as cut:
            await fetch(wire)
        assert cut.value.partial == b""

    through(work, tmp_path, change=nobody)
    text = "".join(path.read_text() for path in tmp_path.glob("*.log"))
    assert "GET feed 444" in text
    assert TOKEN[:12] not in text


def put_in(which):
    """The piece of the page for `which`, put into its second server."""
    return lambda config: config.replace(_LOCATION, shown(which) + _LOCATION)


def test_below_another_site(tmp_path):
    async def work(wire):
        assert (await fetch(wire, f"/cal{FEED}"))[2] == CONTENT
        assert (await fetch(wire, f"/cal/c/{OTHER}"))[0] == 404

    through(work, tmp_path, change=put_in("below"))
    assert TOKEN[:12] not in "".join(path.read_text() for path in tmp_path.glob("*.log"))


def test_health_is_for_this_machine(tmp_path):
    async def work(wire):
        assert (await fetch(wire, "/health"))[0] == 200
        return await fetch(wire)

    assert through(work, tmp_path, change=put_in("health"))[0] == 200


def test_connections_are_kept(tmp_path):
    async def work(wire):
        reader, writer = await wire.connect()
        for _ in range(5):
            writer.write(ask(FEED))
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
            assert head.startswith(b"HTTP/1.1 200 OK\r\n")
            assert await reader.readexactly(len(CONTENT)) == CONTENT
        writer.close()

    through(work, tmp_path)
