"""What becomes of a session of the past that nobody logged: `missed: hold | drop | shift | merge`.

Sessions that are done one after the other are a *stream*: those of a session, or of a rotation.
A stream has places (days and hours) and contents (slots), at first one each. The walk goes
through the places by date, with what the diary says of them, so nothing that is logged later
changes what stands earlier:

- *hold*: the content stays in its place, missed.
- *drop*: it is left out.
- *shift*: it waits for the stream's next place, and all after it move on by one; the plan's end
  moves out. What a race, or a stated end, leaves no place for is left out.
- *merge*: it is left out, and the next session of the stream has those of its lines that are no
  runs and that it lacks. Of several in a row, those of the last.

A phase's own policy goes before the plan's. Races are held, and habits instead of shifted. A
session that the calendar skips is not missed. What was paused (a red flag, too much pain, a rule
of the coach) is neither dropped nor merged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from mesocycle.civil import spoken, wall
from mesocycle.compiler.athlete import View
from mesocycle.compiler.calendar.follow import follow
from mesocycle.compiler.calendar.logs import Logs
from mesocycle.compiler.calendar.merge import merged
from mesocycle.compiler.calendar.places import Place, more, reach, where
from mesocycle.compiler.checked import Habit, Plan, Policy, Session
from mesocycle.compiler.days.slot import Slot, Told, in_order, moved_to
from mesocycle.compiler.rules.rulebook import Rulebook
from mesocycle.compiler.safety.rules import too_much
from mesocycle.compiler.safety.scopes import scopes
from mesocycle.programme import Because

#: The rule by which these decisions go.
RULE = "missed"


def settle(
    plan: Plan, slots: Sequence[Slot], view: View, logs: Logs, rulebook: Rulebook
) -> list[Slot]:
    """The slots after all that was missed until the day of compiling."""
    if all(_policy(plan, slot) == "hold" for slot in slots):
        return list(slots)
    streams: dict[str, list[Slot]] = {}
    for slot in slots:
        if slot.anchor is None and slot.session.race is None:
            streams.setdefault(slot.stream, []).append(slot)
    done: dict[str, Slot] = {}
    for own in streams.values():
        done.update(_walked(own, view, logs, rulebook))
    kept = {slot.key for slot in slots if slot.anchor and slot.key in logs.of}
    after = follow(slots, [done.get(slot.key, slot) for slot in slots], kept)
    return sorted((_alone(plan, slot, view, logs) for slot in after), key=in_order)


def _policy(plan: Plan, slot: Slot) -> Policy:
    if slot.session.race is not None:
        return "hold"
    policy = (slot.phase.missed if slot.phase else None) or plan.missed
    return "hold" if policy == "shift" and _is_habit(slot.session) else policy


def _is_habit(session: Session) -> bool:
    """Whether it is nothing but tasks: yesterday's glass of water is not drunk today."""
    return bool(session.items) and all(isinstance(item.what, Habit) for item in session.items)


def _because(plan: Plan, slot: Slot) -> tuple[Because, ...]:
    """The line that says what becomes of a session, and the session's own."""
    phase = slot.phase
    line = phase.missed_line if phase and phase.missed else plan.missed_line
    return (line, slot.session.line) if line else (slot.session.line,)


def _walked(
    own: list[Slot], view: View, logs: Logs, rulebook: Rulebook
) -> Iterator[tuple[str, Slot]]:
    """The slots of one stream, between races and behind the last one."""
    plan = rulebook.plan
    if all(_policy(plan, slot) == "hold" for slot in own):
        return
    races = sorted(r.date for r in plan.calendar.races if r.grade != "C")
    active = [slot for slot in own if not slot.skipped]
    for number in range(len(races) + 1):
        first = races[number - 1] if number else dt.date.min
        last = races[number] if number < len(races) else None
        part = [s for s in active if first <= s.date and (last is None or s.date < last)]
        later = more(plan, own) if last is None else iter(())
        walk = _Walk(rulebook, view, logs, last)
        yield from ((slot.key, slot) for slot in walk.through(part, later))


class _Walk:
    """A walk through the places of a stream; `wait` are the contents that have none yet."""

    def __init__(self, rulebook: Rulebook, view: View, logs: Logs, race: dt.date | None) -> None:
        self.rulebook = rulebook
        self.plan = rulebook.plan
        self.view = view
        self.logs = logs
        self.race = race
        self.wait: list[Slot] = []
        self.logged: list[dt.date] = []
        self.carried: Slot | None = None
        self.done: list[Slot] = []

    def through(self, own: Sequence[Slot], later: Iterator[Place]) -> list[Slot]:
        """The slots in their new places; those that found none are dropped."""
        self.logged = self.logs.days(own)
        before = own[0].date if own else dt.date.min
        for slot in own:
            self._caught_up(before, slot.date)
            before = slot.date
            self.wait.append(slot)
            self._place(where(slot), slot if slot.key in self.logs.of else None)
        while self.wait:
            place = next(later, None)
            if place is None:
                break
            self._caught_up(before, place.date)
            before = place.date
            if self.wait:
                self._place(place)
        last = self.view.as_of + dt.timedelta(days=1)
        self._caught_up(before, min(last, self.race) if self.race else last)
        self.done += self._no_room()
        return self.done

    def _caught_up(self, first: dt.date, last: dt.date) -> None:
        """What waits was perhaps done on a day that is none of the stream's."""
        for date in [date for date in self.logged if first <= date < last]:
            for slot in tuple(self.wait):
                if _policy(self.plan, slot) == "shift" and self.logs.take(slot, date, None):
                    self.wait.remove(slot)
                    time = slot.start.time() if slot.start else None
                    start = wall(date, time, self.plan.zone) if time else None
                    self._give(slot, Place(date, start, slot.order))
                    break

    def _place(self, place: Place, logged: Slot | None = None) -> None:
        """One place: what was, or will be, done there, and what becomes of what was not."""
        log = self._logged(place, logged)
        due = log or self.wait[0]
        if log is None and place.date < self.view.as_of:
            policy = _policy(self.plan, due)
            if policy == "shift":
                return
            if policy != "hold" and not self._paused(due, place.date):
                self.wait.remove(due)
                self._leave_out(due, merge=policy == "merge")
                return
        self.wait.remove(due)
        self._give(due, place, takes=log is not None or place.date >= self.view.as_of)

    def _logged(self, place: Place, logged: Slot | None) -> Slot | None:
        """The content that the diary has for this place: the first that waits by that name."""
        if logged is not None:
            first = next(s for s in self.wait if set(s.names) & set(logged.names))
            if first is not logged:
                self.logs.of[first.key] = self.logs.of.pop(logged.key)
            return first
        if place.date not in self.logged:
            return None
        time = place.start.time() if place.start else None
        return next((s for s in self.wait if self.logs.take(s, place.date, time)), None)

    def _paused(self, slot: Slot, date: dt.date) -> bool:
        health = self.view.health
        stopped = bool(health.flags(date)) and all(
            health.flags(date, s) for s in scopes(slot.session)
        )
        if stopped or too_much(self.view, date) is not None:
            return True
        return self.rulebook.ends(slot.session, self.plan.as_written(slot.week), date)

    def _give(self, slot: Slot, place: Place, *, takes: bool = True) -> None:
        if self.carried is not None and takes:
            slot = merged(slot, self.carried, RULE, _because(self.plan, self.carried))
            self.carried = None
        if place == where(slot):
            self.done.append(slot)
            return
        if slot.date < self.view.as_of:
            text = f"{slot.session.name} was not done on {spoken(slot.date)}"
            text += f", and has the place of {spoken(place.date)}"
        else:
            text = f"{slot.session.name} of {spoken(slot.date)} moves to {spoken(place.date)}"
            text += ", as sessions before it were missed"
        moved = moved_to(slot, place.date, place.start, place.order)
        told = Told("moved", RULE, text, _because(self.plan, slot))
        self.done.append(replace(moved, told=(*slot.told, told)))

    def _leave_out(self, slot: Slot, *, merge: bool) -> None:
        if merge:
            self.carried = slot
        text = f"{slot.session.name} on {spoken(slot.date)} was missed and is left out"
        told = Told("skipped", RULE, text, _because(self.plan, slot))
        self.done.append(replace(slot, dropped=True, told=(*slot.told, told)))

    def _no_room(self) -> Iterator[Slot]:
        """What waits when there are no places left."""
        end = f" before the race on {spoken(self.race)}" if self.race else ""
        end = end or (" before the plan's end" if self.plan.fixed else " of its own")
        names = ", ".join(dict.fromkeys(slot.session.name for slot in self.wait))
        count = len(self.wait)
        last = f"the last {count} have" if count > 1 else "the last one has"
        notice = f"{names}: sessions were missed, and {last} no day left{end}."
        for slot in self.wait:
            text = (
                f"{slot.session.name} of {spoken(slot.date)} is left out: sessions were missed, "
                f"and there is no day left for it{end}"
            )
            told = Told("skipped", RULE, text, _because(self.plan, slot), notice)
            yield replace(slot, dropped=True, told=(*slot.told, told))


def _alone(plan: Plan, slot: Slot, view: View, logs: Logs) -> Slot:
    """A session that hangs on one that was done, and was itself missed: it cannot wait."""
    lost = slot.anchor is not None and slot.date < view.as_of and slot.key not in logs.of
    if not lost or slot.dropped or slot.skipped or _policy(plan, slot) != "drop":
        return slot
    text = f"{slot.session.name} on {spoken(slot.date)} was missed and is left out"
    told = Told("skipped", RULE, text, _because(plan, slot))
    return replace(slot, dropped=True, told=(*slot.told, told))


def lengthened(plan: Plan, slots: Iterable[Slot]) -> Plan:
    """The plan, as long as its last session needs."""
    last = reach(slots)
    if last is None or last <= plan.ends:
        return plan
    return replace(plan, days=(last - plan.starts).days + 1)
