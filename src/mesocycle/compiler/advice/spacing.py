"""Spacing: strength for the same muscles is 48 hours apart, or the coach says why not (SR19)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mesocycle.compiler.advice.balance import exercises_of
from mesocycle.compiler.checked import Session
from mesocycle.compiler.days.slot import Slot
from mesocycle.compiler.safety.rest import REST_BETWEEN, rest_of

if TYPE_CHECKING:
    from mesocycle.compiler.advice.plans import Subject


def strength_apart(s: Subject) -> None:
    """In rehab sessions that are too near are a mistake; in training they are remarked on."""
    told: set[tuple[str, str]] = set()
    for before, after in _near(s.slots):
        pair = (before.session.key, after.session.key)
        same = _regions(before.session) & _regions(after.session)
        if not same or pair in told or _is_meant(s, before, after):
            continue
        told.add(pair)
        _tell(s, before.session, after.session, min(same))


def _near(slots: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Each two sessions of strength less than 48 hours apart, in order."""
    strong = sorted((slot for slot in slots if _regions(slot.session)), key=lambda s: s.date)
    for index, before in enumerate(strong):
        for after in strong[index + 1 :]:
            if after.date - before.date >= REST_BETWEEN:
                break
            yield before, after


def _is_meant(s: Subject, before: Slot, after: Slot) -> bool:
    """Whether the coach has said why, and the two are as far apart as that allows."""
    for one in (before.session, after.session):
        if one.spacing is not None and _between(before, after) >= rest_of(one):
            return True
    if s.plan.care == "rehab":
        return False
    return bool(before.session.manner.because or after.session.manner.because)


def _between(before: Slot, after: Slot) -> dt.timedelta:
    """How far apart two sessions are: by the clock on one day, else by days."""
    if before.date == after.date and before.start and after.start:
        return abs(after.start - before.start)
    return after.date - before.date


def _tell(s: Subject, before: Session, after: Session, region: str) -> None:
    text = f"{after.name} comes less than 48 hours after {before.name}"
    if s.plan.care == "rehab":
        s.notes.error(
            "E520", text, s.span(after), f"both train {region}",
            hint=(
                "leave a day between them: on mon, wed, fri",
                'or say, under the session, how near they may be, and why: 24h apart because "…"',
            ),
        )  # fmt: skip
        return
    s.notes.warning(
        "W505", text, s.span(after), f"both train {region}",
        hint=("leave a day between them: on mon, wed, fri", 'or say why it is meant: because "…"'),
    )  # fmt: skip


def _regions(session: Session) -> set[str]:
    strong = [e for e in exercises_of(session.items) if e.kind == "strength"]
    return {region for e in strong for region in e.trains}
