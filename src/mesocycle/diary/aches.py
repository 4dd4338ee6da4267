"""Aches: what hurts on a day, or is known not to, by replaying a diary's entries in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.body import within
from mesocycle.diary.model import BodyPain, Diary, ExerciseLog, Mark, SessionLog, Walk
from mesocycle.programme import Because


class Ache(msgspec.Struct, frozen=True):
    """What is known of one place: how much, and the line that says so.

    `exercise`: it hurt in one exercise, which says less of the day than a word about the day.
    `session`: it was said of a session, and if it did not hurt that is no word about the day.
    `sharp`: the pain was, which is worse than its number. `date`: the day it was said of.
    """

    value: int
    region: str | None
    side: str | None
    because: Because
    date: dt.date
    exercise: bool = False
    sharp: bool = False
    session: bool = False

    @property
    def of_the_day(self) -> bool:
        """Whether it is a word about the day, whatever was done on it."""
        return not self.exercise and not (self.session and self.value == 0)


class Day(msgspec.Struct, frozen=True):
    """All that hurts, or is known not to: `general` None means that nobody has said."""

    general: Ache | None = None
    places: tuple[Ache, ...] = ()

    @property
    def known(self) -> tuple[Ache, ...]:
        """All of it: the places, and what was said of anywhere."""
        return (*self.places, self.general) if self.general else self.places

    @property
    def worst(self) -> Ache | None:
        """The worst of all that is known; None if nothing is."""
        return max(self.known, key=lambda ache: ache.value, default=None)

    @property
    def said(self) -> Ache | None:
        """The worst that was said of the day itself, whatever hurt in one exercise."""
        said = (ache for ache in self.known if not ache.exercise)
        return max(said, key=lambda ache: ache.value, default=None)

    @property
    def sharp(self) -> Ache | None:
        """A sharp pain of the day itself, whatever its number."""
        return next((ache for ache in self.known if ache.sharp and not ache.exercise), None)

    def since(self, date: dt.date) -> Day:
        """The same without what was said not to hurt before a date: nobody knows it any more."""
        if not any(ache.value == 0 and ache.date < date for ache in self.known):
            return self
        kept = [ache for ache in self.known if ache.value or ache.date >= date]
        general = self.general if self.general in kept else None
        return Day(general, tuple(ache for ache in kept if ache is not general))

    def at(self, region: str | None, side: str | None) -> Ache | None:
        """The worst at that place (None for anywhere); None where nobody has said."""
        if region is None:
            return self.worst
        here = [a for a in self.places if is_at(a.region, a.side, region, side)]
        if here:
            return max(here, key=lambda ache: ache.value)
        return self.general if self.general and self.general.value == 0 else None


def is_at(region: str | None, side: str | None, asked: str, asked_side: str | None) -> bool:
    """Whether what was said of a place (canonical) is of the place that is asked about."""
    near = region is not None and (within(region, asked) or within(asked, region))
    return near and (asked_side is None or side in (None, asked_side))


def speaks_of(pain: BodyPain, region: str | None, side: str | None) -> bool:
    """Whether an entry says something of a place (None: of anywhere)."""
    if region is None:
        return True
    if pain.region is None:
        return pain.value == 0
    return is_at(pain.region, pain.side, region, side)


def hurt_in(done: Mark | SessionLog | Walk) -> int | None:
    """How much it hurt: the worse of during and after; sharp pain is at least a 1."""
    worst = done.worst_pain if isinstance(done, Mark) else done.pain
    return max(worst or 0, 1) if done.sharp else worst


def proves_nothing(log: ExerciseLog) -> bool:
    """Whether an entry is imported and says of no pain: that it did not hurt is no proof."""
    return log.unverified and not any(hurt_in(mark) for mark in log.marks.values())


def states(diary: Diary, *, before_sessions: bool) -> list[tuple[dt.date, Day]]:
    """The state of each day with an entry, by replaying the entries in order."""
    days: list[tuple[dt.date, Day]] = []
    day = Day()
    said, done = _said(diary), _done(diary)
    for date in sorted({*said, *done}):
        before, after = said.get(date, []), done.get(date, [])
        if before_sessions:
            days.append((date, _after(day, before)))
        day = _after(day, [*before, *after])
        if not before_sessions:
            days.append((date, day))
        elif after:
            days.append((date + dt.timedelta(days=1), day))
    return days


def _said(diary: Diary) -> dict[dt.date, list[Ache]]:
    """What was said of a day as a whole, and not of what was done on it."""
    days: dict[dt.date, list[Ache]] = {}
    for pain in diary.pains:
        if not pain.done:
            days.setdefault(pain.date, []).append(_ache(pain))
    return days


def _ache(pain: BodyPain) -> Ache:
    value = max(pain.value, 1) if pain.sharp else pain.value
    return Ache(value, pain.region, pain.side, pain.because, pain.date, sharp=pain.sharp)


def _done(diary: Diary) -> dict[dt.date, list[Ache]]:
    """What sessions and exercises did: pain in one exercise hurts, no pain in it proves little."""
    days: dict[dt.date, list[Ache]] = {}
    for date, ache in _in_sessions(diary):
        days.setdefault(date, []).append(ache)
    return days


def _in_sessions(diary: Diary) -> Iterator[tuple[dt.date, Ache]]:
    """Each ache with its day; that a walk or an imported session says 0 proves nothing.

    That a session did not hurt takes back what sessions did, and not what was said of the day.
    """
    yield from ((pain.date, _ache(pain)) for pain in diary.pains if pain.done)
    outings: list[SessionLog | Walk] = [*diary.sessions, *diary.walks]
    for done in outings:
        pain = hurt_in(done)
        proves = isinstance(done, SessionLog) and not done.unverified
        if pain or (pain == 0 and proves):
            line, sharp = done.because, done.sharp
            yield done.date, Ache(pain, None, None, line, done.date, sharp=sharp, session=True)
    for log in diary.exercises:
        for mark in log.marks.values():
            pain = hurt_in(mark)
            if pain:
                line, sharp = log.because, mark.sharp
                yield log.date, Ache(pain, None, None, line, log.date, exercise=True, sharp=sharp)


def _after(day: Day, aches: list[Ache]) -> Day:
    """One day later: a general entry speaks for everything, and of two on a day the worse.

    What hurt, or did not, in what was done takes nothing back that was said of the day, or of a
    place.
    """
    general = _worst([ache for ache in aches if ache.region is None])
    said = _worst([ache for ache in aches if ache.region is None and ache.of_the_day])
    places = {(a.region, a.side): a for a in day.places} if said is None or said.value else {}
    if said is not None:
        most = said.value  # where it did not hurt before, it may now
        places = {
            at: replace(a, value=min(a.value, most), sharp=a.sharp and said.sharp)
            for at, a in places.items()
            if a.value
        }
    today: dict[tuple[str | None, str | None], Ache] = {}
    for ache in aches:
        place = ache.region, ache.side
        if ache.region is not None and (place not in today or ache.value > today[place].value):
            places[place] = today[place] = ache
    if general is None:
        general = day.general
    elif said is not None and said.value:
        general = replace(general, exercise=False)  # the day was said to hurt as well
    elif said is None and day.general and not (day.general.exercise or day.general.session):
        general = general if general.value > day.general.value else day.general
    return Day(general, tuple(places.values()))


def _worst(aches: list[Ache]) -> Ache | None:
    return max(aches, key=lambda ache: (ache.value, ache.sharp), default=None)
