"""Callbacks for how hard an endurance segment is: paces, zones, heart rates, power, effort."""

from __future__ import annotations

from typing import Any

from mesocycle.syntax.building.base import Builder, Number, Parts, word
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import (
    PER_100M,
    PER_500M,
    PER_KM,
    PER_MILE,
    Bound,
    Cadence,
    Effort,
    Felt,
    Heart,
    NamedPace,
    Pace,
    Power,
    Ramp,
    Speed,
    Word,
    Zone,
)

PER_MM = {"km": PER_KM, "mi": PER_MILE, "500m": PER_500M, "100m": PER_100M}
RACES = {"half marathon": "hm", "marathon": "mp", "mp": "mp"}
METRES_AN_HOUR = {"km/h": 1000.0, "mph": 1609.344}
TENTHS = 10

#: The word that a target begins with, where it is not a part of its figures.
_LED: dict[type[Any], str] = {
    Pace: "at ", NamedPace: "at ", Speed: "at ", Zone: "zone ", Heart: "hr ", Power: "power ",
    Felt: "rpe ", Cadence: "cadence ",
}  # fmt: skip


class Targets(Builder):
    """One target at most: a word, a pace, a zone, a heart rate, power, exertion, cadence."""

    def effort(self, parts: Parts) -> Effort:
        return Effort(word(parts[0]))

    # --- paces ---

    def pace(self, parts: Parts) -> Pace:
        times, _, basis = parts[0].partition("/")
        low, _, high = times.partition("-")
        return self._pace(parts[0], low, high or low, PER_MM[basis], basis)

    def _pace(self, token: Token, low: str, high: str, per_mm: int, basis: str) -> Pace:
        where = word(token)
        fast = self._minutes(low, where)
        slow = fast if low == high else self._minutes(high, where)
        if fast > slow:
            right = f"{high}-{low}/{basis}"
            self.refuse(
                "E131", "this range runs backwards", where, "the faster pace comes first",
                hints=(f"write {right}",), fix=right, title="swap the two paces",
            )  # fmt: skip
            fast, slow = slow, fast
        return Pace(fast, slow, per_mm, where)

    def _minutes(self, text: str, where: Word) -> int:
        minutes, seconds = (int(each) for each in text.split(":"))
        if seconds > 59:
            self.refuse("E132", f"there is no time {text}", where, "seconds go from 00 to 59")
        return minutes * 60 + seconds

    def paceless(self, parts: Parts) -> Pace:
        """A pace needs its distance: `5:30` is a minute and a half apart by the two in use."""
        first, last = parts[0], parts[1] or parts[0]
        written = f"{first}-{last}" if parts[1] else str(first)
        where = Word(written, first.start_pos, last.end_pos)
        self.refuse(
            "E109", f"`{written}` for how far?", where, "a kilometre, or a mile?",
            hints=(f"write {written}/km or {written}/mi",),
        )  # fmt: skip
        low, high = sorted(self._minutes(each, where) for each in (first, last))
        return Pace(low, high, word=where)

    def named_pace(self, parts: Parts) -> NamedPace:
        race = str(parts[0]).removesuffix(" pace")
        return NamedPace(RACES.get(race, race), word(parts[0]))  # type: ignore[arg-type]  # the terminal lists them

    def speed(self, parts: Parts) -> Speed:
        token = parts[0]
        unit = "mph" if token.endswith("mph") else "km/h"
        low, _, high = token.removesuffix(unit).partition("-")
        bounds = [round(float(each) * METRES_AN_HOUR[unit]) for each in (low, high or low)]
        self._range(word(token), *bounds)
        return Speed(min(bounds), max(bounds), word(token))

    # --- zones, hearts, power ---

    def zone(self, parts: Parts) -> Zone:
        number: Number = parts[0]
        return Zone(number.amount.low, number.amount.high, number.word)

    def heart(self, parts: Parts) -> Heart:
        number: Number = parts[0]
        return self._heart(number.amount.low, number.amount.high, number.word)

    def bare_heart(self, parts: Parts) -> Heart:
        low, _, high = parts[0].removesuffix("bpm").rstrip(" ").partition("-")
        return self._heart(int(low), int(high or low), word(parts[0]))

    def _heart(self, low: int, high: int, where: Word) -> Heart:
        self._range(where, low, high)
        return Heart(min(low, high), max(low, high), word=where)

    def heart_part(self, parts: Parts) -> Heart:
        (low, high, where), of = parts
        return Heart(low, high, str(of or "max"), where)  # type: ignore[arg-type]  # the rule lists them

    def power(self, parts: Parts) -> Power:
        return self.bare_power(parts)

    def bare_power(self, parts: Parts) -> Power:
        low, _, high = parts[0][:-1].partition("-")
        where = word(parts[0])
        bounds = int(low), int(high or low)
        self._range(where, *bounds)
        return Power(min(bounds), max(bounds), word=where)

    def power_part(self, parts: Parts) -> Power:
        low, high, where = parts[0]
        return Power(low, high, True, where)

    def portion(self, parts: Parts) -> tuple[int, int, Word]:
        return self.portions([parts[0], parts[0]])

    def portions(self, parts: Parts) -> tuple[int, int, Word]:
        """A part of something, in hundredths of a per cent."""
        low, high = (round(float(each.rstrip(" %")) * 100) for each in parts)
        where = Word("", parts[0].start_pos, parts[1].end_pos)
        self._range(where, low, high)
        return min(low, high), max(low, high), where

    def felt(self, parts: Parts) -> Felt:
        low, high = parts[0], parts[1] or parts[0]
        where = Word("", low.start_pos, high.end_pos)
        tenths = [round(float(each) * TENTHS) for each in (low, high)]
        self._range(where, *tenths)
        if any(each % 5 for each in tenths):
            self.refuse("E132", "the scale goes in halves", where, "as in rpe 3-4 or rpe 3.5")
        return Felt(min(tenths), max(tenths), where)

    def cadence(self, parts: Parts) -> Cadence:
        number: Number = parts[0]
        return Cadence(number.amount.low, number.amount.high, number.word)

    def _range(self, where: Word, low: float, high: float) -> None:
        if low > high:
            self.refuse(
                "E131", "this range runs backwards", where, "the smaller number comes first",
                hints=("swap the two numbers",),
            )  # fmt: skip

    # --- bounds and ramps ---

    def bound(self, parts: Parts) -> Bound:
        side, target = parts
        return Bound(str(side), target, word(side))  # type: ignore[arg-type]  # below or above

    def change_of_pace(self, parts: Parts) -> Ramp:
        start, end = parts
        return Ramp(start, end, self.spanned(start.word, end.word))

    def spanned(self, first: Any, last: Any) -> Word:
        """From one word to another."""
        return Word("", first.start, last.end)


def said_in_a_cue(target: Any) -> str:
    """A target that finds no room on its leg, as the athlete would read it in a cue."""
    if isinstance(target, Ramp):
        return 'cue "from zone 1 to zone 3"'
    if isinstance(target, Bound):
        return f'cue "{target.side} {_as_written(target.target)}"'
    return f'cue "{_as_written(target)}"'


def _as_written(target: Any) -> str:
    return f"{_LED.get(type(target), '')}{target.word.text}"
