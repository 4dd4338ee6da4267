"""The sets of an item, each beside what was logged of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from mesocycle.output.amounts import is_band
from mesocycle.programme import Item, Range, Set

from .cells import Cell

_SIDES = ("left", "right")


def set_rows(item: Item) -> Iterator[dict[str, Cell]]:
    """A row for each set that was asked for, then for each that was done besides.

    Where both sides were asked for in one and logged apart, each side has its row.
    """
    done = list(_done_sets(item))
    numbers: Counter[tuple[bool, str]] = Counter()
    for one in _asked(item.sets, done):
        row = _set(one)
        row["set"] = _number(numbers, one)
        if item.done is not None and not one.warmup:
            found = next((each for each in done if "both" in {each.side, one.side}), None)
            found = next((each for each in done if each.side == one.side), found)
            if found is not None:
                done.remove(found)
            row |= _done(found)
        yield row
    for one in done:
        besides: dict[str, Cell] = {"set": _number(numbers, one), "set_kind": "besides"}
        yield {"side": one.side, "label": one.label, **besides, **_done(one)}


def _done_sets(item: Item) -> Iterator[Set]:
    """What was done; each side by itself where the sides were asked for apart."""
    return _apart(item.done or (), any(each.side in _SIDES for each in item.sets))


def _asked(sets: Sequence[Set], done: Sequence[Set]) -> Iterator[Set]:
    return _apart(sets, any(each.side in _SIDES for each in done))


def _apart(sets: Sequence[Set], apart: bool) -> Iterator[Set]:
    for one in sets:
        if apart and one.side == "each":
            yield replace(one, side="left")
            yield replace(one, side="right")
        else:
            yield one


def _number(numbers: Counter[tuple[bool, str]], one: Set) -> int:
    """The number of a set among those like it: of the ramp or not, of its side."""
    side = one.side if one.side in _SIDES else ""
    numbers[one.warmup, side] += 1
    return numbers[one.warmup, side]


def _set(one: Set) -> dict[str, Cell]:
    load, reps, hold, rest = one.load, one.reps, one.hold_s, one.rest_s
    row: dict[str, Cell] = {
        "set_kind": _kind(one),
        "side": one.side,
        "amrap": one.amrap,
        "distance_m": one.distance_m,
        "rpe": one.rpe,
        "rpe_max": one.rpe_max,
        "rir": one.rir,
        "tempo": _tempo(one),
        "label": one.label,
    }
    row |= _band("reps{}", reps) | _band("hold{}_s", hold)
    if rest:
        most = rest.max if is_band(rest) else None
        row |= {"rest_s": rest.min if most else rest.target, "rest_max_s": most}
    if load:
        row |= {
            "load_kg": load.kg,
            "load_max_kg": load.max_kg,
            "load": load.shown,
            "load_written": load.written,
            "percent": load.percent,
        }
    return row


def _kind(one: Set) -> str:
    if one.warmup:
        return "warm-up"
    return "test" if one.test else "drop" if one.drop else "work"


def _band(name: str, band: Range | None) -> dict[str, Cell]:
    if band is None:
        return {}
    ends = {"_min": band.min, "": band.target, "_max": band.max}
    return {name.format(end): value for end, value in ends.items()}


def _tempo(one: Set) -> str | None:
    if not one.tempo:
        return None
    down, pause, up, top = one.tempo
    return f"{down or 'X'}-{pause}-{up or 'X'}-{top}"


def _done(one: Set | None) -> dict[str, Cell]:
    if one is None:
        return {"done": "no"}
    return {
        "done": "yes",
        "done_reps": one.reps.target if one.reps else None,
        "done_hold_s": one.hold_s.target if one.hold_s else None,
        "done_distance_m": one.distance_m,
        "done_load_kg": one.load.kg if one.load else None,
        "done_load": one.load.shown if one.load else None,
        "done_rpe": one.rpe,
    }
