"""Stretches of running, walking, … in words."""

from __future__ import annotations

from mesocycle.output.amounts import distance, duration
from mesocycle.programme import Segment, SegmentEnd


def segment(stretch: Segment) -> str:
    """`run 30 min, easy`; `6 × (run 1 min, 5k pace; jog 2 min)`."""
    if stretch.segments:
        inner = "; ".join(segment(each) for each in stretch.segments)
        return f"{stretch.repeat} × ({inner})" if stretch.repeat > 1 else inner
    words = f"{stretch.activity} {_end(stretch.end)}".strip()
    words = f"{words}, {stretch.target.text}" if stretch.target else words
    return f"{stretch.repeat} × {words}" if stretch.repeat > 1 else words


def segment_cues(stretch: Segment) -> list[str]:
    """What the coach says of a stretch and of those inside it, each thing once."""
    inner = (text for each in stretch.segments for text in segment_cues(each))
    return list(dict.fromkeys([*stretch.cues, *stretch.notes, *inner]))


def _end(end: SegmentEnd | None) -> str:
    if end is None:
        return ""
    if end.kind == "time" and end.seconds is not None:
        return duration(end.seconds)
    if end.kind == "distance" and end.metres is not None:
        return distance(end.metres)
    return end.text or "until you press lap"
