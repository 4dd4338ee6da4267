"""What is ahead of an athlete that goes well beyond what the diary shows: single long runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from mesocycle.catalogue.outings import activity_of
from mesocycle.civil import spoken
from mesocycle.compiler.advice.spikes import (
    SETTLING_IN,
    Lately,
    Run,
    Spike,
    distance,
    meant,
    minutes,
    spike,
)
from mesocycle.compiler.athlete import View
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.ledger import Ledger
from mesocycle.diary.model import SessionLog
from mesocycle.programme import Segment, Session

#: How far ahead to look: what comes later, the runs until then will prepare for.
_AHEAD: Final = dt.timedelta(days=14)


def tell_of_spikes(plan: Plan, view: View, sessions: Sequence[Session], ledger: Ledger) -> None:
    """A notice for each kind of run whose next is more than a tenth longer than any lately.

    Lately is what was logged in the 30 days before, and what is planned until then. Without
    a logged run there is nothing to compare with, and in a diary's first week too little.
    """
    kinds = {kind.name: kind for kind in plan.sessions if kind.does("run")}
    runs = list(_logged(view.sessions, frozenset(kinds)))
    if not runs:
        return
    settled = min(run.date for run in runs) + SETTLING_IN
    lately = Lately(runs)
    told: set[str] = set()
    for session, run in _planned(sessions):
        if run.date < view.as_of or run.date > view.as_of + _AHEAD:
            continue
        found = spike(run, lately.before(run.date))
        lately.add(run)
        kind = kinds.get(session.name)
        known = kind is None or meant(kind) or session.race or session.name in told
        if found is not None and not known and run.date >= settled:
            told.add(session.name)
            ledger.notice("spike", "warning", _text(session, found), session.id)


def _logged(logs: Iterable[SessionLog], names: frozenset[str]) -> Iterator[Run]:
    """The runs of a diary, walking in them included; what is not said may be anything.

    What was run beside the plan is known by its name.
    """
    for log in logs:
        beside = log.endurance and (log.unplanned or log.unverified)
        if log.session in names or (beside and activity_of(log.session) == "run"):
            yield Run(
                log.date, metres=log.metres, seconds=log.seconds,
                most_metres=log.metres, most_seconds=log.seconds,
            )  # fmt: skip


def _planned(sessions: Iterable[Session]) -> Iterator[tuple[Session, Run]]:
    """The runs that are still to be done: what is run in them, as it is written."""
    for session in sessions:
        if session.status not in ("planned", "moved", "assessment") or session.date is None:
            continue
        segments = [segment for block in session.blocks for segment in block.segments]
        legs = [leg for leg in _legs(segments) if leg[0].activity == "run"]
        if not legs:
            continue
        metres, seconds = _length(legs, "metres"), _length(legs, "seconds")
        yield session, Run(
            dt.date.fromisoformat(session.date), metres=metres, seconds=seconds,
            most_metres=metres, most_seconds=seconds,
        )  # fmt: skip


def _legs(segments: Iterable[Segment], times: int = 1) -> Iterator[tuple[Segment, int]]:
    """Every leg, and how often it is done."""
    for each in segments:
        if each.segments:
            yield from _legs(each.segments, times * each.repeat)
        else:
            yield each, times * each.repeat


def _length(
    legs: Iterable[tuple[Segment, int]], measure: Literal["metres", "seconds"]
) -> int | None:
    """What the legs come to, of ranges the upper end; None if one is not measured so."""
    total = 0
    for leg, times in legs:
        end = leg.end
        most = getattr(end, f"max_{measure}") or getattr(end, measure) if end else None
        if most is None:
            return None
        total += times * int(most)
    return total


def _text(session: Session, found: Spike) -> str:
    say, measure = (distance, "metres") if found.metres else (minutes, "seconds")
    lengths = (getattr(found.run, measure), getattr(found, measure), found.limit)
    length, longest, limit = map(say, lengths)
    return (
        f"{session.name} on {spoken(found.run.date)} is {length}; your longest run of the 30 days "
        f"before is {longest}. Runners who go more than a tenth beyond that ({limit}) in one run "
        "get hurt more often (Frandsen 2025). Shorten it, or ask your coach."
    )
