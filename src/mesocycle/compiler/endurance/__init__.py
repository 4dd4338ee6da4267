"""Endurance: stretches of running, walking and the like become blocks of segments."""

from __future__ import annotations

import datetime as dt

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Leg, Stretch
from mesocycle.compiler.ledger import Page
from mesocycle.compiler.safety import Pace, pace
from mesocycle.programme import Block, BlockKind, Segment, SegmentEnd, Target


def segment(  # a stretch, whom it is for, and what keeps it back
    stretch: Stretch, view: View, date: dt.date, care: Care, page: Page, closed: frozenset[str]
) -> Segment:
    """One stretch as it may be done today; what changed it is written down."""
    leg = next(stretch.each())
    may = pace(leg, view, date, care, closed)
    if may.bar:
        text = f"{_named(stretch, leg)} becomes {_target(may) or 'a walk'}: {may.bar.text}"
        page.decide("swapped", may.bar.rule, text, because=may.bar.because)
    return Segment(
        activity=may.activity,
        end=_end(leg),
        target=Target(kind="word", text=may.effort) if may.effort else None,
    )


def block(role: str | None, segments: list[Segment]) -> Block:
    """A block of the segments that follow each other in one role."""
    kinds: dict[str | None, BlockKind] = {"warmup": "warmup", "cooldown": "cooldown"}
    return Block(kind=kinds.get(role, "endurance"), segments=tuple(segments))


def _end(stretch: Leg) -> SegmentEnd | None:
    if stretch.seconds is not None:
        return SegmentEnd(kind="time", seconds=stretch.seconds.low)
    if stretch.metres is not None:
        return SegmentEnd(kind="distance", metres=stretch.metres.low)
    return None


def _named(stretch: Stretch, leg: Leg) -> str:
    words = (leg.effort, stretch.role or stretch.activity)
    return "The " + " ".join(word for word in words if word)


def _target(may: Pace) -> str | None:
    return f"{may.effort}" if may.effort else None
