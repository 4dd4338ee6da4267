"""When a session happens."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Count, Node, Word


class OnDays(Node):
    """`on mon, wed, fri`: weekdays, Monday is 0."""

    days: tuple[int, ...]


class OnDates(Node):
    """`on 2026-12-24, 2026-12-31`."""

    dates: tuple[Word, ...]


class OnDay(Node):
    """`on day 3`: of the plan's week, from 1."""

    days: tuple[int, ...]
    word: Word | None = None


class At(Node):
    """`at 08:00, 20:00`: wall times."""

    times: tuple[Word, ...]


class Lasting(Node):
    """`for 40min`, in seconds."""

    seconds: int


class Every(Node):
    """`every day`, `every 2 days`."""

    days: int
    word: Word | None = None


class TimesAWeek(Node):
    """`3 times a week, 48h apart`."""

    times: int
    apart_s: int | None = None
    word: Word | None = None


class PartOfDay(Node):
    """`in the morning | midday | afternoon | evening`, `before bed`."""

    part: Literal["morning", "midday", "afternoon", "evening", "before_bed"]


class Beside(Node):
    """`before "Strength"`, `after "Easy run"`."""

    relation: Literal["before", "after"]
    session: Word


class BesideEvery(Node):
    """`before every run`, `after every walk`."""

    relation: Literal["before", "after"]
    activity: Word


class NotWithin(Node):
    """`not within 60min before a run`."""

    seconds: int
    relation: Literal["before", "after"]
    activity: Word


class AnyTime(Node):
    """`any time`: no slot, listed as a to-do."""


class Whenever(Node):
    """`whenever "30 minutes of sitting"`: a trigger that is no date."""

    trigger: Word


class OnOff(Node):
    """`3 on, 1 off`: days, counted from the plan's start."""

    on: int
    off: int
    word: Word | None = None


class InWeeks(Node):
    """`in weeks 1-3, 5`."""

    weeks: tuple[Count, ...]
    word: Word | None = None


class Unread(Node):
    """A schedule that could not be read; why has been told."""


When = (
    OnDays | OnDates | OnDay | At | Lasting | Every | TimesAWeek | PartOfDay | Beside
    | BesideEvery | NotWithin | AnyTime | Whenever | OnOff | InWeeks | Unread
)  # fmt: skip
