"""Blocks: the lines of a session, gathered in the manner in which they are done together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import msgspec
from msgspec.structs import replace

from mesocycle.compiler import endurance
from mesocycle.compiler.checked import Group
from mesocycle.programme import Block, Exercise, Item, Range, Segment, Set


class Part(msgspec.Struct, frozen=True):
    """A line or a segment of the session, and what it says of the whole.

    `basis`: on what the estimates of a segment rest.
    """

    made: Item | Segment
    role: str | None = "exercises"
    group: Group | None = None
    assessment: bool = False
    provisional: bool = False
    basis: tuple[str, ...] = ()


def blocks(parts: Iterable[Part]) -> tuple[Block, ...]:
    """The parts in blocks: those of a group, or of a kind, that follow each other in one."""
    return tuple(_block(list(together)) for _, together in groupby(parts, key=_together))


def _together(part: Part) -> tuple[str | None, str | None]:
    return (part.group.key, None) if part.group else (None, part.role)


def _block(parts: list[Part]) -> Block:
    group = parts[0].group
    if group is not None:
        return _grouped(group, [_as_item(part, i) for i, part in enumerate(parts)])
    segments = [part.made for part in parts if isinstance(part.made, Segment)]
    if segments:
        return endurance.block(parts[0].role, segments)
    return Block(kind="straight", items=tuple(p.made for p in parts if isinstance(p.made, Item)))


def _as_item(part: Part, number: int) -> Item:
    """A run between two exercises is one of them: it has its turn in every round."""
    made = part.made
    if isinstance(made, Item):
        return made
    end, key = made.end, part.group.key if part.group else ""
    done = Set(
        distance_m=end.metres if end else None,
        hold_s=Range(target=end.seconds) if end and end.seconds else None,
        label=made.target.text if made.target else None,
    )
    return Item(
        slot_id=f"{key}/{made.activity}-{number + 1}",
        exercise=Exercise(id=made.activity, name=made.activity.capitalize(), kind="cardio"),
        sets=(done,),
        cues=made.cues,
        notes=made.notes,
    )


def _grouped(group: Group, items: list[Item]) -> Block:
    rounds = _rounds(group, items)
    return Block(
        kind=group.kind,
        rounds=rounds,
        duration_s=group.seconds,
        cap_s=group.cap,
        interval_s=(group.each or 0) + (group.off or 0) or None,
        work_s=group.each if group.off else None,
        off_s=group.off,
        alternating=group.alternating,
        rest_s=group.between,
        rest_after_s=group.after,
        title=group.title,
        items=tuple(_for_rounds(item, rounds) for item in items),
    )


def _rounds(group: Group, items: list[Item]) -> int | None:
    """How often the items come round; None where nobody can know (AMRAP)."""
    if group.rounds is not None:
        return group.rounds
    if group.kind == "amrap":
        return None
    if group.seconds and group.each:
        intervals = group.seconds // (group.each + (group.off or 0))
        return max(1, intervals // len(items) if group.alternating else intervals)
    working = (sum(not s.warmup and not s.drop for s in item.sets) for item in items)
    return max(working, default=1)


def in_rounds(group: Group, sets: tuple[Set, ...]) -> tuple[Set, ...]:
    """What a line is asked for in all rounds, where they are said and each is one set of it."""
    rounds = group.rounds if group.kind in ("superset", "circuit", "interleave") else None
    return sets * rounds if rounds and len(sets) == 1 else sets


def _for_rounds(item: Item, rounds: int | None) -> Item:
    """A line with one set does it in every round."""
    if rounds is None or rounds < 2 or len(item.sets) != 1:
        return item
    return replace(item, sets=item.sets * rounds)
