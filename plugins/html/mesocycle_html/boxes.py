"""Boxes to tick and places to write in, which the browser remembers by where they are.

A row of boxes has `data-k`, its key within the session, and a box is known by its place in
the row: so a programme that is built again finds the ticks that were made before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from mesocycle.output.amounts import number, short_time
from mesocycle.output.sets import alike
from mesocycle.programme import Set

from .markup import Html, el

#: More than these are counted, not ticked: an EMOM of half an hour has thirty sets.
MOST: Final = 20
#: The sides in the order in which they are done: letter of the key, word, and whose sets.
_SIDES: Final = (
    ("L", "Left", ("each", "left")),
    ("R", "Right", ("each", "right")),
    ("", "", ("both",)),
)


def set_rows(sets: Sequence[Set], key: str, name: str, *, test: bool = False) -> Iterator[Html]:
    """A row of places for each side; `test`: how many it was, in place of a tick."""
    for letter, side, whose in _SIDES:
        mine = [one for one in sets if one.side in whose]
        if mine:
            words = f"{name}, {side.lower()}" if side else name
            yield row(_places(mine, test=test), key + letter, words, side)


def row(places: Iterable[Html], key: str, name: str, shown: str = "") -> Html:
    """A row of places; `name` is for those who do not see where it stands."""
    head = el("b", shown) if shown else None
    return el("p", head, places, class_="row", role="group", aria_label=name, data_k=key)


def box(words: str) -> Html:
    """A box to tick."""
    return el("label", el("input", type="checkbox"), el("i", words))


def count_of(many: int) -> Html:
    """How many of very many were done."""
    return el("label", _number(most=many), el("i", f"of {many}"), class_="n")


def field(name: str, words: str, *, kind: str = "number", most: int | None = None,
          step: str | None = None) -> Html:  # fmt: skip
    """A place to write in, with its name above it."""
    place = (
        _number(most=most, step=step, name=name)
        if kind == "number"
        else el("input", type="text", autocomplete="off", data_n=name)
    )
    return el("label", el("span", words), place, class_="f")


def _number(unit: str | None = None, *, most: int | None = None, step: str | None = None,
            name: str | None = None) -> Html:  # fmt: skip
    return el(
        "input", type="number", min=0, max=most, step=step, inputmode="decimal", data_n=name,
        placeholder=unit,
    )  # fmt: skip


def _places(sets: Sequence[Set], *, test: bool) -> Iterator[Html]:
    if len(sets) > MOST:
        yield count_of(len(sets))
        return
    same = alike(replace(one, amrap=False, test=False) for one in sets)
    for place, one in enumerate(sets, 1):
        words = "" if same else _short(one)
        if test or one.amrap or _is_max(one):
            most = f"{one.reps.target}+" if one.amrap and one.reps else ""
            yield _open(one, words or most or (str(place) if len(sets) > 1 else ""))
        else:
            yield box(words or str(place))


def _is_max(one: Set) -> bool:
    return one.test and one.reps is not None and one.reps.min is not None


def _open(one: Set, words: str) -> Html:
    """A place for how many it was, or for how long: `1`, `5+`, `5+ × 80 kg` beside it."""
    unit = "s" if one.hold_s and not one.reps else "reps"
    return el("label", el("i", words) if words else None, _number(unit), class_="n")


def _short(one: Set) -> str:
    """`5 × 82.5 kg`, `45 s`, `5+ @9`: as much as tells a set from those beside it."""
    words = []
    if one.reps:
        words.append(f"{one.reps.target}{'+' if one.amrap else ''}")
    elif one.amrap and not one.hold_s:
        words.append("max")
    words += [short_time(one.hold_s.target)] if one.hold_s else []
    words += [f"{one.distance_m} m"] if one.distance_m is not None else []
    if one.load:
        empty = one.load.written == "empty bar"
        words.append("bar" if empty else f"× {one.load.shown}" if words else one.load.shown)
    words += [f"@{number(one.rpe)}"] if one.rpe is not None else []
    words += [one.label] if one.label else []
    return " ".join(words)
