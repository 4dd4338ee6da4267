"""Amounts in words: times, distances, masses, counts, and bands of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from mesocycle.miles import in_words as miles
from mesocycle.miles import is_in_miles
from mesocycle.programme import Range

#: Kilograms in a pound (the international pound of 1959).
_POUND_KG = 0.45359237


def duration(seconds: int) -> str:
    """`45 s`, `90 s`, `2 min`, `2 min 30 s`, `1 h 15 min`."""
    if seconds < 120 and seconds % 60:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    parts.append(f"{rest} s" if rest else "")
    return " ".join(filter(None, parts)) or "0 s"


def short_time(seconds: int) -> str:
    """A hold or a rest: like `duration`, but `60 s`, as it is counted."""
    return f"{seconds} s" if seconds < 120 else duration(seconds)


def distance(metres: int) -> str:
    """`400 m`, `5 km`, `21.1 km`."""
    return (
        f"{metres} m" if metres < 1000 else f"{metres / 1000:.2f}".rstrip("0").rstrip(".") + " km"
    )


def distances(metres: int, most: int | None = None) -> str:
    """`400 m`, `21.1 km`, `8–10 km`; `5–6 mi` where that is what was meant."""
    ends = (metres, most or metres)
    say = miles if all(map(is_in_miles, ends)) else distance
    return say(metres) if ends[0] == ends[1] else between(*ends, say)


def times(seconds: int, most: int) -> str:
    """A range of times: `90–100 min`, `30–45 s`, `8 h–10 h`."""
    ends = (seconds, most)
    if all(each % 60 == 0 for each in ends) and most < 3 * 3600:
        return f"{seconds // 60}–{most // 60} min"
    return between(*ends, duration)


def number(value: float) -> str:
    """`8`, `8.5`: no more digits than needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def in_unit(kg: float, unit: Literal["kg", "lb"]) -> float:
    """Kilograms in `unit`."""
    return kg if unit == "kg" else kg / _POUND_KG


def mass(kg: float, unit: Literal["kg", "lb"] = "kg") -> str:
    """`82.5 kg`, `240 lb`; from a thousand on without decimals: `12,340 kg`."""
    value = in_unit(kg, unit)
    return f"{value:,.0f} {unit}" if value >= 1000 else f"{number(value)} {unit}"


def count(how_many: int, one: str, many: str | None = None) -> str:
    """`1 session`, `3 sessions`, `1,435 reps`."""
    return f"{how_many:,} {one if how_many == 1 else many or one + 's'}"


def between(low: int, high: int, say: Callable[[int], str]) -> str:
    """`8–12`, `30–60 s`, `60 s–3 min`."""
    first, second = say(low), say(high)
    number_of_first, _, unit = first.partition(" ")
    same_unit = unit and second.endswith(f" {unit}") and second.count(" ") == first.count(" ") == 1
    return f"{number_of_first if same_unit else first}–{second}"


def is_band(band: Range) -> bool:
    """Whether there is a band to work up through, and not one number only."""
    return band.min is not None and band.max is not None and band.min != band.max


def rest(band: Range) -> str:
    """`60 s`, `60–90 s`, `3 min`."""
    if band.min is None or band.max is None or band.min == band.max:
        return short_time(band.target)
    return between(band.min, band.max, short_time)
