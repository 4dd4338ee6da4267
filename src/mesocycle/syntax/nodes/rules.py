"""Rules on the athlete's state, the questions they ask, and the lights that answers make."""

from __future__ import annotations

from typing import Literal

from mesocycle.syntax.nodes.base import Node, Word
from mesocycle.syntax.nodes.conditions import Condition


class RulesHead(Node):
    """`rules`: at the margin, in a phase, or in a session."""


class Hold(Node):
    """`hold`: nothing progresses today."""


class Easier(Node):
    """`easier`: the easier form of each exercise, one effort down for a run."""


class SkipPart(Node):
    """`skip`: nothing today; `skip runs`, `skip strength`, `skip Superman`: only that.

    `what` None: the whole session.
    """

    what: Word | None = None


class Avoid(Node):
    """`avoid loads extension`, `avoid impact >= 2`: what the exercises must not be today."""

    condition: Condition


class Exchange(Node):
    """`swap Squat for Leg Press`: one exercise for another, both named by the coach."""

    what: Word
    other: Word


class Intensity(Node):
    """`intensity 80%` (hundredths of a per cent) of loads, power and speed; `intensity easy`.

    Exactly one of the two is there.
    """

    percent: int | None = None
    effort: Word | None = None


class Stop(Node):
    """`stop`, `stop "Pain that spreads …"`, `stop until cleared`, `stop "…" until cleared`."""

    text: Word | None = None
    until_cleared: bool = False


class Say(Node):
    """`say "…"`: a sentence for the athlete, in the session."""

    text: Word


class RuleWhen(Node):
    """`when CONDITION: ACTION`; further actions are clauses of the same statement."""

    condition: Condition
    action: Node


class AskHead(Node):
    """`ask swelling none, mild, severe` (mildest first) or `ask sleep 1-5`.

    `words` or `low` and `high`; `days`: how long an answer counts (`ask sleep 1-5 every 2 days`;
    1: on its day). `text` is the question as the athlete reads it.
    """

    name: Word
    words: tuple[Word, ...] = ()
    low: int | None = None
    high: int | None = None
    days: int = 1
    text: Word | None = None


class LightHead(Node):
    """`light knee`, with its colours nested."""

    name: Word


class Shade(Node):
    """`red when CONDITION`, `green otherwise` (`condition` None)."""

    colour: Literal["red", "amber", "green"]
    condition: Condition | None = None


class Screening(Node):
    """`screening every 7 days`: how long the answer that there is no red flag counts."""

    days: int


class PainLimit(Node):
    """`pain limit 2`: how much the coach still counts as painfree."""

    value: int
    word: Word


class Retest(Node):
    """`retest after 7 days`: what hurt is tried again, with one easy set, so many good days on."""

    days: int


class Spacing(Node):
    """`24h apart because "…"`: why sessions may be nearer than 48 hours."""

    seconds: int
    reason: Word
