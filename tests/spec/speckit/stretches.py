"""A stretch of running, walking and the like in a few words, and what a session's come to.

6x(run 400m 4:53/km, rest 90s) · total 40min · total about 7.2km
"""

from __future__ import annotations

from collections.abc import Iterator

from mesocycle.programme import Segment, SegmentEnd, Target, Total


def segment(one: Segment) -> str:
    """`run 30min easy uphill`; repeats in brackets: `3x(run 10min threshold, rest 2min)`."""
    if one.segments:
        inner = ", ".join(map(segment, one.segments))
        if one.end:
            return f"({inner}) for {_end(one.end)}"
        return f"{one.repeat}x({inner})" if one.repeat != 1 else f"({inner})"
    pieces = [f"{one.repeat}x" if one.repeat != 1 else "", one.activity]
    pieces += [_end(one.end) if one.end else "", _target(one), one.terrain or ""]
    return " ".join(piece for piece in pieces if piece)


def details(one: Segment) -> Iterator[str]:
    """Cues, notes, and what lies behind targets: of the segment and of all within it."""
    yield from (f'cue "{cue}"' for cue in one.cues)
    yield from (f'note "{note}"' for note in one.notes)
    for target in (one.target, one.target_end):
        if target is not None:
            yield from _behind(target)
    for inner in one.segments:
        yield from details(inner)


def totals(total: Total | None) -> tuple[str, ...]:
    """`total 40min`, `total about 7.2km`: time and distance, as far as they are known."""
    if total is None:
        return ()
    found: list[str] = []
    if total.seconds is not None:
        about = "about " if "seconds" in total.estimated else ""
        found.append(f"total {about}{time(total.seconds, total.max_seconds)}")
    if total.metres is not None:
        about = "about " if "metres" in total.estimated else ""
        found.append(f"total {about}{length(total.metres, total.max_metres)}")
    return tuple(found)


def time(low: int, high: int | None = None) -> str:
    """`40min`, `90s`, `30-40min`."""
    minutes = low % 60 == 0 and (high or 0) % 60 == 0
    return _band(low, high, 60, "min") if minutes else _band(low, high, 1, "s")


def length(low: int, high: int | None = None) -> str:
    """`5km`, `7.2km`, `400m`, `8047-9656m`."""
    if low >= 1000 and low % 100 == 0 and (high or 0) % 100 == 0:
        return _band(low, high, 1000, "km")
    return _band(low, high, 1, "m")


def _band(low: int, high: int | None, by: int, unit: str) -> str:
    most = f"-{high / by:.10g}" if high not in (None, low) else ""
    return f"{low / by:.10g}{most}{unit}"


def _end(end: SegmentEnd) -> str:
    if end.seconds is not None:
        return time(end.seconds, end.max_seconds)
    if end.metres is not None:
        return length(end.metres, end.max_metres)
    if end.kind == "lap":
        return "until lap"
    return f"until {end.text.removeprefix('until ')}"


def _target(one: Segment) -> str:
    text = one.target.text if one.target else ""
    return f"{text} to {one.target_end.text}" if one.target_end else text


def _behind(target: Target) -> Iterator[str]:
    """`written 5k pace`, `exactly 293-293 s/km`, `exactly -150 bpm`."""
    if target.written is not None:
        yield f"written {target.written}"
    if target.unit is not None:
        low, high = (f"{end:g}" if end is not None else "" for end in (target.low, target.high))
        yield f"exactly {low}-{high} {target.unit}"
