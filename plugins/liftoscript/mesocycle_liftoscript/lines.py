"""An exercise of a day: its description, and its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mesocycle.output import wording
from mesocycle.output.assessment import notes as notes_of
from mesocycle.programme import Block, Exercise, Item

from .names import known
from .sets import sets_of, warm_up
from .words import comment, label, name

#: The groups that Liftosaur goes through in turn.
_GROUPS = ("superset", "circuit", "interleave", "emom", "every", "amrap", "for_time", "tabata")


class Losses(NamedTuple):
    """What the language cannot hold, gathered over a whole programme."""

    in_words: set[str]
    unknown: dict[str, None]
    left_out: list[str]
    told: set[str]

    @classmethod
    def none(cls) -> Losses:
        """Nothing so far."""
        return cls(set(), {}, [], set())


class Script(NamedTuple):
    """What lines need to know of the whole.

    `ramps`: which exercises warm up as Liftosaur does; `said`: the last description of a place,
    which goes on to that place in the weeks after, unless there is another.
    """

    losses: Losses
    ramps: Mapping[str, str]
    said: dict[tuple[int, str], list[str]]
    cues: bool

    def description(self, day: int, whose: str, told: Iterable[str]) -> Iterator[str]:
        """The comments that say so, or none where that of the week before goes on and is the same.

        An empty one ends it.
        """
        lines = list(map(comment, told))
        before = self.said.get((day, whose), [])
        self.said[day, whose] = lines
        if lines != before:
            yield from lines or ["//"]


class Day:
    """The exercises of a day of the week (the first is 1), each by a name of its own."""

    def __init__(self, script: Script, number: int) -> None:
        self._script, self._number = script, number
        self._names: set[str] = set()
        self._groups = 0

    def block(self, block: Block, session: str) -> Iterator[str]:
        """The lines of a block; those of a group say that they belong together."""
        items = [item for item in block.items if item.exercise]
        group = ""
        if block.kind in _GROUPS and len(items) > 1:
            self._groups += 1
            group = f" / superset: {_letter(self._groups)}"
        head = wording.heading(block, session)
        for item in items:
            told = head if item is items[0] else ""
            after = wording.after(block) if item is items[-1] else ""
            yield from self._item(item, block, group, [each for each in (told, after) if each])

    def _item(self, item: Item, block: Block, group: str, told: list[str]) -> Iterator[str]:
        exercise = item.exercise
        assert exercise is not None  # tasks are told with the day
        lost: set[str] = set()
        ramp = [one for one in item.sets if one.warmup]
        work = [one for one in item.sets if not one.warmup]
        own = exercise.id in self._script.ramps
        sets = sets_of(work if own else item.sets, block, lost) or "1x1"
        self._script.losses.in_words.update(lost)
        if ramp and not own:
            self._script.losses.told.add("warm-up sets differ by week, and count as sets")
        lines = [*told, wording.scheme(item.sets)] if lost else told
        lines += self._cues(item, exercise)
        whole = self._name(item, exercise)
        yield from self._script.description(self._number, whole, filter(None, lines))
        warm = (
            f" / warmup: {self._script.ramps[exercise.id]}" if own and ramp else " / warmup: none"
        )
        yield f"{whole} / {sets}{warm}{group}"

    def _cues(self, item: Item, exercise: Exercise) -> list[str]:
        """How to do it, what is said only here, and how it grows."""
        told = [text for text in (*item.cues, *notes_of(item)) if text not in exercise.cues]
        told += [f"because {reason}" for reason in item.because]
        told = [*exercise.cues, *told] if self._script.cues else told
        if item.progression:
            self._script.losses.told.add(
                "how exercises progress is told in words; build it anew as the diary grows"
            )
            told.append(f"Progress: {item.progression.text}")
        return list(dict.fromkeys(told))

    def _name(self, item: Item, exercise: Exercise) -> str:
        """What it is called, with its label; the same exercise again on a day gets another one."""
        called = known(exercise.name)
        if called is None:
            called = name(exercise.name)
            self._script.losses.unknown[called] = None
        front = label(item.label or "")
        whole = f"{front}: {called}" if front else called
        again = 2
        while whole.casefold() in self._names:
            whole = f"{front} {again}".strip() + f": {called}"
            again += 1
        self._names.add(whole.casefold())
        return whole


def ramps(items: Iterable[Item]) -> dict[str, str]:
    """The warm-ups of exercises that are always warmed up for in one way, as Liftosaur wants."""
    found: dict[str, set[str | None]] = {}
    for item in items:
        if item.exercise:
            light = [one for one in item.sets if one.warmup]
            found.setdefault(item.exercise.id, set()).add(warm_up(light) if light else "")
    return {
        exercise: next(iter(ways)) or "none"
        for exercise, ways in found.items()
        if len(ways) == 1 and None not in ways
    }


def _letter(number: int) -> str:
    """A, B, …, Z, then AA: the names of groups on a day."""
    return chr(64 + number) if number <= 26 else _letter(1) + _letter(number - 26)
