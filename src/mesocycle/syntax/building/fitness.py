"""Callbacks for what an athlete can do: `best 5k 24:30`, `max hr 190`, `zone 2 hr 130-145`."""

from __future__ import annotations

from mesocycle.syntax.building.base import Builder, Parts, Quantity, word
from mesocycle.syntax.engine import Token
from mesocycle.syntax.nodes import BestOf, Ftp, Heart, HeartOf, Pace, Power, Word, ZoneOf

#: Metres of the races that have names.
RACES = {"mile": 1609, "half marathon": 21_098, "hm": 21_098, "marathon": 42_195}

#: Millimetres of what a pace is given by.
PER_MM = {"km": 1_000_000, "mi": 1_609_344, "500m": 500_000, "100m": 100_000}

HUNDREDTHS = 100


class Fitness(Builder):
    """What zones and paces rest on."""

    def best_of(self, parts: Parts) -> BestOf:
        raced, time = parts
        written = Word("", raced.word.start, time.word.end)
        return BestOf(raced.value, time.value, written)

    def thousands(self, parts: Parts) -> Quantity:
        token = parts[0]
        return Quantity(round(float(token[:-1]) * 1000), False, word(token))

    def race_words(self, parts: Parts) -> Quantity:
        name = self.words(parts)
        return Quantity(RACES[name.text], False, name)

    def clock(self, parts: Parts) -> Quantity:
        token = parts[0]
        return Quantity(self._clock(token, word(token)), True, word(token))

    def _clock(self, text: str, where: Word) -> int:
        """`24:30` and `1:52:00` in whole seconds."""
        first, *others = text.split(":")
        seconds = float(first)
        for other in others:
            if float(other) >= 60:
                self.refuse(
                    "E132", f"there is no time {text}", where, "minutes and seconds stop at 59",
                    hints=("write minutes and seconds, 24:30, or hours in front: 1:52:00",),
                )  # fmt: skip
            seconds = seconds * 60 + float(other)
        return round(seconds)

    def max_heart(self, parts: Parts) -> HeartOf:
        return HeartOf("max", int(parts[0]), word(parts[0]))

    def heart_of(self, parts: Parts) -> HeartOf:
        key, bpm = parts
        return HeartOf(str(key), int(bpm), word(bpm))  # type: ignore[arg-type]  # the rule lists them

    def ftp(self, parts: Parts) -> Ftp:
        token = parts[0]
        figure = token.rstrip(" Ww")
        if figure == token:
            self.refuse(
                "E109", f"`{token}` of what?", word(token), "a power is in watts",
                hints=(f"write {figure}W",), fix=f"{figure}W", title="add the unit",
            )  # fmt: skip
        return Ftp(int(figure), word(token))

    # --- own zones ---

    def zone_of(self, parts: Parts) -> ZoneOf:
        number, band = parts
        return ZoneOf(int(number), band, Word("", number.start_pos, band.word.end))

    def own_hearts(self, parts: Parts) -> Heart:
        token, share = parts
        figures = token.removesuffix("bpm").rstrip(" %")
        low, high = self._band(token, figures)
        where = Word("", token.start_pos, share.end_pos if share else token.end_pos)
        if "%" in token:
            of = str(share or "max")
            return Heart(low * HUNDREDTHS, high * HUNDREDTHS, of, where)  # type: ignore[arg-type]  # the rule lists them
        if share:
            self.refuse(
                "E109", f"{figures} of the {share} heart rate: per cent?", where, "no unit",
                hints=(f"write {figures}% of {share}",),
            )  # fmt: skip
        return Heart(low, high, "bpm", where)

    def own_powers(self, parts: Parts) -> Power:
        token = parts[0]
        figures = token.rstrip(" Ww%")
        low, high = self._band(token, figures)
        if figures == token:
            self.refuse(
                "E109", f"`{token}` of what?", word(token), "watts, or per cent of the ftp?",
                hints=(f"write {figures}W for watts",),
            )  # fmt: skip
        if "%" in token:
            return Power(low * HUNDREDTHS, high * HUNDREDTHS, True, word(token))
        return Power(low, high, False, word(token))

    def own_paces(self, parts: Parts) -> Pace:
        token = parts[0]
        where = word(token)
        band, _, unit = token.partition("/")
        if not unit:
            self.refuse(
                "E109", f"a pace of {band}: per what?", where, "no distance",
                hints=(f"write {band}/km, or {band}/mi",),
            )  # fmt: skip
        low, _, high = band.partition("-")
        fast, slow = self._clock(low, where), self._clock(high or low, where)
        if fast > slow:
            right = f"{high}-{low}" + (f"/{unit}" if unit else "")
            self._backwards(where, right, "the faster pace comes first")
            fast, slow = slow, fast
        return Pace(fast, slow, PER_MM.get(unit, PER_MM["km"]), where)

    def _band(self, token: Token, figures: str) -> tuple[int, int]:
        """`130-145` or `140`."""
        first, _, last = figures.partition("-")
        low, high = int(first), int(last or first)
        if low > high:
            right = f"{high}-{low}{token[len(figures) :]}"
            self._backwards(word(token), right, "the smaller number comes first")
            low, high = high, low
        return low, high

    def _backwards(self, where: Word, right: str, label: str) -> None:
        self.refuse(
            "E131", "this range runs backwards", where, label,
            hints=(f"write {right}",), fix=right, title="swap the two",
        )  # fmt: skip
