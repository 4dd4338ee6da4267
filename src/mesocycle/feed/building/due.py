"""When a feed has to be made again: a file is another, a setting, or the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from datetime import time as clock_time

from mesocycle.civil import UTC, read_zone
from mesocycle.feed.building.glances import Glances, digest
from mesocycle.feed.building.ledger import Entry, read_ledger, tools, wishes_of, write_ledger
from mesocycle.feed.building.make import Made, Settings, today_in
from mesocycle.feed.building.store import Key
from mesocycle.feed.model import Feed

_DAY = timedelta(days=1)
#: When what hung or crashed is tried once more, though no file changed: it may have been the
#: memory. The next time it waits twice as long, but at most a day.
RETRY, LONGEST_RETRY = timedelta(minutes=10), _DAY


class Due:
    """What the feeds of a folder were made of, and whether that still is so.

    Files are compared by what is in them, not by their dates: a checkout that touches all of
    them makes nothing again.
    """

    def __init__(self, folder: str, state: str, settings: Settings) -> None:
        self._folder = folder
        self._state = state
        self._settings = settings
        self._tools = tools()
        self._digest = Glances(digest)
        self._good: dict[Key, Entry] = read_ledger(state, folder, self._tools)
        self._bad: dict[Key, Entry] = {}
        self._retry: dict[Key, tuple[datetime, timedelta]] = {}
        self._changed = False

    def begin(self) -> None:
        """A new look: files are glanced at again."""
        self._digest.begin()

    def entry(self, key: Key) -> Entry | None:
        """How the feed was made when it came out well last, if no later try failed."""
        return self._good.get(key)

    def diary(self, key: Key) -> str | None:
        """The path of the diary that the feed was made of when it came out well last."""
        entry = self._good.get(key)
        paths = entry.inputs if entry is not None else ()
        return next((path for path in paths if path.endswith(".diary")), None)

    def is_due(self, key: Key, feed: Feed, now: datetime) -> bool:
        """Whether another try could give something else than the last one."""
        entry = self._bad.get(key) or self._good.get(key)
        if entry is None or (key in self._retry and now >= self._retry[key][0]):
            return True
        if entry.wishes != self._wishes(key, feed) or entry.day != self._day(entry.zone, now):
            return True
        return any(self._digest(path) != seen for path, seen in entry.inputs.items())

    def turn(self, key: Key, feed: Feed) -> tuple[bool, int, Key]:
        """Whose turn it is, the least first: what was edited last, since somebody waits for it.

        Whatever hung or crashed is behind all others.
        """
        edited = max(self._digest.modified(path) for path in (feed.plan, feed.diary or feed.plan))
        return (key in self._retry, -edited, key)

    def before(self, key: Key, feed: Feed) -> dict[str, str]:
        """What is in the files that will be read, as far as they are known ahead.

        Asked before the feed is made: should one of them change meanwhile, it is due again.
        """
        entry = self._bad.get(key) or self._good.get(key)
        paths = (
            feed.plan,
            *((feed.diary,) if feed.diary else ()),
            *(entry.inputs if entry else ()),
        )
        return {path: self._digest(path) for path in paths}

    def note(
        self,
        key: Key,
        feed: Feed,
        made: Made,
        before: Mapping[str, str],
        content: str,
        now: datetime,
    ) -> None:
        """A feed was made, or not; `content` is the digest of what came out, or empty.

        Where the process was lost nobody knows what it read: then it is what was read last.
        """
        inputs = {path: before.get(path) or self._digest(path) for path in made.inputs or before}
        day = self._day(made.zone, now)
        entry = Entry(inputs, self._wishes(key, feed), content, day, made.zone)
        _, waited = self._retry.pop(key, (now, RETRY / 2))
        if made.content is not None:
            self._good[key] = entry
            self._bad.pop(key, None)
            self._changed = True
        else:
            self._bad[key] = entry
            if not made.inputs:
                wait = min(waited * 2, LONGEST_RETRY)
                self._retry[key] = (now + wait, wait)

    def forget(self, key: Key) -> None:
        """The next look makes it, whatever was."""
        self._changed |= self._good.pop(key, None) is not None
        self._bad.pop(key, None)

    def keep_only(self, keys: Iterable[Key]) -> None:
        """Forget what nobody has a link to any more."""
        wanted = set(keys)
        for key in {*self._good, *self._bad} - wanted:
            self._changed |= self._good.pop(key, None) is not None
            self._bad.pop(key, None)
            self._retry.pop(key, None)

    def save(self, but: Iterable[Key] = ()) -> None:
        """Keep what came out well, except for `but`, whose bytes are not on the disk.

        Raises:
            FolderBusy, OSError: as `write_ledger`.
        """
        if self._changed:
            left_out = set(but) | set(self._bad)
            kept = {key: entry for key, entry in self._good.items() if key not in left_out}
            write_ledger(self._state, self._folder, self._tools, kept)
            self._changed = False

    def next_turn(self, now: datetime) -> datetime | None:
        """When something is due though no file changes: a day turns, or a try is repeated."""
        moments = [when for when, _ in self._retry.values()]
        if self._settings.as_of == "today":
            zones = {entry.zone for entry in (*self._good.values(), *self._bad.values())}
            moments += [_midnight_after(zone, now) for zone in zones]
        return min(moments, default=None)

    def _wishes(self, key: Key, feed: Feed) -> str:
        as_of = str(self._settings.as_of)
        options = {**self._settings.options, **dict(key.options)}
        return wishes_of(as_of, options, feed.plan, feed.diary)

    def _day(self, zone: str | None, now: datetime) -> str | None:
        if self._settings.as_of != "today":
            return None
        return today_in(read_zone(zone) if zone else None, now).isoformat()


def _midnight_after(zone: str | None, now: datetime) -> datetime:
    at = read_zone(zone) if zone else None
    return datetime.combine(today_in(at, now) + _DAY, clock_time(), at or UTC).astimezone(UTC)
