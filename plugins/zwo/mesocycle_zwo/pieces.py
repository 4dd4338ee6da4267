"""A session cut into what Zwift knows: stretches one after the other, and plain intervals."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import cycle
from typing import NamedTuple

from msgspec.structs import replace

from mesocycle.output import wording
from mesocycle.output.stretches import leaves
from mesocycle.output.text import one_line
from mesocycle.programme import Segment, SegmentEnd, Session

from .shares import Share, Shares

#: A workout of more stretches is none.
_MOST = 1000

_BEST = "write a best into the diary, as in best 5k 24:30, or the stretch by time"


class Uncut(ValueError):
    """The session cannot be cut; the message says why, and `hint` what to do."""

    def __init__(self, why: str, hint: str | None = None) -> None:
        super().__init__(why)
        self.hint = hint


class Stretch(NamedTuple):
    """So long, so hard, and what to read meanwhile.

    `length` is in seconds, or in metres where the workout goes by them. `share` to `share_end`
    is a ramp; no share: as one likes. `part` is the kind of its block. `cadence` in rpm.
    """

    length: int
    share: Share | None
    share_end: Share | None
    part: str
    cadence: int | None
    texts: tuple[str, ...]


class Intervals(NamedTuple):
    """Hard and easy in turn, so often."""

    repeat: int
    on: Stretch
    off: Stretch


class Cutter:
    """Cuts one session; afterwards `warnings` says what Zwift cannot hold of it.

    `far`: lengths are metres, since every stretch of it is so far and none so long.
    """

    def __init__(self, shares: Shares, activities: Collection[str], open_s: int) -> None:
        self.warnings: list[str] = []
        self.far = False
        self._shares = shares
        self._activities = activities
        self._open_s = open_s
        self._count = 0

    def cut(self, session: Session) -> list[Stretch | Intervals]:
        """The pieces in order.

        Raises:
            Uncut: it is without end, or nobody knows how long a part of it takes.
        """
        parts = [leaf for block in session.blocks for leaf in leaves(block.segments)]
        mine = [leaf for leaf in parts if self._is_mine(leaf)]
        self.far = "run" in self._activities and all(_metres(leaf) for leaf in mine)
        return [
            piece
            for block in session.blocks
            for segment in block.segments
            for piece in self._pieces(segment, block.kind)
        ]

    def _is_mine(self, leaf: Segment) -> bool:
        return leaf.activity in (*self._activities, "rest")

    def _pieces(self, segment: Segment, part: str) -> Iterator[Stretch | Intervals]:
        if not segment.segments:
            once = replace(segment, repeat=1)
            for _ in range(segment.repeat):
                yield from self._leaf(once, part)
        elif segment.end is not None:
            yield from self._by_turns(segment, part)
        else:
            yield from self._repeated(segment, part)

    def _repeated(self, group: Segment, part: str) -> Iterator[Stretch | Intervals]:
        told = (*group.cues, *group.notes)
        rounds = [list(self._round(group.segments, part, told))]
        match rounds[0]:
            case [Stretch(share=Share(), share_end=None) as on,
                  Stretch(share=Share(), share_end=None) as off] if (
                group.repeat > 1 and on.share and off.share and on.share.race == off.share.race
            ):  # fmt: skip
                yield Intervals(group.repeat, on, off)
                return
        rounds += [list(self._round(group.segments, part, ())) for _ in range(group.repeat - 1)]
        for each in rounds:
            yield from each

    def _round(
        self, segments: Sequence[Segment], part: str, told: Sequence[str]
    ) -> Iterator[Stretch | Intervals]:
        for number, segment in enumerate(segments):
            more = replace(segment, cues=(*segment.cues, *told)) if told and not number else segment
            yield from self._pieces(more, part)

    def _by_turns(self, group: Segment, part: str) -> Iterator[Stretch | Intervals]:
        """In turn until the time is over; if that cannot be counted, one open stretch."""
        inner = list(leaves(group.segments))
        end = group.end
        left = end.seconds if end and end.seconds else 0
        if not left or self.far or not all(leaf.end and leaf.end.seconds for leaf in inner):
            text = wording.segment(group)
            yield from self._leaf(
                replace(inner[0], end=group.end, target=None, target_end=None, cues=(text,)), part
            )
            return
        for leaf in cycle(inner):
            assert leaf.end is not None
            seconds = min(leaf.end.seconds or 0, left)
            cut = SegmentEnd(kind="time", seconds=seconds)
            yield from self._leaf(replace(leaf, end=cut), part)
            left -= seconds
            if left <= 0:
                return

    def _leaf(self, leaf: Segment, part: str) -> Iterator[Stretch]:
        if not self._is_mine(leaf):
            self.warnings.append(
                f"a workout is of one sport: {one_line(leaf.activity)} is left out"
            )
            return
        self._count += 1
        if self._count > _MOST:
            raise Uncut("it has more stretches than a workout may have")
        length = self._length(leaf)
        if length <= 0:
            return
        share, last = self._shares.of(leaf.target), self._shares.of(leaf.target_end)
        if leaf.target_end is not None and not (share and last and share.race == last.race):
            share = last = None
        aim, cadence = leaf.target, None
        if aim and aim.kind == "cadence" and aim.low is not None and aim.high is not None:
            cadence = round((aim.low + aim.high) / 2)
        texts = (wording.segment(leaf), *leaf.cues, *leaf.notes)
        clean = tuple(dict.fromkeys(filter(None, map(one_line, texts))))
        yield Stretch(length, share, last, part, cadence, clean)

    def _length(self, leaf: Segment) -> int:
        """Seconds or metres; of a range the lower end."""
        words, end = wording.segment(leaf), leaf.end
        if self.far:
            return _metres(leaf) or 0
        if end and end.kind == "time" and end.seconds is not None:
            return end.seconds
        if end and end.kind == "distance" and leaf.estimated_s:
            told = wording.duration(leaf.estimated_s)
            self.warnings.append(f"this workout goes by time: {told} stand for {words!r}")
            return leaf.estimated_s
        if end and end.kind == "distance":
            raise Uncut(f"nothing tells how long {words!r} takes", _BEST)
        told = f"{wording.duration(self._open_s)} stand for it" if self._open_s else "left out"
        self.warnings.append(f"Zwift cannot end {words!r} by itself: {told}")
        return self._open_s


def _metres(leaf: Segment) -> int | None:
    end = leaf.end
    return end.metres if end and end.kind == "distance" else None
