"""Volumes: fewer sets and rounds where a week, or a day, has only a share of the work.

Of several shares that hold at once the smallest counts. How heavy and how often stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from mesocycle.compiler.checked import Group, Item, Manner
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.endurance.volume import WHOLE, count, shorter
from mesocycle.compiler.rules.order import least
from mesocycle.compiler.sessions.tracks import Day
from mesocycle.programme import Because, Set


def of_session(day: Day) -> int | None:
    """The share of the session that is done today, in hundredths of a per cent; None: all."""
    found = least(day.session.manner.volume, day.volume)
    if not any(each.manner.volume is not None for each in day.session.conditionals):
        return found
    question = Question(day.view, day.date)
    said = (
        each.manner.volume
        for each in day.session.conditionals
        if each.manner.volume is not None and ask(each.condition, question).value
    )
    return least(found, *said)


def of_line(day: Day, manner: Manner) -> int | None:
    """The same of a line, of which `manner` is all that holds."""
    return least(of_session(day), manner.volume)


def because(day: Day, item: Item, volume: int) -> tuple[Because, ...]:
    """The conditions that hold today and ask for this share, with what makes them hold."""
    question = Question(day.view, day.date)
    ruled = day.today.because(lambda effect: effect.volume == volume) if day.today else ()
    return ruled + tuple(
        line
        for each in (*day.session.conditionals, *item.conditionals)
        if each.manner.volume == volume and (verdict := ask(each.condition, question)).value
        for line in (each.because, *verdict.because)
    )


def fewer(sets: tuple[Set, ...], volume: int) -> tuple[Set, ...]:
    """The sets at a share of them: of each side as many, rounded half up, at least one.

    Warm-up sets stay. The most numerous of equal sets go first, and of single ones the first,
    so that the heaviest of a ramp is still done. A drop goes with the set before it.
    """
    ramp = tuple(one for one in sets if one.warmup)
    units = list(_units(one for one in sets if not one.warmup))
    for side in {unit[0].side for unit in units}:
        own = [unit for unit in units if unit[0].side == side]
        for _ in range(len(own) - count(len(own), volume)):
            gone = _most_alike(own)
            own.remove(gone)
            units.remove(gone)
    return (*ramp, *(one for unit in units for one in unit))


def group_of(group: Group | None, volume: int | None) -> Group | None:
    """A group with a share of its rounds, or of its time."""
    if group is None or volume is None or volume == WHOLE:
        return group
    rounds = count(group.rounds, volume) if group.rounds else group.rounds
    seconds = group.seconds
    if seconds and group.each:
        interval = group.each + (group.off or 0)
        seconds = count(seconds // interval, volume) * interval
    elif seconds:
        seconds = shorter(seconds, volume)
    return replace(group, rounds=rounds, seconds=seconds)


def _units(sets: Iterator[Set]) -> Iterator[list[Set]]:
    unit: list[Set] = []
    for one in sets:
        if unit and not one.drop:
            yield unit
            unit = []
        unit.append(one)
    if unit:
        yield unit


def _most_alike(units: list[list[Set]]) -> list[Set]:
    """One of the longest run of equal sets; of several such runs, of the first."""
    runs = [list(run) for _, run in groupby(units)]
    return max(runs, key=len)[0]
