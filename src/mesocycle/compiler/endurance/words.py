"""Words: what is said of a stretch in a decision."""

from __future__ import annotations

from typing import Final

from mesocycle.compiler.checked import Leg, Legs, Repeats, Stretch
from mesocycle.miles import in_words, is_in_miles, pool_yards
from mesocycle.programme import Because
from mesocycle.syntax import nodes as n

_NOUNS: Final = {"bike": "a ride", "row": "a row", "ski": "a ski", "rest": "a rest"}


def named(stretch: Stretch) -> str:
    """`The easy run`, `The warmup`, `The run with repeats`."""
    first = stretch.legs[0]
    if isinstance(first, Repeats) and stretch.role is None:
        return f"The {stretch.activity} with repeats"
    effort = first.effort if isinstance(first, Leg) else None
    words = (effort, stretch.role or stretch.activity)
    return "The " + " ".join(word for word in words if word)


def a(activity: str) -> str:
    """`a run`, `a ride`."""
    return _NOUNS.get(activity, f"a {activity}")


def as_said(because: tuple[Because, ...]) -> str:
    """Who says so."""
    return "as the plan has it for such a day" if because else "as the plan has it"


def percent(hundredths: int) -> str:
    """`60 %`, `62.5 %`."""
    return f"{hundredths / 100:g} %"


def extent(legs: Legs) -> str:
    """How long it is: `30 min`, `5 km`, `6 repeats`."""
    return " and ".join(_extent(leg) for leg in legs)


def far(metres: n.Count) -> str:
    """`5 km`, `400 m`, `8-10 km`."""
    low, high = _far(metres.low), _far(metres.high)
    return low if low == high else f"{low} to {high}"


def clock(seconds: int) -> str:
    """`20:00`, `1:05:30`: as a watch shows it."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _extent(leg: Leg | Repeats) -> str:
    if isinstance(leg, Leg):
        if leg.seconds is not None:
            low, high = _long(leg.seconds.low), _long(leg.seconds.high)
            return low if low == high else f"{low} to {high}"
        if leg.activity == "swim" and leg.metres and (yards := pool_yards(leg.metres.low)):
            return f"{yards} yd"
        return far(leg.metres) if leg.metres is not None else "all of it"
    if leg.metres is not None:
        return far(n.Count(leg.metres, leg.metres))
    if leg.total is not None:
        return _long(leg.total)
    if leg.times is None:
        return " and ".join(_extent(inner) for inner in leg.legs)
    return f"{leg.times} repeat{'s' if leg.times > 1 else ''}"


def _long(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return (
        f"{minutes} min {rest} s"
        if minutes and rest
        else f"{minutes} min"
        if minutes
        else f"{rest} s"
    )


def _far(metres: int) -> str:
    if is_in_miles(metres):
        return in_words(metres)
    return f"{metres} m" if metres < 1000 else f"{metres / 1000:g} km"
