"""How long a session takes: sets, rests, groups on the clock, and segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mesocycle.catalogue.model import Catalogue
from mesocycle.compiler.endurance.totals import stints
from mesocycle.programme import Block, Item, Segment, Set

#: Seconds a repetition, and seconds between sets, where nobody has said.
REP_S, REST_S = 4, 45

#: The same between working sets with a load: people wait until they can lift again.
LOADED_REST_S = 120

#: A set of as many as possible, a set of nothing known, and changing places in a group.
MOST_S, UNKNOWN_S, CHANGE_S = 40, 30, 10

#: A test of the most that goes: the attempts on the way to it, and the rests between them.
TEST_S = 600

#: Metres a second of what is carried or done over a distance, and of a run between exercises.
CARRIED_MS, RUN_MS = 1.0, 2.5


def estimate(blocks: Sequence[Block], catalogue: Catalogue) -> int | None:
    """Minutes, rounded up to 5: sets at the catalogue's seconds a rep, rests, and segments.

    Where all is by the clock, it is these minutes. None where a segment's time is unknown.
    """
    legs = [leg for block in blocks for leg in stints(block.segments)]
    if any(leg.seconds is None for leg in legs):
        return None
    if legs and not any(leg.guessed_s for leg in legs) and not any(b.items for b in blocks):
        return -(-sum(leg.seconds[1] for leg in legs if leg.seconds) // 60)
    seconds = sum(_block_s(block, catalogue) for block in blocks)
    return -(-seconds // 300) * 5 if seconds else None


def segment_s(segment: Segment) -> int:
    """The seconds of a stretch, its repeats included: by the clock, or as far as a pace tells."""
    once = (segment.end.seconds or segment.estimated_s or 0) if segment.end else 0
    return segment.repeat * (once + sum(map(segment_s, segment.segments)))


def sides(one: Set) -> int:
    """How often a set is done: once a side."""
    return 2 if one.side == "each" else 1


def _block_s(block: Block, catalogue: Catalogue) -> int:
    seconds = sum(map(segment_s, block.segments)) + (block.rest_after_s or 0)
    if not block.items:
        return seconds
    if (clock := _clock_s(block)) is not None:
        return seconds + clock
    if block.kind in ("superset", "circuit", "interleave", "amrap", "for_time", "emom", "every"):
        return seconds + _rounds_s(block, catalogue)
    return seconds + sum(_straight_s(item, catalogue) for item in block.items)


def _clock_s(block: Block) -> int | None:
    """What the clock says: how long, how long at most, or intervals by rounds."""
    if block.duration_s:
        return block.duration_s
    if block.kind == "for_time" and block.cap_s:
        return block.cap_s
    if block.kind == "tabata" and block.rounds and block.work_s:
        return len(block.items) * block.rounds * (block.work_s + (block.off_s or 0))
    if block.interval_s and block.rounds:
        turns = len(block.items) if block.alternating else 1
        return block.interval_s * block.rounds * turns
    return None


def _straight_s(item: Item, catalogue: Catalogue) -> int:
    rep_s = _rep_s(item, catalogue)
    return sum(
        TEST_S if one.test and not item.assessment else _set_s(one, item, rep_s) + rest
        for one, rest in _rests(item.sets)
    )


def _rests(sets: Sequence[Set]) -> Iterator[tuple[Set, int]]:
    """Each set with the rest after it: none before a drop set."""
    for index, one in enumerate(sets):
        following = sets[index + 1] if index + 1 < len(sets) else None
        if following and following.drop:
            yield one, 0
        elif one.rest_s:
            yield one, one.rest_s.target
        else:
            yield one, LOADED_REST_S if one.load and not one.warmup else REST_S


def _rounds_s(block: Block, catalogue: Catalogue) -> int:
    """Item after item without rest, but for those that were asked for; rests between rounds."""
    work = 0
    for item in block.items:
        rep_s = _rep_s(item, catalogue)
        for one in item.sets:
            work += _set_s(one, item, rep_s) + (one.rest_s.target if one.rest_s else 0)
    if block.kind == "for_time":
        return work
    rounds = block.rounds or 1
    asked = any(one.rest_s for item in block.items for one in item.sets)
    between = 0 if asked else REST_S if block.rest_s is None else block.rest_s
    return work + rounds * len(block.items) * CHANGE_S + (rounds - 1) * between


def _rep_s(item: Item, catalogue: Catalogue) -> int:
    known = catalogue.exercises.get(item.exercise.id) if item.exercise else None
    return (known.rep_s if known else None) or 0


def _set_s(one: Set, item: Item, rep_s: int) -> int:
    if one.hold_s:
        once = one.hold_s.target
    elif one.reps:
        once = one.reps.target * _one_rep_s(one, rep_s)
    elif one.distance_m is not None:
        runs = item.exercise is not None and item.exercise.kind == "cardio"
        once = round(one.distance_m / (RUN_MS if runs else CARRIED_MS))
    else:
        once = MOST_S if one.amrap else UNKNOWN_S
    return once * sides(one)


def _one_rep_s(one: Set, rep_s: int) -> int:
    """By the tempo (a zero is as fast as can be: a second for the two ways), if that is longer."""
    if one.tempo is None:
        return rep_s or REP_S
    down, pause, up, top = one.tempo
    return max(rep_s, max(down, 1) + pause + max(up, 1) + top)
