"""How a feed is sent: each way that harms a program is told, and the right one is not."""

from __future__ import annotations

import gzip

import pytest

from mesocycle.feed.checking.answers import look
from mesocycle.feed.checking.fetching import Answer
from tests.unit.feed.checking.faults import SOUND

URL = "http://127.0.0.1:8080/c/x/plan.ics"
HEADERS = {
    "content-type": "text/calendar; charset=utf-8",
    "etag": '"1"',
    "last-modified": "Mon, 05 Jan 2026 07:00:00 GMT",
    "cache-control": "private, max-age=300",
    "vary": "Accept-Encoding",
    "content-length": str(len(SOUND)),
}


def server(status=200, body=SOUND, *, again=None, head=None, packed=None, **headers):
    """A server that does all right but for what is said; None takes a header away."""
    told = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
    told = {name: value for name, value in told.items() if value is not None}
    zipped = gzip.compress(body, mtime=0)
    packing = told | {"content-encoding": "gzip", "content-length": str(len(zipped))}

    def ask(method, sent):
        if method == "HEAD":
            return head or Answer(URL, status, told, b"")
        if "If-None-Match" in sent or "If-Modified-Since" in sent:
            return again or Answer(URL, 304, told, b"")
        if sent:
            return packed or Answer(URL, status, packing, zipped)
        return again or Answer(URL, status, told, body)

    return Answer(URL, status, told, body), ask


def codes(*arguments, **headers):
    return {each.code for each in look(*server(*arguments, **headers))}


def test_the_right_way_is_no_fault():
    assert look(*server()) == ()


@pytest.mark.parametrize("status", [204, 401, 404, 410, 429, 500, 503])
def test_a_status_that_is_no_feed(status):
    assert codes(status) == {"E889"}


@pytest.mark.parametrize("kind", [None, "", "text/html; charset=utf-8", "text/plain", "text/x"])
def test_a_type_that_is_no_calendar(kind):
    assert codes(content_type=kind) == {"E889"}


@pytest.mark.parametrize("kind", ["text/calendar", "text/calendar; charset=iso-8859-1"])
def test_letters_of_another_kind(kind):
    assert codes(content_type=kind) == {"W889"}


@pytest.mark.parametrize("kind", ["Text/Calendar;charset=UTF-8", 'text/calendar; charset="utf-8"'])
def test_types_may_be_written_otherwise(kind):
    assert codes(content_type=kind) == set()


def test_nothing_to_ask_for_a_change_with():
    assert codes(etag=None, last_modified=None) == {"W887"}


def test_a_date_alone_will_do():
    assert codes(etag=None) == set()


def test_all_of_it_is_sent_although_nothing_changed():
    assert codes(again=Answer(URL, 200, HEADERS, SOUND)) == {"W887"}


def test_a_304_with_a_body():
    assert codes(again=Answer(URL, 304, HEADERS, SOUND)) == {"W887"}


def test_other_bytes_each_time():
    other = SOUND.replace(b"DTSTAMP:20260101", b"DTSTAMP:20260102")
    assert codes(again=Answer(URL, 200, HEADERS, other)) == {"W888"}


@pytest.mark.parametrize(
    "head",
    [
        Answer(URL, 405, HEADERS, b""),
        Answer(URL, 200, HEADERS | {"content-type": "text/html"}, b""),
        Answer(URL, 200, HEADERS | {"content-length": "1"}, b""),
        Answer(URL, 200, {k: v for k, v in HEADERS.items() if k != "etag"}, b""),
    ],
)
def test_a_head_that_says_something_else(head):
    assert codes(head=head) == {"W889"}


def test_something_else_under_gzip():
    packing = HEADERS | {"content-encoding": "gzip"}
    assert codes(packed=Answer(URL, 200, packing, gzip.compress(b"x"))) == {"E889"}
    assert codes(packed=Answer(URL, 200, packing, b"no gzip")) == {"E889"}


def test_gzip_that_caches_do_not_know_of():
    assert codes(vary=None) == {"W889"}


def test_a_server_that_does_not_pack_is_fine():
    assert codes(packed=Answer(URL, 200, HEADERS, SOUND)) == set()
