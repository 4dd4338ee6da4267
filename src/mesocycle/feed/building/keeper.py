"""The keeper of the feeds of a folder: what is good is served, what changed is made."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.builder import LIMIT_S, Builder, Builds, Stopped
from mesocycle.feed.building.caution import without_feed
from mesocycle.feed.building.due import Due
from mesocycle.feed.building.header import title_of
from mesocycle.feed.building.make import Made, Settings, checked
from mesocycle.feed.building.news import News, missing
from mesocycle.feed.building.owners import feed_of, taken
from mesocycle.feed.building.roster import Roster
from mesocycle.feed.building.shelf import Shelf
from mesocycle.feed.building.store import Key, Unreadable, digest_of, next_body, told
from mesocycle.feed.building.teller import Teller
from mesocycle.feed.building.wanted import key_of, wanted
from mesocycle.feed.building.watching import EVERY_S, watch
from mesocycle.feed.building.wire import Order
from mesocycle.feed.links.book import Book
from mesocycle.feed.model import Body, Feed, Health, Link
from mesocycle.feed.state import prepare, state_of

#: What a calendar is called that nobody has made yet, or that tells no name.
UNTITLED = "Training"
#: After so many feeds it is written down what they were made of.
_SAVE_EVERY = 100


class Keeper:
    """The feeds of one folder. It implements `Board`: requests are answered while it builds.

    A feed is made when somebody has a link to it, and again when a file that it was made of,
    or a setting, is another. Its new body takes the old one's place in one assignment, so a
    request has the one or the other, whole. Whatever goes wrong, the old one stays: also if
    the plan or diary vanishes, since a renamed file or an unmounted disk must not delete a
    season from phones. Who wants to end a feed revokes its links. Only what stops training
    is let through (`caution`).

    `state`: where bytes are kept, by default `.meso` in the folder, as the book's links are.
    `limit_s`: how many seconds a feed may take. `builder`: by default a process of its own.
    """

    def __init__(
        self,
        folder: str,
        book: Book,
        *,
        state: str | None = None,
        settings: Settings | None = None,
        limit_s: float = LIMIT_S,
        builder: Builds | None = None,
    ) -> None:
        self._folder = folder
        self._book = book
        self._state = state_of(folder, state)
        self._settings = settings or Settings()
        self._shelf = Shelf(self._state)
        self._roster = Roster(folder)
        self._due = Due(folder, self._state, self._settings)
        self._builder = builder or Builder(limit_s)
        self._looking = threading.Lock()
        self._gone: set[Key] = set()
        self._teller = Teller()
        self._live: tuple[Key, ...] = ()
        self._health = Health(0, 0)
        #: Whether the last look left something for the next one.
        self.behind = False

    def link(self, token: str) -> Link | None:
        """The link with this secret, revoked or not."""
        return self._book.find(token)

    def body(self, link: Link) -> Body | None:
        """The last good bytes of a link's feed; links that want the same share one body."""
        return self._shelf.serve(key_of(link))

    def has(self, link: Link) -> bool:
        """Whether there are such bytes, without reading them."""
        return self._shelf.has(key_of(link))

    def title(self, link: Link) -> str:
        """What the calendar calls itself: nothing that the link may not show."""
        body = self.body(link)
        return (title_of(body.content) if body is not None else None) or UNTITLED

    def health(self) -> Health:
        """How many feeds somebody has a link to, and how many of them wait to be mended."""
        return self._health

    def close(self) -> None:
        """Build no more; what is being built is given up. Bodies are still served."""
        self._builder.close()

    def next_turn(self, now: datetime) -> datetime | None:
        """When to look again though no file changes; None: there is no need to."""
        return self._due.next_turn(now)

    async def watch(
        self,
        stop: asyncio.Event,
        tell: Callable[[list[News]], None],
        clock: Callable[[], datetime],
        every_s: float = EVERY_S,
    ) -> None:
        """Look now, after every change of the folder or the links, and when the day turns.

        It ends when `stop` is set, and then nothing is built any more. `tell` gets what a look
        found out, if that is anything; `every_s`: a look at least so often.
        """
        with told(self._state, []):
            prepare(self._state)
        await watch(self, (self._folder, self._state), stop, tell, clock, every_s)

    def look(self, now: datetime, enough: Callable[[], bool] | None = None) -> list[News]:
        """Make everything that is due, one after the other, and tell what came of it.

        `now` is the time of changes, and the day of `as_of` "today". Each new body is served
        as soon as it is made. It may take long: ask it in a thread of its own. Once `enough`
        says so, the rest waits for the next look (`behind`), which takes first what was
        edited last. After `close` there is no more news.
        """
        with self._looking:
            notes: list[Diagnostic] = []
            news: list[News] = []
            self.behind = False
            try:
                self._look(now, enough or (lambda: False), news, notes)
            except Stopped:
                return news
            finally:
                if not self.behind:
                    self._builder.rest()
                stale = sum(key in self._teller.bad for key in self._live)
                self._health = Health(len(self._live), stale, now)
            return [*news, *self._teller.of_folder(notes)]

    def _look(
        self, now: datetime, enough: Callable[[], bool], news: list[News], notes: list[Diagnostic]
    ) -> None:
        self._due.begin()
        found = self._roster.look()
        notes.extend(found.diagnostics)
        self._find_live(now, notes)
        if found.value is None:
            return
        feeds = {feed.name: feed for feed in found.value}
        due = []
        for key in self._live:
            feed = feed_of(key.feed, key.diary, feeds)
            if feed is None:
                news.extend(self._missing(key, feeds, now, notes))
            elif self._is_due(key, feed, now, notes) or key in self._gone:
                due.append(key)
        self._shelf.repair(notes)
        due.sort(key=lambda key: self._due.turn(key, feeds[key.feed]))
        for count, key in enumerate(due, 1):
            news.append(self._make(key, feeds[key.feed], now, notes))
            self.behind = count < len(due) and enough()
            if self.behind or count % _SAVE_EVERY == 0:
                self._save(notes)
            if self.behind:
                return
        self._save(notes)

    def _find_live(self, now: datetime, notes: list[Diagnostic]) -> None:
        """Which bodies somebody has a link to; as before, while that cannot be read."""
        found = wanted(self._book, now, notes)
        if found is None:
            return
        with told(self._state, notes):
            self._shelf.sweep(found.ended)
        self._live, live = found.live, set(found.live)
        self._due.keep_only(live)
        self._shelf.keep_only(live)
        self._teller.keep_only(live)
        self._gone &= live

    def _is_due(self, key: Key, feed: Feed, now: datetime, notes: list[Diagnostic]) -> bool:
        """Whether a feed must be made; its bytes of last time are looked at, once."""
        entry = self._due.entry(key)
        if entry is not None and not self._shelf.is_sound(key, entry.content, notes):
            self._due.forget(key)
        return self._due.is_due(key, feed, now)

    def _make(self, key: Key, feed: Feed, now: datetime, notes: list[Diagnostic]) -> News:
        """Make one feed; what is good takes the place of what was."""
        self._gone.discard(key)
        try:
            last = self._shelf.last(key, notes)
        except Unreadable as refused:  # without them, revisions would start again
            return self._teller.of_feed(key, "failed", (refused.diagnostic,))
        seen = self._due.before(key, feed)
        previous = last.content if last is not None else None
        order = Order(feed, dict(key.options), self._settings, previous, now)
        made = checked(self._builder.make(order))
        content = digest_of(made.content) if made.content is not None else ""
        self._due.note(key, feed, made, seen, content, now)
        if made.content is None:
            self._hold(key, made, last, now, notes)
            return self._teller.of_feed(key, "failed", made.diagnostics)
        body = next_body(made.content, last, now)
        if body is not last:
            self._shelf.put(key, body, notes)
        return self._teller.of_feed(key, "unchanged" if body is last else "built", made.diagnostics)

    def _hold(
        self, key: Key, made: Made, last: Body | None, now: datetime, notes: list[Diagnostic]
    ) -> None:
        """Serve what may still be shown of the last good bytes, where that is not all of them."""
        if made.held is not None and (body := next_body(made.held, last, now)) is not last:
            self._shelf.put(key, body, notes)

    def _save(self, notes: list[Diagnostic]) -> None:
        with told(self._state, notes):
            self._due.save(self._shelf.unkept)

    def _missing(
        self, key: Key, feeds: Mapping[str, Feed], now: datetime, notes: list[Diagnostic]
    ) -> Iterator[News]:
        """News of a feed that the folder does not give any more: it stays as it was."""
        self._gone.add(key)
        last = self._shelf.serve(key)
        why = taken(key.feed, key.diary, feeds) or missing(key.feed, feeds, kept=last is not None)
        content = last.content if last is not None else None
        made = without_feed(why, key.feed, self._due.diary(key), content, now)
        self._hold(key, made, last, now, notes)
        if not (news := self._teller.of_feed(key, "failed", made.diagnostics)).again:
            yield news
