"""Gear: what there is to load, and the load that comes nearest to what is wanted.

Whoever has said which plates, dumbbells or kettlebells there are gets a load made of them. Else
the step that the plan or the athlete names holds. Else a load in figures is taken at its word,
and only what a per cent has made is rounded, to the usual step (`USUAL_STEPS`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, Literal

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.words import Loading, loading
from mesocycle.compiler.checked import Rounding
from mesocycle.compiler.loads.plates import Plates
from mesocycle.diary.model import Gear
from mesocycle.mass import Mass, MassUnit, mass

Mode = Literal["nearest", "down", "up"]

#: An unloaded bar, where nobody has said how heavy theirs is.
USUAL_BARS: Final[dict[MassUnit, Mass]] = {"kg": mass("20", "kg"), "lb": mass("45", "lb")}

#: The step on a bar (its smallest pair of plates), and that of everything else.
USUAL_STEPS: Final[dict[tuple[bool, MassUnit], Mass]] = {
    (True, "kg"): mass("2.5", "kg"),
    (True, "lb"): mass("5", "lb"),
    (False, "kg"): mass("1", "kg"),
    (False, "lb"): mass("2.5", "lb"),
}

#: Half a gram: what conversions between units, and the formulas, leave over counts for nothing.
SLACK: Final = 500


#: Plates hang on these one by one; on everything else in pairs, so that it is even.
_SINGLY: Final = frozenset({"dip belt", "landmine", "plates"})


class Fit(msgspec.Struct, frozen=True):
    """What is put on, and how it was found, in words (empty: it was taken at its word)."""

    mass: Mass
    how: str = ""


class Rack:
    """What an athlete has to load, and how the plan rounds."""

    def __init__(self, gear: Gear, rounding: Rounding | None, units: MassUnit) -> None:
        own = Rounding(gear.rounding) if gear.rounding else None
        self.rounding = rounding or own
        self.units: MassUnit = units
        self._bars = dict(gear.bars)
        self._plates = gear.plates
        self._sizes = {
            "dumbbells": _in_order(gear.dumbbells), "kettlebells": _in_order(gear.kettlebells)
        }  # fmt: skip
        self._kinds: dict[str, Loading | None] = {}
        self._made: dict[tuple[Mass | None, bool], Plates] = {}
        self._ways: dict[tuple[Mass, Mode], str] = {}

    def holds(self, exercise: Exercise) -> Loading | None:
        """How the weight of an exercise is made up; None where nothing holds one."""
        try:
            return self._kinds[exercise.id]
        except KeyError:
            found = self._kinds[exercise.id] = loading(exercise.equipment)
            return found

    def bar(self, exercise: Exercise, unit: MassUnit | None = None) -> Mass | None:
        """The empty bar of an exercise; None where it is not done with a bar.

        `unit` is that of the usual bar, where nobody has said how heavy theirs is.
        """
        if self.holds(exercise) != "bar":
            return None
        own = self._bars.get(exercise.id) or self._bars.get("")
        return own or USUAL_BARS[unit or self.units]

    def fit(
        self,
        exercise: Exercise,
        exact: Mass,
        rounding: Rounding | None,
        *,
        loose: bool,
        beyond: bool = False,
    ) -> Fit:
        """What can be loaded for `exact`, never below the bar.

        `rounding` is the line's own. `loose`: a per cent has made the load, so it is rounded
        even where nobody has named a step. `beyond` bodyweight plates hang on a belt, one by one.
        """
        how = rounding or self.rounding
        mode: Mode = how.mode if how else "nearest"
        kind = "plates" if beyond else self.holds(exercise)
        made = self._made_of(exercise, exact, mode, kind, beyond=beyond)
        if made is None and (how or loose):
            step = how.step if how else USUAL_STEPS[kind == "bar", exact.unit]
            made = Fit(_step(exact, step, mode), self._way(step, mode))
        bar = self.bar(exercise, exact.unit) if kind == "bar" else None
        if bar and (loose or self._bars) and bar.above(made.mass if made else exact):
            return Fit(bar, "the empty bar")
        return made or Fit(exact)

    def _way(self, step: Mass, mode: Mode) -> str:
        """How it is rounded, in words: there are few ways, and many loads."""
        key = (step, mode)
        found = self._ways.get(key)
        if found is None:
            found = self._ways[key] = f"{_WAYS[mode]} {step}"
        return found

    def _made_of(
        self, exercise: Exercise, exact: Mass, mode: Mode, kind: Loading | None, *, beyond: bool
    ) -> Fit | None:
        """The nearest of what there is; None where nobody has said what there is."""
        sizes = self._sizes.get(kind or "")
        if sizes:
            return Fit(pick(sizes, exact, mode), f"{_OF_GEAR[mode]} these {kind}")
        if kind in ("bar", "plates") and self._plates:
            bar = self.bar(exercise, self._plates[0][0].unit) if kind == "bar" else None
            singly = beyond or (bar is None and not _SINGLY.isdisjoint(exercise.equipment))
            made = pick(self._sums(bar, singly=singly).around(exact), exact, mode)
            return Fit(made, f"{_OF_GEAR[mode]} these plates")
        return None

    def _sums(self, bar: Mass | None, *, singly: bool) -> Plates:
        """What the plates come to on a bar, or without one: in pairs, or one by one."""
        key = (bar, singly)
        found = self._made.get(key)
        if found is None:
            base = bar or Mass(0, self._plates[0][0].unit)
            found = self._made[key] = Plates(self._plates, base, pairs=not singly)
        return found


_WAYS: Final = {
    "nearest": "to the nearest",
    "down": "down to a multiple of",
    "up": "up to a multiple of",
}
_OF_GEAR: Final = {
    "nearest": "the nearest with",
    "down": "the next below with",
    "up": "the next above with",
}


def _in_order(masses: tuple[Mass, ...]) -> list[Mass]:
    """Lightest first, all in the unit of the first."""
    return sorted(mass.to(masses[0].unit) for mass in masses)


def _step(exact: Mass, step: Mass, mode: Mode) -> Mass:
    """The multiple of `step`, in its unit."""
    wanted = exact.to(step.unit).micro
    below = wanted // step.micro * step.micro
    found = _between(below, below + step.micro, wanted, mode)
    return Mass(found, step.unit)


def pick(masses: list[Mass], exact: Mass, mode: Mode) -> Mass:
    """Of the `masses` (lightest first, all in one unit) the one that the mode asks for.

    Beyond either end it is that end, whatever the mode.
    """
    wanted = exact.to(masses[0].unit)
    place = bisect_left(masses, wanted)
    if place == 0:
        return masses[0]
    if place == len(masses):
        return masses[-1]
    low, high = masses[place - 1], masses[place]
    return low if _between(low.micro, high.micro, wanted.micro, mode) == low.micro else high


def _between(low: int, high: int, wanted: int, mode: Mode) -> int:
    """Half way is down, unless up is asked for; what is nearly there is there."""
    if high - wanted <= SLACK:
        return high
    if mode == "down" or wanted - low <= SLACK:
        return low
    if mode == "up" or (wanted - low) - (high - wanted) > SLACK:
        return high
    return low
