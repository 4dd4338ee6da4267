"""Tapers: the share of a plan's volume in the weeks before a race."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from mesocycle.catalogue.lookup import Lookup
from mesocycle.syntax import nodes as n

if TYPE_CHECKING:
    import datetime as dt

    from mesocycle.compiler.resolve.known import Announced

#: The whole volume, in hundredths of a per cent.
WHOLE = 10_000

#: By week of the calendar, the share of the volume in hundredths of a per cent.
Volumes = tuple[tuple[int, int], ...]


def volumes(r: Lookup, races: Sequence[Announced], week_of: Callable[[dt.date], int]) -> Volumes:
    """The volumes of all tapers, in the order of the weeks; the least where several meet.

    A taper ends in the week of its race, which is the last of its weeks.
    """
    least: dict[int, int] = {}
    for race in races:
        for piece in race.statement.clauses:
            if isinstance(piece.node, n.Taper):
                last = week_of(race.date)
                _check(r, piece, piece.node, race)
                if not _has_room(r, piece, piece.node, last):
                    continue
                for number, percent in enumerate(_each(piece.node)):
                    week = last - piece.node.weeks + 1 + number
                    least[week] = min(percent, least.get(week, WHOLE))
    return tuple(sorted(least.items()))


def _each(taper: n.Taper) -> tuple[int, ...]:
    """A per cent for each week: one alone holds for all of them."""
    return taper.percents * taper.weeks if len(taper.percents) == 1 else taper.percents


def _check(r: Lookup, piece: n.Piece[n.Node], taper: n.Taper, race: Announced) -> None:
    """What is odd about a taper."""
    if any(later > before for before, later in pairwise(taper.percents)):
        r.notes.warning(
            "W548", "a taper that rises", piece.at(taper.word), "the last per cent is race week",
            hint=f"volume falls towards a race: {_spoken(sorted(taper.percents, reverse=True))}",
        )  # fmt: skip
    if race.grade == "C":
        r.notes.warning(
            "W549", f"a taper for {race.name}, a race of priority C", piece.at(taper.word),
            "races of priority C are trained through",
            hint="make it priority B, or leave the taper out",
        )  # fmt: skip


def _has_room(r: Lookup, piece: n.Piece[n.Node], taper: n.Taper, last: int) -> bool:
    """Whether the plan has the weeks of a taper; noted if not."""
    if taper.weeks <= last:
        return True
    r.notes.error(
        "E475", "the taper is longer than the plan up to the race", piece.at(taper.word),
        f"the race is in week {last}",
        hint=f"taper {_weeks(last)} at most, or make the plan longer",
    )  # fmt: skip
    return False


def _weeks(number: int) -> str:
    return f"{number} week{'' if number == 1 else 's'}"


def _spoken(percents: Sequence[int]) -> str:
    return ", ".join(f"{percent / 100:g}%" for percent in percents)
