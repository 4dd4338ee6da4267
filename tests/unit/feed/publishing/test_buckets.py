"""A bucket as a place: each write says what it replaces, and the store itself holds to it."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from obstore.store import MemoryStore

from mesocycle.feed.building.make import Made
from mesocycle.feed.publishing.buckets import Bucket
from mesocycle.feed.publishing.opening import open_place
from mesocycle.feed.publishing.places import Held, Moved, Refused
from mesocycle.feed.publishing.publishing import Publisher
from tests.unit.feed.publishing.calendars import COPY, KEY, SOMEBODYS, always, calendar

ONE, TWO = calendar("one"), calendar("two")


@pytest.fixture
def prefix(request):
    """Every test has a part of the bucket to itself."""
    return f"of-{abs(hash(request.node.nodeid))}"


@pytest.fixture(params=["s3", "memory"])
def bucket(request, keys, prefix):
    """A bucket of a store that speaks S3; and one in memory, to see that they agree."""
    if request.param == "memory":
        return Bucket(MemoryStore(), "s3", "memory")
    s3 = request.getfixturevalue("s3")
    return open_place(f"s3://calendars/{prefix}", s3.endpoint, os.environ)


def test_written_read_and_deleted_again(bucket):
    assert bucket.read(KEY) is None
    bucket.write(KEY, ONE, None)
    held = bucket.read(KEY)
    assert held.content == ONE
    bucket.write(KEY, TWO, held)
    held = bucket.read(KEY)
    assert held.content == TWO
    bucket.delete(KEY, held)
    assert bucket.read(KEY) is None


@pytest.mark.proves("C74")
def test_what_is_new_never_replaces_anything(bucket):
    bucket.write(KEY, ONE, None)
    with pytest.raises(Moved):
        bucket.write(KEY, TWO, None)
    assert bucket.read(KEY).content == ONE


@pytest.mark.proves("C74")
def test_what_somebody_else_wrote_meanwhile_is_not_replaced_or_deleted(bucket):
    bucket.write(KEY, ONE, None)
    seen = bucket.read(KEY)
    bucket.write(KEY, TWO, seen)
    with pytest.raises(Moved):
        bucket.write(KEY, calendar("three"), seen)
    with pytest.raises(Moved):
        bucket.delete(KEY, seen)
    assert bucket.read(KEY).content == TWO


@pytest.mark.proves("C74")
def test_what_was_deleted_meanwhile_does_not_come_back_by_itself(bucket):
    bucket.write(KEY, ONE, None)
    seen = bucket.read(KEY)
    bucket.delete(KEY, seen)
    with pytest.raises(Moved):
        bucket.write(KEY, TWO, seen)
    assert bucket.read(KEY) is None


def test_copies_are_published_step_by_step(bucket):
    def state(content):
        return [done.state for done in Publisher(bucket, always(content)).publish([COPY])]

    assert [state(ONE), state(ONE), state(TWO), state(None)] == [
        ["new"], ["unchanged"], ["changed"], ["kept"],
    ]  # fmt: skip
    assert bucket.read(KEY).content == TWO


def test_what_we_did_not_make_is_left_alone(bucket):
    bucket.write(KEY, SOMEBODYS, None)
    (done,) = Publisher(bucket, always(ONE)).publish([COPY])
    assert [d.code for d in done.diagnostics] == ["E833"]
    assert bucket.read(KEY).content == SOMEBODYS


def test_what_is_no_feed_is_not_fetched_to_find_out(bucket, monkeypatch):
    bucket.write(KEY, b"x" * 10_000, None)
    monkeypatch.setattr("mesocycle.feed.publishing.buckets.LARGEST", 9_999)
    assert bucket.read(KEY).content is None


@pytest.mark.proves("C74")
def test_of_two_at_once_none_is_lost(bucket):
    """Each adds an event to what is there; whoever comes second adds it to the other's."""

    def adds(event):
        def build(feed, options, previous):
            there = re.findall(rb"UID:(\w+)", previous or b"")
            return Made(calendar(*sorted({*(e.decode() for e in there), event})), "", (), ())

        return lambda: [done.state for done in Publisher(bucket, build).publish([COPY])]

    with ThreadPoolExecutor(2) as pool:
        for number in range(5):
            both = [pool.submit(adds(f"{who}{number}")) for who in ("a", "b")]
            assert {each.result()[0] for each in both} <= {"new", "changed"}
    assert bucket.read(KEY).content == calendar(*(f"{w}{n}" for w in "ab" for n in range(5)))


def test_a_bucket_that_is_not_there_is_not_made(s3, keys):
    place = open_place("s3://nowhere/team", s3.endpoint, os.environ)
    with pytest.raises(Refused) as refused:
        list(Publisher(place, always(ONE)).publish([COPY]))
    assert refused.value.diagnostic.code == "E832"
    assert s3.ask("GET", f"/nowhere/team/{KEY}")[0] == 404


@pytest.fixture
def published(s3, keys, prefix):
    """The path of an object as anybody asks for it."""
    place = open_place(f"s3://calendars/{prefix}", s3.endpoint, os.environ)
    place.write(KEY, ONE, None)
    return f"/calendars/{prefix}/{KEY}"


@pytest.mark.proves("C73", "C50")
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_object_is_sent_as_the_server_sends_feeds(s3, published, method):
    status, headers, body = s3.ask(method, published)
    assert (status, body) == (200, ONE if method == "GET" else b"")
    assert headers["content-type"] == "text/calendar; charset=utf-8"
    assert headers["cache-control"] == "private, max-age=300, must-revalidate"
    assert headers["content-disposition"] == 'inline; filename="plan.ics"'
    assert headers["content-length"] == str(len(ONE))


@pytest.mark.proves("C77")
def test_an_object_answers_a_conditional_get(s3, published, prefix):
    _, headers, _ = s3.ask("GET", published)
    status, _, body = s3.ask("GET", published, If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")
    status, _, body = s3.ask("GET", published, If_Modified_Since=headers["last-modified"])
    assert (status, body) == (304, b"")
    place = open_place(f"s3://calendars/{prefix}", s3.endpoint, os.environ)
    place.write(KEY, TWO, place.read(KEY))
    status, other, body = s3.ask("GET", published, If_None_Match=headers["etag"])
    assert (status, body) == (200, TWO)
    assert other["etag"] != headers["etag"]


@pytest.mark.parametrize(
    ("key", "named"),
    [("clinic/back.ics", "back.ics"), ("rücken.ics", "plan.ics"), ('a"b.ics', "plan.ics")],
)
def test_a_name_that_no_header_can_hold(s3, keys, prefix, key, named):
    place = open_place(f"s3://calendars/{prefix}", s3.endpoint, os.environ)
    place.write(key, ONE, None)
    assert place.read(key).content == ONE
    import obstore

    found = obstore.get(place._store, key).attributes
    assert found["Content-Disposition"] == f'inline; filename="{named}"'


def test_held_is_what_was_read():
    assert Held(ONE) != Held(ONE, ("tag", ""))
