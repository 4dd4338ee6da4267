"""Schedule: sessions become slots, each with its day, its time and its identity.

A slot's key names it for ever: the session's identity, the plan week and its place within
that week (or, for schedules that do not go by weeks, its number). Dates, times, titles and
loads are not in it, so a session that moves stays itself.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from mesocycle.civil import later, wall
from mesocycle.compiler.checked import (
    Beside,
    Days,
    Phase,
    Plan,
    Rotation,
    Session,
    Timing,
)
from mesocycle.frozen import FrozenMeta

#: The most sessions a plan may unfold into.
MOST_SLOTS = 20_000

#: Where a part of the day stands in the order of the day, in minutes.
_PARTS = {"morning": 480, "midday": 720, "afternoon": 900, "evening": 1140, "before_bed": 1320}

#: Sessions without any time come after all that have one.
_UNTIMED = 24 * 60


class Slot(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """One session on one day. `order` sorts a day.

    `week` is of the plan; `phase_week` of the `phase`'s cycle, or without a phase the same.
    `moved` says why it is not where it was; `crowded`, why it should not be where it is.
    """

    session: Session
    key: str
    date: dt.date
    week: int
    order: tuple[int, int, int]
    start: dt.datetime | None = None
    phase: Phase | None = None
    phase_week: int = 0
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
    days = _Days(plan)
    slots = _in_turns(days)
    waiting = list(plan.sessions)
    while waiting:
        left = {session.index for session in waiting}
        ready = [s for s in waiting if not _anchors(plan, s) & (left - {s.index})]
        ready = ready or waiting[:1]  # two runs before every run wait for each other
        for session in ready:
            own = slots.setdefault(session.index, [])
            own += [*_own(days, session), *_attached(plan, session, slots)]
        done = {session.index for session in ready}
        waiting = [session for session in waiting if session.index not in done]
        if sum(map(len, slots.values())) > MOST_SLOTS:
            break
    return sorted((s for found in slots.values() for s in found), key=_in_order)


def _in_order(slot: Slot) -> tuple[dt.date, tuple[int, int, int]]:
    return (slot.date, slot.order)


class _Days:
    """The plan's days, and the numbers of sessions that are not counted by the week."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.numbers = Counter[str]()

    def slots(
        self, key: str, timing: Timing, index: int, whose: Callable[[int], Session | None]
    ) -> Iterator[Slot]:
        """A slot for each day and time of `timing`, for whoever's session it is in that week."""
        plan, days = self.plan, timing.days
        if days is None:
            return
        by_week = days.kind in ("weekdays", "plan days") or days.values == (1,)
        number = last_week = 0
        for date in _dates(plan, days, timing.weeks):
            week = plan.week(date)
            if not timing.there(week):
                continue
            number = 0 if by_week and week != last_week else number
            last_week = week
            phase = plan.phase(week)
            for time in timing.times or (None,):
                number += 1
                self.numbers[key] += not by_week
                session = whose(week)
                if session is not None:
                    name = f"{key}/{week}/{number}" if by_week else f"{key}/{self.numbers[key]}"
                    at = time or _own_time(session)
                    start = wall(date, at, plan.zone) if at else None
                    order = (_minute(session.timing, start), index, 0)
                    yield Slot(
                        session, name, date, week, order, start, phase,
                        phase.week(week) if phase else week,
                    )  # fmt: skip


def _own_time(session: Session) -> dt.time | None:
    """The hour of a session that has no days of its own: that of its turn, if nothing else is."""
    times = session.timing.times
    return times[0] if times and session.timing.days is None else None


def _own(days: _Days, session: Session) -> Iterator[Slot]:
    """The slots on the session's own days."""
    return days.slots(
        session.key, session.timing, session.index, lambda week: _in_week(session, week)
    )


def _in_turns(days: _Days) -> dict[int, list[Slot]]:
    """The slots of all rotations, by the index of the session whose turn it is."""
    found: dict[int, list[Slot]] = {}
    for rotation in days.plan.rotations:
        turns = _Turns(days.plan, rotation)
        for slot in days.slots(rotation.key, rotation.timing, rotation.index, turns.next):
            found.setdefault(slot.session.index, []).append(slot)
    return found


class _Turns:
    """A rotation as it goes on: who has none in a week (it stands in others) is passed over."""

    def __init__(self, plan: Plan, rotation: Rotation) -> None:
        self.plan = plan
        self.rotation = rotation
        self.turn = 0

    def next(self, week: int) -> Session | None:
        """The session whose turn it is in a plan week."""
        keys = self.rotation.sessions
        for _ in keys:
            session = _of_week(self.plan, keys[self.turn % len(keys)], week)
            self.turn += 1
            if session is not None:
                return _timed(session, self.rotation)
        return None


def _of_week(plan: Plan, key: str, week: int) -> Session | None:
    """The session of that key in a plan week."""
    alike = (s for s in plan.sessions if s.key == key)
    found = next((s for s in alike if s.timing.there(week)), None)
    return _in_week(found, week) if found else None


def _in_week(session: Session, week: int) -> Session:
    """The session with those of its options that there are in a plan week."""
    if all(option.timing.there(week) for option in session.options):
        return session
    return replace(session, options=tuple(o for o in session.options if o.timing.there(week)))


def _timed(session: Session, rotation: Rotation) -> Session:
    """A session as it is on its turn: in the rotation's part of the day, as long as it says."""
    turn, own = rotation.timing, session.timing
    timing = replace(own, minutes=own.minutes or turn.minutes, part=turn.part or own.part)
    if timing == own and not rotation.apart:
        return session
    return replace(session, timing=timing, apart=(*rotation.apart, *session.apart))


def _dates(plan: Plan, days: Days, weeks: frozenset[int] | None) -> Iterator[dt.date]:
    """The days of these weeks, and perhaps of others between them."""
    first, last = (min(weeks), max(weeks)) if weeks else (1, plan.days)
    for offset in range(first * 7 - 7, min(plan.days, last * 7)):
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


def _minute(timing: Timing, start: dt.datetime | None) -> int:
    if start is not None:
        return start.hour * 60 + start.minute
    return _PARTS.get(timing.part or "", _UNTIMED)


def _beside_whom(plan: Plan, beside: Beside) -> list[Session]:
    if beside.session:
        return [s for s in plan.sessions if s.key == beside.session]
    return [s for s in plan.sessions if s.does(beside.activity or "")]


def _anchors(plan: Plan, session: Session) -> set[int]:
    """The sessions (by index) whose slots must be known before this one's."""
    return {a.index for beside in session.timing.beside for a in _beside_whom(plan, beside)}


def _attached(plan: Plan, session: Session, slots: dict[int, list[Slot]]) -> Iterator[Slot]:
    """One slot beside each slot of the sessions that it hangs on."""
    for beside in session.timing.beside:
        for anchor in _beside_whom(plan, beside):
            for slot in tuple(slots.get(anchor.index, ())):
                if session.timing.there(slot.week):
                    yield _beside(_in_week(session, slot.week), slot, beside)


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
    return Slot(session, key, date, anchor.week, order, start, anchor.phase, anchor.phase_week)
