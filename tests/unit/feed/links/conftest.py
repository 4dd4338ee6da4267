"""A book of links, with a clock and with chance that tests hold in their hands."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from mesocycle.feed.links.book import Book

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)


@pytest.fixture
def state(tmp_path):
    """A state folder that is not there yet."""
    return tmp_path / "plans" / ".meso"


@pytest.fixture
def book(state):
    """A book whose glances at the file are never put off."""
    seconds = count(step=10)
    return Book(str(state), ticks=lambda: next(seconds))


def add(book, feed="back-ana", whom="Ana's phone", **more):
    return book.create(feed, whom, more.pop("options", {}), now=NOW, **more)
