"""A folder to serve: a plan, a diary for each athlete, links. For tests of all that comes after."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from mesocycle.feed.building.builder import Stopped
from mesocycle.feed.building.caution import cautious
from mesocycle.feed.building.keeper import Keeper
from mesocycle.feed.building.make import Made, Maker, Settings
from mesocycle.feed.building.wire import Order
from mesocycle.feed.links.book import Book
from mesocycle.feed.model import Link
from mesocycle.loading.plugins import installed_plugins
from mesocycle.output.registry import load

#: When everything here happens, unless a test says otherwise.
NOW = datetime(2026, 12, 8, 9, 30, tzinfo=UTC)

PLAN = """\
plan "A back"
  starts 2026-12-07
  lasts 2 weeks
  timezone Europe/Berlin
  use runner-back

session "Strength" on mon, wed at 07:00 for 40min
  Superman; 3x8-12; rest 60s; progress reps

session "Walk" any time
  walk 20min brisk
"""

DIARY = """\
athlete "{name}"
  follows "A back" from 2026-12-07

2026-12-07 "Strength"
  Superman; 12, 12, 12; pain 0; slow; form good
"""


class Here:
    """Makes feeds in this process."""

    def __init__(self) -> None:
        self.closed = False

    def make(self, order: Order) -> Made:
        """As a `Builder`."""
        if self.closed:
            raise Stopped
        parts = (order.feed, order.options, order.settings, order.previous, order.now)
        return cautious(_maker().make(*parts), order)

    def rest(self) -> None:
        """There is nothing to end."""

    def close(self) -> None:
        """Make no more."""
        self.closed = True


@cache
def _maker() -> Maker:
    return Maker(load(installed_plugins()).unwrap())


@dataclass
class Served:
    """A folder with links to what it gives."""

    path: Path
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def book(self) -> Book:
        """The book of the links in `.meso`."""
        return Book(str(self.path / ".meso"))

    def link(self, feed: str, now: datetime = NOW, **options: str) -> Link:
        """A new link to a feed; `tokens` has its secret under the link's id."""
        link, token = self.book.create(feed, f"who reads {feed}", options, now=now)
        self.tokens[link.id] = token
        return link

    def keeper(
        self, settings: Settings | None = None, limit_s: float = 60.0, *, child: bool = False
    ) -> Keeper:
        """A keeper as a program that has just started has it.

        It makes feeds right here, which is quicker; with `child` in a process of their own.
        """
        builder = None if child else Here()
        return Keeper(
            str(self.path), self.book, settings=settings, limit_s=limit_s, builder=builder
        )

    def write(self, name: str, text: str) -> Path:
        """A file of the folder with another text: replaced, as editors do it."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text)
        os.replace(beside, path)
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """`old` becomes `new` in a file that has it."""
        text = (self.path / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))


def served(path: Path, athletes: Iterable[str] = ("Ana",), plan: str = PLAN) -> Served:
    """A folder with `back.plan`, and a diary and a link for each of the athletes."""
    made = Served(path)
    made.write("back.plan", plan)
    for name in athletes:
        made.write(f"{name.lower()}.diary", DIARY.format(name=name))
        made.link(f"back-{name.lower()}")
    return made
