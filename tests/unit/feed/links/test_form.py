"""What is in links.json is read with suspicion: damage is told, and nothing is guessed."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mesocycle.feed.links.form import Damaged, Newer, read_links, told, write_links
from mesocycle.feed.model import Link
from tests.unit.feed.links.conftest import NOW

TOKEN = "A" * 43
ROW = {
    "id": "kimoru",
    "feed": "back-ana",
    "whom": "Ana",
    "digest": hashlib.sha256(TOKEN.encode()).hexdigest(),
    "created": "2026-11-23T04:30:00Z",
}


def file(*rows, **more):
    return json.dumps({"format": 1, "links": list(rows), **more}).encode()


def but(**changes):
    return {key: value for key, value in (ROW | changes).items() if value is not ...}


def test_a_row_is_a_link():
    link = Link("kimoru", "back-ana", "Ana", ROW["digest"], NOW)
    assert read_links(file(ROW)) == (link,)
    assert read_links(write_links([link])) == (link,)


def test_an_empty_file_of_links():
    assert read_links(file()) == ()
    assert write_links([]) == b'{\n "format": 1,\n "links": []\n}\n'


@settings(max_examples=30)
@given(
    some.lists(
        some.builds(
            Link,
            id=some.from_regex("[a-z]{2,8}", fullmatch=True),
            feed=some.text(min_size=1, max_size=30),
            whom=some.text(min_size=1, max_size=80),
            digest=some.from_regex("[0-9a-f]{64}", fullmatch=True),
            created=some.just(NOW),
            options=some.dictionaries(some.text(max_size=9), some.text(max_size=9), max_size=3),
            revoked=some.none() | some.just(NOW),
            replaced=some.booleans(),
            token=some.none(),
        ),
        max_size=4,
        unique_by=(lambda link: link.id, lambda link: link.digest),
    )
)
def test_what_is_written_is_read(links):
    data = write_links(links)
    assert read_links(data) == tuple(links)
    assert write_links(read_links(data)) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"format": 1}',
        b'{"format": "1", "links": []}',
        b"[" * 100_000,
        file(ROW)[:-1],
        file(ROW) + b"{}",
        file(ROW, ROW),
        file(ROW, but(id="banovu")),
        file(ROW, but(digest="0" * 64)),
        file(but(id="Kimoru")),
        file(but(id="../x")),
        file(but(id="kimoru\n")),
        file(but(id=...)),
        file(but(feed="")),
        file(but(whom=3)),
        file(but(digest="ab")),
        file(but(digest="G" * 64)),
        file(but(created="2026-11-23T04:30:00")),
        file(but(created="yesterday")),
        file(but(options=["busy"])),
        file(but(options={"detail": 3})),
        file(but(revoked=5.5)),
        file(but(token="B" * 43)),
        file(but(token=TOKEN[:-1])),
        b" " * 8_000_001,
    ],
    ids=lambda data: ascii(data[-60:]),
)
def test_anything_else_is_damaged(data):
    with pytest.raises(Damaged) as error:
        read_links(data)
    assert told(error.value, "links.json").code == "E821"


@pytest.mark.parametrize(
    "data",
    [
        b'{"format": 2, "who": {}}',
        file(format=3),
        file(but(expires="2027-01-01T00:00:00Z")),
        file(ROW, owners=[]),
    ],
)
def test_what_a_newer_one_wrote_is_not_thrown_away(data):
    with pytest.raises(Newer) as error:
        read_links(data)
    assert told(error.value, "links.json").code == "E822"


@pytest.mark.proves("C65")
def test_no_complaint_repeats_a_secret():
    for row in (but(token="B" * 43), but(token=5, whom="B" * 43), but(id="B" * 43)):
        with pytest.raises(Damaged) as error:
            read_links(file(row))
        said = told(error.value, "links.json")
        assert "BBBB" not in said.message + "".join(said.hints)
