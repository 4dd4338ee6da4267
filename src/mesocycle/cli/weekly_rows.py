"""Rows of a week of several courses: how many sessions, each exercise, each run, in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

import msgspec

from mesocycle.output import wording
from mesocycle.programme import Item, Segment, Session, Set
from mesocycle.simulation import Course, Shown

#: A cell that is as in the first column.
SAME: Final = "="
_NOTHING: Final = "–"
_ORDER: Final = ("done", "missed", "skipped", "stopped")


class Row(msgspec.Struct, frozen=True):
    """A name, and a text for each course; `grave`: where something was not done."""

    name: str
    cells: tuple[str, ...]
    grave: tuple[bool, ...]


def rows_of(courses: Sequence[Course], first: date, last: date) -> Iterator[Row]:
    """The rows of the days from `first` to `last`."""
    days = first.isoformat(), last.isoformat()
    weeks = [
        [s for s in c.sessions if days[0] <= (s.session.date or "") <= days[1]] for c in courses
    ]
    yield _row("sessions", [_ended(week) for week in weeks], grave=True)
    found = [_doses(week) for week in weeks]
    for name in dict.fromkeys(name for each in found for name in each):
        yield _row(name, [" → ".join(each.get(name, ())) or _NOTHING for each in found])


def _row(name: str, texts: Sequence[str], *, grave: bool = False) -> Row:
    first = texts[0]
    cells = (first, *(SAME if text == first else text for text in texts[1:]))
    return Row(name, cells, tuple(grave and not text.endswith("done") for text in texts))


def _ended(week: Iterable[Shown]) -> str:
    counted = Counter(shown.ended for shown in week)
    return ", ".join(f"{counted[how]} {how}" for how in _ORDER if counted[how]) or "none"


def _doses(week: Iterable[Shown]) -> dict[str, tuple[str, ...]]:
    """What was done of each exercise and each run in a week, each change of it once."""
    found: dict[str, list[str]] = {}
    for shown in week:
        if shown.ended == "done":
            for name, dose in _of_session(shown.session):
                told = found.setdefault(name, [])
                if dose and told[-1:] != [dose]:
                    told.append(dose)
    return {name: tuple(told) for name, told in found.items()}


def _of_session(session: Session) -> Iterator[tuple[str, str]]:
    for block in session.blocks:
        for item in block.items:
            if item.exercise is not None:
                label = f"{item.label}: " if item.label else ""
                yield label + item.exercise.name, _dose(item)
    segments = [each for block in session.blocks for each in block.segments]
    if segments:
        yield session.name, _legs(segments)


def _dose(item: Item) -> str:
    """`3×8`, `4×3, 1×3+ 190lb`, `2×30 s`; of an assessment, that it is one."""
    sets = [one for one in item.sets if not one.warmup]
    loads = list(dict.fromkeys(one.load.shown for one in sets if one.load))
    same = len(loads) == 1 and all(one.load for one in sets)
    told = [
        f"{len(list(group))}×{text}"
        for text, group in groupby(_set(one, load=not same) for one in sets)
    ]
    text = ", ".join(told) + (f" {_close(loads[0])}" if same else "")
    return f"test: {text}" if item.assessment else text


def _set(one: Set, *, load: bool) -> str:
    more = "+" if one.amrap else ""
    if one.reps is not None:
        amount = f"{one.reps.target}{more}"
    elif one.hold_s is not None:
        amount = wording.short_time(one.hold_s.target) + more
    elif one.distance_m is not None:
        amount = wording.distance(one.distance_m)
    else:
        amount = "max" if one.amrap else "set"
    return f"{amount} {_close(one.load.shown)}" if load and one.load else amount


def _close(load: str) -> str:
    """`235lb`: a number and its unit stay in one row."""
    return load.replace(" ", "") if load[:1].isdigit() else load


def _legs(segments: Iterable[Segment]) -> str:
    """`run 10 km + walk 10 min`: what each activity comes to, the one of the session first."""
    seconds, metres = Counter[str](), Counter[str]()
    for activity, own_s, own_m in _each(segments, 1):
        seconds[activity] += own_s
        metres[activity] += own_m
    told = []
    for activity in sorted(dict.fromkeys((*metres, *seconds)), key=lambda a: (a == "walk", a)):
        parts = [wording.distance(metres[activity])] if metres[activity] else []
        parts += [wording.duration(seconds[activity])] if seconds[activity] else []
        if parts and activity != "rest":
            told.append(f"{activity} {' and '.join(parts)}")
    return ", ".join(told)


def _each(segments: Iterable[Segment], times: int) -> Iterator[tuple[str, int, int]]:
    for each in segments:
        often = times * each.repeat
        if each.segments and each.end is None:
            yield from _each(each.segments, often)
        elif each.end is not None:
            yield each.activity, (each.end.seconds or 0) * often, (each.end.metres or 0) * often
