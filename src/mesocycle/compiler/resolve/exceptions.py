"""Exceptions to the schedule: what the calendar changes, checked against what is planned."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import combinations
from typing import cast

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.calendar.changes import Changes, race_on, rest_on
from mesocycle.compiler.checked import Moved, Plan, RestDays, Skipped, Swapped
from mesocycle.compiler.days.schedule import schedule
from mesocycle.compiler.days.slot import Slot
from mesocycle.compiler.resolve.calendar import Change, Days, Said, in_plan
from mesocycle.compiler.resolve.resting import check_rests
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n


class Line(msgspec.Struct, frozen=True):
    """A change, and where it is written."""

    piece: n.Piece[n.Node]
    change: Change


def resolve(r: Lookup, plan: Plan, said: Said) -> Plan:
    """The plan with its calendar; exceptions that cannot be are told."""
    said = in_plan(r, plan, said)
    lines = [Line(days.piece, _change(r, days)) for days in said.changes]
    rests = tuple(rest for _, rest in said.rests)
    calendar = replace(
        plan.calendar,
        rests=rests,
        changes=tuple(line.change for line in lines),
        notes=tuple(_notes(plan, said.notes)),
    )
    plan = replace(plan, calendar=calendar)
    check_rests(r, plan, said.rests)
    if not r.notes.failed:
        _Check(r, plan, lines).all(said.rests)
    return plan


def _change(r: Lookup, days: Days) -> Change:
    because = r.because(days.piece)
    node = days.piece.node
    if isinstance(node, n.MoveDay):
        return Moved(days.first, days.last, because, days.session, days.time)
    if isinstance(node, n.SwapDays):
        return Swapped(days.first, days.last, because)
    reason = cast(n.SkipDays, node).reason
    return Skipped(days.first, days.last, because, days.session, reason.text if reason else None)


def _notes(plan: Plan, notes: list[Days]) -> Iterator[tuple[dt.date, str]]:
    for days in notes:
        text = cast(n.DayNote, days.piece.node).text.text
        first = max(days.first, plan.starts)
        for day in range((min(days.last, plan.ends) - first).days + 1):
            yield first + dt.timedelta(days=day), text


class _Check:
    """The changes of a calendar beside the slots that they are about."""

    def __init__(self, r: Lookup, plan: Plan, lines: list[Line]) -> None:
        self.r = r
        self.plan = plan
        self.lines = lines
        self.changes = Changes(plan)
        self.slots = [slot for slot in schedule(plan) if slot.session.race is None]
        self.dates = [slot.date for slot in self.slots]
        self.days: dict[dt.date, list[Slot]] = {}
        for slot in self.slots:
            self.days.setdefault(slot.date, []).append(slot)
        self.names = {session.key: session.name for session in plan.sessions}

    def all(self, rests: list[tuple[n.Piece[n.Node], RestDays]]) -> None:
        """Every check."""
        for line in self.lines:
            change = line.change
            if isinstance(change, Skipped):
                self._skip(line.piece, change)
            elif isinstance(change, Moved):
                self._move(line.piece, change)
            else:
                self._swap(line.piece, change)
        self._contradictions()
        self._overlaps()
        for piece, rest in rests:
            for date in sorted(rest.dates):
                if date not in self.days:
                    self._idle(piece, f"nothing is planned on {date} anyway")

    def _on(self, date: dt.date, session: str | None) -> list[Slot]:
        found = self.days.get(date, [])
        if session is None:
            return [slot for slot in found if slot.anchor is None]
        return [slot for slot in found if slot.session.key == session]

    def _skip(self, piece: n.Piece[n.Node], change: Skipped) -> None:
        first = bisect_left(self.dates, change.first)
        last = bisect_right(self.dates, change.last)
        if change.session is None:
            if first == last:
                self._idle(piece, "nothing is planned there anyway")
        elif all(slot.session.key != change.session for slot in self.slots[first:last]):
            self._absent(piece, change.session, change.first)

    def _idle(self, piece: n.Piece[n.Node], message: str) -> None:
        self.r.notes.warning(
            "W551", message, piece.span, "this changes nothing",
            hint="look at the date; to say something about the day, write: note 2026-12-24 "
            '"travelling"',
        )  # fmt: skip

    def _absent(self, piece: n.Piece[n.Node], session: str | None, date: dt.date) -> None:
        """What should change is not there on that day."""
        own = [s for s in self.slots if session in (None, s.session.key) and not s.anchor]
        own = own or [s for s in self.slots if session == s.session.key]
        near = min(own, key=lambda s: (abs(s.date - date), s.date), default=None)
        name = self.names[session] if session else None
        message = f"{name} is not on {date}" if name else f"nothing is planned on {date}"
        if any(phase.until is not None for phase in self.plan.phases):
            # When such a phase ends, only the diary knows: perhaps the session is there after all.
            self.r.notes.warning(
                "W551", f"perhaps {message}", piece.span, "it depends on when a phase ends",
                hint="look at the date again once the phase has ended",
            )  # fmt: skip
            return
        hint = f"the nearest day is {near.date}" if near else "it has no days at all"
        self.r.notes.error(
            "E484", message, piece.span, "no such session on that day", hint=hint
        )  # fmt: skip

    def _move(self, piece: n.Piece[n.Node], change: Moved) -> None:
        found = self._on(change.date, change.session)
        race = next((x for x in self.plan.calendar.races if x.date == change.date), None)
        if not found and race is not None and change.session is None:
            self.r.notes.error(
                "E488", f"{race.name} is a race", piece.span, "it stays where it is announced",
                hint="change the date in its own line",
            )  # fmt: skip
        elif not found:
            self._absent(piece, change.session, change.date)
        elif change.time is not None and len(found) > 1:
            self.r.notes.error(
                "E489", f"{len(found)} sessions moved to one hour", piece.span,
                "which one is meant?",
                hint="leave out the hour: they keep theirs",
            )  # fmt: skip
        else:
            self._lands(piece, change.to)
            self._twice(piece, found, change.to)

    def _swap(self, piece: n.Piece[n.Node], change: Swapped) -> None:
        first, second = self._on(change.first, None), self._on(change.second, None)
        if not first and not second:
            self._absent(piece, None, change.first)
        if first:
            self._lands(piece, change.second)
        if second:
            self._lands(piece, change.first)

    def _lands(self, piece: n.Piece[n.Node], date: dt.date) -> None:
        """The day on which something lands is free for it."""
        rest = rest_on(self.plan, date)
        skip = next((x for x in self.lines if _skips(x.change, date)), None)
        race = race_on(self.plan, date)
        if rest or skip:
            labels = [Label(skip.piece.span, "it is skipped here")] if skip else []
            self.r.notes.error(
                "E482", f"{date} is {'a rest day' if rest else 'left out'}", piece.span,
                "nothing is done on that day", labels=labels,
                hint="choose another day, or change the line that keeps this one free",
            )  # fmt: skip
        elif race:
            self.r.notes.error(
                "E488", f"{date} is the day of {race.name}", piece.span,
                "nothing else is planned on the day of a race",
                hint="choose another day; a race that is trained through has priority C",
            )  # fmt: skip

    def _twice(self, piece: n.Piece[n.Node], found: list[Slot], to: dt.date) -> None:
        there = {s.session.key for s in self.days.get(to, ()) if not self.changes.of(s)}
        both = next((s for s in found if s.session.key in there and s.date != to), None)
        if both is not None:
            self.r.notes.warning(
                "W552", f"{both.session.name} comes twice on {to}", piece.span,
                "it is there on that day already",
                hint="move the other one as well, or skip one of the two",
            )  # fmt: skip

    def _contradictions(self) -> None:
        told = set[tuple[int, int]]()
        pieces = {id(line.change): line.piece for line in self.lines}
        for slot in self.slots:
            found = self.changes.of(slot)
            if len(found) < 2 or all(isinstance(change, Skipped) for change in found):
                continue
            one, other = sorted((pieces[id(c)] for c in found[:2]), key=lambda p: p.start)
            if (one.start, other.start) not in told:
                told.add((one.start, other.start))
                self.r.notes.error(
                    "E485", f"two lines say what happens to {slot.session.name} on {slot.date}",
                    other.span, "which one holds?",
                    labels=[Label(one.span, "the other one is here")],
                    hint="keep one of the two; both speak of the days as the schedule has them, "
                    "before any change",
                )  # fmt: skip

    def _overlaps(self) -> None:
        skips = [(x.piece, x.change) for x in self.lines if isinstance(x.change, Skipped)]
        for (one, first), (other, second) in combinations(skips, 2):
            apart = first.last < second.first or second.last < first.first
            if not apart and first.session == second.session:
                self.r.notes.warning(
                    "W550", "skipped twice", other.span, "some of these days are skipped already",
                    labels=[Label(one.span, "they are skipped here")],
                    hint="let one end before the other begins; of two reasons the first is given",
                )  # fmt: skip


def _skips(change: Change, date: dt.date) -> bool:
    return (
        isinstance(change, Skipped)
        and change.session is None
        and change.first <= date <= change.last
    )
