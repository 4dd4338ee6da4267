"""Copies of feeds put in their places: only what changed, and never worse than what is there.

What lies there already is read first. It holds the revisions of its events, and it may not be
ours. A write says what it replaces; if somebody else was quicker, all of it begins again with
what they wrote.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

import msgspec

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.builder import Builder
from mesocycle.feed.building.make import Made, Settings
from mesocycle.feed.building.wire import Order
from mesocycle.feed.model import Feed, Options
from mesocycle.feed.publishing.copies import Copy
from mesocycle.feed.publishing.places import Held, Moved, Place, Refused
from mesocycle.feed.publishing.reading import Difference, difference, is_another, is_ours

#: Makes the bytes of a feed, given those of last time.
Build = Callable[[Feed, Options, bytes | None], Made]
State = Literal["new", "changed", "unchanged", "removed", "kept"]
#: How often to begin again because somebody else wrote.
TRIES = 5


class Published(msgspec.Struct, frozen=True):
    """What became of a copy.

    "kept": it could not be made or written, and what was there (or not) is so still.
    `size` is that of what lies there now, in bytes.
    """

    copy: Copy
    state: State
    size: int = 0
    difference: Difference | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@contextmanager
def building(settings: Settings, now: datetime) -> Iterator[Build]:
    """Makes feeds, in another process: one that hangs or dies costs itself."""
    builder = Builder()

    def build(feed: Feed, options: Options, previous: bytes | None) -> Made:
        return builder.make(Order(feed, dict(options), settings, previous, now))

    try:
        yield build
    finally:
        builder.rest()


class Publisher:
    """One run to one place. With `dry`, it is told what would be done, and nothing is."""

    def __init__(self, place: Place, build: Build, *, dry: bool = False) -> None:
        self._place = place
        self._build = build
        self._dry = dry
        self._feed: Feed | None = None
        self._made: dict[tuple[tuple[tuple[str, str], ...], bytes], Made] = {}

    def publish(self, copies: Sequence[Copy]) -> Iterator[Published]:
        """Each copy, in order; what there was nothing to do about is not told.

        Raises:
            Refused: the place takes nothing (any more); those that were told are done.
        """
        if self._dry or not copies:
            yield from self._each(copies)
            return
        with self._place.held([copy.key for copy in copies]):
            yield from self._each(copies)

    def _each(self, copies: Sequence[Copy]) -> Iterator[Published]:
        for copy in copies:
            try:
                done = self._one(copy)
            except Refused as refused:
                if refused.wide:
                    raise
                done = Published(copy, "kept", diagnostics=(refused.diagnostic,))
            if done is not None:
                yield done

    def _one(self, copy: Copy) -> Published | None:
        for _ in range(TRIES):
            try:
                return self._try(copy)
            except Moved:
                continue
        message = f"{copy.label}: somebody else keeps publishing to {self._place.name}"
        raise Refused(Diagnostic(code="E834", message=message, hints=("try again",)))

    def _try(self, copy: Copy) -> Published | None:
        before = self._place.read(copy.key)
        if copy.feed is None and copy.notice is None:
            return self._remove(copy, before) if before is not None and before.seen else None
        if copy.feed is None:
            if before is None:
                return None  # it was never published, or deleted by hand
            made = Made(copy.notice, copy.label, (), ())
        else:
            made = self._content(copy.feed, copy.options, before)
        if before is not None and before.seen and not is_ours(before.content, made.content):
            self._foreign(copy)
        if made.content is None:
            if made.held is not None:
                return self._put(copy, made.held, before, made.diagnostics)
            return Published(copy, "kept", diagnostics=made.diagnostics)
        return self._put(copy, made.content, before, made.diagnostics)

    def _put(
        self, copy: Copy, content: bytes, before: Held | None, notes: tuple[Diagnostic, ...]
    ) -> Published:
        old = before.content if before is not None else None
        if old == content:
            return Published(copy, "unchanged", len(content), diagnostics=notes)
        if not self._dry:
            self._place.write(copy.key, content, before)
        if old is None:
            return Published(copy, "new", len(content), diagnostics=notes)
        if copy.feed is None:
            return Published(copy, "changed", len(content), None, notes)
        if is_another(old, content):
            notes = (*notes, _other(copy, self._place.name))
        changes = difference(old, content)
        return Published(copy, "changed", len(content), changes, notes)

    def _remove(self, copy: Copy, before: Held) -> Published:
        if not is_ours(before.content):
            self._foreign(copy)
        if not self._dry:
            self._place.delete(copy.key, before)
        return Published(copy, "removed")

    def _content(self, feed: Feed, options: Options, before: Held | None) -> Made:
        """The feed as it follows on what is there; made once for all its copies that are equal."""
        if feed != self._feed:
            self._feed = feed
            self._made.clear()  # thousands of athletes do not go into the memory
        previous = before.content if before is not None else None
        ours = previous if is_ours(previous) else None
        known = hashlib.sha256(ours or b"").digest()
        key = tuple(sorted(options.items())), known
        if key not in self._made:
            self._made[key] = self._build(feed, options, ours)
        return self._made[key]

    def _foreign(self, copy: Copy) -> None:
        """E833: what lies there was not made here.

        Raises:
            Refused: always.
        """
        message = f"{copy.label}: what lies there in {self._place.name} is no calendar of ours"
        hint = "it was left alone; move it away, or publish to another place"
        raise Refused(Diagnostic(code="E833", message=message, hints=(hint,)))


def _other(copy: Copy, place: str) -> Diagnostic:
    """W839: a calendar took the place of another one."""
    message = f"{copy.label}: the calendar that lay there in {place} was of something else"
    hint = (
        "a plan or athlete that was renamed, most likely; but of two folders, or two names that "
        "differ by capitals, each needs a place of its own"
    )
    return Diagnostic(code="W839", severity="warning", message=message, hints=(hint,))
