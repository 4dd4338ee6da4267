"""Replay: the plan's sessions one after the other, each with what was known on its day.

Up to the day of compiling, the diary says what was done; from then on every session is
taken to go as planned, and what rests on that is marked provisional.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from mesocycle.civil import spoken
from mesocycle.compiler.athlete import View
from mesocycle.compiler.calendar.logs import Logs
from mesocycle.compiler.calendar.telling import tell
from mesocycle.compiler.checked import Plan, Timing
from mesocycle.compiler.checked import Session as Kind
from mesocycle.compiler.choice.conditions import Question
from mesocycle.compiler.days.slot import Slot
from mesocycle.compiler.endurance import total
from mesocycle.compiler.ledger import Ledger, Page
from mesocycle.compiler.numbers.statistics import categories, estimate
from mesocycle.compiler.rules.rulebook import Rulebook
from mesocycle.compiler.safety.rules import too_much
from mesocycle.compiler.safety.scopes import EVERY, scopes
from mesocycle.compiler.sessions import ruled, together
from mesocycle.compiler.sessions.body import Body, Own
from mesocycle.compiler.sessions.manners import manner_under
from mesocycle.compiler.sessions.stops import Stops
from mesocycle.compiler.sessions.tracks import Day, Tracks
from mesocycle.diary.model import SessionLog
from mesocycle.programme import Block, Session, Status

#: The namespace of session ids: a uuid5 of this and the slot.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:mesocycle:session")

_IN_PART = "Only what a doctor or physiotherapist has cleared; the rest stays paused."
_REST = "Nothing is trained today: rest, and ask a doctor or physiotherapist."
_NOTHING_LEFT = "Nothing in it may be done today."


class Replay:
    """The programme's sessions, made in order; it fills the ledger on the way."""

    def __init__(
        self, plan: Plan, view: View, ledger: Ledger, logs: Logs, rulebook: Rulebook
    ) -> None:
        self.plan = plan
        self.rulebook = rulebook
        self.stops = Stops(view, rulebook)
        self.view = view
        self._before = view.before_sessions()
        self.ledger = ledger
        self.tracks = Tracks(plan, view)
        self.logs = logs
        #: Of sessions with a choice that is open, the blocks that count, by their id.
        self.counted: dict[str, tuple[Block, ...]] = {}
        #: The entries of sessions, by their id.
        self.entries: dict[str, SessionLog] = {}

    def sessions(self, slots: Sequence[Slot]) -> list[Session]:
        """One session a slot, in the slots' order."""
        made = [session for slot in slots if (session := self._session(slot))]
        self._tell_unplanned()
        return made

    @property
    def slotless(self) -> frozenset[str]:
        """The names of sessions that are done at any time, or whenever something happens."""
        kinds = (k for k in self.plan.sessions if k.timing.any_time or k.timing.trigger)
        return frozenset(kind.name for kind in kinds)

    def _tell_unplanned(self) -> None:
        """Entries that belong to no slot: nobody should wonder why they do not count."""
        for log in self.logs.left():
            if log.session not in self.slotless:
                moved = f", moved from {spoken(log.moved_from)}" if log.moved_from else ""
                text = (
                    f"{log.session} is logged on {spoken(log.date)}{moved}, and the plan has none "
                    "left on that day. Its exercises count as evidence; the session stays open."
                )
                self.ledger.notice("R55", "info", text)

    def todo(self, waits: Callable[[Timing], str | None]) -> list[Session]:
        """Sessions without a slot: done at any time, or whenever something happens.

        `waits` says of a session's timing why it is not its turn, if it is not. They are as
        they may be done on the day of compiling, though the plan be over by then.
        """
        day = max(self.view.as_of, self.plan.starts)
        week = self.plan.as_written(self.plan.week(min(day, self.plan.ends)))
        return [
            self._todo(kind, day, week, waits(kind.timing))
            for kind in self.plan.sessions
            if (kind.timing.any_time or kind.timing.trigger) and kind.timing.there(week)
        ]

    def id_of(self, key: str) -> str:
        """The id of a session, for ever, by the key of what it is."""
        whose = self.view.name or ""
        return str(uuid.uuid5(_NAMESPACE, "\n".join((self.plan.identity, whose, key))))

    def _todo(self, kind: Kind, day: dt.date, week: int, waits: str | None) -> Session:
        identity = self.id_of(kind.key)
        page = self.ledger.page(identity, None)
        phase = self.plan.phase(week)
        own = Own(kind, day, week, phase.week(week) if phase else week, page, skipped=waits)
        body = self._body(own)
        return Session(
            id=identity,
            name=kind.name,
            week=None,
            date=None,
            minutes=kind.timing.minutes,
            slot=kind.timing.part,
            trigger=kind.timing.trigger,
            status=body.status,
            reason=body.reason,
            blocks=body.blocks,
            notes=body.notes,
            categories=categories(body.blocks),
            total=body.total,
        )

    def _session(self, slot: Slot) -> Session | None:
        """The session of a slot; None of one that was missed and is left out."""
        kind = slot.session
        identity = self.id_of(slot.key)
        page = self.ledger.page(identity, slot.date)
        tell(slot, page)
        body = None if slot.dropped else self._body(self._own(slot, page))
        self.tracks.turns[kind.key] = self.tracks.turns.get(kind.key, 0) + 1
        if body is None:
            return None
        if body.blocks and slot.date >= self.view.as_of:
            self.view.recent.train(slot.date)
        if slot.key in self.logs.of:
            self.entries[identity] = self.logs.of[slot.key]
        if body.counted is not None:
            self.counted[identity] = body.counted
        counted = body.blocks if body.counted is None else body.counted
        return Session(
            id=identity,
            name=kind.name,
            week=self.plan.week(slot.date) if slot.original else slot.week,
            phase=slot.phase.name if slot.phase else None,
            date=slot.date.isoformat(),
            original_date=slot.original.isoformat() if slot.original else None,
            start=slot.start.isoformat() if slot.start else None,
            minutes=kind.timing.minutes or estimate(counted, self.plan.catalogue),
            slot=kind.timing.part,
            status=body.status,
            provisional=body.provisional,
            reason=body.reason,
            blocks=body.blocks,
            notes=body.notes,
            categories=categories(body.blocks),
            total=body.total,
            race=kind.race.grade if kind.race else None,
        )

    def _own(self, slot: Slot, page: Page) -> Own:
        week = self.plan.as_written(slot.week)
        log = self.logs.of.get(slot.key)
        return Own(
            slot.session, slot.date, week, slot.phase_week, page, log, slot.volume, slot.skipped,
            slot.merged, slot.original is not None,
        )  # fmt: skip

    def _body(self, own: Own) -> Body:
        kind, date, page, log = own.kind, own.date, own.page, own.log
        flags, outside = self.stops.standing(own), self.stops.outside(own)
        whole = scopes(kind, own.merged) if flags or outside else frozenset[str]()
        every = whole | EVERY if whole else whole
        closed = frozenset(s for s in every if self.stops.closes(own, s))
        if own.skipped and log is None:
            return Body(status="skipped", reason=own.skipped)
        if whole and whole <= closed:
            return self.stops.body(flags, outside, own)
        is_open = log is None and date >= self.view.as_of
        view = self.view if is_open else self._before
        hurts = None if log else too_much(view, date)
        if hurts:
            page.decide("skipped", hurts.rule, hurts.text, because=hurts.because)
            if is_open:
                self.ledger.notice(hurts.rule, "stop", f"{hurts.text}.")
            return Body(status="skipped", reason=_REST)
        self.stops.tell(flags, outside, own, in_part=True)
        day = Day(
            plan=self.plan, view=view, tracks=self.tracks, session=kind, date=date, week=own.week,
            phase_week=own.phase_week, page=page, log=log, open=is_open, closed=closed,
            volume=own.volume, calm=not closed and self.tracks.calm.on(view, date),
        )  # fmt: skip
        if self.rulebook.any:
            day = self.rulebook.on(day)
            if day.today and day.today.ends:
                return ruled.ended(day, day.today)
        return self._composed(day, together.options_of(kind, log), own)

    def _composed(self, day: Day, options: Sequence[Kind], own: Own) -> Body:
        """The session as it may be done; of a choice that nothing has settled, all options."""
        kind = day.session
        options = [option for option in options if self._is_open(day, option)]
        merged = own.merged if own.merged and self._is_open(day, own.merged) else None
        days = [day, *(self._beside(day, option) for option in options)]
        days += [self._beside(day, merged)] if merged else []
        made, parts = together.made(days, many=len(days) > 2 or merged is not None)
        manner = manner_under(kind.manner, kind.conditionals, Question(day.view, day.date))
        in_part = bool(day.closed and day.closed & scopes(kind, own.merged))
        if day.log:
            status: Status = "done"
        elif not day.open:
            status = "missed"
        elif (kind.items or kind.options) and not made.blocks:
            status = "skipped"
        else:
            status = "moved" if own.moved else "planned"
            status = "assessment" if made.assessment else status
        return Body(
            status=status,
            blocks=made.blocks,
            provisional=made.provisional and day.open,
            reason=_NOTHING_LEFT if status == "skipped" else _IN_PART if in_part else None,
            notes=(
                *together.notes(options, merged),
                *manner.cues,
                *manner.notes,
                *ruled.says(days),
                *ruled.toward_the_spine(day),
            ),
            total=total(made.blocks, made.basis) if len(options) < 2 else None,
            counted=together.counted(parts, len(options), self.plan.catalogue)
            if len(options) > 1
            else None,
        )

    def _beside(self, day: Day, other: Kind) -> Day:
        """The same day of another session: of an option, or of what is merged."""
        day = replace(day, session=other)
        return self.rulebook.on(day) if self.rulebook.any else day

    def _is_open(self, day: Day, other: Kind) -> bool:
        """Whether the rules of an option, or of what is merged, let any of it be done today."""
        if not self.rulebook.any or (day.log and day.log.session == other.name):
            return True
        if self.stops.bars(other, day):
            return False
        today = self._beside(day, other).today
        if today is not None and today.ends:
            ruled.ended(replace(day, session=other), today)
            return False
        return True
