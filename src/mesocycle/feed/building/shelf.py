"""The bodies that are served: zipped in memory, as files in the state folder.

Thousands of calendars of a hundred kilobytes would fill the memory; zipped they are a
tenth of that, and zipped is how most programs want them.
"""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime

from mesocycle.diagnostics import Diagnostic
from mesocycle.feed.building.store import Damage, Key, Store, Unreadable, digest_of, told
from mesocycle.feed.model import Body

#: How many bytes of bodies are kept ready, unzipped: those that were asked for last.
READY = 32_000_000


class Shelf:
    """The last good body of each key. Requests and a look may use it at the same time.

    The disk has them too, as far as it lets; what it refuses is tried again by `repair`.
    """

    def __init__(self, state: str, ready: int = READY) -> None:
        self._state = state
        self._store = Store(state)
        self._guard = threading.Lock()
        self._zipped: dict[Key, tuple[bytes, datetime]] = {}
        self._ready: OrderedDict[Key, Body] = OrderedDict()
        self._room = ready
        #: Whose bytes are in memory only, because the disk did not take them.
        self.unkept: set[Key] = set()

    def serve(self, key: Key) -> Body | None:
        """The body to answer a request with; None if there is none that can be used."""
        try:
            return self._found(key)
        except (Damage, Unreadable):
            return None  # the next look tells it

    def has(self, key: Key) -> bool:
        """Whether there is a body, without reading it."""
        return key in self._zipped or self._store.has(key)

    def last(self, key: Key, notes: list[Diagnostic]) -> Body | None:
        """The body that the next one follows on; damage is noted, and then there is none.

        Raises:
            Unreadable: there is one, and it cannot be had now.
        """
        try:
            return self._found(key)
        except Damage as damage:
            notes.append(damage.diagnostic)
            return None

    def is_sound(self, key: Key, digest: str, notes: list[Diagnostic]) -> bool:
        """Whether the bytes of last time are there, and are those with that digest.

        They are read once, and zipped: a look has the time, and a request has not. What cannot
        be read now is noted, and thought sound: nothing is to take its place.
        """
        if key in self._zipped:
            return True
        try:
            body = self.last(key, notes)
        except Unreadable as refused:
            notes.append(refused.diagnostic)
            return True
        return body is not None and digest_of(body.content) == digest

    def put(self, key: Key, body: Body, notes: list[Diagnostic]) -> None:
        """Serve this one from now on, and keep it.

        It takes the place of the one before in one step: whoever asks gets the one or the
        other, whole.
        """
        zipped = body.zipped
        with self._guard:
            self._zipped[key] = (zipped, body.modified)
            self._make_ready(key, body)
        self._keep(key, body, notes)

    def repair(self, notes: list[Diagnostic]) -> None:
        """Try once more to keep what the disk did not take, or lost."""
        with self._guard:
            known = tuple(self._zipped)
        lost = {key for key in known if not self._store.has(key)}
        for key in sorted(self.unkept | lost):
            body = self.serve(key)
            if body is not None:
                self._keep(key, body, notes)

    def keep_only(self, keys: Iterable[Key]) -> None:
        """Forget what nobody has a link to any more; the disk still has it."""
        wanted = set(keys)
        with self._guard:
            for key in [each for each in self._zipped if each not in wanted]:
                del self._zipped[key]
                self._put_away(key)
        self.unkept &= wanted

    def sweep(self, keys: Iterable[Key]) -> None:
        """Take from the disk what nobody will ask for again.

        Raises:
            OSError: the disk refused.
        """
        for key in keys:
            self._store.remove(key)

    def _found(self, key: Key) -> Body | None:
        with self._guard:
            body = self._ready.get(key)
            if body is not None:
                self._ready.move_to_end(key)
                return body
            if key in self._zipped:
                return self._unzipped(key)
        read = self._store.body(key)
        if read is None:
            return None
        zipped = read.zipped
        with self._guard:
            if key in self._zipped:  # a look has put a newer one there meanwhile
                return self._ready.get(key) or self._unzipped(key)
            self._zipped[key] = (zipped, read.modified)
            self._make_ready(key, read)
        return read

    def _unzipped(self, key: Key) -> Body:
        zipped, modified = self._zipped[key]
        body = Body(gzip.decompress(zipped), modified)
        body.__dict__["zipped"] = zipped  # as it would come out again
        self._make_ready(key, body)
        return body

    def _make_ready(self, key: Key, body: Body) -> None:
        """Have the body at hand, and let go of those not asked for longest."""
        self._put_away(key)
        self._ready[key] = body
        self._room -= len(body.content)
        while self._room < 0 and len(self._ready) > 1:
            self._put_away(next(iter(self._ready)))

    def _put_away(self, key: Key) -> None:
        body = self._ready.pop(key, None)
        self._room += len(body.content) if body is not None else 0

    def _keep(self, key: Key, body: Body, notes: list[Diagnostic]) -> None:
        self.unkept.add(key)
        with told(self._state, notes):
            self._store.keep(key, body)
            self.unkept.discard(key)
