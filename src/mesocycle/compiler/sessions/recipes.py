"""Recipes: what the sets of a line have in common, whatever the day; made once a line."""

from __future__ import annotations

from typing import Final

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Manner
from mesocycle.compiler.loads.burden import Burden
from mesocycle.compiler.loads.groups import Loads, loads_of
from mesocycle.compiler.loads.kinds import relative
from mesocycle.compiler.loads.standing import Standing
from mesocycle.compiler.loads.working import Weights
from mesocycle.programme import Range, Set, Side
from mesocycle.syntax.nodes import Count, Scheme, SetGroup

#: `slow` as numbers, where nobody has given others: two seconds down, two up.
SLOW: Final = (2, 0, 2, 0)

#: What a track calls the amounts of a scheme.
_MEASURES: Final = {"reps": "reps", "seconds": "hold", "metres": "distance"}


class Portion(msgspec.Struct, frozen=True):
    """A group of sets: its loads, and what is the same on every day.

    `low` to `high` is the band of its amount, which a track calls `measure`. `follows`: its loads
    hang on earlier sets.
    """

    group: SetGroup
    loads: Loads
    follows: bool
    measure: str
    low: int
    high: int
    side: Side
    tempo: tuple[int, int, int, int] | None
    rest: Count | None
    label: str | None

    def sets(self, count: int, track: Standing, weights: Weights, *, easier: bool) -> list[Set]:
        """So many sets, at the numbers where the track stands; those that are equal are one."""
        group = self.group
        amount = None if group.most else self._amount(track)
        reps = amount.target if amount and group.unit == "reps" else None
        made: list[Set] = []
        last: Burden | None = None
        for burden in weights.working(self.loads, reps, count, follows=self.follows):
            same = made and burden is last
            made.append(made[-1] if same else self._set(amount, burden, track, easier=easier))
            last = burden
        return made

    def _amount(self, track: Standing) -> Range:
        """The target within its band; the band is what the coach wrote."""
        low, high = self.low, self.high
        target = min(track.value(self.measure, low), high)
        if high <= low or self.group.unit == "metres":
            return Range(target=target)
        return Range(target=target, min=min(low, target), max=high)

    def _set(self, amount: Range | None, burden: Burden, track: Standing, *, easier: bool) -> Set:
        group, unit = self.group, self.group.unit
        return Set(
            reps=amount if unit == "reps" else None,
            amrap=group.most or (group.plus and not easier),
            hold_s=amount if unit == "seconds" else None,
            distance_m=amount.target if amount and unit == "metres" else None,
            side=self.side,
            load=burden.load,
            rpe=burden.rpe,
            rpe_max=burden.rpe_max,
            rir=burden.rir,
            tempo=self.tempo,
            rest_s=rest_of(self.rest, track),
            test=group.test,
            drop=group.drop,
            label=self.label,
        )


class Recipe(msgspec.Struct, frozen=True):
    """The working sets of a line; `follows`: some hang on earlier ones."""

    portions: tuple[Portion, ...]
    follows: bool


def recipe(scheme: Scheme, exercise: Exercise, manner: Manner) -> Recipe:
    """What the sets have in common."""
    tempo = manner.tempo.seconds if manner.tempo else SLOW if manner.slow else None
    steps = manner.progress.steps if manner.progress else ()
    portions = []
    for group, loads in zip(scheme.groups, loads_of(scheme, manner), strict=True):
        measure = _MEASURES[group.unit]
        limits = [s.to for s in steps if s.what == measure and s.to is not None]
        portion = Portion(
            group,
            loads,
            any(relative(load) for load in loads),
            measure,
            group.amount.low,
            max([scheme.to or group.amount.high, *limits]),
            side_of(group, exercise),
            tempo if group.unit == "reps" else None,
            group.rest or manner.rest,
            label_of(group),
        )
        portions.append(portion)
    return Recipe(tuple(portions), any(portion.follows for portion in portions))


def side_of(group: SetGroup, exercise: Exercise) -> Side:
    """The side of a group's sets, for an exercise that may have none."""
    if exercise.sides == "none":
        return "both"
    return group.side if group.side != "both" else "each"


def label_of(group: SetGroup) -> str | None:
    """What the sets are called: in the coach's words, and what happens within each."""
    words = [group.label.text] if group.label else []
    if group.parts:
        words.append(", ".join(f"{part.seconds}s {part.text.text}" for part in group.parts))
    if group.chain:
        words.append("+".join(str(reps) for reps in group.chain))
    return ": ".join(words) or None


def rest_of(rest: Count | None, track: Standing) -> Range | None:
    """The rest after a set, where the track has moved it."""
    if rest is None:
        return None
    low = track.value("rest", rest.low)
    if low >= rest.high:
        return Range(target=low)
    return Range(target=low, min=min(low, rest.low), max=rest.high)
