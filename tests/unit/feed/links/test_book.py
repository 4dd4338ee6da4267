"""The book of links: nothing is lost, nothing that opens a link is written down."""

from __future__ import annotations

import hashlib
import hmac
import os
import stat
import subprocess
import sys
from datetime import timedelta

import pytest

from mesocycle.feed.links.book import AlreadyRevoked, Book, NoSuchLink
from mesocycle.saving import writing
from tests.unit.feed.links.conftest import NOW, add

LATER = NOW + timedelta(days=3)


def test_a_new_link_opens_its_feed(book):
    link, token = add(book, options={"only": "run", "detail": "busy"})
    assert book.find(token) == link
    assert (link.feed, link.whom, link.created, link.revoked) == (
        "back-ana", "Ana's phone", NOW, None,
    )  # fmt: skip
    assert list(link.options.items()) == [("detail", "busy"), ("only", "run")]


@pytest.mark.proves("C62")
def test_a_secret_has_256_bits_of_the_system(state):
    asked = []

    def chance(size):
        asked.append(size)
        return bytes(range(size))

    _, token = add(Book(str(state), chance=chance))
    assert asked[0] == 32
    assert token == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"  # base64url of 0 to 31


@pytest.mark.proves("C62", "C65")
def test_only_its_digest_is_kept(book, state):
    link, token = add(book)
    text = (state / "links.json").read_text()
    assert token not in text
    assert hashlib.sha256(token.encode()).hexdigest() == link.digest
    assert link.digest in text


@pytest.mark.proves("C76")
def test_the_secret_is_kept_where_it_is_to_be_the_name_of_a_file(book, state):
    link, token = add(book, publish=True)
    assert link.token == token
    assert token in (state / "links.json").read_text()
    assert Book(str(state)).find(token) == link


@pytest.mark.proves("C62")
def test_digests_are_compared_in_constant_time(book, monkeypatch):
    compared = []

    def compare(*pair):
        compared.append(pair)
        return pair[0] == pair[1]

    monkeypatch.setattr(hmac, "compare_digest", compare)
    link, token = add(book)
    assert book.find(token) == link
    assert compared == [(link.digest, link.digest)]


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "A" * 42, "A" * 44, "A" * 43, "A" * 1_000_000, "A" * 42 + "\n", "A" * 42 + "=",
        "Ä" * 43, "\0" * 43, "\ud800" * 43, "../links.json", "A" * 42 + "\u0661", " " + "A" * 43,
    ],
    ids=ascii,
)  # fmt: skip
@pytest.mark.proves("C64")
def test_what_is_no_secret_opens_nothing(book, text):
    add(book)
    assert book.find(text) is None


@pytest.mark.proves("C64")
def test_neither_does_a_digest_an_id_or_a_secret_with_something_to_it(book):
    link, token = add(book)
    for text in (link.digest, link.id, token + "A", token[:-1], token.swapcase(), f" {token}"):
        assert book.find(text) is None


@pytest.mark.proves("C63")
def test_to_revoke_one_leaves_the_others(book):
    first, mine = add(book)
    second, other = add(book, whom="her physio")
    revoked = book.revoke(first.id, LATER)
    assert (revoked.revoked, revoked.replaced) == (LATER, False)
    assert book.find(mine) == revoked
    assert book.find(other) == second


def test_to_revoke_twice_keeps_the_first_day(book):
    link, _ = add(book)
    once = book.revoke(link.id, NOW)
    assert book.revoke(link.id, LATER) == once


def test_a_new_one_in_its_place(book):
    old, token = add(book, options={"detail": "busy"}, publish=True)
    new, other = book.rotate(old.id, LATER)
    assert token != other
    assert new.id != old.id
    assert (new.feed, new.whom, new.options) == (old.feed, old.whom, old.options)
    assert (new.created, new.token) == (LATER, other)
    replaced = book.find(token)
    assert (replaced.revoked, replaced.replaced) == (LATER, True)
    assert book.links() == (replaced, new)


def test_nothing_takes_the_place_of_a_link_that_ended(book, state):
    link, _ = add(book)
    book.revoke(link.id, NOW)
    before = (state / "links.json").read_bytes()
    with pytest.raises(AlreadyRevoked):
        book.rotate(link.id, LATER)
    assert (state / "links.json").read_bytes() == before


@pytest.mark.parametrize("verb", ["revoke", "rotate"])
def test_an_unknown_id(book, state, verb):
    with pytest.raises(NoSuchLink):
        getattr(book, verb)("kimoru", NOW)
    assert not state.exists()
    add(book)
    with pytest.raises(NoSuchLink):
        getattr(book, verb)("", NOW)


def test_for_whom_is_one_clean_line(book):
    link, _ = add(book, whom=" Ana\n\x1b[31m\u202e’s  phone ")
    assert link.whom == "Ana [31m’s phone"


# --- the file ------------------------------------------------------------------------------------


def test_nobody_else_may_read_it_at_any_moment(book, state, monkeypatch):
    seen = []
    opened = os.open

    def watched(path, flags, *mode, **more):
        handle = opened(path, flags, *mode, **more)
        if flags & os.O_CREAT and "tmp" in str(path):
            seen.append((os.fstat(handle).st_mode & 0o777, path))
        return handle

    monkeypatch.setattr(writing.os, "open", watched)
    before = os.umask(0)
    try:
        add(book)
        (state / "links.json").chmod(0o644)
        add(book)
    finally:
        os.umask(before)
    assert [mode for mode, _ in seen] == [0o600] * 3  # .gitignore, then the links
    assert stat.S_IMODE((state / "links.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert (state / ".gitignore").read_text() == "*\n"


def test_what_another_process_wrote_is_seen(book, state):
    _, token = add(Book(str(state)))
    found = book.find(token)
    assert found is not None
    Book(str(state)).revoke(found.id, NOW)
    assert book.find(token).revoked == NOW


def test_the_file_is_looked_at_twice_a_second_and_not_at_each_request(state):
    seconds = [0.0]
    book = Book(str(state), ticks=lambda: seconds[0])
    assert book.find("A" * 43) is None
    _, token = add(Book(str(state)))
    seconds[0] = 0.4
    assert book.find(token) is None
    seconds[0] = 0.5
    assert book.find(token) is not None


def test_it_is_read_again_only_if_it_is_another(book, monkeypatch):
    add(book)
    monkeypatch.setattr(os, "open", None)
    assert not book.refresh()
    assert len(book.links()) == 1


def test_a_file_that_is_gone_opens_nothing(book, state):
    _, token = add(book)
    (state / "links.json").unlink()
    assert book.refresh()
    assert book.find(token) is None
    assert book.links() == ()


def test_processes_at_once_lose_nothing(state):
    code = (
        "import sys\nfrom datetime import UTC, datetime\n"
        "from mesocycle.feed.links.book import Book\nbook = Book(sys.argv[1])\n"
        "now = datetime(2026, 1, 1, tzinfo=UTC)\n"
        "for n in range(8): book.create('f', sys.argv[2], {}, now=now)"
    )
    command = [sys.executable, "-c", code, str(state)]
    running = [subprocess.Popen([*command, name]) for name in "abc"]
    assert [each.wait() for each in running] == [0, 0, 0]
    links = Book(str(state)).links()
    assert len({link.id for link in links}) == len({link.digest for link in links}) == 24
    assert sorted(link.whom for link in links) == sorted("abc" * 8)


# --- a file that cannot be used ------------------------------------------------------------------
