"""What a look of a keeper gave, in short."""

from __future__ import annotations

from datetime import timedelta

from mesocycle.feed.building.news import to_tell
from tests.unit.feed.folders import NOW

LATER = NOW + timedelta(hours=1)


def told(news):
    """Feed and what became of it."""
    return {each.feed: each.what for each in news}


def codes(news):
    return [each.code for each in to_tell(news)]


def links(folder):
    return {(link.feed, *link.options): link for link in folder.book.links()}


def body(keeper, folder, *key):
    return keeper.body(links(folder)[key or ("back-ana",)])
