"""Stretches of running, riding, swimming, … as steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from mesocycle.output import wording
from mesocycle.programme import Block, Segment, SegmentEnd

from .aims import Aims
from .steps import EndBy, Group, Intensity, Step

_READING: Final = re.compile(r"(?:until )?(hr|power) *(<=?|>=?) *([0-9]+) *(?:bpm|W)?")


def stretches(block: Block, aims: Aims) -> Iterator[Step | Group]:
    """The stretches of a block."""
    intensity: Intensity = "active"
    if block.kind in ("warmup", "cooldown"):
        intensity = block.kind
    for segment in block.segments:
        yield _node(segment, intensity, aims)


def _node(segment: Segment, intensity: Intensity, aims: Aims) -> Step | Group:
    if not segment.segments:
        step = _step(replace(segment, repeat=1), intensity, aims)
        return Group((step,), segment.repeat) if segment.repeat > 1 else step
    told = (*segment.cues, *segment.notes)
    first, *others = segment.segments
    inner = (replace(first, cues=(*first.cues, *told)), *others)
    nodes = tuple(_node(each, intensity, aims) for each in inner)
    end = segment.end
    if end is None:
        return Group(nodes, segment.repeat)
    if end.kind in ("time", "distance") and (end.seconds or end.metres):
        return Group(nodes, until_s=end.seconds, until_m=None if end.seconds else end.metres)
    text = wording.segment(segment)
    return _step(Segment(activity=segment.activity, end=end, cues=(text, *told)), intensity, aims)


def _step(leaf: Segment, intensity: Intensity, aims: Aims) -> Step:
    ends, amount = _end(leaf.end)
    said = dict.fromkeys((wording.segment(leaf), *leaf.cues, *leaf.notes))
    name = wording.segment(leaf, brief=True)
    return Step(
        name=name[:1].upper() + name[1:],
        note=" · ".join(said),
        intensity="rest" if leaf.activity == "rest" else intensity,
        ends=ends,
        amount=amount,
        aim=aims.of(leaf.target, leaf.target_end),
    )


def _end(end: SegmentEnd | None) -> tuple[EndBy, int]:
    """How it ends; of a range at the lower end. What a watch cannot see ends by pressing lap."""
    if end is None:
        return "open", 0
    if end.kind == "time" and end.seconds:
        return "time", end.seconds
    if end.kind == "distance" and end.metres:
        return "distance", end.metres
    if found := _READING.fullmatch(end.text.strip()):
        less = found[2].startswith("<")
        if found[1] == "hr":
            return ("hr_less_than" if less else "hr_greater_than"), int(found[3])
        return ("power_less_than" if less else "power_greater_than"), int(found[3])
    return "open", 0
