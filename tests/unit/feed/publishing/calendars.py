"""Calendars to publish, and places that keep them in memory."""

from __future__ import annotations

from contextlib import nullcontext

from mesocycle.feed.building.make import Made
from mesocycle.feed.model import Feed
from mesocycle.feed.publishing.copies import Copy
from mesocycle.feed.publishing.places import Held, Moved

FEED = Feed("back-ana", "back.plan", "ana.diary")
KEY = "q" * 43 + "/plan.ics"
COPY = Copy(KEY, "back-ana for Ana's phone (kimoru)", FEED)
SOMEBODYS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Apple Inc.//EN\r\nEND:VCALENDAR\r\n"


def calendar(*events: str, maker: str = "-//mesocycle//ical//EN", revision: int = 0) -> bytes:
    """A calendar with an event for each word; `Squat!` is Squat, cancelled."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{maker}"]
    for event in events:
        uid, _, text = event.rstrip("!").partition("=")
        lines += ["BEGIN:VEVENT", f"SUMMARY:{text or uid}", f"UID:{uid}", f"SEQUENCE:{revision}"]
        lines += ["STATUS:CANCELLED"] if event.endswith("!") else []
        lines += ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def always(content: bytes | None, *diagnostics):
    """A build that gives this, whatever was before."""
    return lambda feed, options, previous: Made(content, "A back (Ana)", diagnostics, ())


class Shelf:
    """A place in memory. `meanwhile` is what others write there before our next writes."""

    name = "the shelf"

    def __init__(self, **held: bytes) -> None:
        self.holds = dict(held)
        self.meanwhile: list[bytes] = []
        self.wrote: list[str] = []

    def held(self, keys):
        return nullcontext()

    def read(self, key):
        return Held(self.holds[key]) if key in self.holds else None

    def write(self, key, content, before):
        self._others(key)
        if self.read(key) != before:
            raise Moved
        self.holds[key] = content
        self.wrote.append(key)

    def delete(self, key, before):
        self._others(key)
        if self.read(key) != before:
            raise Moved
        del self.holds[key]

    def _others(self, key):
        if self.meanwhile:
            self.holds[key] = self.meanwhile.pop(0)
