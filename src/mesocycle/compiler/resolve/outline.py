"""The outline of a plan: its phases one after the other, and what stands in which weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.checked import Phase
from mesocycle.syntax import nodes as n

#: More weeks than any plan has.
MOST_WEEKS = 600

Weeks = frozenset[int]

#: Kept where a week that there is not was named: nobody knows what should happen when.
_ASTRAY = "weeks that there are not"


class Place(msgspec.Struct, frozen=True):
    """Where a session stands.

    Its weeks are those of its `phase`, or at the margin those of the plan: `weeks` the ones that
    the statements around it name (None: all), `longest` the last that there is, where that is
    known. At the margin of a plan with phases, the lines of a session count in whichever phase
    it is, the longest of which has `phased` weeks.
    """

    phase: Phase | None = None
    weeks: Weeks | None = None
    longest: int | None = None
    phased: int | None = None

    @property
    def called(self) -> str:
        """What has these weeks."""
        return f"the phase {self.phase.name}" if self.phase else "the plan"

    def within(self, weeks: Weeks | None) -> Place:
        """The same place in some of its weeks."""
        if weeks is None:
            return self
        return replace(self, weeks=weeks if self.weeks is None else self.weeks & weeks)

    def of_plan(self) -> Weeks | None:
        """The weeks of the plan, in every cycle of the phase; None is all of them."""
        phase = self.phase
        if phase is None:
            return self.weeks
        weeks = frozenset(range(1, phase.weeks + 1)) if self.weeks is None else self.weeks
        cycles = range(phase.first - 1, phase.last, phase.weeks)
        return frozenset(before + week for before in cycles for week in weeks)

    def of_lines(self) -> Lines:
        """The weeks as the lines of a session here count them."""
        if self.phased is not None:
            return Lines(frozenset(range(1, self.phased + 1)), self.phased, "the longest phase")
        every = frozenset(range(1, self.longest + 1)) if self.longest else None
        return Lines(every if self.weeks is None else self.weeks, self.longest, self.called)


class Lines(msgspec.Struct, frozen=True):
    """The `weeks` in which lines may come (None: nobody knows yet), and the last there is."""

    weeks: Weeks | None = None
    longest: int | None = None
    called: str = "the plan"


class Placed(msgspec.Struct, frozen=True):
    """A session or a rotation, and where it stands."""

    statement: n.Statement
    place: Place


class Outline(msgspec.Struct, frozen=True):
    """A plan's phases in order, and its sessions and rotations in the file's order."""

    phases: tuple[tuple[Phase, n.Piece[n.Node]], ...]
    sessions: tuple[Placed, ...]
    rotations: tuple[Placed, ...]


def outline(
    r: Lookup, known: Sequence[tuple[Phase, n.Piece[n.Node]]], weeks: int | None
) -> Outline:
    """Everything that happens on days; `weeks` is how long the plan is, if that is known."""
    phased = max((phase.weeks for phase, _ in known), default=None)
    margin = Place(longest=weeks, phased=phased)
    of_phase = {id(head): phase for phase, head in known}
    placed: list[Placed] = []
    for statement in r.file.statements:
        phase = of_phase.get(id(statement.head))
        if phase is None:
            placed += _placed(r, (statement,), margin)
        else:
            placed += _placed(r, statement.children, Place(phase, longest=phase.weeks))
    return Outline(
        tuple(known),
        tuple(p for p in placed if isinstance(p.statement.head.node, n.SessionHead)),
        tuple(p for p in placed if isinstance(p.statement.head.node, n.RotationHead)),
    )


def _placed(r: Lookup, statements: Iterable[n.Statement], place: Place) -> Iterator[Placed]:
    for statement in statements:
        head = statement.head
        if isinstance(head.node, n.SessionHead | n.RotationHead):
            yield Placed(statement, place)
        elif isinstance(head.node, n.WeeksHead):
            weeks = weeks_of(r, head, head.node.weeks, head.node.word, place)
            if not statement.children:
                r.notes.error(
                    "E355", "nothing happens in these weeks", head.span, "no sessions",
                    hint='nest the sessions under it, two spaces in: session "Monday" on mon',
                )  # fmt: skip
            yield from _placed(r, statement.children, place.within(weeks or frozenset()))


def weeks_of(
    r: Lookup,
    piece: n.Piece[n.Node],
    counts: Sequence[n.Count],
    word: n.Word | None,
    place: Place | Lines,
) -> Weeks | None:
    """The weeks that are named; None, and a mistake, where there are no such weeks."""
    if any(not 1 <= c.low <= c.high <= MOST_WEEKS for c in counts):
        r.notes.error(
            "E310", "weeks count from 1, lower first", piece.at(word), "no such weeks",
            hint="write: weeks 1-3, 5",
        )  # fmt: skip
        return None
    found = frozenset(week for c in counts for week in range(c.low, c.high + 1))
    longest = place.longest
    if longest is not None and max(found) > longest:
        r.notes.error(
            "E341", f"there is no week {max(found)}", piece.at(word),
            f"{place.called} has {longest} week{'s' if longest > 1 else ''}",
            hint="in a phase, weeks count from the phase's own first week; in the plan, from "
            "the plan's",
        )  # fmt: skip
        r.kept[_ASTRAY] = True
        return None
    return found


def check_empty(
    r: Lookup,
    known: Sequence[tuple[Phase, n.Piece[n.Node]]],
    used: Sequence[Weeks | None],
) -> None:
    """A phase in which nothing happens: neither its own sessions nor any of the margin."""
    if None in used or _ASTRAY in r.kept:
        return
    weeks = frozenset[int]().union(*(each for each in used if each))
    for phase, head in known:
        if not weeks.intersection(range(phase.first, phase.last + 1)):
            r.notes.error(
                "E355", f"nothing happens in the phase {phase.name}", head.span, "no sessions",
                hint='nest its sessions under it, two spaces in: session "Monday" on mon',
            )  # fmt: skip
