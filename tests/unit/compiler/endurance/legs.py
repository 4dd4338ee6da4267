"""Short hands for legs and repeats, and paces that nobody has to look up."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from mesocycle.compiler.checked import Leg, Repeats, Stretch
from mesocycle.compiler.checked.run import each_leg
from mesocycle.compiler.endurance.segments import Segments
from mesocycle.programme import Target
from mesocycle.syntax.nodes import Count, Effort, Word, Zone

IMPACT = {"run": 2, "walk": 1}
DAY = dt.date(2026, 12, 7)


def word(effort):
    return Effort(Word(effort))


def zone(low, high=None):
    return Zone(low, high or low)


def leg(activity, seconds=None, metres=None, target=None, **more):
    """Seconds and metres as a number, or as a pair."""
    return Leg(activity, IMPACT.get(activity, 0), band(seconds), band(metres), None, target, **more)


def band(length):
    if length is None:
        return None
    return Count(*(length if isinstance(length, tuple) else (length, length)))


def times(number, *legs, **more):
    return Repeats(legs, number, **more)


def stretch(*legs, role=None, activity="run"):
    return Stretch(activity, max(each.impact for each in each_leg(legs)), legs, role)


class Speed(NamedTuple):
    low_ms: float
    high_ms: float
    basis: str


class Paces:
    """An athlete who runs 3 to 5 m/s at any target, and of whose walking nobody knows."""

    def target(self, node, activity, date):
        return Target(kind="word", text=node.word.text), None

    def speed(self, node, activity, date):
        return Speed(3.0, 5.0, "what Ana runs") if activity == "run" and node else None


def segments(*legs):
    return Segments(Paces()).of(stretch(*legs), DAY)
