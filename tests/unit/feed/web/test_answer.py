"""What is answered to which address and method."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta

import pytest

from mesocycle.feed.model import Body
from tests.unit.feed.web.conftest import CHANGED, CONTENT, NOW, OTHER, TOKEN, link_of

FEED = f"/c/{TOKEN}/plan.ics"
ALL = [FEED, f"/c/{TOKEN}", f"/c/{TOKEN}/", "/health", "/robots.txt"]
#: The same address with other letters of it quoted.
QUOTED = FEED.replace("A", "%41").replace("plan", "%70lan")


@pytest.mark.proves("C50", "C54")
def test_a_calendar_says_what_it_is(ask):
    got = ask()
    assert (got.status, got.body) == (200, CONTENT)
    assert got.headers["content-type"] == "text/calendar; charset=utf-8"
    assert got.headers["content-disposition"] == 'inline; filename="plan.ics"'
    assert got.headers["content-length"] == str(len(CONTENT))
    assert got.headers["cache-control"] == "private, max-age=300, must-revalidate"


@pytest.mark.proves("C52")
def test_its_tag_is_of_the_bytes(ask, board):
    first = ask().headers["etag"]
    assert re.fullmatch('"[0-9a-f]{32}"', first)
    board.content = Body(CONTENT, NOW)
    assert ask().headers["etag"] == first
    board.content = Body(CONTENT + b"X", CHANGED)
    assert ask().headers["etag"] != first


@pytest.mark.proves("C53")
def test_it_says_since_when_it_is_so(ask):
    assert ask().headers["last-modified"] == "Sun, 06 Dec 2026 18:00:00 GMT"


@pytest.mark.proves("C57")
def test_it_comes_under_gzip_if_welcome(ask):
    plain, zipped = ask(), ask(accept_encoding="gzip")
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == CONTENT
    assert zipped.headers["content-length"] == str(len(zipped.body))
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert plain.headers["vary"] == zipped.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in plain.headers


@pytest.mark.proves("C49")
@pytest.mark.parametrize("path", [*ALL, "/", "/nothing", f"/c/{OTHER}/plan.ics"])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_head_says_what_get_says(ask, path, coding):
    got = ask(path, accept_encoding=coding)
    head = ask(path, accept_encoding=coding, method="HEAD")
    assert (head.status, head.fields) == (got.status, got.fields)
    assert head.body == b""
    assert got.headers["content-length"] == str(len(got.body))


@pytest.mark.proves("C49")
@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", ""]
)
def test_nothing_but_reading(ask, path, method):
    got = ask(path, method=method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.proves("C51")
@pytest.mark.parametrize("path", [FEED, QUOTED, FEED.replace("/c", "/%63")])
def test_the_address_may_be_quoted(ask, path):
    assert ask(path).status == 200


@pytest.mark.proves("C64")
@pytest.mark.parametrize(
    "path",
    [
        "", "/", "*", "/c", "/c/", "/favicon.ico", "/health/", "/Health", "/robots.txt/",
        "/.meso/links.json", f"/c/{OTHER}", f"/c/{OTHER}/", f"/c/{OTHER}/plan.ics",
        f"/c/{TOKEN[:-1]}/plan.ics", f"/c/{TOKEN}x/plan.ics", f"/c/{TOKEN}/plan.ics/",
        f"/c/{TOKEN}/PLAN.ics", f"/C/{TOKEN}/plan.ics", f"/c/{TOKEN}/plan.ics%00",
        f"/c/{TOKEN}/plan.ics\n", f"//c/{TOKEN}/plan.ics", f"/c//{TOKEN}/plan.ics",
        f"/c/../c/{TOKEN}/plan.ics", f"/c/{TOKEN}/../plan.ics", f"/c/{TOKEN}//plan.ics",
        f"/c/{TOKEN.lower()}/plan.ics", f"/c/{TOKEN}/x", f"/c/%{TOKEN}/plan.ics", "/%", "/%zz",
        "/c/%2e%2e/%2e%2e/etc/passwd", "/" + "a" * 9000, "/" + "%41" * 9000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_what_is_not_there_is_one_and_the_same(ask, path, method):
    got, other = ask(path, method=method), ask("/nothing", method=method)
    assert (got.status, got.fields, got.body) == (404, other.fields, other.body)
    assert (got.kind, got.link) == ("other", "-")
    assert TOKEN not in str(got.headers)


def test_what_has_not_the_form_of_a_secret_is_not_looked_up(ask, board):
    ask("/c/x/plan.ics")
    ask("/c/" + "k" * 200)
    assert board.asked == 0


@pytest.mark.proves("C58")
@pytest.mark.parametrize("what", ["bytes=0-10", "bytes=-1", "bytes=0-0,5-9", "lines=1", "x", ""])
def test_a_range_is_the_whole(ask, what):
    got = ask(range=what, if_range='"x"')
    assert (got.status, got.body, got.headers["accept-ranges"]) == (200, CONTENT, "none")


@pytest.mark.proves("C65")
@pytest.mark.parametrize("path", [*ALL, "/nothing"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_keeps_its_address_to_itself(ask, path, method):
    headers = ask(path, method=method).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert TOKEN not in str(headers)
    assert "location" not in headers


@pytest.mark.parametrize("path", [f"/c/{TOKEN}", f"/c/{TOKEN}/"])
def test_a_link_has_a_page_that_nobody_keeps(ask, path):
    got = ask(path)
    assert (got.status, got.body) == (200, b"<h1>18</h1>")
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert got.headers["content-security-policy"] == "default-src 'none'; style-src 'sha256-x'"
    assert got.headers["cache-control"] == "no-store"
    assert (got.kind, got.link) == ("page", "kimoru")


@pytest.mark.proves("C51")
def test_robots_may_fetch(ask):
    got = ask("/robots.txt")
    assert (got.status, got.body) == (200, b"User-agent: *\nDisallow:\n")


def test_health_is_for_machines(ask):
    got = ask("/health")
    assert got.body == b'{"feeds":2,"stale":1,"built":"2026-12-07T06:30:15Z"}\n'
    assert got.headers["content-type"] == "application/json"
    assert got.headers["cache-control"] == "no-store"


@pytest.mark.proves("C60")
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_what_never_was_good_is_not_there_yet(ask, board, coding):
    board.content = None
    got = ask(accept_encoding=coding, if_none_match="*")
    assert got.status == 503
    assert int(got.headers["retry-after"]) > 0
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.body
    assert got.headers["cache-control"] == "no-store"


@pytest.mark.proves("C61")
def test_a_revoked_link_says_so_for_thirty_days_and_then_is_gone(ask, board):
    board.links[TOKEN] = link_of(TOKEN, revoked=NOW)
    soon, late = ask(now=NOW + timedelta(days=1)), ask(now=NOW + timedelta(days=29, hours=23))
    assert soon.status == late.status == 200
    assert soon.body == late.body
    assert soon.body.count(b"BEGIN:VEVENT") == 1
    assert b"Superman" not in soon.body
    again = ask(now=NOW + timedelta(days=2), if_none_match=soon.headers["etag"])
    assert again.status == 304
    gone = ask(now=NOW + timedelta(days=30))
    assert (gone.status, gone.headers["content-type"]) == (410, "text/plain; charset=utf-8")
    assert ask(f"/c/{TOKEN}", now=NOW + timedelta(days=30)).status == 410


@pytest.mark.proves("C61")
def test_a_revoked_link_never_shows_the_plan(ask, board):
    board.links[TOKEN] = link_of(TOKEN, revoked=NOW)
    body = board.content
    tags = f'{body.etag}, "{body.etag[1:-1]}-gzip"'
    assert ask(if_none_match=tags).status == 200
    assert b"Superman" not in ask(accept_encoding="gzip, identity;q=0").body


@pytest.mark.proves("C63")
def test_to_revoke_one_leaves_the_others(ask, board):
    board.links[OTHER] = link_of(OTHER, "tadevi")
    board.links[TOKEN] = link_of(TOKEN, revoked=NOW)
    assert ask(f"/c/{OTHER}/plan.ics").body == CONTENT
    assert ask().body != CONTENT
