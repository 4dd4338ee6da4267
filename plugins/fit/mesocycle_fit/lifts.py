"""Exercises as steps: so many reps, so long, so far; the rests between them; rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from msgspec.structs import replace

from mesocycle.output import wording
from mesocycle.output.text import one_line
from mesocycle.programme import Block, Item, Set

from .exercises import known
from .steps import NOTE, EndBy, Group, Intensity, Step

_ROUNDS = frozenset(("superset", "circuit", "interleave", "for_time"))
_SIDES = {"left": ", left", "right": ", right"}


def exercises(block: Block) -> Iterator[Step | Group]:
    """The items of a block in its manner, and the rest at its end."""
    if block.items:
        yield from _in_manner(block)
    if block.rest_after_s:
        yield _rest(block.rest_after_s)


def _in_manner(block: Block) -> Iterator[Step | Group]:
    interval = block.interval_s or (60 if block.kind == "emom" else None)
    if block.kind in ("emom", "every") and interval:
        yield from _on_the_clock(block, interval)
    elif block.kind == "tabata" and block.work_s:
        yield from _tabata(block, block.work_s)
    elif block.kind == "amrap" and block.duration_s:
        note = " · ".join([wording.heading(block), *(_line(each, block) for each in block.items)])
        yield Step(block.title or "AMRAP", note, "active", "time", block.duration_s)
    elif block.kind in _ROUNDS and block.rounds:
        yield from _rounds(block)
    else:
        for item in block.items:
            yield from _straight(item, block)


def _straight(item: Item, block: Block) -> Iterator[Step | Group]:
    """Set after set; equal ones that follow each other are a repeat."""
    if not item.sets:
        yield _bare(item, block)
    for one, same in groupby(item.sets):
        inner = tuple(_set(item, one, block))
        if one.rest_s and one.rest_s.target:
            inner += (_rest(one.rest_s.target),)
        times = len(list(same))
        if times > 1:
            yield Group(inner, times)
        else:
            yield from inner


def _rounds(block: Block) -> Iterator[Step | Group]:
    """Round after round; one repeat if all rounds are alike."""
    rows = [[one for one in item.sets if not one.warmup] for item in block.items]
    for item in block.items:
        for one in item.sets:
            if one.warmup:
                yield from _set(item, one, block)
    rounds = [
        (*_round(block, row), *([_rest(block.rest_s)] if block.rest_s else []))
        for row in zip_longest(*(_by_round(row, block.rounds or 1) for row in rows))
    ]
    for steps, same in groupby(rounds):
        yield Group(tuple(steps), len(list(same)))


def _by_round(sets: Sequence[Set], rounds: int) -> list[list[Set]]:
    """The sets of each round: one, or one for each side."""
    each = max(1, len(sets) // rounds)
    in_turn = _interleaved(sets) if each > 1 else list(sets)
    return [in_turn[at : at + each] for at in range(0, len(in_turn), each)]


def _interleaved(sets: Sequence[Set]) -> list[Set]:
    """Left, right, left, right: the sides of one round next to each other."""
    sides: dict[str, list[Set]] = {}
    for one in sets:
        sides.setdefault(one.side, []).append(one)
    if len(sides) == 1:
        return list(sets)
    return [one for row in zip_longest(*sides.values()) for one in row if one is not None]


def _round(block: Block, row: Sequence[Sequence[Set] | None]) -> Iterator[Step]:
    for item, sets in zip(block.items, row, strict=True):
        if not item.sets:
            yield _bare(item, block)
        for one in sets or ():
            yield from _set(item, one, block)


def _on_the_clock(block: Block, interval: int) -> Iterator[Step | Group]:
    """A step for each interval: within it one works, then rests until the next begins."""
    rounds = block.rounds or max(1, (block.duration_s or interval) // interval)
    told = wording.heading(block)
    if block.alternating or len(block.items) == 1:
        steps = tuple(
            _timed(_bare(item, block), interval, f"{told} · {_line(item, block)}")
            for item in block.items
        )
        yield Group(steps, rounds)
        return
    note = " · ".join([told, *(_line(item, block) for item in block.items)])
    yield Group((Step(block.title or told, note, "active", "time", interval),), rounds)


def _tabata(block: Block, work_s: int) -> Iterator[Step | Group]:
    for item in block.items:
        steps: tuple[Step, ...] = (_timed(_bare(item, block), work_s, _line(item, block)),)
        if block.off_s:
            steps += (_rest(block.off_s),)
        yield Group(steps, block.rounds or 1)


def _timed(step: Step, seconds: int, note: str) -> Step:
    """The step, ending after so many seconds."""
    return step._replace(ends="time", amount=seconds, note=note)


def _bare(item: Item, block: Block) -> Step:
    """An item without its numbers: it ends when lap is pressed."""
    name = item.exercise.name if item.exercise else item.task or ""
    found = known(item.exercise.id) if item.exercise else None
    return Step(name, _line(item, block), exercise=found)


def _line(item: Item, block: Block) -> str:
    name = item.exercise.name if item.exercise else item.task or ""
    work = wording.work(item, block)
    return f"{name}: {work}" if work else name


def _set(item: Item, one: Set, block: Block) -> Iterator[Step]:
    """One set; two steps where both sides are meant."""
    if one.side == "each":
        for side in ("left", "right"):
            yield from _set(item, replace(one, side=side), block)
        return
    bare = _bare(item, block)
    intensity: Intensity = "warmup" if one.warmup else "active"
    ends, amount = _end(one)
    said = wording.scheme([replace(one, rest_s=None)])
    yield bare._replace(
        name=bare.name + _SIDES.get(one.side, ""),
        note=_note(item, said),
        intensity=intensity,
        ends=ends,
        amount=amount,
        kg=one.load.kg if one.load else None,
        pounds=bool(one.load and one.load.shown.endswith(" lb")),
    )


def _note(item: Item, said: str) -> str:
    """What the coach says here, then what always holds of the exercise, as far as there is room."""
    note = " · ".join(dict.fromkeys(filter(None, (said, item.label, *item.cues, *item.notes))))
    for cue in item.exercise.cues if item.exercise else ():
        longer = f"{note} · {one_line(cue)}"
        if cue not in item.cues and len(longer.encode()) <= NOTE:
            note = longer
    return note


def _end(one: Set) -> tuple[EndBy, int]:
    """What ends a set; where the number is open, whoever lifts presses lap."""
    if one.amrap or one.test:
        return "open", 0
    if one.reps:
        return "reps", one.reps.target
    if one.hold_s:
        return "time", one.hold_s.target
    if one.distance_m:
        return "distance", one.distance_m
    return "open", 0


def _rest(seconds: int) -> Step:
    return Step("Rest", "", "rest", "time", seconds)
