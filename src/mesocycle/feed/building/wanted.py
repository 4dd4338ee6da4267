"""Which bodies somebody has a link to, and which nobody has any more."""

from __future__ import annotations

from datetime import datetime

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.store import Key
from mesocycle.feed.links.book import Book, Unusable
from mesocycle.feed.links.notice import is_gone
from mesocycle.feed.model import Link


class Wanted(msgspec.Struct, frozen=True):
    """`live`: what the links that open something lead to, sorted.

    `ended`: what only links lead to that are gone, notice and all. What lies about without
    any link is in neither: a links.json that was lost may be brought back.
    """

    live: tuple[Key, ...]
    ended: frozenset[Key]


def wanted(book: Book, now: datetime, notes: list[Diagnostic]) -> Wanted | None:
    """As the links are at `now`; None if they cannot be read and never could, which is noted."""
    try:
        links = book.links()
    except Unusable as error:
        notes.append(error.diagnostic)
        return None
    if book.fault is not None:
        notes.append(book.fault)
    live = {key_of(link) for link in links if link.revoked is None}
    gone = {key_of(link) for link in links if is_gone(link, now)}
    shown = {key_of(link) for link in links if not is_gone(link, now)}
    return Wanted(tuple(sorted(live)), frozenset(gone - shown))


def key_of(link: Link) -> Key:
    """The body that a link leads to; links that want the same share it."""
    return Key.of(link.feed, link.options, link.diary)
