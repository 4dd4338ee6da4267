"""Links that cannot be read, or written: told, left alone, and those known hold on."""

from __future__ import annotations

import os

import pytest

from mesocycle.feed.links.book import Book, Unusable
from mesocycle.saving import writing
from tests.unit.feed.links.conftest import NOW, add


def test_a_damaged_file_is_told_and_left_alone(state):
    state.mkdir(parents=True)
    (state / "links.json").write_bytes(b'{"format": 1, "links": [')
    book = Book(str(state))
    with pytest.raises(Unusable) as told:
        book.links()
    assert told.value.diagnostic.code == "E821"
    for change in (
        lambda: add(book), lambda: book.revoke("kimoru", NOW), lambda: book.rotate("kimoru", NOW),
    ):  # fmt: skip
        with pytest.raises(Unusable):
            change()
    assert (state / "links.json").read_bytes() == b'{"format": 1, "links": ['
    assert book.find("A" * 43) is None


def test_what_was_known_holds_while_the_file_is_damaged(book, state):
    link, token = add(book)
    good = (state / "links.json").read_bytes()
    (state / "links.json").write_bytes(b"\0" * 10)
    assert not book.refresh()
    assert book.find(token) == link
    assert book.links() == (link,)
    assert book.fault.code == "E821"
    (state / "links.json").write_bytes(good)
    assert book.find(token) == link
    assert book.fault is None


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_told_and_not_waited_for(state, make):
    state.mkdir(parents=True)
    make(state / "links.json")
    with pytest.raises(Unusable) as told:
        Book(str(state)).links()
    assert told.value.diagnostic.code == "E820"


def test_a_state_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        add(Book(str(tmp_path / "file" / ".meso")))
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        add(Book(str(tmp_path / "file")))


def test_a_disk_that_is_full_leaves_the_links_as_they_were(book, state, monkeypatch):
    _, token = add(book)
    before = (state / "links.json").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        add(book)
    monkeypatch.undo()
    assert (state / "links.json").read_bytes() == before
    assert sorted(os.listdir(state)) == [".gitignore", "links.json"]
    assert book.find(token) is not None


def test_a_folder_that_is_gone_with_it_changes_nothing(book, state):
    """A disk that is not mounted; what writes there meanwhile makes another folder."""
    _, token = add(book)
    away = state.rename(state.with_name("unmounted"))
    for _ in range(2):
        assert not book.refresh()
        assert book.find(token) is not None
        assert book.fault.code == "E820"
        state.mkdir(exist_ok=True)
    state.rmdir()
    away.rename(state)
    assert not book.refresh()
    assert (book.fault, len(book.links())) == (None, 1)
