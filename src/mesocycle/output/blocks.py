"""Blocks in words: `Superset, 3 rounds, rest 90 s between rounds`, and what each item asks."""

from __future__ import annotations

from typing import Final

from mesocycle.output import sets as words_of
from mesocycle.output.amounts import count, duration, short_time
from mesocycle.programme import Block, Item, Set

_NAMES: Final = {
    "superset": "superset", "circuit": "circuit", "interleave": "in turn", "emom": "EMOM",
    "every": "on the clock", "amrap": "AMRAP", "for_time": "for time", "tabata": "tabata",
    "warmup": "warm-up", "cooldown": "cool-down",
}  # fmt: skip

#: A superset of this title is one lift after the other without putting the bar down.
_COMPLEX: Final = "Complex"

#: The blocks whose items are done round by round.
_ROUNDS: Final = frozenset(
    ("superset", "circuit", "interleave", "emom", "every", "amrap", "for_time", "tabata")
)


def heading(block: Block, session: str = "") -> str:
    """How a block is done: `Circuit, 4 rounds, rest 60 s between rounds`; nothing if plainly.

    `session` is the name of its session, which the block's title need not say again.
    `EMOM 10 min`, `Every 90 s for 12 min`, `Fran – for time, cap 12 min, 21-15-9 reps`.
    """
    is_complex = (block.title, block.kind) == (_COMPLEX, "superset")
    words = [_COMPLEX if is_complex else _manner(block)]
    if _rounds_are_news(block):
        words.append(count(block.rounds or 0, "round"))
    if block.alternating:
        words.append("one exercise each time, in turn")
    if block.cap_s:
        words.append(f"cap {duration(block.cap_s)}")
    if block.rest_s:
        words.append(f"rest {short_time(block.rest_s)} between rounds")
    words += [f"{reps} reps" for reps in filter(None, [_sequence(block)])]
    line = ", ".join(filter(None, words))
    if block.title and not is_complex and not (line and block.title == session):
        line = f"{block.title} – {line}" if line else block.title
    return line[:1].upper() + line[1:]


def after(block: Block) -> str:
    """What comes at the end of a block: `Then rest 2 min.`; nothing if nothing was asked for."""
    return f"Then rest {short_time(block.rest_after_s)}." if block.rest_after_s else ""


def ramp(item: Item) -> str:
    """The warm-up sets of an item, which read best on a line of their own; nothing if none."""
    return words_of.ramp(item.sets)


def work(item: Item, block: Block) -> str:
    """The working sets of an item as its block does them, and what was done if that is another.

    In a group each item says what it asks for in a round: the heading has the rest.
    """
    return "; ".join(filter(None, [_asked(item, block), words_of.done(item)]))


def _asked(item: Item, block: Block) -> str:
    sets = [one for one in item.sets if not one.warmup]
    if block.kind not in _ROUNDS or not sets:
        return words_of.work(sets)
    if _sequence(block):
        return words_of.each_round(sets, said=True)
    if not _once_a_round(sets, block) or not words_of.alike(sets):
        return words_of.work(sets)
    if block.kind == "tabata" and all(_is_interval(one, block) for one in sets):
        return ""
    return words_of.each_round(sets)


def _manner(block: Block) -> str:
    name = _NAMES.get(block.kind, "")
    time = duration(block.duration_s) if block.duration_s else ""
    if block.kind == "every" and block.interval_s:
        return f"every {short_time(block.interval_s)}" + (f" for {time}" if time else "")
    if block.kind == "tabata" and block.work_s:
        rounds = f"{block.rounds} × " if block.rounds else ""
        return f"{name} {rounds}{short_time(block.work_s)} / {short_time(block.off_s or 0)}"
    return f"{name} {time}".strip()


def _rounds_are_news(block: Block) -> bool:
    """Whether the rounds are not said by the clock, or by the reps, already."""
    if not block.rounds or _sequence(block):
        return False
    if block.kind == "tabata":
        return not block.work_s
    if block.kind == "for_time" and block.rounds == 1:
        return False
    return not (block.kind in ("emom", "every") and block.duration_s)


def _sequence(block: Block) -> str:
    """`21-15-9`, where every item of a block for time has these reps."""
    if block.kind != "for_time" or not block.items:
        return ""
    found = {words_of.sequence([s for s in item.sets if not s.warmup]) for item in block.items}
    return found.pop() if len(found) == 1 else ""


def _once_a_round(sets: list[Set], block: Block) -> bool:
    """Whether there is a set (on each side) for every round."""
    sides = {one.side for one in sets}
    return all(sum(one.side == side for one in sets) == (block.rounds or 1) for side in sides)


def _is_interval(one: Set, block: Block) -> bool:
    """Whether a set asks for no more than to work through the interval."""
    timed = one.hold_s is None or one.hold_s.target == block.work_s
    return timed and one.load is None and one.reps is None and one.distance_m is None
