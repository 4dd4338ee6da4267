"""Totals: what the segments of a session come to, by the clock and over the ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from mesocycle.programme import Block, Segment, Total


class Stint(msgspec.Struct, frozen=True):
    """What one leg comes to, all its repeats together: seconds and metres, from and to.

    None where nobody knows. `guessed`: which of the two follows from a pace.
    """

    activity: str
    effort: str
    seconds: tuple[int, int] | None
    metres: tuple[int, int] | None
    guessed_s: bool = False
    guessed_m: bool = False


def stints(segments: Iterable[Segment], times: int = 1) -> Iterator[Stint]:
    """Every leg of the segments, those of repeats once with all that they come to."""
    for segment in segments:
        often = times * segment.repeat
        if segment.segments and segment.end is None:
            yield from stints(segment.segments, often)
        elif segment.end is not None:
            yield _stint(segment, often)


def total(blocks: Iterable[Block], basis: Iterable[str] = ()) -> Total | None:
    """What their segments add up to; None where there are none. One leg unknown: so is the sum.

    `basis`: on what the estimates rest.
    """
    parts = tuple(stints(segment for block in blocks for segment in block.segments))
    if not parts:
        return None
    seconds = _sum([part.seconds for part in parts])
    metres = _sum([part.metres for part in parts])
    if seconds is None and metres is None:
        return None
    guessed: list[Literal["seconds", "metres"]] = []
    if seconds is not None and any(part.guessed_s for part in parts):
        guessed.append("seconds")
    if metres is not None and any(part.guessed_m for part in parts):
        guessed.append("metres")
    return Total(
        seconds=seconds[0] if seconds else None,
        max_seconds=seconds[1] if seconds and seconds[1] > seconds[0] else None,
        metres=metres[0] if metres else None,
        max_metres=metres[1] if metres and metres[1] > metres[0] else None,
        estimated=tuple(guessed),
        basis="; ".join(dict.fromkeys(basis)) or None if guessed else None,
    )


def _stint(segment: Segment, times: int) -> Stint:
    end, target = segment.end, segment.target
    seconds = _band(end.seconds, end.max_seconds, times) if end else None
    metres = _band(end.metres, end.max_metres, times) if end else None
    guessed_s = seconds is None and segment.estimated_s is not None
    guessed_m = metres is None and segment.estimated_m is not None
    if guessed_s:
        seconds = _like(segment.estimated_s or 0, metres, times)
    if guessed_m:
        metres = _like(segment.estimated_m or 0, seconds, times)
    if segment.activity == "rest":
        metres, guessed_m = (0, 0), False
    effort = target.text if target and target.kind == "word" else ""
    return Stint(segment.activity, effort, seconds, metres, guessed_s, guessed_m)


def _band(low: int | None, high: int | None, times: int) -> tuple[int, int] | None:
    return None if low is None else (low * times, (high or low) * times)


def _like(low: int, other: tuple[int, int] | None, times: int) -> tuple[int, int]:
    """An estimate of the lower end of a range, and of its upper end in proportion."""
    high = round(low * other[1] / other[0]) if other and other[0] else low
    return low * times, high * times


def _sum(bands: list[tuple[int, int] | None]) -> tuple[int, int] | None:
    known = [band for band in bands if band is not None]
    if len(known) < len(bands):
        return None
    return sum(low for low, _ in known), sum(high for _, high in known)
