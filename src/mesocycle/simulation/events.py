"""What may happen in a scenario, each thing on its days."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from mesocycle.diary.model import Diary
from mesocycle.frozen import FrozenMeta


class Frozen(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """What every part of a scenario is."""


class When(Frozen):
    """From one day to another, both included; None: with no such end."""

    first: dt.date | None = None
    last: dt.date | None = None

    def __contains__(self, date: dt.date) -> bool:
        """Whether a day is one of them."""
        return (self.first or date) <= date <= (self.last or date)


class Misses(Frozen):
    """Sessions are not done: all, those of a name, or every so many of them.

    `silent`: perhaps they are, but nobody writes anything down, mornings included.
    """

    when: When = When()
    session: str | None = None
    every: int = 1
    silent: bool = False


class Hurts(Frozen):
    """A place hurts so much (None: nobody says where), the whole day long."""

    when: When
    value: int
    region: str | None = None
    side: Literal["left", "right"] | None = None


class InExercise(Frozen):
    """What happens in some exercises (ids): pain, form lost, or a repetition short."""

    when: When
    exercises: frozenset[str]
    pain: int | None = None
    form_lost: bool = False
    short: bool = False


class Writes(Frozen):
    """A line that the athlete writes into the diary; `once`: on the first of the days only."""

    when: When
    text: str
    entries: Diary
    once: bool = True


Event = Misses | Hurts | InExercise | Writes


class Scenario(Frozen):
    """What happens, as it was written, and read. Without an event, all is done as planned."""

    text: str
    events: tuple[Event, ...] = ()
