"""Trends: where pain goes, and whether it rises, against what was written before.

Pain that draws back toward the spine (centralising) is found in a mechanical evaluation by a
trained examiner (Donelson; McKenzie); here it is no more than the order of places in a diary,
and proves nothing. Pain that moves outward stops, whatever its number.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter

import msgspec

from mesocycle.catalogue.body import chain_place
from mesocycle.civil import spoken
from mesocycle.diary.aches import speaks_of
from mesocycle.diary.days import Days
from mesocycle.diary.lasting import EXPIRES
from mesocycle.diary.model import BodyPain
from mesocycle.diary.verdict import Verdict


class Spot(msgspec.Struct, frozen=True):
    """How far down from the spine it hurt on a day, as an index of the chain; 0 is nowhere."""

    place: int
    pain: BodyPain


def _spots(pains: Iterable[BodyPain]) -> list[Spot]:
    """The furthest place of every day of which one on the chain is known."""
    found: dict[dt.date, Spot] = {}
    for pain in pains:
        if pain.value == 0:
            place = 0 if pain.region is None else None
        else:
            place = chain_place(pain.region) if pain.region else None
        known = found.get(pain.date)
        if place is not None and (known is None or place > known.place):
            found[pain.date] = Spot(place, pain)
    return list(found.values())


def moves(days: Days, date: dt.date, *, outward: bool) -> Verdict:
    """Whether pain went further out (or, else, nearer to the spine) than when last written of."""
    every = days.kept("spots", _spots)
    end = bisect_right(every, date, key=lambda spot: spot.pain.date)
    spots = every[max(end - 2, 0) : end]
    way = "outward" if outward else "toward the spine"
    if spots and _lapsed(spots[-1].pain, date):
        spots = []
    if spots and spots[-1].place == 0:
        return Verdict(False, "nothing hurts", (spots[-1].pain.because,))
    if len(spots) < 2 or spots[0].place == 0:
        return Verdict(None, f"nobody has said whether the pain moves {way}")
    before, now = spots
    moved = now.place > before.place if outward else now.place < before.place
    text = f"the pain was in the {before.pain.region}, and is in the {now.pain.region}"
    return Verdict(moved, text, (before.pain.because, now.pain.because))


def _lapsed(pain: BodyPain, date: dt.date) -> bool:
    """Whether it was said that nothing hurts, too long ago to count."""
    return pain.value == 0 and date - pain.date > EXPIRES


def beyond(days: Days, date: dt.date, region: str, side: str | None) -> Verdict:
    """Whether anything hurts further from the spine than a place (canonical, on the chain)."""
    limit = chain_place(region) or 0
    day = days.on(date)
    aches = [a for a in day.places if a.value and a.region and side in (None, a.side or side)]
    placed = [(chain_place(a.region), a) for a in aches if a.region]
    known = [(place, ache) for place, ache in placed if place is not None]
    far = [ache for place, ache in known if place > limit]
    if far:
        return Verdict(True, f"pain in the {far[0].region}", (far[0].because,))
    if day.general and not day.general.value:
        return Verdict(False, "nothing hurts", (day.general.because,))
    if not known:
        return Verdict(None, f"nobody has said whether pain goes beyond the {region}")
    nearest = max(known, key=lambda each: each[0])[1]
    return Verdict(False, f"no pain beyond the {nearest.region}", (nearest.because,))


def _by_day(days: Days, date: dt.date, region: str | None, side: str | None) -> list[BodyPain]:
    """The worst entry of every day up to `date` that speaks of a place (None: of anywhere)."""

    def worst_of_each(pains: Iterable[BodyPain]) -> list[BodyPain]:
        worst: dict[dt.date, BodyPain] = {}
        for pain in pains:
            if speaks_of(pain, region, side):
                known = worst.get(pain.date)
                if known is None or pain.value > known.value:
                    worst[pain.date] = pain
        return list(worst.values())

    said = days.kept((region, side), worst_of_each)
    return said[: bisect_right(said, date, key=attrgetter("date"))]


def rising(days: Days, date: dt.date, region: str | None, side: str | None) -> Verdict:
    """Whether it hurts more than the time before; one point is enough.

    A change of one point is noise, but only a fall may be taken for it (Childs, Spine 2005).
    """
    said = _by_day(days, date, region, side)
    where = f"{region} pain" if region else "pain"
    if len(said) < 2 or _lapsed(said[-1], date):
        return Verdict(None, f"nobody has said whether the {where} rises")
    before, now = said[-2:]
    text = f"{where} {now.value}, {before.value} on {spoken(before.date)}"
    return Verdict(now.value > before.value, text, (before.because, now.because))


def not_better(
    days: Days, date: dt.date, region: str | None, side: str | None, within: int
) -> Verdict:
    """Whether pain is no lower than so many days ago, and was there all the time (R54)."""
    said = _by_day(days, date, region, side)
    where = f"{region} pain" if region else "pain"
    if not said or _lapsed(said[-1], date):
        return Verdict(None, f"nobody has said how the {where} is")
    now, then = said[-1], date - dt.timedelta(days=within)
    first = bisect_right(said, then, key=attrgetter("date")) - 1
    before = said[first] if first >= 0 else None
    if now.value == 0:
        return Verdict(False, f"{where} 0", (now.because,))
    if before is None or any(pain.value == 0 for pain in said[first:]):
        since = before or said[0]
        text = f"the {where} has not been there for {within} days"
        return Verdict(False, text, (since.because,))
    if now is before:
        text = f"nobody has said how the {where} is since {spoken(now.date)}"
        return Verdict(None, text, (now.because,))
    text = f"{where} {now.value}, {before.value} on {spoken(before.date)}"
    return Verdict(now.value >= before.value, text, (before.because, now.because))
