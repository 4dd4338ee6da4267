"""Flares: the days that end what was pain-free before them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter

import msgspec

from mesocycle.catalogue.body import chain_place
from mesocycle.diary.model import Diary, SessionLog, Walk
from mesocycle.diary.pain import flare_from
from mesocycle.diary.raised import THIGH
from mesocycle.programme import Because


class Flare(msgspec.Struct, frozen=True):
    """A day that ends what was pain-free before it.

    What hurt on the day as a whole ends that day's evidence too, because nobody knows which
    came first; what hurt in one exercise leaves its neighbours of that day alone. `done`: it came
    of a session, so nobody knew of it before that day's sessions. `name`: as the athlete is told.
    """

    date: dt.date
    because: Because
    whole_day: bool
    done: bool = False
    name: str = "a flare"

    def ends(self, logged: dt.date) -> bool:
        """Whether what was logged on that day no longer counts."""
        return logged < self.date or (self.whole_day and logged == self.date)


def flare_since(
    flares: Sequence[Flare], logged: dt.date, date: dt.date, *, same_day: bool
) -> Flare | None:
    """The first flare up to `date` that ends what was logged on a day; `flares` in order.

    `same_day`: what that day's own sessions brought counts as well.
    """
    first = bisect_left(flares, logged, key=attrgetter("date"))
    for flare in islice(flares, first, None):
        if flare.date > date:
            return None
        if flare.ends(logged) and (same_day or not flare.done or flare.date < date):
            return flare
    return None


def flares(diary: Diary, limit: int) -> list[Flare]:
    """The days of a flare, in order.

    It is pain of 3 or more (and above the limit), sharp pain, pain in a leg, or a red flag.
    """
    least = flare_from(limit)
    found = [Flare(flag.date, flag.because, True, name="a red flag") for flag in diary.flags]
    found += [
        Flare(pain.date, pain.because, not pain.morning, pain.done)
        for pain in diary.pains
        if pain.value >= least
        or pain.sharp
        or (pain.value and pain.region and (chain_place(pain.region) or 0) >= THIGH)
    ]
    outings: list[SessionLog | Walk] = [*diary.walks, *diary.sessions]
    found += [
        Flare(done.date, done.because, True, isinstance(done, SessionLog))
        for done in outings
        if done.sharp or (done.pain or 0) >= least
    ]
    found += [
        Flare(log.date, log.because, False, True)
        for log in diary.exercises
        if any(mark.sharp or (mark.worst_pain or 0) >= least for mark in log.marks.values())
    ]
    return sorted(found, key=lambda flare: (flare.date, flare.because.line))
