"""Schedule: sessions become slots, each with its day, its time and its identity.

On weekdays of rest nothing is planned, but they count: who trains every day has its seventh
session of the week on Sunday, whether Saturday is free or not.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from mesocycle.civil import wall
from mesocycle.compiler.calendar import solver
from mesocycle.compiler.checked import Beside, Days, Plan, Rotation, Session, Timing
from mesocycle.compiler.days.slot import Slot, beside, in_order, minute

#: The most sessions a plan may unfold into.
MOST_SLOTS = 20_000

#: Schedules whose sessions are numbered within their week.
_BY_WEEK = ("weekdays", "plan days", "times a week")


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
    return sorted((s for found in slots.values() for s in found), key=in_order)


class _Days:
    """The plan's days, and the numbers of sessions that are not counted by the week."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.numbers = Counter[str]()

    def slots(
        self,
        key: str,
        timing: Timing,
        index: int,
        whose: Callable[[int], Session | None],
        resting: frozenset[int],
    ) -> Iterator[Slot]:
        """A slot for each day and time of `timing`, for whoever's session it is in that week."""
        plan, days = self.plan, timing.days
        if days is None:
            return
        by_week = _by_week(days)
        number = last_week = 0
        for date in _dates(plan, days, timing.weeks):
            week = plan.week(date)
            written = plan.as_written(week)
            if not timing.there(written):
                continue
            number = 0 if by_week and week != last_week else number
            last_week = week
            for time in timing.times or (None,):
                number += 1
                self.numbers[key] += not by_week
                if date < plan.starts or date.weekday() in resting:
                    continue
                session = whose(written)
                if session is not None:
                    name = f"{key}/{written}/{number}" if by_week else f"{key}/{self.numbers[key]}"
                    yield self._slot(session, name, date, time, index, key)

    def _slot(  # the parts of one slot
        self,
        session: Session,
        name: str,
        date: dt.date,
        time: dt.time | None,
        index: int,
        stream: str,
    ) -> Slot:
        week = self.plan.week(date)
        written = self.plan.as_written(week)
        phase = self.plan.phase(written)
        at = time or _own_time(session)
        start = wall(date, at, self.plan.zone) if at else None
        order = (minute(session.timing, start), index, 0)
        phase_week = phase.week(written) if phase else written
        return Slot(
            session, name, date, week, order, start, phase, phase_week, stream=stream
        )  # fmt: skip


def _own_time(session: Session) -> dt.time | None:
    """The hour of a session that has no days of its own: that of its turn, if nothing else is."""
    times = session.timing.times
    return times[0] if times and session.timing.days is None else None


def _own(days: _Days, session: Session) -> Iterator[Slot]:
    """The slots on the session's own days."""
    resting = solver.resting_days(days.plan.calendar) if session.race is None else frozenset[int]()
    return days.slots(
        session.key, session.timing, session.index, lambda week: _in_week(session, week), resting
    )


def _in_turns(days: _Days) -> dict[int, list[Slot]]:
    """The slots of all rotations, by the index of the session whose turn it is."""
    found: dict[int, list[Slot]] = {}
    resting = solver.resting_days(days.plan.calendar)
    for rotation in days.plan.rotations:
        turns = _Turns(days.plan, rotation)
        for slot in days.slots(rotation.key, rotation.timing, rotation.index, turns.next, resting):
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
    """The days of these weeks, and perhaps of others between them.

    Of a week that begins before the plan does, the days before it as well: they count.
    """
    first, last = 1, plan.week(plan.ends)
    if weeks and plan.written is None:
        first, last = min(weeks), min(last, max(weeks))
    if days.kind == "times a week":
        yield from _solved(plan, days, weeks, range(first, last + 1))
        return
    begin = plan.first_day(first)
    if not _by_week(days):
        begin = max(plan.starts, begin)
    end = min(plan.ends, plan.first_day(last + 1) - dt.timedelta(days=1))
    for offset in range((begin - plan.starts).days, (end - plan.starts).days + 1):
        date = plan.starts + dt.timedelta(days=offset)
        if falls_on(plan, days, date):
            yield date


def _by_week(days: Days) -> bool:
    """Whether sessions are numbered within their week."""
    return days.kind in _BY_WEEK or (days.kind == "every" and days.values == (1,))


def falls_on(plan: Plan, days: Days, date: dt.date) -> bool:
    """Whether a date, of the plan or after it, is one of a schedule's that names its days."""
    offset = (date - plan.starts).days
    if days.kind == "weekdays":
        return date.weekday() in days.values
    if days.kind == "plan days":
        return (date - plan.first_day(1)).days % 7 in days.values
    if days.kind == "every":
        return offset % days.values[0] == 0
    if days.kind == "pattern":
        return offset % sum(days.values) < days.values[0]
    return date.toordinal() in days.values


def _solved(
    plan: Plan, days: Days, weeks: frozenset[int] | None, known: range
) -> Iterator[dt.date]:
    """So many times a week, around the days of rest; none of it where that cannot be."""
    for week, found in solution(plan, days, weeks, known).days.items():
        for day in found:
            date = plan.first_day(week) + dt.timedelta(days=day)
            if date <= plan.ends:
                yield date


def solution(
    plan: Plan, days: Days, weeks: frozenset[int] | None, known: range | None = None
) -> solver.Solution:
    """On which days of each week of the calendar a session comes so many times."""
    every = known or range(1, plan.week(plan.ends) + 1)
    own = [week for week in every if weeks is None or plan.as_written(week) in weeks]
    times, gap = days.values
    return solver.solve(times, gap, solver.free_days(plan, own))


def _beside_whom(plan: Plan, hung: Beside) -> list[Session]:
    if hung.session:
        return [s for s in plan.sessions if s.key == hung.session]
    return [s for s in plan.sessions if s.does(hung.activity or "")]


def _anchors(plan: Plan, session: Session) -> set[int]:
    """The sessions (by index) whose slots must be known before this one's."""
    return {a.index for hung in session.timing.beside for a in _beside_whom(plan, hung)}


def _attached(plan: Plan, session: Session, slots: dict[int, list[Slot]]) -> Iterator[Slot]:
    """One slot beside each slot of the sessions that it hangs on."""
    for hung in session.timing.beside:
        for anchor in _beside_whom(plan, hung):
            for slot in tuple(slots.get(anchor.index, ())):
                week = plan.as_written(slot.week)
                if hung.activity and not anchor.does(hung.activity, slot.phase_week):
                    continue
                if session.timing.there(week):
                    yield beside(_in_week(session, week), slot, hung.relation)
