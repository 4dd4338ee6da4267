"""Single values as other programs write them: dates, times, numbers, weights."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from mesocycle.civil import read_date
from mesocycle.importing.workouts import DayOrder
from mesocycle.mass import MassUnit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.? ([A-Za-z]{3})[a-z]*\.?,? ([0-9]{4})(?![0-9])")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3})[a-z]*\.? ([0-9]{1,2}),? ([0-9]{4})(?![0-9])")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])")
_SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?![0-9])")

_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{2})(?:[.,][0-9]+)?")
_SPELLED = re.compile(
    r"(?:([0-9]{1,3}) ?h(?:r|rs|ours?)?)? ?(?:([0-9]{1,4}) ?m(?:in|ins|inutes?)?)?"
    r" ?(?:([0-9]{1,6}) ?s(?:ec|ecs|econds?)?)?"
)
_PLAIN = re.compile(r"[0-9]{1,9}(?:\.[0-9]+)?")
_COMMA = re.compile(r"[0-9]{1,9},[0-9]{1,2}")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_WEIGHT = re.compile(r"\+?([0-9.,]+) ?(kgs?|lbs?|pounds?|kilos?)?", re.IGNORECASE)

_METRES = {
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
    "m": Decimal(1),
    "yd": Decimal("0.9144"),
}


def day(text: str, order: DayOrder | None = None) -> dt.date | None:
    """The date that a cell begins with; None where there is none, or `order` must say which."""
    text = text.strip()
    if found := _ISO.match(text):
        return _date(found[1], found[2], found[3])
    if found := _DAY_FIRST.match(text):
        return _date(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.match(text):
        return _date(found[3], _month(found[1]), found[2])
    if found := _DOTTED.match(text):
        return _date(found[3], found[2], found[1])
    if found := _SLASHED.match(text):
        first, second = found[1], found[2]
        if order is None and first == second:
            order = "dmy"
        if order is None:
            order = "dmy" if int(first) > 12 else "mdy" if int(second) > 12 else None
        if order is not None:
            one, other = (second, first) if order == "dmy" else (first, second)
            return _date(found[3], one, other)
    return None


def order_of(texts: list[str]) -> DayOrder | None:
    """Whether day or month comes first in `03/04/2026`, where one date of the file tells."""
    pairs = [(int(m[1]), int(m[2])) for text in texts if (m := _SLASHED.match(text.strip()))]
    if any(first > 12 for first, _ in pairs):
        return "dmy"
    return "mdy" if any(second > 12 for _, second in pairs) else None


def number(text: str) -> Decimal | None:
    """`102.5`, `102,5`, `1,234.5`; None for anything else."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return Decimal(text.replace(",", ".")) if _COMMA.fullmatch(text) else None


def seconds(text: str, unit: str = "s") -> int | None:
    """`1865`, `31:05`, `1:02:03`, `1h 2m`, `45m`; a bare number is in `unit` (s or min)."""
    text = text.strip().lower()
    if found := _CLOCK.fullmatch(text):
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    bare = number(text)
    if bare is not None:
        return round(bare * 60) if unit == "min" else round(bare)
    found = _SPELLED.fullmatch(text)
    if not text or found is None or not any(found.groups()):
        return None
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + rest


def between(start: str, end: str) -> int | None:
    """Seconds from one moment to another of the same day, as `5 Jan 2025, 18:03` says them."""
    times = [
        re.search(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?! ?[AaPp][Mm])", t) for t in (start, end)
    ]
    if not (times[0] and times[1]):
        return None
    first, last = (int(found[1]) * 60 + int(found[2]) for found in times if found)
    return (last - first) * 60 if last > first else None


def metres(text: str, unit: str) -> int | None:
    """A distance in `unit` (km, mi, m, yd), in whole metres."""
    found = number(text)
    return round(found * _METRES[unit]) if found is not None else None


def weight(text: str) -> tuple[Decimal, MassUnit | None] | None:
    """`60`, `60 kg`, `135lbs`: how heavy, and in what if it says so."""
    found = _WEIGHT.fullmatch(text.strip())
    heavy = number(found[1]) if found else None
    if found is None or heavy is None:
        return None
    return heavy, mass_unit(found[2] or "")


def mass_unit(text: str) -> MassUnit | None:
    """`kg`, `lbs`, `pounds` as a unit."""
    text = text.strip().lower()
    if text.startswith("k"):
        return "kg"
    return "lb" if text.startswith(("lb", "pound")) else None


def length_unit(text: str) -> str | None:
    """`km`, `miles`, `metres`, `yards` as a unit."""
    text = text.strip().lower()
    for unit, words in _LENGTHS.items():
        if text in words:
            return unit
    return None


_LENGTHS = {
    "km": ("km", "kms", "kilometers", "kilometres"),
    "mi": ("mi", "mile", "miles"),
    "m": ("m", "meter", "meters", "metre", "metres"),
    "yd": ("yd", "yds", "yard", "yards"),
}


def _month(name: str) -> str:
    name = name.lower()
    return str(_MONTHS.index(name) + 1) if name in _MONTHS else "0"


def _date(year: str, month: str, of_month: str) -> dt.date | None:
    return read_date(f"{year}-{int(month):02}-{int(of_month):02}")
