"""A store that fails is told of in one line, soon, and without a secret."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from mesocycle.feed.publishing import stores
from mesocycle.feed.publishing.opening import open_place
from mesocycle.feed.publishing.places import Moved, Refused
from mesocycle.feed.publishing.publishing import Publisher
from tests.unit.feed.publishing.calendars import COPY, KEY, always, calendar
from tests.unit.feed.publishing.stores import hang

ONE = calendar("one")
SECRET = KEY.partition("/")[0]
REPEATS = 2


@pytest.fixture
def bucket(failing, monkeypatch):
    """A bucket there, asked anew at once, and not often."""
    monkeypatch.setitem(stores._RETRY, "max_retries", REPEATS)
    backoff = {"init_backoff": timedelta(milliseconds=1), "max_backoff": timedelta(milliseconds=5)}
    monkeypatch.setitem(stores._RETRY, "backoff", {**backoff, "base": 2})
    return open_place("s3://calendars/team", failing.endpoint, os.environ)


def told(bucket):
    """The code, message and hint when a copy is published."""
    with pytest.raises(Refused) as refused:
        list(Publisher(bucket, always(ONE)).publish([COPY]))
    diagnostic = refused.value.diagnostic
    assert refused.value.wide
    text = "\n".join([diagnostic.message, *diagnostic.hints])
    assert SECRET not in text
    assert "127.0.0.1" not in text
    assert "\n" not in diagnostic.message
    return diagnostic.code, diagnostic.message, diagnostic.hints[0]


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (500, "InternalError", "E830"),
        (503, "SlowDown", "E830"),
        (501, "NotImplemented", "E830"),
        (400, "InvalidRequest", "E830"),
        (401, "Unauthorized", "E831"),
        (403, "InvalidAccessKeyId", "E831"),
        (403, "SignatureDoesNotMatch", "E831"),
        (403, "AccessDenied", "E831"),
        (404, "NoSuchBucket", "E832"),
    ],
)
def test_what_the_store_says_is_told(failing, bucket, status, code, expected):
    failing.says(status, code)
    got, message, _ = told(bucket)
    assert got == expected
    assert message.startswith("there is no bucket s3://calendars/team" if status == 404 else "s3:")
    assert str(status) in message
    assert code in message
    assert len(failing.asked) <= 2 * (REPEATS + 1)


def test_a_bucket_in_another_region(failing, bucket):
    for status, code in ((301, "PermanentRedirect"), (400, "AuthorizationHeaderMalformed")):
        failing.says(status, code)
        assert told(bucket)[1:] == (
            "s3://calendars/team is in another region", "set AWS_REGION to the bucket's",
        )  # fmt: skip


def test_a_page_instead_of_a_store(failing, bucket):
    """As the network of a hotel sends it."""
    failing.answer = (200, "<html>Welcome</html>")
    assert told(bucket)[0] in ("E830", "E835")


def test_a_store_that_says_nothing(failing, bucket):
    failing.answer = lambda _: None
    assert told(bucket)[0] == "E830"
    assert len(failing.asked) <= REPEATS + 1


def test_a_store_that_hangs(failing, bucket, monkeypatch):
    monkeypatch.setitem(stores._CLIENT, "timeout", timedelta(milliseconds=150))
    bucket = open_place("s3://calendars/team", failing.endpoint, os.environ)
    failing.answer = hang(0.4)
    assert told(bucket)[0] == "E830"
    assert len(failing.asked) <= REPEATS + 1


def test_a_store_that_is_not_there(failing, bucket):
    failing.server_close()
    assert told(bucket)[:2] == ("E830", "s3://calendars/team cannot be reached")


def test_a_store_that_dies_within_an_answer(failing, bucket):
    def half(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "10000")
        handler.send_header("ETag", '"1"')
        handler.send_header("Last-Modified", "Mon, 07 Dec 2026 08:00:00 GMT")
        handler.end_headers()
        handler.wfile.write(ONE[:50])

    failing.answer = half
    assert told(bucket)[0] == "E830"


class Forgetful:
    """A store that holds one object, and answers its first `silent` writes with nothing."""

    def __init__(self, silent: int, *, writes: bool) -> None:
        self.silent = silent
        self.writes = writes
        self.content: bytes | None = None

    def __call__(self, handler):
        headers = (
            ("ETag", f'"{self.content!r:.9}"'),
            ("Last-Modified", "Mon, 07 Dec 2026 08:00:00 GMT"),
        )
        if handler.command == "GET":
            if self.content is None:
                return 404, "<Error><Code>NoSuchKey</Code></Error>"
            return 200, self.content, *headers
        if self.content is not None:
            return 412, "<Error><Code>PreconditionFailed</Code></Error>"
        self.silent -= 1
        if self.silent < 0 or self.writes:
            self.content = ONE
        return (200, "", *headers) if self.silent < 0 else None


def publish(bucket):
    return [done.state for done in Publisher(bucket, always(ONE)).publish([COPY])]


def test_a_write_that_was_done_and_not_answered_is_found(failing, bucket):
    failing.answer = Forgetful(1, writes=True)
    assert publish(bucket) == ["new"]


def test_a_write_that_was_lost_is_done_again(failing, bucket):
    failing.answer = Forgetful(1, writes=False)
    assert publish(bucket) == ["new"]
    assert failing.asked.count("PUT") == 2


def test_but_not_for_ever(failing, bucket):
    failing.answer = Forgetful(99, writes=False)
    assert told(bucket)[0] == "E830"
    assert failing.asked.count("PUT") <= 2 * (REPEATS + 1)


class Unlisted:
    """A store that calls forbidden what is not there, as S3 does to who may not list."""

    def __init__(self, *, holds: bool, reads: bool = True) -> None:
        self.holds = holds
        self.reads = reads

    def __call__(self, handler):
        headers = ("ETag", '"1"'), ("Last-Modified", "Mon, 07 Dec 2026 08:00:00 GMT")
        if handler.command == "GET":
            if self.holds and self.reads:
                return 200, ONE, *headers
            return 403, "<Error><Code>AccessDenied</Code></Error>"
        if self.holds and handler.headers["If-None-Match"] == "*":
            return 412, "<Error><Code>PreconditionFailed</Code></Error>"
        self.holds = True
        return 200, "", *headers


def test_who_may_not_list_the_bucket_can_publish_all_the_same(failing, bucket):
    failing.answer = Unlisted(holds=False)
    assert [publish(bucket), publish(bucket)] == [["new"], ["unchanged"]]


def test_who_may_not_read_is_told_so_and_overwrites_nothing(failing, bucket):
    failing.answer = Unlisted(holds=True, reads=False)
    assert told(bucket)[0] == "E831"
    with pytest.raises(Refused):
        bucket.write(KEY, calendar("two"), bucket.read(KEY))


def test_a_store_that_dies_half_way_leaves_what_is_done(failing, bucket):
    stores = {}

    def two(handler):
        """Two requests, a look and a write, and no more."""
        if len(failing.asked) > 2:
            return None
        stores[handler.command] = handler.path
        headers = ("ETag", '"1"'), ("Last-Modified", "Mon, 07 Dec 2026 08:00:00 GMT")
        if handler.command == "GET":
            return 404, "<Error><Code>NoSuchKey</Code></Error>"
        return 200, "", *headers

    failing.answer = two
    work = Publisher(bucket, always(ONE)).publish([COPY, COPY, COPY])
    assert next(work).state == "new"
    with pytest.raises(Refused) as refused:
        next(work)
    assert refused.value.diagnostic.code == "E830"
    assert stores["PUT"] == f"/calendars/team/{KEY}"


def test_a_conflict_is_no_failure(failing, bucket):
    conflict = 409, "<Error><Code>ConditionalRequestConflict</Code></Error>"
    nothing = 404, "<Error><Code>NoSuchKey</Code></Error>"
    failing.answer = lambda handler: nothing if handler.command == "GET" else conflict
    with pytest.raises(Moved):
        bucket.write(KEY, ONE, None)
