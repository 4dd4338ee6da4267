"""Ran: what a logged run says: done as asked, short of it, or something was left unsaid.

In rehab a run earns a step only if its entry says that it did not hurt, and the next morning
was no worse. In training an entry without complaint counts. What was not done as the plan
has it (walked for want of a gate, cut short by a rule) proves nothing about the run, but
what hurt in it counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Care, Progression
from mesocycle.compiler.progress.judge import ASSUMED
from mesocycle.compiler.progress.sore import hurts, morning
from mesocycle.compiler.progress.words import length
from mesocycle.diary.model import SessionLog
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because


class Outing(msgspec.Struct, frozen=True):
    """A run that has not been counted yet: what was asked, on which day, and its entry.

    `seconds` and `metres` are the least that its legs come to, 0 where they have none of it.
    `changed`: why it was not the run that the plan has; empty if it was. `topped`: it was as
    long as it ever gets. `week` is the plan's.
    """

    date: dt.date
    log: SessionLog | None
    progress: Progression
    seconds: int = 0
    metres: int = 0
    week: int = 0
    changed: str = ""
    topped: bool = False


class Ran(msgspec.Struct, frozen=True):
    """A run's result: `missed` is logged and short; neither hit nor missed holds."""

    outing: Outing
    verdict: Verdict
    missed: bool = False
    pain: int = 0
    complaint: str = ""
    #: What only sets have.
    lost: bool = False
    tested: bool = False
    done: tuple[int | None, ...] = ()

    @property
    def hit(self) -> bool:
        """Done as asked, and nothing against it."""
        return self.verdict.value is True

    @property
    def topped(self) -> bool:
        """Done as asked, and as long as it ever gets."""
        return self.hit and self.outing.topped


def ran(outing: Outing, view: View, care: Care) -> Ran:
    """What came of the run; without an entry it is taken as done as planned."""
    log = outing.log
    if log is None:
        return Ran(outing, ASSUMED)
    hurt = _hurt(outing, log, view)
    short = _short(outing, log)
    after = morning(outing.date, view, care)
    worst = hurt[0] if hurt else 0
    complaint = hurts(worst, view.limit, sharp=log.sharp)
    if not complaint and after is not None and after.value is False:
        complaint = after.text
    return Ran(
        outing,
        _verdict(list(_against(outing, log, view, care, short)), log, after),
        bool(short) and not outing.changed and not log.partial,
        worst,
        complaint,
    )


def _verdict(against: list[Verdict], log: SessionLog, after: Verdict | None) -> Verdict:
    """What speaks against a step, a no before what is only open; else that all went well."""
    if after is not None and after.value is not True:
        against.append(after)
    if against:
        return next((v for v in against if v.value is False), against[0])
    lines = (log.because, *(after.because if after else ()))
    return Verdict(True, "done as asked", lines)


def _against(
    outing: Outing, log: SessionLog, view: View, care: Care, short: str
) -> Iterator[Verdict]:
    hurt = _hurt(outing, log, view)
    sore = hurts(hurt[0] if hurt else 0, view.limit, sharp=log.sharp)
    if sore:
        yield Verdict(False, sore, (hurt[1] if hurt else log.because,))
    limped = view.health.limped(outing.date)
    if limped is not None:
        yield Verdict(False, "a limp was reported", (limped,))
    if outing.changed:
        yield Verdict(None, outing.changed, (log.because,))
    elif log.partial:
        yield Verdict(None, "it was stopped early", (log.because,))
    elif short:
        yield Verdict(False, short, (log.because,))
    if hurt is None and care == "rehab":
        yield Verdict(None, "nobody has said how much it hurt", (log.because,))


def _hurt(outing: Outing, log: SessionLog, view: View) -> tuple[int, Because] | None:
    """How much it hurt, and where that stands: in the run's entry, or said of that day."""
    said = [] if log.pain is None else [(log.pain, log.because)]
    said += [(pain.value, pain.because) for pain in view.health.said_on(outing.date)]
    return max(said, key=lambda each: each[0], default=None)


def _short(outing: Outing, log: SessionLog) -> str:
    """What fell short, in words; empty if nothing did, or nobody has said how long it was."""
    if log.seconds is not None and log.seconds < outing.seconds:
        return f"{length('time', log.seconds)} of {length('time', outing.seconds)}"
    if log.metres is not None and log.metres < outing.metres:
        return f"{length('distance', log.metres)} of {length('distance', outing.metres)}"
    return ""
