"""Stretches of running, walking, … in words: in a line, or as an outline to go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from mesocycle.miles import pool_yards
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
    """A line of the outline of some stretches, `depth` levels down.

    `repeat` is how often what stands below it is done, 0 for a stretch itself; `cues` are what
    the coach says of all that ends here. `next`: how long it is the time after, if all goes well.
    """

    depth: int
    text: str
    repeat: int = 0
    cues: tuple[str, ...] = ()
    next: str | None = None


def segment(stretch: Segment, *, brief: bool = False) -> str:
    """`run 30 min, easy`; `6 × (run 1 min at 4:54/km (5k pace); run 2 min, easy)`.

    With `brief`, targets as the coach wrote them, without the numbers behind them.
    """
    if stretch.segments:
        inner = "; ".join(segments(stretch.segments, brief=brief))
        if stretch.end is not None:
            return f"({inner}) by turns for {_how_long(stretch)}"
        if stretch.repeat == 1:
            return inner
        alone = len(stretch.segments) == 1 and not stretch.segments[0].segments
        return f"{stretch.repeat} × {inner}" if alone else f"{stretch.repeat} × ({inner})"
    words = f"{stretch.activity} {_how_long(stretch)}".strip() + target(stretch, brief=brief)
    return f"{stretch.repeat} × {words}" if stretch.repeat > 1 else words


def segments(stretches: Sequence[Segment], *, brief: bool = False) -> list[str]:
    """Each in a phrase: `6 × run 400 m at 5k pace, rest 90 s between`."""
    return [
        segment(each.stretch, brief=brief) + (f", {_between(each.rest)}" if each.rest else "")
        for each in _joined(stretches)
    ]


def outline(stretches: Sequence[Segment], depth: int = 0) -> Iterator[Row]:
    """What to do, one thing a line; what is repeated stands deeper under `6 times:`."""
    for stretch, rest, cues in _joined(stretches):
        if not stretch.segments:
            rows = [Row(depth, segment(stretch))]
        elif stretch.end is not None:
            head = Row(depth, f"by turns for {_how_long(stretch)}:")
            rows = [head, *outline(stretch.segments, depth + 1)]
        elif stretch.repeat == 1:
            rows = list(outline(stretch.segments, depth))
        else:
            between = f", {_between(rest)}" if rest else ""
            head = Row(depth, f"{stretch.repeat} times{between}:", stretch.repeat)
            rows = [head, *outline(stretch.segments, depth + 1)]
        told = dict.fromkeys((*stretch.cues, *stretch.notes, *cues))
        rows[-1] = rows[-1]._replace(cues=(*rows[-1].cues, *told))
        if stretch.progression and stretch.progression.next:
            rows[0] = rows[0]._replace(next=stretch.progression.next)
        yield from rows


class _Joined(NamedTuple):
    """A stretch, and how long to rest between its repeats, where that is not after each."""

    stretch: Segment
    rest: Segment | None = None
    cues: tuple[str, ...] = ()


def _joined(stretches: Sequence[Segment]) -> Iterator[_Joined]:
    """Repeats with a rest between them as one: the last, without a rest, is a stretch apart."""
    at = 0
    while at < len(stretches):
        first = stretches[at]
        *inner, rest = first.segments or (first,)
        behind = stretches[at + 1 : at + 1 + len(inner)]
        if (
            inner
            and rest.activity == "rest"
            and list(map(_bare, behind)) == list(map(_bare, inner))
        ):
            whole = replace(first, repeat=first.repeat + 1, segments=tuple(inner))
            told = tuple(text for each in behind for text in segment_cues(each))
            yield _Joined(whole, rest, told)
            at += len(inner)
        else:
            yield _Joined(first)
        at += 1


def _bare(stretch: Segment) -> Segment:
    return replace(stretch, cues=(), notes=())


def _between(rest: Segment) -> str:
    return f"rest {_how_long(rest)} between"


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


def _far(activity: str, metres: int, most: int | None) -> str:
    """`5 km`, `8–10 km`; `100 yd` of a swim, where a pool of 25 yards is meant."""
    if activity == "swim" and most in (None, metres) and (yards := pool_yards(metres)):
        return f"{yards} yd"
    return distances(metres, most)


def _how_long(stretch: Segment) -> str:
    """`30 min uphill`, `uphill until you press lap`."""
    end, where = stretch.end, _TERRAIN.get(stretch.terrain or "", "")
    if end is None:
        return where
    if end.kind == "time" and end.seconds is not None:
        words = _clock(stretch.activity, end.seconds, end.max_seconds)
    elif end.kind == "distance" and end.metres is not None:
        words = _far(stretch.activity, end.metres, end.max_metres)
    else:
        return f"{where} {_condition(end)}".strip()
    return f"{words} {where}".strip()


def _clock(activity: str, seconds: int, most: int | None) -> str:
    if most is not None and most != seconds:
        return times(seconds, most)
    return short_time(seconds) if activity == "rest" else duration(seconds)


def _condition(end: SegmentEnd) -> str:
    """`until you press lap`, `until your heart rate is below 120`, or in the coach's words."""
    text = end.text.removeprefix("until ").strip()
    if text in ("", "lap"):
        return "until you press lap"
    if reading := _READING.fullmatch(text):
        what, unit = _MEASURES[reading[1]]
        return f"until {what} is {_THAN[reading[2]]} {reading[3]}{unit}"
    return f"until {text}"
