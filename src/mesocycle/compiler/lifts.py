"""Lifts: what a week holds of each exercise with a load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mesocycle.compiler.duration import sides
from mesocycle.programme import Exercise, Item, LiftStatistics, Set


def working(sets: Iterable[Set]) -> list[Set]:
    """The sets that count: all but the warm-up."""
    return [one for one in sets if not one.warmup]


def reps_of(one: Set) -> int:
    """The repetitions of a set, of both sides; open ones at their target, tests at their least."""
    return one.reps.target * sides(one) if one.reps else 0


def tonnage_kg(one: Set) -> float:
    """Load by reps: the load as it is written, once a side; 0 where it is not known.

    Dumbbells so count as one hand's, and a load beyond bodyweight without the body, as people
    keep their own logs. Of a range, the lower end.
    """
    return (one.load.kg or 0.0) * reps_of(one) if one.load else 0.0


def lifts(items: Iterable[Item]) -> tuple[LiftStatistics, ...]:
    """A row for each exercise that is done with a known load, in the order they come."""
    found: dict[str, tuple[Exercise, list[Set]]] = {}
    for item in items:
        loaded = [one for one in working(item.sets) if one.load and one.load.kg is not None]
        if item.exercise and loaded:
            found.setdefault(item.exercise.id, (item.exercise, []))[1].extend(loaded)
    return tuple(_lift(exercise, sets) for exercise, sets in found.values())


def _lift(exercise: Exercise, sets: Sequence[Set]) -> LiftStatistics:
    return LiftStatistics(
        exercise=exercise.id,
        name=exercise.name,
        sets=sum(map(sides, sets)),
        reps=sum(map(reps_of, sets)),
        tonnage_kg=rounded(sum(map(tonnage_kg, sets))),
        top_kg=max(one.load.max_kg or one.load.kg or 0.0 for one in sets if one.load),
        intensity=_intensity(sets),
    )


def _intensity(sets: Sequence[Set]) -> float | None:
    """The mean per cent of the 1RM of all repetitions for which it is known."""
    known = [(one.load.percent, reps_of(one)) for one in sets if one.load and one.load.percent]
    reps = sum(count for _, count in known)
    return round(sum(percent * count for percent, count in known) / reps, 1) if reps else None


def rounded(kg: float) -> float:
    """To a hundredth of a gram, as masses are: sums of pounds leave crumbs behind."""
    return round(kg, 5)
