"""The sets of an item in a few words.

Squat warmup 2x5 20 kg; 1x5 65 kg, 1x5+ 85 kg @8, rest 180s
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mesocycle.programme import Load, Range, Set

_SIDES = {"both": "", "each": " each side", "left": " left", "right": " right"}


def amounts(sets: Sequence[Set]) -> str:
    """The ramp, then the sets: equal ones that follow each other are counted.

    What the working sets do not have in common (`rest 180s` after one of them) stands with each.
    """
    ramp = [one for one in sets if one.warmup]
    work = [one for one in sets if not one.warmup]
    common = set(manners(sets))
    parts = (f"warmup {_groups(ramp, common)}" if ramp else "", _groups(work, common))
    return "; ".join(part for part in parts if part)


def manners(sets: Sequence[Set]) -> tuple[str, ...]:
    """Tempo and rest, where all working sets have the same."""
    each = [_manner(one) for one in sets if not one.warmup]
    return tuple(m for m in (each[0] if each else ()) if all(m in other for other in each))


def loads(sets: Iterable[Set]) -> Iterator[str]:
    """What lies behind each load: `written 85%`, `exact 109.88 kg`, `percent 81.1`."""
    for one in sets:
        if one.load is not None:
            yield from _behind(one.load)


def _behind(load: Load) -> Iterator[str]:
    yield f"written {load.written}"
    if load.exact_kg is not None:
        yield f"exact {round(load.exact_kg, 2):g} kg"
    if load.percent is not None:
        yield f"percent {round(load.percent, 1):g}"


def _groups(sets: Iterable[Set], common: set[str]) -> str:
    runs = groupby(sets, lambda one: _amount(one, common))
    counted = ((len(list(same)), *amount) for amount, same in runs)
    return ", ".join(f"{drop}{count}x{amount}" for count, drop, amount in counted)


def _amount(one: Set, common: set[str]) -> tuple[str, str]:
    """`drop ` if it is a drop set, and what is to be done."""
    words = [_much(one) + _SIDES[one.side]]
    words += [f'"{one.label}"'] if one.label else []
    words += ["test"] if one.test else []
    words += [one.load.shown] if one.load else []
    words += _effort(one)
    words += [manner for manner in _manner(one) if manner not in common]
    return "drop " if one.drop else "", " ".join(words)


def _much(one: Set) -> str:
    if one.reps:
        return _range(one.reps, "", "+" if one.amrap else "")
    if one.hold_s:
        return _range(one.hold_s, "s", "+" if one.amrap else "")
    if one.amrap:
        return "max"
    return f"{one.distance_m}m" if one.distance_m is not None else "?"


def _range(amount: Range, unit: str, plus: str) -> str:
    if unit == "s" and amount.target >= 300 and amount.target % 60 == 0:
        return f"{amount.target // 60}min{plus}"
    band = amount.min is not None and amount.max is not None and amount.min != amount.max
    of = f" of {amount.min}-{amount.max}{unit}" if band else ""
    return f"{amount.target}{unit}{plus}{of}"


def _effort(one: Set) -> list[str]:
    """`@8`, `@7-8`; `2 rir` only where there is no RPE that says the same."""
    if one.rpe is not None:
        most = f"-{one.rpe_max:g}" if one.rpe_max not in (None, one.rpe) else ""
        return [f"@{one.rpe:g}{most}"]
    return [f"{one.rir} rir"] if one.rir is not None else []


def _manner(one: Set) -> list[str]:
    found: list[str] = []
    if one.tempo:
        slow = one.tempo == (2, 0, 2, 0)
        found.append("slow" if slow else "tempo " + "-".join(str(second) for second in one.tempo))
    if one.rest_s:
        low, high = one.rest_s.min or one.rest_s.target, one.rest_s.max or one.rest_s.target
        found.append(f"rest {low}s" if low == high else f"rest {low}-{high}s")
    return found
