"""Races: what a plan leads to, what else is on the way, and how volume falls before them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold, slug
from mesocycle.compiler.checked import Days, Race, Session, Timing
from mesocycle.compiler.names import race_statements
from mesocycle.compiler.resolve import sessions
from mesocycle.compiler.resolve.known import Announced, Grade
from mesocycle.compiler.resolve.outline import Lines
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

#: What is said of a race and is no line of its session.
_ABOUT = (n.RaceLength, n.Priority, n.Taper)


def announced(r: Lookup) -> tuple[Announced, ...]:
    """Every race of the plan, in date order. Races without a day are told, and left out.

    Where nothing is said, the last race is the one that counts (A), the others are on the way
    to it (B); with an A among them, all others are B.
    """
    found = [
        race
        for statement in race_statements(r.file.statements)
        if (race := _announced(r, statement))
    ]
    found.sort(key=lambda race: race.date)
    _check_names(r, found)
    if not any(race.grade == "A" for race in found):
        unsaid = [race for race in found if not race.sure]
        if unsaid:
            found[found.index(unsaid[-1])] = replace(unsaid[-1], grade="A")
    _check_days(r, found)
    return tuple(found)


def _announced(r: Lookup, statement: n.Statement) -> Announced | None:
    head = statement.head
    node = cast(n.RaceHead, head.node)
    date = r.date(head, node.date)
    grades = [piece for piece in _said(statement) if isinstance(piece.node, n.Priority)]
    _check_once(r, statement)
    if date is None:
        r.kept["races astray"] = True
        return None
    grade: Grade = cast(n.Priority, grades[0].node).grade if grades else "B"
    key = f"race-{slug(node.name.text)}"
    return Announced(statement, key, node.name.text, date, grade, bool(grades))


def _said(statement: n.Statement) -> list[n.Piece[n.Node]]:
    """What is said of a race, on its line or under it."""
    return [*statement.clauses, *(child.head for child in statement.children)]


def _check_once(r: Lookup, statement: n.Statement) -> None:
    seen: dict[type[n.Node], n.Piece[n.Node]] = {}
    for piece in _said(statement):
        kind = type(piece.node)
        if kind in _ABOUT and kind in seen:
            r.notes.error(
                "E312", "said twice of a race", piece.span, "which one holds?",
                labels=[Label(seen[kind].span, "the first one is here")],
                hint="keep one of the two",
            )  # fmt: skip
        seen.setdefault(kind, piece)


def _check_names(r: Lookup, found: Sequence[Announced]) -> None:
    """Two races of a name, or a race and a session, would be one to the diary."""
    seen: dict[str, Announced] = {}
    for race in found:
        other = seen.setdefault(race.key, race)
        if other is not race:
            r.notes.error(
                "E472", f"two races are called {race.name}", race.head.span,
                "the diary could not tell which was run",
                labels=[Label(other.head.span, "the other one is here")],
                hint=f'give it its place or its year: race "{race.name} {race.date.year}"',
            )  # fmt: skip


def _check_days(r: Lookup, found: Sequence[Announced]) -> None:
    """A race of priority A or B has its day to itself."""
    for one, two in pairwise(found):
        if one.date == two.date and {one.grade, two.grade} != {"C"}:
            r.notes.error(
                "E473", f"two races on {one.date}", two.head.span,
                f"the day belongs to {(one if one.grade < two.grade else two).name}",
                labels=[Label(one.head.span, "the other one is here")],
                hint="correct one of the dates; or write both as one race, leg after leg: swim "
                "1500m, bike 40km, run 10km",
            )  # fmt: skip


def check_inside(r: Lookup, found: Sequence[Announced], first: dt.date, last: dt.date) -> None:
    """A race has its day within the plan."""
    for race in found:
        if not first <= race.date <= last:
            early = race.date < first
            r.notes.error(
                "E471", f"{race.name} is {'before' if early else 'after'} the plan",
                race.head.at(cast(n.RaceHead, race.head.node).date),
                f"the plan starts on {first}" if early else f"the plan ends on {last}",
                hint="correct the date; or change `starts` or the length of the plan; or leave "
                "`starts` out: week 1 is then counted back from the race",
            )  # fmt: skip


def resolve(
    r: Lookup, found: Sequence[Announced], others: Sequence[Session]
) -> tuple[Session, ...]:
    """A session for each race, numbered on from the plan's `others`."""
    names = {fold(session.name): session for session in others}
    keys = {session.key for session in others}
    made = []
    for number, race in enumerate(found):
        if fold(race.name) in names or race.key in keys:
            r.notes.error(
                "E472", f"a session and a race are called {race.name}", race.head.span,
                "the diary could not tell which was done",
                hint="give one of the two another name",
            )  # fmt: skip
        made.append(_session(r, race, len(others) + number))
    return tuple(made)


def _session(r: Lookup, race: Announced, index: int) -> Session:
    head = race.head
    node = cast(n.RaceHead, head.node)
    time = r.time(head, node.time) if node.time else None
    lines = tuple(_lines(race.statement))
    if not lines:
        r.notes.error(
            "E474", f"nothing says how long {race.name} is", head.at(node.name), "no distance",
            hint="give its distance: 21.1km; or its legs, one under the other: swim 1500m",
        )  # fmt: skip
        lines = (_run(head, 1),)
    clauses = tuple(p for p in race.statement.clauses if not isinstance(p.node, _ABOUT))
    kind = sessions.session(r, n.Statement(head, clauses, lines), index, race.key, Lines())
    days = Days("dates", (race.date.toordinal(),))
    told = Race(race.key, race.name, race.date, race.grade, kind.line)
    return replace(kind, timing=Timing(days, (time,) if time else ()), race=told)


def _lines(statement: n.Statement) -> Iterator[n.Statement]:
    """The lines of a race's session; a length alone is a run of it."""
    for piece in _said(statement):
        if isinstance(piece.node, n.RaceLength):
            yield _run(piece, piece.node.metres)
    yield from (s for s in statement.children if not isinstance(s.head.node, _ABOUT))


def _run(piece: n.Piece[n.Node], metres: int) -> n.Statement:
    """A run of so many metres, said where `piece` stands."""
    leg = n.Leg(metres=n.Count(metres, metres))
    node = n.Stretch((leg,), activity=n.Word("run"))
    return n.Statement(n.Piece(node, piece.source, piece.start, piece.end))
