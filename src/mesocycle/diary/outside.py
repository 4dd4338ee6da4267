"""Out of scope: whom a plan is not made for until a clinician has said so (SR18).

Under 18, pregnancy and the time after it, recent surgery or a fracture, osteoporosis,
inflammatory disease, and a history of cancer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import msgspec

from mesocycle.civil import spoken
from mesocycle.diary.model import Clearance, Diary
from mesocycle.diary.order import above
from mesocycle.programme import Because

#: Who is younger is a child, in training as in rehab.
GROWN_UP: Final = 18

#: What a clearance calls the age of somebody under 18, and the condition that says the same.
AGE: Final = "age"
UNDER_AGE: Final = "under 18"

#: Conditions under which nothing is trained that nobody has cleared; `none` says: none of these.
OUT_OF_SCOPE: Final = (
    "pregnancy", "surgery", "fracture", "osteoporosis", "inflammatory disease", "cancer",
)  # fmt: skip
NONE: Final = "none"


class Outside(msgspec.Struct, frozen=True):
    """A reason why somebody is out of scope; `date` None: from the beginning on."""

    name: str
    text: str
    date: dt.date | None = None
    because: tuple[Because, ...] = ()


def reasons(diary: Diary | None) -> list[Outside]:
    """Every reason, in the diary's order, whether or not it has been cleared since."""
    return list(_reasons(diary)) if diary else []


def _reasons(diary: Diary) -> Iterator[Outside]:
    age = diary.athlete.age
    if age is not None and age < GROWN_UP:
        yield Outside(AGE, f"under {GROWN_UP}")
    logged = {log.name for log in diary.conditions if log.date is None}
    for name in diary.athlete.conditions:
        if name in OUT_OF_SCOPE and name not in logged:
            yield Outside(name, name)
    for log in diary.conditions:
        name = AGE if log.name == UNDER_AGE else log.name
        if name == AGE or name in OUT_OF_SCOPE:
            since = f" since {spoken(log.date)}" if log.date else ""
            yield Outside(name, log.name + since, log.date, (log.because,))


def is_said(diary: Diary, date: dt.date) -> bool:
    """Whether the diary says, up to `date`, how old somebody is, or of a condition (or none)."""
    known = [log for log in diary.conditions if log.date is None or log.date <= date]
    answers = (*OUT_OF_SCOPE, UNDER_AGE, NONE)
    return diary.athlete.age is not None or any(
        name in answers for name in (*diary.athlete.conditions, *(log.name for log in known))
    )


def standing(
    found: list[Outside], clearances: tuple[Clearance, ...], date: dt.date, scope: str | None
) -> list[Outside]:
    """Those that stand on `date` for a scope (None: for anything at all).

    Only a clearance that names the condition opens it, and no pain 0, no time, and no
    clearance after a red flag does.
    """
    return [
        each
        for each in found
        if (each.date is None or each.date <= date)
        and not any(_opens(clearance, each, date, scope) for clearance in clearances)
    ]


def _opens(clearance: Clearance, reason: Outside, date: dt.date, scope: str | None) -> bool:
    return (
        clearance.condition == reason.name
        and clearance.date <= date
        and (not clearance.scope or scope in clearance.scope)
        and _after(clearance, reason)
    )


def _after(clearance: Clearance, reason: Outside) -> bool:
    """Whether the clearance came later: of one day, on a line below it in the same file."""
    if reason.date is None or not reason.because or reason.date < clearance.date:
        return True
    return reason.date == clearance.date and above(reason.because[0], clearance.because)


def conditions_on(diary: Diary | None, date: dt.date) -> frozenset[str]:
    """The names of all conditions of the athlete that are known of on `date`."""
    if diary is None:
        return frozenset()
    logs = (log for log in diary.conditions if log.date is None or log.date <= date)
    return frozenset((*diary.athlete.conditions, *(log.name for log in logs)))
