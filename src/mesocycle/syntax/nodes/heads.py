"""Statements at the left margin, and the lines of a plan's header."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Node, Word
from mesocycle.syntax.nodes.conditions import Condition
from mesocycle.syntax.nodes.schedules import When


class PlanHead(Node):
    """`plan "Name"`."""

    name: Word


class Use(Node):
    """`use NAME`, `use NAME@1`, `use "path/lib.plan" as short`; `path`: it was quoted."""

    name: Word
    path: bool = False
    prefix: Word | None = None
    version: int | None = None


class SessionHead(Node):
    """`session "Name" SCHEDULE`."""

    name: Word
    schedule: tuple[When, ...] = ()


class PoolHead(Node):
    """`pool NAME`, or the query `pool NAME = OTHER where CONDITION`."""

    name: Word
    base: Word | None = None
    where: Condition | None = None


class ExerciseHead(Node):
    """`exercise "Name"`."""

    name: Word


class PlaceHead(Node):
    """`place home: mat, chair`."""

    name: Word
    equipment: tuple[Word, ...]


class Header(Node):
    """A header line of text: `about`, `author`, `source`, `id`, `timezone`, `place`."""

    key: Literal["about", "author", "source", "id", "timezone", "place"]
    values: tuple[Word, ...]


class HeaderDate(Node):
    """`starts DATE`, `ends DATE`."""

    key: Literal["starts", "ends"]
    date: Word


class Lasts(Node):
    """`lasts 8 weeks`, `lasts 10 days`, in days."""

    days: int
    word: Word | None = None


class Setting(Node):
    """`care rehab`, `untried assess`, `units kg`."""

    key: Literal["care", "untried", "units"]
    value: Word


class OutputOption(Node):
    """`alarm 30min`: an option of an output, and its value as it is typed."""

    name: Word
    value: Word


class OutputHead(Node):
    """`output ical: alarm 30min`: what is set about an output; more of it stands under it."""

    name: Word
    first: OutputOption | None = None


class Declares(Node):
    """`16 exercises`: how many the coach says there are."""

    count: int
    word: Word | None = None
