"""What the timer needs to know, as attributes: short, as every session has them.

Of a block `data-b`: its kind, then letters with seconds or times, and of runs a list in JSON.
Of an item `data-t`: its sets, `3*e30/60` are three of 30 s on each side with 60 s of rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from mesocycle.output import wording
from mesocycle.programme import Block, Item, Segment, Session, Set

from .markup import capital

#: The letter of a side.
_SIDES: Final = {"both": "b", "each": "e", "left": "l", "right": "r"}


def has_clock(session: Session) -> bool:
    """Whether there is anything that a timer can lead through."""
    return any(block.items or block.segments for block in session.blocks)


def clock_of(block: Block) -> str | None:
    """`circuit n3 r60`, `emom i60 d600`, `run [["Run 30 min, easy",1800]]`; None of a note."""
    if block.segments:
        return f"run {json.dumps(_steps(block.segments), ensure_ascii=False)}"
    if not block.items:
        return None
    amounts = {
        "n": block.rounds, "d": block.duration_s, "c": block.cap_s, "i": block.interval_s,
        "w": block.work_s, "o": block.off_s, "r": block.rest_s, "a": block.rest_after_s,
        "t": 1 if block.alternating else None,
    }  # fmt: skip
    return " ".join([block.kind, *(f"{key}{amount}" for key, amount in amounts.items() if amount)])


def sets_of(item: Item) -> str | None:
    """`2*wb 3*e30/60`: warm-up sets have a `w`; None of a task."""
    if item.exercise is None:
        return None
    runs = ((words, len(list(same))) for words, same in groupby(map(_set, item.sets)))
    return " ".join(words if many == 1 else f"{many}*{words}" for words, many in runs)


def _set(one: Set) -> str:
    hold = str(one.hold_s.target) if one.hold_s else ""
    rest = f"/{one.rest_s.target}" if one.rest_s else ""
    return f"{'w' * one.warmup}{_SIDES[one.side]}{hold}{rest}"


def _steps(stretches: Sequence[Segment]) -> list[object]:
    """`["Run 400 m", 0]` a stretch and its seconds, `[6, [...]]` a group and how often."""
    return list(_each(stretches))


def _each(stretches: Sequence[Segment]) -> Iterator[object]:
    for stretch in stretches:
        end = stretch.end
        if stretch.segments and end is None:
            yield [stretch.repeat, _steps(stretch.segments)]
            continue
        alone = stretch if stretch.segments else replace(stretch, repeat=1)
        step = [capital(wording.segment(alone)), (end.seconds if end else None) or 0]
        yield [stretch.repeat, [step]] if stretch.repeat > 1 and not stretch.segments else step
