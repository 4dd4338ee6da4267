"""Schedule: sessions become slots, each with its day, its time and its identity.

A slot's key names it for ever: the session's identity, the plan week and its place within
that week (or, for schedules that do not go by weeks, its number). Dates, times, titles and
loads are not in it, so a session that moves stays itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from mesocycle.civil import later, wall
from mesocycle.compiler.checked import Beside, Days, Plan, Session
from mesocycle.frozen import FrozenMeta

#: The most sessions a plan may unfold into.
MOST_SLOTS = 20_000

#: Where a part of the day stands in the order of the day, in minutes.
_PARTS = {"morning": 480, "midday": 720, "afternoon": 900, "evening": 1140, "before_bed": 1320}

#: Sessions without any time come after all that have one.
_UNTIMED = 24 * 60


class Slot(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """One session on one day. `order` sorts a day.

    `moved` says why it is not where it was; `crowded`, why it should not be where it is.
    """

    session: Session
    key: str
    date: dt.date
    week: int
    order: tuple[int, int, int]
    start: dt.datetime | None = None
    moved: str | None = None
    crowded: str | None = None

    @property
    def end(self) -> dt.datetime | None:
        """When it ends (its start, where no length is given)."""
        if self.start is None:
            return None
        return later(self.start, dt.timedelta(minutes=self.session.minutes))


def schedule(plan: Plan) -> list[Slot]:
    """Every slot of the plan in date, time and plan order.

    Stops after `MOST_SLOTS` slots; the caller refuses such a plan.
    """
    slots: dict[str, list[Slot]] = {}
    waiting = list(plan.sessions)
    while waiting:
        ready = [s for s in waiting if _anchors_known(plan, s, slots)]
        for session in ready:
            slots[session.key] = [*_own(plan, session), *_attached(plan, session, slots)]
        waiting = [s for s in waiting if s not in ready]
        if sum(map(len, slots.values())) > MOST_SLOTS:
            break
    return sorted((s for found in slots.values() for s in found), key=_in_order)


def _in_order(slot: Slot) -> tuple[dt.date, tuple[int, int, int]]:
    return (slot.date, slot.order)


def _anchors(plan: Plan, beside: Beside) -> list[Session]:
    if beside.session:
        return [s for s in plan.sessions if s.key == beside.session]
    return [s for s in plan.sessions if s.does(beside.activity or "")]


def _anchors_known(plan: Plan, session: Session, slots: dict[str, list[Slot]]) -> bool:
    return all(
        anchor.key in slots
        for beside in session.timing.beside
        for anchor in _anchors(plan, beside)
        if anchor.key != session.key
    )


def _own(plan: Plan, session: Session) -> Iterator[Slot]:
    """The slots on the session's own days."""
    timing = session.timing
    if timing.days is None:
        return
    by_week = timing.days.kind in ("weekdays", "plan days") or timing.days.values == (1,)
    number = last_week = 0
    for date in _dates(plan, timing.days):
        week = plan.week(date)
        if timing.weeks is not None and week not in timing.weeks:
            continue
        number = 0 if by_week and week != last_week else number
        last_week = week
        for time in timing.times or (None,):
            number += 1
            key = f"{session.key}/{week}/{number}" if by_week else f"{session.key}/{number}"
            start = wall(date, time, plan.zone) if time else None
            yield Slot(session, key, date, week, (_minute(session, start), session.index, 0), start)


def _dates(plan: Plan, days: Days) -> Iterator[dt.date]:
    for offset in range(plan.days):
        date = plan.starts + dt.timedelta(days=offset)
        if _falls_on(days, date, offset):
            yield date


def _falls_on(days: Days, date: dt.date, offset: int) -> bool:
    if days.kind == "weekdays":
        return date.weekday() in days.values
    if days.kind == "plan days":
        return offset % 7 in days.values
    if days.kind == "every":
        return offset % days.values[0] == 0
    if days.kind == "pattern":
        return offset % sum(days.values) < days.values[0]
    return date.toordinal() in days.values


def _minute(session: Session, start: dt.datetime | None) -> int:
    if start is not None:
        return start.hour * 60 + start.minute
    return _PARTS.get(session.timing.part or "", _UNTIMED)


def _attached(plan: Plan, session: Session, slots: dict[str, list[Slot]]) -> Iterator[Slot]:
    """One slot beside each slot of the sessions that it hangs on."""
    for beside in session.timing.beside:
        for anchor in _anchors(plan, beside):
            for slot in slots.get(anchor.key, ()):
                if session.timing.weeks is None or slot.week in session.timing.weeks:
                    yield _beside(session, slot, beside)


def _beside(session: Session, anchor: Slot, beside: Beside) -> Slot:
    key = f"{session.key}/{beside.relation}/{anchor.key}"
    after = beside.relation == "after"
    start = None
    if anchor.start is not None:
        length = dt.timedelta(minutes=session.minutes)
        start = anchor.end if after else later(anchor.start, -length)
    date, (minute, index, _) = anchor.date, anchor.order
    if start is not None:  # which may be past midnight, on the next day or the one before
        date, minute = start.date(), start.hour * 60 + start.minute
    order = (minute, index, 1 + session.index if after else session.index - 10_000)
    return Slot(session, key, date, anchor.week, order, start)
