"""Sets, segments and days in the words and signs that coaches use."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from mesocycle.programme import Block, Range, Segment, Session, Set

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ROLES = {"warmup": "warm-up: ", "cooldown": "cool-down: "}


def day(iso: str) -> str:
    """`2026-12-07` as `Mon 7 Dec`."""
    found = date.fromisoformat(iso)
    return f"{_WEEKDAYS[found.weekday()]} {found.day} {_MONTHS[found.month - 1][:3]}"


def long_day(iso: str) -> str:
    """`2026-12-07` as `7 December 2026`."""
    found = date.fromisoformat(iso)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def clock(session: Session) -> str:
    """When on its day a session is: `07:00`, `morning`, or nothing."""
    if session.start is not None:
        return session.start[11:16]
    return (session.slot or "").replace("_", " ")


def duration(seconds: int) -> str:
    """`90 s`, `5 min`, `1 h 30 min`, `5:30 min`: the shortest form that is exact."""
    minutes, rest = divmod(seconds, 60)
    if not minutes or seconds == 90:
        return f"{seconds} s"
    if rest:
        return f"{minutes}:{rest:02} min"
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def sets(found: tuple[Set, ...]) -> str:
    """All sets of an item: equal neighbours are counted, `3 × 9 (8–12), 1 × 12+`."""
    groups = ((len(list(run)), one) for one, run in groupby(found))
    return ", ".join(_group(count, one) for count, one in groups)


def segments(block: Block) -> str:
    """A stretch of endurance: `run 30 min easy`."""
    return _ROLES.get(block.kind, "") + ", ".join(_segment(s) for s in block.segments)


def _group(count: int, one: Set) -> str:
    parts = [f"{count} × {_amount(one)}"]
    if one.side == "each":
        parts.append("each side")
    elif one.side != "both":
        parts.append(one.side)
    if one.load is not None:
        parts.append(f"at {one.load.shown}")
    if one.rpe is not None:
        parts.append(f"RPE {one.rpe:g}")
    if one.rir is not None:
        parts.append(f"{one.rir} in reserve")
    labels = (("warm-up", one.warmup), ("test", one.test), (one.label or "", bool(one.label)))
    parts += [f"({text})" for text, said in labels if said]
    return " ".join(parts)


def _amount(one: Set) -> str:
    if one.hold_s is not None:
        return _range(one.hold_s, " s")
    if one.distance_m is not None:
        return f"{one.distance_m} m"
    if one.reps is None:
        return "max"
    return _range(one.reps, "+" if one.amrap else "")


def _range(found: Range, unit: str) -> str:
    band = ""
    if found.min is not None and found.max is not None and found.min != found.max:
        band = f" ({found.min}–{found.max})"
    return f"{found.target}{unit}{band}"


def _segment(one: Segment) -> str:
    if one.segments:
        inner = ", ".join(_segment(s) for s in one.segments)
        return f"{one.repeat} × ({inner})"
    words = [one.activity]
    if one.end is not None:
        words.append(_end(one))
    if one.target is not None:
        words.append(one.target.text)
    return " ".join(words)


def _end(one: Segment) -> str:
    end = one.end
    assert end is not None
    if end.seconds is not None:
        return duration(end.seconds)
    if end.metres is not None:
        return f"{end.metres / 1000:g} km" if end.metres >= 1000 else f"{end.metres} m"
    return end.text
