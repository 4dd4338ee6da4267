"""Groups: supersets, circuits, intervals; lines that are done together."""

from __future__ import annotations

from collections import Counter
from typing import Final, cast

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.checked import Group, Item, Picked, Rungs
from mesocycle.compiler.resolve import clauses, items, size
from mesocycle.compiler.resolve.items import Around
from mesocycle.syntax import nodes as n

#: What a group is called in a message.
_CALLED = {
    "superset": "a superset", "circuit": "a circuit", "interleave": "an interleave",
    "emom": "an EMOM", "every": "intervals", "amrap": "an AMRAP", "for_time": "a task for time",
    "tabata": "a Tabata",
}  # fmt: skip

#: The rounds of a Tabata, unless it says others.
TABATA: Final = 8

#: Clauses that are about one line.
_OF_A_LINE = (n.StartAt, n.SessionId, n.OneOf, n.NotWithin)


class Groups:
    """The groups of one session: each gets a name of its own."""

    def __init__(self, r: Lookup) -> None:
        self.r = r
        self._seen = Counter[str]()

    def resolve(self, statement: n.Statement, around: Around) -> list[Item]:
        """The lines of a group, each with the group and what it says of all of them."""
        node = cast(n.GroupHead, statement.head.node)
        inner = replace(
            around.within(self.r, statement),
            above=self._inherited(statement),
            group=self._group(statement, node),
        )
        found = []
        lines = [c for c in statement.children if not isinstance(c.head.node, n.WeekOf)]
        for child in lines:
            if isinstance(child.head.node, n.GroupHead):
                self._nested(child)
            else:
                found.append(items.resolve(self.r, child, inner))
        kept = [_timed(item, inner.group) for item in found if item]
        if len(kept) == len(found) == len(lines):  # else a mistake in them has been told
            self._check_members(statement, node, kept)
            self._check_rounds(statement, node, kept)
        return kept

    def _group(self, statement: n.Statement, node: n.GroupHead) -> Group:
        self._check_numbers(statement, node)
        self._seen[node.kind] += 1
        number = self._seen[node.kind]
        kind = node.kind.replace("_", "-")
        own = clauses.manner(self.r, tuple(p for p in statement.clauses if _is_own_rest(p)))
        return Group(
            key=kind if number == 1 else f"{kind}-{number}",
            kind=node.kind,
            rounds=node.rounds or (TABATA if node.kind == "tabata" else None),
            seconds=node.seconds,
            cap=node.cap,
            each=node.each,
            off=node.off,
            alternating=node.alternating,
            between=own.between,
            after=own.after,
            title=node.title.text if node.title else None,
        )

    def _inherited(self, statement: n.Statement) -> tuple[n.Piece[n.Node], ...]:
        """What the group says of its lines: all but its own rests."""
        for piece in statement.clauses:
            if isinstance(piece.node, _OF_A_LINE):
                self.r.notes.error(
                    "E347", "this clause is about one line", piece.span, "not about a group",
                    hint="put it on the line that is meant",
                )  # fmt: skip
        return tuple(
            piece
            for piece in statement.clauses
            if not isinstance(piece.node, _OF_A_LINE) and not _is_own_rest(piece)
        )

    def _nested(self, child: n.Statement) -> None:
        self.r.notes.error(
            "E343", "a group inside a group", child.head.span, "these cannot be nested",
            hint="put its lines into the group around it, or end that one first",
        )  # fmt: skip

    def _check_numbers(self, statement: n.Statement, node: n.GroupHead) -> None:
        interval = (node.each or 0) + (node.off or 0)
        self._check_length(statement, node, interval)
        if 0 in (node.rounds, node.seconds, node.cap, node.each):
            wrong = "none at all: a group has rounds and a length"
        elif node.seconds and interval > node.seconds:
            wrong = f"an interval of {interval}s is longer than all of it, {node.seconds}s"
        else:
            return
        self.r.notes.error(
            "E345", f"{_CALLED[node.kind]} that never begins", statement.head.at(node.word), wrong,
            hint="write: circuit 4 rounds; emom 10min; every 90s for 12min; amrap 12min",
        )  # fmt: skip

    def _check_length(self, statement: n.Statement, node: n.GroupHead, interval: int) -> None:
        """Nothing goes on for longer than a day, or has more intervals than a line has sets."""
        longest = max(node.seconds or 0, node.cap or 0, interval)
        if longest > size.DAY_S:
            wrong = "a day at most"
        elif node.seconds and interval and node.seconds // interval > size.MOST_SETS:
            wrong = f"{node.seconds // interval:,} intervals; {size.MOST_SETS} at most"
        else:
            return
        self.r.notes.error(
            "E357", f"{_CALLED[node.kind]} that hardly ends", statement.head.at(node.word), wrong,
            hint="look at the unit: 10min, 90s; every 90s for 12min",
        )  # fmt: skip

    def _check_members(self, statement: n.Statement, node: n.GroupHead, found: list[Item]) -> None:
        """A group has lines, and those that are about taking turns at least two of them."""
        called = _CALLED[node.kind]
        if not found:
            self.r.notes.error(
                "E344", f"{called} of nothing", statement.head.span, "no lines in it",
                hint="nest its exercises under it, two spaces in: Bench Press; 3x8",
            )  # fmt: skip
        turns = node.kind in ("superset", "interleave") or node.alternating
        if turns and len(found) == 1 and not _many(found[0]):
            self.r.notes.error(
                "E344", f"{called} of one", statement.head.span, "nothing to alternate with",
                hint="add the exercise that it goes with, or write its line without the group",
            )  # fmt: skip

    def _check_rounds(self, statement: n.Statement, node: n.GroupHead, found: list[Item]) -> None:
        """With a number of rounds, a line that counts its sets counts the same."""
        rounds = _rounds(node, len(found))
        for item in found:
            scheme = item.manner.scheme
            sets = sum(g.sets.low for g in scheme.groups if g.sets) if scheme else 0
            if rounds and sets > 1 and sets != rounds:
                self.r.notes.warning(
                    "W523", f"{sets} sets in {rounds} rounds", statement.head.at(node.word),
                    "a round has one set of each line",
                    hint="leave one of the two numbers out: the rounds here, or the sets below",
                )  # fmt: skip


def _rounds(node: n.GroupHead, lines: int) -> int | None:
    """The rounds of a group, if its own line says how many."""
    if node.rounds or not (node.seconds and node.each):
        return node.rounds
    return max(1, node.seconds // node.each // (lines if node.alternating and lines else 1))


def _timed(item: Item, group: Group | None) -> Item:
    """A line of a Tabata without a dose lasts as long as the work does; it has no other."""
    if group is None or group.kind != "tabata" or group.each is None or item.manner.scheme:
        return item
    if not isinstance(item.what, Picked | Rungs):
        return item
    work = n.SetGroup(n.Count(group.each, group.each), "seconds")
    return replace(item, manner=replace(item.manner, scheme=n.Scheme((work,))))


def _is_own_rest(piece: n.Piece[n.Node]) -> bool:
    """Between rounds, or at the end: of the group, not of its lines."""
    return isinstance(piece.node, n.Rest) and piece.node.where != "sets"


def _many(item: Item) -> bool:
    """Whether the line may come to several exercises."""
    return isinstance(item.what, Picked) and item.what.count != 1
