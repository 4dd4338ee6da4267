"""Stretches of running, walking, … in words: in a line, or as an outline to go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from mesocycle.output.amounts import distances, duration, short_time, times
from mesocycle.output.targets import target
from mesocycle.programme import Segment, SegmentEnd

_TERRAIN: Final = {
    "uphill": "uphill", "downhill": "downhill", "track": "on the track", "trail": "on the trail",
}  # fmt: skip
_MEASURES: Final = {"hr": ("your heart rate", ""), "power": ("your power", " W")}
_THAN: Final = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}
_READING: Final = re.compile(r"(hr|power) *(<=?|>=?) *([0-9]+) *(?:bpm|W)?")


class Row(NamedTuple):
    """A line of the outline of a stretch, `depth` levels down.

    `repeat` is how often what stands below it is done, 0 for a stretch itself.
    """

    depth: int
    text: str
    repeat: int = 0


def segment(stretch: Segment, *, brief: bool = False) -> str:
    """`run 30 min, easy`; `6 × (run 1 min at 4:54/km (5k pace); run 2 min, easy)`.

    With `brief`, targets as the coach wrote them, without the numbers behind them.
    """
    if stretch.segments:
        inner = "; ".join(segment(each, brief=brief) for each in stretch.segments)
        return f"{stretch.repeat} × ({inner})" if stretch.repeat > 1 else inner
    words = f"{stretch.activity} {_end(stretch)}".strip()
    words += f" {_TERRAIN[stretch.terrain]}" if stretch.terrain else ""
    words += target(stretch, brief=brief)
    return f"{stretch.repeat} × {words}" if stretch.repeat > 1 else words


def outline(stretches: Iterable[Segment], depth: int = 0) -> Iterator[Row]:
    """What to do, one thing a line; what is repeated stands deeper under `6 times:`."""
    for stretch in stretches:
        if not stretch.segments:
            yield Row(depth, segment(stretch))
        elif stretch.repeat == 1:
            yield from outline(stretch.segments, depth)
        else:
            yield Row(depth, f"{stretch.repeat} times:", stretch.repeat)
            yield from outline(stretch.segments, depth + 1)


def segment_cues(stretch: Segment) -> list[str]:
    """What the coach says of a stretch and of those inside it, each thing once."""
    inner = (text for each in stretch.segments for text in segment_cues(each))
    return list(dict.fromkeys([*stretch.cues, *stretch.notes, *inner]))


def leaves(stretches: Iterable[Segment]) -> Iterator[Segment]:
    """The stretches themselves, each once however often it is done."""
    for stretch in stretches:
        if stretch.segments:
            yield from leaves(stretch.segments)
        else:
            yield stretch


def _end(stretch: Segment) -> str:
    end = stretch.end
    if end is None:
        return ""
    if end.kind == "time" and end.seconds is not None:
        if end.max_seconds is not None and end.max_seconds != end.seconds:
            return times(end.seconds, end.max_seconds)
        return short_time(end.seconds) if stretch.activity == "rest" else duration(end.seconds)
    if end.kind == "distance" and end.metres is not None:
        return distances(end.metres, end.max_metres)
    return _condition(end)


def _condition(end: SegmentEnd) -> str:
    """`until you press lap`, `until your heart rate is below 120`, or in the coach's words."""
    text = end.text.removeprefix("until ").strip()
    if text in ("", "lap"):
        return "until you press lap"
    if reading := _READING.fullmatch(text):
        what, unit = _MEASURES[reading[1]]
        return f"until {what} is {_THAN[reading[2]]} {reading[3]}{unit}"
    return f"until {text}"
