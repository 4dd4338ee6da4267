"""Pace: what a run is held to while something hurts, or nobody knows (R23, R28)."""

from __future__ import annotations

import datetime as dt

import msgspec

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Leg
from mesocycle.compiler.safety.bar import Bar
from mesocycle.compiler.safety.efforts import at_most_easy
from mesocycle.compiler.safety.rules import RUNNING


class Pace(msgspec.Struct, frozen=True):
    """What a run is held to: the activity and effort to do (None: any), and why."""

    activity: str
    effort: str | None
    bar: Bar | None = None


def limit(view: View, date: dt.date, care: Care, closed: frozenset[str]) -> Pace | None:
    """What a run is held to on a day; None where it may be run as it is written.

    While something hurts it is easy at most (R23); ungated it is a walk (R28).
    """
    if "running" in closed and "walking" in closed:
        return None  # nothing is left to hold it to: it is left out
    if "running" in closed:
        return Pace("walk", None, Bar("SR4", "running is not cleared, walking is"))
    if care == "rehab":
        gate = view.health.brisk_walk(date)
        if not gate.value:
            text = f"walk until you can walk briskly for half an hour without pain: {gate.text}"
            return Pace("walk", None, Bar("R28", text, gate.because))
    worst = view.health.day(date).worst
    unknown = worst is None and care == "rehab"
    if not unknown and (worst is None or worst.value == 0):
        return None
    text = (
        f"easy while there is pain ({worst.value})"
        if worst
        else "easy: nobody has said that nothing hurts"
    )
    return Pace("run", "easy", Bar("R23", text, (worst.because,) if worst else ()))


def limits(leg: Leg, held: Pace | None) -> bool:
    """Whether a day's limit changes a leg: it is a run, and harder than the limit."""
    if held is None or leg.impact < RUNNING:
        return False
    return held.effort is None or not at_most_easy(leg.target)
