"""A published folder, shown by a real nginx as the page on publishing says."""

from __future__ import annotations

import os
import socket
import time

import pytest

from mesocycle.feed.publishing.folder import Folder
from tests.docs.pages import DOCS, examples
from tests.ports import free_port
from tests.unit.feed.publishing.calendars import KEY, calendar
from tests.unit.feed.publishing.stores import S3
from tests.unit.feed.web.test_behind_nginx import NGINX, nginx

ONE, TWO = calendar("one"), calendar("two")

pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx here")


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def web(room):
    """nginx, with the configuration of the page; it is asked like a store."""
    page = (DOCS / "how-to" / "publish.md").read_text("utf-8")
    (location,) = (each.text for each in examples(page) if each.language == "nginx")
    assert "alias /srv/calendars/;" in location
    location = location.replace("/srv/calendars", str(room / "calendars"))
    room.chmod(0o755)
    port = free_port()
    types = "types { text/html html; } default_type application/octet-stream;"
    with nginx(f"{types} server {{ listen 127.0.0.1:{port}; {location} }}", room):
        for _ in range(200):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        yield S3(port)


@pytest.fixture
def publish(room):
    """Put a calendar there."""
    folder = Folder(str(room / "calendars"))

    def put(content):
        with folder.held([KEY]):
            folder.write(KEY, content, folder.read(KEY))

    before = os.umask(0o077)
    yield put
    os.umask(before)


@pytest.mark.proves("C50", "C77")
def test_it_is_sent_as_a_calendar_and_not_again_without_a_change(web, publish):
    publish(ONE)
    status, headers, body = web.ask("GET", f"/c/{KEY}")
    assert (status, body) == (200, ONE)
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["cache-control"] == "private, max-age=300, must-revalidate"
    assert headers["x-robots-tag"] == "noindex"
    publish(ONE)
    for condition in (
        {"If_None_Match": headers["etag"]},
        {"If_Modified_Since": headers["last-modified"]},
    ):
        status, _, body = web.ask("GET", f"/c/{KEY}", **condition)
        assert (status, body) == (304, b"")


@pytest.mark.proves("C77")
def test_a_change_within_a_second_is_seen(web, publish):
    """nginx makes its tag of the length and the second; these two are as long as each other."""
    assert len(ONE) == len(TWO)
    publish(ONE)
    _, headers, _ = web.ask("GET", f"/c/{KEY}")
    publish(TWO)
    for condition in (
        {"If_None_Match": headers["etag"]},
        {"If_Modified_Since": headers["last-modified"]},
    ):
        status, _, body = web.ask("GET", f"/c/{KEY}", **condition)
        assert (status, body) == (200, TWO)


@pytest.mark.parametrize("path", ["/c/", "/c", f"/c/{KEY.partition('/')[0]}/"])
def test_nobody_is_shown_a_list(web, publish, path):
    publish(ONE)
    status, _, body = web.ask("GET", path)
    assert status in (301, 403, 404)
    assert b"qqq" not in body


@pytest.mark.proves("C65")
def test_no_log_has_the_secret(web, publish, room):
    publish(ONE)
    web.ask("GET", f"/c/{KEY}")
    assert "qqq" not in (room / "access.log").read_text("utf-8")
