"""The application, for any server that speaks ASGI."""

from __future__ import annotations

import asyncio

import pytest

from mesocycle.feed.web.answer import WebSettings
from mesocycle.feed.web.app import make_site
from tests.unit.feed.web.conftest import CONTENT, NOW, TOKEN, Fake, a_page

FEED = f"/c/{TOKEN}/plan.ics"


def sent(**scope):
    """What the application sends for one connection."""
    app = make_site(Fake(), WebSettings(), lambda: NOW, pager=a_page)
    found = []

    async def whole():
        async def receive():
            raise AssertionError("nothing of a body is read")

        async def send(message):
            found.append(message)

        usual = {"type": "http", "method": "GET", "headers": [], "root_path": ""}
        await app(usual | scope, receive, send)

    asyncio.run(whole())
    return found


@pytest.mark.parametrize("more", [{"raw_path": FEED.encode()}, {"raw_path": None}, {}])
def test_a_calendar(more):
    start, body = sent(path=FEED, **more)
    assert (start["type"], start["status"]) == ("http.response.start", 200)
    assert (b"content-type", b"text/calendar; charset=utf-8") in start["headers"]
    assert body == {"type": "http.response.body", "body": CONTENT}


@pytest.mark.proves("C49")
@pytest.mark.parametrize("status", [200, 404])
def test_head(status):
    path = FEED if status == 200 else "/"
    start, body = sent(path=path, method="HEAD")
    assert start["headers"] == sent(path=path)[0]["headers"]
    assert (start["status"], body["body"]) == (status, b"")


@pytest.mark.parametrize("path", ["/", "", "/ü", "/\udcff", "/c", FEED + "/"])
def test_what_is_not_there(path):
    assert sent(path=path) == sent(path="/nothing")
    assert sent(path=path)[0]["status"] == 404


@pytest.mark.proves("C51")
@pytest.mark.parametrize("path", [FEED, f"/c/{TOKEN}", f"/c/{TOKEN}/", "/health", "/robots.txt"])
def test_nothing_is_redirected(path):
    assert sent(path=path)[0]["status"] == 200


def test_no_other_conversation():
    found = sent(type="websocket", path=FEED)
    assert [each["type"] for each in found] == ["websocket.close"]
