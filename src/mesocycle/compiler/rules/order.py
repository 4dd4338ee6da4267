"""Order: what of several rules on one day holds. Strictest first, and only ever less.

`stop` and `skip` leave nothing for what stands below them. Of the rest all hold together: of
several volumes and intensities the least (they are never multiplied), of several exchanges of
one thing the one with the least impact, then the first written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.words import ACTIVITIES, EFFORTS
from mesocycle.compiler.checked import Effect

T = TypeVar("T")


class Kind(msgspec.Struct, frozen=True):
    """One kind of action: its name, and whether an effect has it. `ends`: nothing is left after."""

    name: str
    there: Callable[[Effect], bool]
    ends: bool = False


#: Every kind of action, strictest first: the documented order.
ORDER: Final = (
    Kind("stop until cleared", lambda e: e.stop and e.latched, ends=True),
    Kind("stop", lambda e: e.stop, ends=True),
    Kind("skip", lambda e: e.skip, ends=True),
    Kind("skip part", lambda e: bool(e.parts)),
    Kind("avoid", lambda e: bool(e.avoid)),
    Kind("swap", lambda e: bool(e.exchanges or e.activities)),
    Kind("easier", lambda e: e.easier),
    Kind("intensity", lambda e: e.intensity is not None or bool(e.effort or e.easy)),
    Kind("volume", lambda e: e.volume is not None),
    Kind("hold", lambda e: e.hold),
    Kind("say", lambda e: bool(e.says)),
)


def strictness(effect: Effect) -> int:
    """The place of the strictest thing that an effect does; lower is stricter."""
    return next((i for i, kind in enumerate(ORDER) if kind.there(effect)), len(ORDER))


def merged(effects: Sequence[Effect]) -> Effect:
    """What effects come to that hold together; the order in which they are given is the plan's."""
    says = tuple(dict.fromkeys(text for each in effects for text in each.says))
    for kind in ORDER:
        found = [each for each in effects if kind.ends and kind.there(each)]
        if found:
            text = next((each.text for each in found if each.text), None)
            first = found[0]
            return Effect(first.stop, first.latched, text, not first.stop, says=says)
    return Effect(
        parts=frozenset().union(*(each.parts for each in effects)),
        avoid=_all(each.avoid for each in effects),
        exchanges=tuple(_exchanges(effects)),
        activities=least_impact(swap for each in effects for swap in each.activities),
        easier=any(each.easier for each in effects),
        intensity=least(*(each.intensity for each in effects)),
        effort=_easiest(each.effort for each in effects),
        easy=_all(each.easy for each in effects),
        volume=least(*(each.volume for each in effects)),
        hold=any(each.hold for each in effects),
        says=says,
    )


def least(*shares: int | None) -> int | None:
    """The smallest of the shares that are said; None where none is."""
    return min((share for share in shares if share is not None), default=None)


def least_impact(
    swaps: Iterable[tuple[str, str, int | None]],
) -> tuple[tuple[str, str, int | None], ...]:
    """One swap an activity: the one with the least impact, of equal ones the first written."""
    found: dict[str, tuple[str, str, int | None]] = {}
    for swap in swaps:
        known = found.get(swap[0])
        if known is None or ACTIVITIES.get(swap[1], 0) < ACTIVITIES.get(known[1], 0):
            found[swap[0]] = swap
    return tuple(found.values())


def _exchanges(effects: Sequence[Effect]) -> Iterator[tuple[str, Exercise]]:
    found: dict[str, Exercise] = {}
    for what, other in (pair for each in effects for pair in each.exchanges):
        if what not in found or (other.impact or 0) < (found[what].impact or 0):
            found[what] = other
    yield from found.items()


def _easiest(efforts: Iterable[str | None]) -> str | None:
    return min((word for word in efforts if word), key=EFFORTS.index, default=None)


def _all(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(part for each in parts for part in each))
