"""Segments: the legs of a stretch as outputs see them, repeats kept, a total cut to the second."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from mesocycle.compiler.checked import Leg, Legs, Repeats, Stretch
from mesocycle.compiler.checked.run import REST, clock
from mesocycle.compiler.endurance import words
from mesocycle.programme import Block, BlockKind, Segment, SegmentEnd
from mesocycle.syntax.nodes import Count, Until

if TYPE_CHECKING:
    from mesocycle.compiler.paces import Paces


class Done(msgspec.Struct, frozen=True):
    """The segments of a line, and on what their estimates rest."""

    segments: tuple[Segment, ...]
    basis: tuple[str, ...] = ()


class Segments:
    """Makes the segments of stretches for the athlete of `paces`."""

    def __init__(self, paces: Paces) -> None:
        self.paces = paces

    def of(self, stretch: Stretch, date: dt.date, *, race: bool = False) -> Done:
        """The segments of a stretch as it is done on `date`; of a `race` as fast as it goes."""
        made = _Making(self.paces, date, stretch.activity, race=race)
        found = tuple(made.segments(stretch.legs))
        return Done(found, tuple(made.basis))


def block(role: str | None, segments: list[Segment]) -> Block:
    """A block of the segments that follow each other in one role."""
    kinds: dict[str | None, BlockKind] = {"warmup": "warmup", "cooldown": "cooldown"}
    return Block(kind=kinds.get(role, "endurance"), segments=tuple(segments))


class _Making:
    """Legs become segments; `basis` gathers what estimates rest on."""

    def __init__(self, paces: Paces, date: dt.date, activity: str, *, race: bool) -> None:
        self.paces = paces
        self.race = race
        self.date = date
        self.activity = activity
        self.basis: dict[str, None] = {}

    def segments(self, legs: Legs) -> Iterator[Segment]:
        for leg in legs:
            if isinstance(leg, Repeats):
                yield from self._repeats(leg)
            else:
                yield self._leg(leg)

    def _leg(self, leg: Leg) -> Segment:
        target, target_end = None, None
        if leg.target is not None:
            target, target_end = self.paces.target(leg.target, leg.activity, self.date)
        seconds, metres = self._estimate(leg)
        return Segment(
            activity=leg.activity,
            end=_end(leg),
            target=target,
            target_end=target_end,
            terrain=leg.terrain,  # type: ignore[arg-type]  # the grammar lists them
            estimated_s=seconds,
            estimated_m=metres,
        )

    def _estimate(self, leg: Leg) -> tuple[int | None, int | None]:
        """The measure that is not written, at the middle of the leg's paces; None: not known."""
        if leg.activity == REST or leg.until is not None:
            return None, None
        if self.race and leg.target is None and leg.metres is not None:
            speed = self.paces.race(leg.metres.low, leg.activity, self.date)
        else:
            speed = self.paces.speed(leg.target, leg.activity, self.date)
        if speed is None:
            return None, None
        self.basis[speed.basis] = None
        if leg.seconds is not None:
            return None, round(leg.seconds.low * (speed.low_ms + speed.high_ms) / 2)
        metres = leg.metres.low if leg.metres else 0
        return round((metres / speed.low_ms + metres / speed.high_ms) / 2), None

    def _repeats(self, repeats: Repeats) -> Iterator[Segment]:
        if repeats.metres is not None:
            inner = tuple(self.segments(repeats.legs))
            end = SegmentEnd(kind="distance", metres=repeats.metres)
            yield Segment(activity=self.activity, end=end, segments=inner)
            return
        if repeats.total is not None:
            yield from self._in_total(repeats, repeats.total)
            return
        times = repeats.times or 1
        inner = tuple(self.segments(repeats.legs))
        if repeats.rest is None or times == 1:
            yield from [self._group(times, inner)] if times > 1 else inner
            return
        rest = _standing(repeats.rest)
        if times > 2:
            yield self._group(times - 1, (*inner, rest))
            yield from inner
        else:
            yield from (*inner, rest, *inner)

    def _in_total(self, repeats: Repeats, total: int) -> Iterator[Segment]:
        """As many whole repeats as `total` seconds hold, and what is left of one more."""
        once = sum(map(clock, repeats.legs))
        most = total // once
        whole = min(repeats.times, most) if repeats.times else most
        if whole:
            inner = tuple(self.segments(repeats.legs))
            yield from [self._group(whole, inner)] if whole > 1 else inner
        left = total - whole * once
        if left and (repeats.times is None or whole < repeats.times):
            rest = tuple(self.segments(tuple(cut(repeats.legs, left))))
            note = f"The last repeat is cut at {words.clock(total)}."
            last = rest[0] if len(rest) == 1 else self._group(1, rest)
            yield replace(last, notes=(note,))

    def _group(self, times: int, inner: tuple[Segment, ...]) -> Segment:
        return Segment(activity=self.activity, repeat=times, segments=inner)


def cut(legs: Legs, left: int) -> Iterator[Leg | Repeats]:
    """The legs, all by the clock, that fit into `left` seconds; the last of them cut."""
    for leg in legs:
        if left <= 0:
            return
        whole = clock(leg)
        if whole <= left:
            yield leg
        elif isinstance(leg, Leg):
            yield replace(leg, seconds=Count(left, left))
        else:
            once = sum(map(clock, leg.legs))
            times = left // once
            yield from [replace(leg, times=times, total=None)] if times else []
            yield from cut(leg.legs, left - times * once)
        left -= whole


def _standing(rest: Count) -> Segment:
    return Segment(activity=REST, end=_end(Leg(REST, 0, rest)))


def _end(leg: Leg) -> SegmentEnd | None:
    if leg.seconds is not None:
        low, high = leg.seconds.low, leg.seconds.high
        return SegmentEnd(kind="time", seconds=low, max_seconds=high if high > low else None)
    if leg.metres is not None:
        low, high = leg.metres.low, leg.metres.high
        return SegmentEnd(kind="distance", metres=low, max_metres=high if high > low else None)
    return _until(leg.until) if leg.until else None


def _until(until: Until) -> SegmentEnd:
    if until.what == "lap":
        return SegmentEnd(kind="lap")
    if until.what == "text":
        return SegmentEnd(kind="condition", text=until.text)
    unit = "" if until.what == "hr" else "W"
    return SegmentEnd(kind="condition", text=f"{until.what} {until.op} {until.value}{unit}")
