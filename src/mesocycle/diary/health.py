"""How the athlete is, as of a date: what hurts, which red flags stand, whether to run.

The state of a day counts everything dated up to and on that day, so that this morning's
pain is known before this evening's session.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.body import CHAIN, chain_place, within
from mesocycle.civil import spoken
from mesocycle.diary.evidence import EXPIRES, flares
from mesocycle.diary.model import BodyPain, Diary, Flag
from mesocycle.diary.verdict import Verdict
from mesocycle.programme import Because

#: What clinics ask for before running begins (fast walk of half an hour without pain or limp).
BRISK_WALK_S = 30 * 60

_THIGH = CHAIN.index("thigh")


class Ache(msgspec.Struct, frozen=True):
    """What is known of one place: how much, and the line that says so.

    `exercise`: it hurt in one exercise, which says less of the day than a word about the day.
    """

    value: int
    region: str | None
    side: str | None
    because: Because
    exercise: bool = False


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

    def at(self, region: str | None, side: str | None) -> Ache | None:
        """The worst at that place (None for anywhere); None where nobody has said."""
        if region is None:
            return self.worst
        here = [
            ache
            for ache in self.places
            if ache.region
            and (within(ache.region, region) or within(region, ache.region))
            and (side is None or ache.side in (None, side))
        ]
        if here:
            return max(here, key=lambda ache: ache.value)
        return self.general if self.general and self.general.value == 0 else None


class Health:
    """The athlete's days, red flags and walks, from the diary alone.

    `as_of`: today (the diary's last day if None). `before_sessions`: a day is seen as it was
    before its sessions, so that what a session did cannot change what that session was.
    """

    def __init__(
        self, diary: Diary | None, as_of: dt.date | None = None, *, before_sessions: bool = False
    ) -> None:
        self._diary = diary
        self._today = as_of or (diary.last if diary else None)
        self._days = _days(diary, before_sessions=before_sessions) if diary else []
        self._mornings = [pain for pain in diary.pains if pain.morning] if diary else []
        self._flags = sorted(_flags(diary), key=lambda f: f.date) if diary else []
        self.limit = (diary.athlete.pain_limit if diary else None) or 0

    def day(self, date: dt.date) -> Day:
        """What was known on `date`."""
        index = bisect_right(self._days, date, key=itemgetter(0))
        return self._days[index - 1][1] if index else Day()

    def mornings(self, after: dt.date) -> tuple[BodyPain | None, BodyPain | None]:
        """The worst entry of the morning after a date, and the last one up to that date."""
        if not self._mornings:
            return None, None
        begin, end = (
            bisect_right(self._mornings, after + dt.timedelta(days=days), key=attrgetter("date"))
            for days in (0, 1)
        )
        worst = max(self._mornings[begin:end], key=attrgetter("value"), default=None)
        return worst, (self._mornings[begin - 1] if begin else None)

    def said_on(self, date: dt.date) -> list[BodyPain]:
        """What was said of that day itself, its morning left out."""
        pains = self._diary.pains if self._diary else ()
        return [pain for pain in pains if pain.date == date and not pain.morning]

    def flags(self, date: dt.date, scope: str | None = None) -> list[Flag]:
        """The red flags that stand on `date` for a scope (None: for anything at all)."""
        return [f for f in self._flags if f.date <= date and not self.cleared(f, date, scope)]

    def latch(self, flags: Sequence[Flag]) -> None:
        """Let these flags stand as well: the coach's rules raised them."""
        self._flags = sorted((*self._flags, *flags), key=lambda flag: flag.date)

    def cleared(self, flag: Flag, date: dt.date, scope: str | None = None) -> bool:
        """Whether a flag is cleared on `date` for a scope (None: for everything)."""
        clearances = self._diary.clearances if self._diary else ()
        return any(
            _before(flag, c)
            and c.date <= date
            and (not c.scope or scope in c.scope)
            for c in clearances
        )

    def brisk_walk(self, date: dt.date, seconds: int = BRISK_WALK_S) -> Verdict:
        """Whether a brisk walk of that length without pain is on record and still counts.

        A flare ends it. It counts for 28 days, and every logged session of running or
        walking carries it on.
        """
        if self._diary is None:
            return Verdict(None, "no brisk walk is on record")
        good = [w for w in self._diary.walks if w.date <= date and w.seconds >= seconds]
        if not good:
            return Verdict(None, f"no brisk walk of {seconds // 60} minutes is on record")
        walk = good[-1]
        if walk.pain is None:
            return Verdict(None, "nobody has said how the brisk walk felt", (walk.because,))
        if walk.pain > self.limit:
            return Verdict(False, f"the brisk walk hurt ({walk.pain})", (walk.because,))
        for flare in flares(self._diary):
            if flare.date <= date and flare.ends(walk.date):
                text = f"there was a flare on {spoken(flare.date)}, not before the brisk walk"
                return Verdict(None, text, (walk.because, flare.because))
        if self._lapsed(walk.date, date):
            return Verdict(None, "the brisk walk is too long ago", (walk.because,))
        text = f"a brisk walk of {walk.seconds // 60} minutes on {spoken(walk.date)} without pain"
        return Verdict(True, text, (walk.because,))

    def _lapsed(self, walked: dt.date, date: dt.date) -> bool:
        last = walked
        assert self._diary is not None
        for log in self._diary.sessions:
            if last < log.date <= date and log.date - last <= EXPIRES and log.endurance:
                last = log.date
        # Of a day to come, it is taken that what is planned until then is done.
        return min(date, max(last, self._today or last)) - last > EXPIRES


def _days(diary: Diary, *, before_sessions: bool) -> list[tuple[dt.date, Day]]:
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
    """What was said of a day as a whole."""
    days: dict[dt.date, list[Ache]] = {}
    for p in diary.pains:
        days.setdefault(p.date, []).append(Ache(p.value, p.region, p.side, p.because))
    return days


def _done(diary: Diary) -> dict[dt.date, list[Ache]]:
    """What sessions and exercises did: pain in one exercise hurts, no pain in it proves little."""
    days: dict[dt.date, list[Ache]] = {}
    for session in diary.sessions:
        if session.pain is not None:
            days.setdefault(session.date, []).append(
                Ache(session.pain, None, None, session.because)
            )
    for log in diary.exercises:
        for mark in log.marks.values():
            if mark.worst_pain:
                ache = Ache(mark.worst_pain, None, None, log.because, exercise=True)
                days.setdefault(log.date, []).append(ache)
    return days


def _after(day: Day, aches: list[Ache]) -> Day:
    """One day later: a general entry speaks for everything, and of two on a day the worse."""
    general = [ache for ache in aches if ache.region is None]
    places = {} if general else {(a.region, a.side): a for a in day.places}
    today: dict[tuple[str | None, str | None], Ache] = {}
    for ache in aches:
        place = ache.region, ache.side
        if ache.region is not None and (place not in today or ache.value > today[place].value):
            places[place] = today[place] = ache
    worst = max(general, key=lambda a: a.value) if general else day.general
    if worst and worst.exercise and any(a.value and not a.exercise for a in general):
        worst = replace(worst, exercise=False)  # the day was said to hurt as well
    return Day(worst, tuple(places.values()))


def _flags(diary: Diary) -> list[Flag]:
    """The flags as reported, and those that the places of pain raise by themselves."""
    found = list(diary.flags)
    before: BodyPain | None = None
    for pain in diary.pains:
        place = chain_place(pain.region) if pain.region else None
        if pain.value == 0:
            before = None if pain.region is None else before
            continue
        if place is None:
            continue
        last = chain_place(before.region) if before and before.region else None
        if place >= _THIGH:
            found.append(_flag(pain, "leg pain", f"pain in the {pain.region}"))
        elif last is not None and place > last and before:
            text = f"pain that moved from the {before.region} to the {pain.region}"
            found.append(_flag(pain, "pain moving outward", text))
        before = pain
    return found


def _flag(pain: BodyPain, symptom: str, text: str) -> Flag:
    return Flag(date=pain.date, symptom=symptom, level="see", text=text, because=pain.because)
