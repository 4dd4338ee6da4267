"""Sore: what pain, during, after and on the next morning, has against a step up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care
from mesocycle.diary.model import ExerciseLog
from mesocycle.diary.pain import GREEN, verdict_of
from mesocycle.diary.verdict import Verdict


def hurts(worst: int, limit: int, *, sharp: bool) -> str:
    """Why pain allows no step, in words; empty if it does.

    What a clinician's limit allows beyond the green of the pain verdict is done again as it is.
    """
    if sharp:
        return "sharp pain"
    if worst > limit:
        return f"pain {worst}"
    return f"pain {worst} is within the limit, and too much for more" if worst > GREEN else ""


def coloured(logs: Sequence[ExerciseLog], date: dt.date, view: View) -> Iterator[Verdict]:
    """What the pain verdict of each side, and pain said of the day, have against a step (rehab)."""
    limped = view.health.limped(date)
    after, before = view.health.mornings(date)
    next_day, usual = after.value if after else None, before.value if before else None
    for log in logs:
        for mark in log.marks.values():
            colour = verdict_of(mark, next_day, usual, limp=limped is not None)
            if colour == "red":
                why = "a limp was reported" if limped else "the pain verdict is red"
                yield Verdict(False, why, (limped or log.because,))
    worst = max(view.health.said_on(date), key=lambda p: p.value, default=None)
    if worst is not None and (worst.value > view.limit or worst.sharp):
        yield Verdict(False, f"pain {worst.value} that day", (worst.because,))


def morning(date: dt.date, view: View, care: Care) -> Verdict | None:
    """How the morning after `date` was, against the last one before (never worse).

    None where nobody has said, and nobody needs to. In rehab it is within the pain limit as
    well: else a worse morning before the session would make room for a step after it.
    """
    after, before = view.health.mornings(date)
    if after is None:
        unsaid = "nobody has said how the next morning was"
        return None if care == "training" else Verdict(None, unsaid)
    usual = before.value if before else 0
    if after.value > usual:
        text = f"the next morning was worse ({after.value}, before {usual})"
        return Verdict(False, text, (after.because,))
    if care == "rehab" and after.value > view.limit:
        return Verdict(False, f"the next morning hurt ({after.value})", (after.because,))
    return Verdict(True, "", (after.because,))
