"""An exercise in a session: its name, how much of it, and a box for every set and side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from mesocycle.output import wording
from mesocycle.output.assessment import notes as notes_of
from mesocycle.programme import Block, Item

from .boxes import box, row, set_rows
from .markup import Html, capital, el, identity
from .timing import sets_of

#: Hyphens of a tempo, at which no line should end.
_TEMPO: Final = re.compile(r"(?<=[0-9X])-(?=[0-9X])")


class Slots:
    """Keys of the items of one session: of the slot, and of what fills it this time.

    So ticks go with an exercise that is in it again, and not with another in its place.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def key(self, item: Item) -> str:
        """`strength/legs/squat~`; for the second of the same, `strength/legs/squat~1~`."""
        what = item.exercise.id if item.exercise else "task"
        key = f"{item.slot_id}/{what}~"
        times = self._seen[key]
        self._seen[key] += 1
        return f"{key}{times}~" if times else key


def exercise_id(identity_of: str) -> str:
    """Where an exercise is in the list of exercises."""
    return identity("x", identity_of)


def item_part(
    item: Item, block: Block, slots: Slots, *, log: bool, timer: bool, linked: bool
) -> Html:
    """A row of the list of what to do; `linked`: to what the exercise is."""
    key = slots.key(item)
    ramp, work = wording.ramp(item), wording.work(item, block)
    return el(
        "li",
        el("p", _name(item, linked=linked), class_="name"),
        el("p", capital(ramp), class_="how") if ramp else None,
        list(_warm_rows(item, key)) if log else None,
        el("p", _TEMPO.sub("\u2011", work), class_="how") if work else None,
        list(_rows(item, key)) if log else None,
        class_="it",
        data_t=sets_of(item) if timer else None,
    )


def notes_part(items: Iterable[Item]) -> Html:
    """What the coach says here, each thing once; what always holds is with the exercise."""
    told: dict[str, list[str]] = {}
    count = 0
    for item in items:
        count += 1
        always = item.exercise.cues if item.exercise else ()
        here = [text for text in (*item.cues, *notes_of(item)) if text not in always]
        name = item.exercise.name if item.exercise else item.task
        for text in (*here, *(f"because {reason}" for reason in item.because)):
            told.setdefault(text, []).append(name or "")
    rows = [
        el("li", None if len(names) == count > 1 else [el("b", ", ".join(names)), ": "], words)
        for words, names in told.items()
    ]
    return el("ul", rows, class_="cues") if rows else Html()


def _name(item: Item, *, linked: bool) -> list[Html]:
    label = [el("b", item.label), Html(" ")] if item.label else []
    if item.exercise is None:
        return [*label, el("span", item.task or "")]
    name, at = item.exercise.name, exercise_id(item.exercise.id)
    return [*label, el("a", name, href=f"#{at}", class_="ex") if linked else el("span", name)]


def _warm_rows(item: Item, key: str) -> Iterator[Html]:
    sets = [one for one in item.sets if one.warmup]
    if item.exercise and sets:
        yield from set_rows(sets, f"{key}W", f"{item.exercise.name}, warm-up")


def _rows(item: Item, key: str) -> Iterator[Html]:
    if item.exercise is None:
        yield row([box("Done")], key, item.task or "Task")
        return
    sets = [one for one in item.sets if not one.warmup]
    if sets:
        yield from set_rows(sets, key, item.exercise.name, test=item.assessment)
    else:
        yield row([box("Done")], key, item.exercise.name)
