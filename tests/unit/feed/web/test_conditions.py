"""Who has the bytes already is told so, and nobody else is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mesocycle.feed.model import Body
from mesocycle.feed.web.conditions import http_date
from tests.unit.feed.web.conftest import CHANGED, CONTENT, NOW

TAG = Body(CONTENT, CHANGED).etag
ZIPPED = f'{TAG[:-1]}-gzip"'
DATE = "Sun, 06 Dec 2026 18:00:00 GMT"


@pytest.mark.proves("C55")
@pytest.mark.parametrize(
    "tags",
    [
        TAG, f"W/{TAG}", ZIPPED, f"W/{ZIPPED}", "*", " * ", f" {TAG} ", f'"x", {TAG}',
        f'"x",{TAG},"y"', f'W/"x", W/{TAG}', f"{TAG}, *", f'"a,b", {TAG}', f',,{TAG},', f"\t{TAG}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_who_has_the_bytes_is_told_so(ask, tags, coding):
    got = ask(if_none_match=tags, accept_encoding=coding)
    assert (got.status, got.body) == (304, b"")


@pytest.mark.proves("C55")
@pytest.mark.parametrize(
    "tags",
    [
        "", '""', '"x"', TAG[1:-1], TAG[:-1], TAG[1:], f"'{TAG[1:-1]}'", TAG.upper(),
        f'"x{TAG[1:]}', f'{TAG[:-1]}x"', f'{TAG[:-1]}-gzip-gzip"', f'{TAG[:-1]}-br"', "**", '"*"',
        "W/*", '"x", *', f"W/ {TAG[1:-1]}", "W/", ",", "\x00", "ü", '"' * 5000,
    ],
)  # fmt: skip
def test_who_has_others_gets_them(ask, tags):
    got = ask(if_none_match=tags)
    assert (got.status, got.body) == (200, CONTENT)


@pytest.mark.proves("C55")
def test_tags_in_several_fields_are_one_list(ask):
    pairs = [("if-none-match", '"x"'), ("if-none-match", TAG)]
    assert ask("/c/" + ("Ana" + "k" * 40) + "/plan.ics", *pairs).status == 304


@pytest.mark.proves("C55")
@pytest.mark.parametrize(
    ("tags", "since", "status"),
    [(TAG, "Mon, 01 Jan 2024 00:00:00 GMT", 304), ('"x"', DATE, 200), ("", DATE, 200)],
)
def test_tags_come_before_dates(ask, tags, since, status):
    assert ask(if_none_match=tags, if_modified_since=since).status == status


@pytest.mark.proves("C56")
@pytest.mark.parametrize("asked", [{"if_none_match": TAG}, {"if_modified_since": DATE}])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_not_modified_says_what_caches_need(ask, asked, method):
    got, whole = ask(method=method, **asked), ask()
    assert (got.status, got.body) == (304, b"")
    for name in ("etag", "cache-control", "vary", "last-modified"):
        assert got.headers[name] == whole.headers[name]
    assert not {"content-type", "content-length", "content-encoding"} & set(got.headers)


@pytest.mark.proves("C52", "C56")
@pytest.mark.parametrize(
    ("held", "coding", "told"),
    [
        (TAG, "gzip", TAG),
        (ZIPPED, "identity", ZIPPED),
        (f"W/{TAG}", "gzip", TAG),
        ("*", "gzip", ZIPPED),
        ("*", "identity", TAG),
    ],
)
def test_the_form_that_is_held_stays_good(ask, held, coding, told):
    """To a program that holds the plain bytes, the tag of the others would be a change."""
    assert ask(if_none_match=held, accept_encoding=coding).headers["etag"] == told


@pytest.mark.parametrize(
    "since",
    [
        DATE,
        "Sun, 06 Dec 2026 18:00:01 GMT",
        "Mon, 07 Dec 2026 06:30:15 GMT",
        "Sunday, 06-Dec-26 18:00:00 GMT",
        "Sun Dec  6 18:00:00 2026",
    ],
)
def test_nothing_changed_since(ask, since):
    assert ask(if_modified_since=since).status == 304


@pytest.mark.parametrize(
    "since",
    [
        "", "Sun, 06 Dec 2026 17:59:59 GMT", "Mon, 07 Dec 2026 06:30:16 GMT",
        "Sun, 06 Dec 2096 18:00:00 GMT", "2026-12-06T18:00:00Z", "Sun, 06 Dec 2026 18:00:00",
        "Sun, 06 Dec 2026 18:00:00 UTC", "Sun, 06 Dec 2026 18:00:00 +0000",
        "06 Dec 2026 18:00:00 GMT", "Sun, 6 Dec 2026 18:00:00 GMT", "Sun, 06 dec 2026 18:00:00 GMT",
        "Sun, 31 Feb 2026 18:00:00 GMT", "Sun, 06 Dec 0000 18:00:00 GMT",
        "Sun, 06 Dec 2026 24:00:00 GMT", "Sun, 06 Dec 2026 18:61:00 GMT", f"{DATE}, {DATE}",
        "1796580000", "9" * 5000, "Sun, ٠٦ Dec 2026 18:00:00 GMT", "\x00",
        "Sunday, 06-Dec-99 18:00:00 GMT",
    ],
)  # fmt: skip
def test_what_is_no_past_date_counts_for_nothing(ask, since):
    assert ask(if_modified_since=since).status == 200


def test_two_dates_are_none(ask):
    path = "/c/" + ("Ana" + "k" * 40) + "/plan.ics"
    assert ask(path, ("if-modified-since", DATE), ("if-modified-since", DATE)).status == 200


def test_a_clock_that_went_back_makes_nobody_fetch_again(ask, board):
    board.content = Body(CONTENT, NOW + timedelta(minutes=5, microseconds=7))
    assert ask(if_modified_since=ask().headers["last-modified"]).status == 304


@pytest.mark.parametrize(
    ("text", "year"), [("26", 2026), ("76", 2076), ("77", 1977), ("99", 1999), ("00", 2000)]
)
def test_two_digits_are_the_year_nearest(text, year):
    got = http_date(f"Sunday, 06-Dec-{text} 18:00:00 GMT".encode(), NOW)
    assert got == datetime(year, 12, 6, 18, tzinfo=UTC)


def test_a_leap_second_is_a_date():
    got = http_date(b"Wed, 31 Dec 2008 23:59:60 GMT", NOW)
    assert got == datetime(2008, 12, 31, 23, 59, 59, tzinfo=UTC)
