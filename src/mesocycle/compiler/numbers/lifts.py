"""Lifts: what a week holds of each exercise, counted in one go over its sets."""

from __future__ import annotations

from collections.abc import Iterable

from mesocycle.programme import Exercise, Item, LiftStatistics, Set


class Tally:
    """An exercise over a week, its working sets: sides count once each, warm-up sets not at all.

    `loaded` sets, with `loaded_reps`, have a load that is known. A load counts as it is written:
    dumbbells as one hand's, beyond bodyweight without the body, of a range the lower end. Open
    sets count with their target, tests with their least.
    """

    __slots__ = (
        "exercise", "known_reps", "loaded", "loaded_reps", "percent", "reps", "sets",
        "tonnage_kg", "top_kg",
    )  # fmt: skip

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.sets = self.reps = self.loaded = self.loaded_reps = self.known_reps = 0
        self.tonnage_kg = self.top_kg = self.percent = 0.0

    def add(self, item: Item) -> None:
        """Count the sets of an item of this exercise: those that were done, if that was said."""
        before: Set | None = None
        sides = reps = 0
        for one in done(item):
            if one.warmup:
                continue
            if one is not before:  # sets that are equal are mostly one and the same
                before = one
                sides = 2 if one.side == "each" else 1
                reps = one.reps.target * sides if one.reps is not None else 0
            self.sets += sides
            self.reps += reps
            load = one.load
            if load is None or load.kg is None:
                continue
            self.loaded += sides
            self.loaded_reps += reps
            self.tonnage_kg += load.kg * reps
            self.top_kg = max(self.top_kg, load.max_kg or load.kg)
            if load.percent is not None:
                self.percent += load.percent * reps
                self.known_reps += reps

    def lift(self) -> LiftStatistics:
        """The row of the statistics, for what has loads."""
        return LiftStatistics(
            exercise=self.exercise.id,
            name=self.exercise.name,
            sets=self.loaded,
            reps=self.loaded_reps,
            tonnage_kg=rounded(self.tonnage_kg),
            top_kg=self.top_kg,
            intensity=round(self.percent / self.known_reps, 1) if self.known_reps else None,
        )


def done(item: Item) -> tuple[Set, ...]:
    """The sets of an item as they were done, where somebody has said; else as they were asked."""
    return item.sets if item.done is None else item.done


def tally(items: Iterable[Item]) -> list[Tally]:
    """What is done of each exercise, in the order in which they come."""
    found: dict[str, Tally] = {}
    for item in items:
        exercise = item.exercise
        if exercise is None:
            continue
        mine = found.get(exercise.id)
        if mine is None:
            mine = found[exercise.id] = Tally(exercise)
        mine.add(item)
    return list(found.values())


def rounded(kg: float) -> float:
    """To a hundredth of a gram, as masses are: sums of pounds leave crumbs behind."""
    return round(kg, 5)
