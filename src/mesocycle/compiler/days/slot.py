"""Slot: one session on one day, with its identity.

A slot's key names it for ever: the session's identity, the plan week and its place within
that week (or, for schedules that do not go by weeks, its number). Dates, times, titles and
loads are not in it, so a session that moves stays itself.
"""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec.structs import replace

from mesocycle.civil import later
from mesocycle.compiler.checked import Item, Phase, Relation, Session, Stretch, Timing
from mesocycle.frozen import FrozenMeta
from mesocycle.programme import Because, DecisionOutcome

#: Where a part of the day stands in the order of the day, in minutes.
_PARTS = {"morning": 480, "midday": 720, "afternoon": 900, "evening": 1140, "before_bed": 1320}

#: Sessions without any time come after all that have one.
_UNTIMED = 24 * 60


class Told(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """What a pass decided about a slot, for the ledger; `notice` is what everybody should know."""

    outcome: DecisionOutcome
    rule: str
    text: str
    because: tuple[Because, ...] = ()
    notice: str | None = None


class Slot(msgspec.Struct, metaclass=FrozenMeta, frozen=True):
    """One session on one day. `order` sorts a day.

    `week` is of the calendar, where the slot was planned; `phase_week` of the `phase`'s cycle,
    or without a phase the week as written. `anchor`: the key of the slot before or after which
    it stands. `original`: the day from which the calendar, or a missed session, moved it.
    `skipped`: why nothing is done. `dropped`: it was missed, and is in the programme no more.
    `merged`: the missed session whose lines it has as well. `volume`: the share of it that is
    done, in hundredths of a per cent.
    `moved` says why it is not at its hour; `crowded`, why it should not be where it is.
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
    anchor: str | None = None
    relation: Relation = "after"
    original: dt.date | None = None
    skipped: str | None = None
    dropped: bool = False
    merged: Session | None = None
    volume: int | None = None
    told: tuple[Told, ...] = ()
    stream: str = ""

    @property
    def end(self) -> dt.datetime | None:
        """When it ends (its start, where no length is given)."""
        if self.start is None:
            return None
        return later(self.start, minutes(self.session, self.phase_week, self.volume))

    @property
    def names(self) -> tuple[str, ...]:
        """What a diary may call it: by its own name, or by that of one of its options."""
        return (self.session.name, *(option.name for option in self.session.options))


def in_order(slot: Slot) -> tuple[dt.date, tuple[int, int, int]]:
    """Sorts slots by date and by the order of the day."""
    return (slot.date, slot.order)


def minute(timing: Timing, start: dt.datetime | None) -> int:
    """Where in the day a session stands, in minutes."""
    if start is not None:
        return start.hour * 60 + start.minute
    return _PARTS.get(timing.part or "", _UNTIMED)


def minutes(session: Session, week: int, volume: int | None = None) -> dt.timedelta:
    """How much of a day a session takes in a week (of the phase), at a share of its volume.

    As the plan says, else the sum of its stretches.
    """
    if session.timing.minutes:
        return dt.timedelta(minutes=session.timing.minutes)
    return dt.timedelta(minutes=sum(_room(item, week, volume) for item in session.items) // 60)


def _room(item: Item, week: int, volume: int | None) -> int:
    """The seconds that a line takes in a week, if it is a stretch."""
    stretch, share = item.what, volume
    for weekly in item.weekly:
        if week in weekly.weeks:
            stretch = weekly.manner.course or stretch
            said = (share, weekly.manner.volume)
            share = min((each for each in said if each is not None), default=None)
            if weekly.manner.skip:
                return 0
    if not isinstance(stretch, Stretch):
        return 0
    if share is None:
        return stretch.room
    from mesocycle.compiler.endurance.volume import scaled  # few plans have volumes

    return scaled(stretch, share).room


def beside(session: Session, anchor: Slot, relation: Relation, volume: int | None = None) -> Slot:
    """The slot of a session that stands before or after another's."""
    key = f"{session.key}/{relation}/{anchor.key}"
    after = relation == "after"
    start = None
    if anchor.start is not None:
        length = minutes(session, anchor.phase_week, volume)
        start = anchor.end if after else later(anchor.start, -length)
    date, (at, index, _) = anchor.date, anchor.order
    if start is not None:  # which may be past midnight, on the next day or the one before
        date, at = start.date(), start.hour * 60 + start.minute
    order = (at, index, 1 + session.index if after else session.index - 10_000)
    return Slot(
        session, key, date, anchor.week, order, start, anchor.phase, anchor.phase_week,
        anchor=anchor.key, relation=relation, stream=session.key,
    )  # fmt: skip


def moved_to(
    slot: Slot, date: dt.date, start: dt.datetime | None, order: tuple[int, int, int]
) -> Slot:
    """The slot on another day or at another time; where it was first stays known."""
    was = slot.original or slot.date
    return replace(slot, date=date, start=start, order=order, original=None if date == was else was)
