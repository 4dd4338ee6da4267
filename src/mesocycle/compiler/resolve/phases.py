"""Phases: how many weeks each has, one after the other, and what it says for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.compiler.checked import Phase, StateRule
from mesocycle.compiler.resolve import ending
from mesocycle.compiler.resolve.outline import MOST_WEEKS
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

#: Under which name the phases are kept for checks that come before the plan is whole.
_KEPT = "phases"

Found = tuple[tuple[Phase, n.Piece[n.Node]], ...]


class Said(msgspec.Struct, frozen=True):
    """A phase as written; `weeks` is None where it takes a share of the plan's."""

    statement: n.Statement
    weeks: int | None
    repeat: int

    @property
    def head(self) -> n.Piece[n.Node]:
        """Its line."""
        return self.statement.head

    @property
    def node(self) -> n.PhaseHead:
        """What its line says."""
        return cast(n.PhaseHead, self.statement.head.node)


def said(r: Lookup) -> tuple[Said, ...]:
    """The phases as they are written, in order; impossible lengths are told."""
    return tuple(
        _said(r, statement)
        for statement in r.file.statements
        if isinstance(statement.head.node, n.PhaseHead)
    )


def _said(r: Lookup, statement: n.Statement) -> Said:
    node = cast(n.PhaseHead, statement.head.node)
    weeks, repeat = node.weeks, node.repeat
    sharing = node.share is not None or node.rest
    if not (sharing or 1 <= weeks <= MOST_WEEKS) or not 1 <= repeat <= MOST_WEEKS:
        what = "times" if sharing or 1 <= weeks <= MOST_WEEKS else "weeks"
        most = "until …, at most 6 weeks" if node.until else "for 4 weeks"
        r.notes.error(
            "E340", f"a phase of {weeks if what == 'weeks' else repeat} {what}",
            statement.head.span, "it would never come" if 0 in (weeks, repeat) else "too long",
            hint=f'write: phase "{node.name.text}" {most}',
        )  # fmt: skip
        weeks = repeat = 1
    if repeat > 1 and (sharing or node.until):
        r.notes.error(
            "E476" if sharing else "E478", "a phase of no fixed length comes once",
            statement.head.span, "its weeks are not known beforehand",
            hint=f'give it weeks: phase "{node.name.text}" for 4 weeks, repeat {repeat} times',
        )  # fmt: skip
        repeat = 1
    return Said(statement, None if sharing else weeks, repeat)


def total(phases: Sequence[Said]) -> int | None:
    """The weeks of all of them; None where there are none, or where some share the plan's."""
    known = [each.weeks * each.repeat for each in phases if each.weeks is not None]
    return sum(known) if phases and len(known) == len(phases) else None


def resolve(r: Lookup, phases: Sequence[Said], weeks: int | None, *, fixed: bool = False) -> Found:
    """The phases one after the other; `weeks` are those of the plan, None if nobody knows.

    `fixed`: it ends on a given day. The phase that takes the rest then has room for what
    phases with `until` may leave over.
    """
    long = _lengths(r, phases, weeks)
    spare = sum((each.weeks or 1) - 1 for each in phases if each.node.until) if fixed else 0
    found: list[tuple[Phase, n.Piece[n.Node]]] = []
    first = 1
    for each, length in zip(phases, long, strict=True):
        until, rest = each.node.until, each.node.rest and spare > 0
        phase = Phase(
            each.node.name.text,
            first,
            length + spare if rest else length,
            each.repeat,
            ending.until(r, each.statement, until) if until else None,
            _missed(r, each.statement),
            _volumes(r, each.statement, length),
            rest=rest,
            rules=_rules(r, each.statement),
        )
        found.append((phase, each.head))
        first = phase.last + 1
    r.kept[_KEPT] = [phase for phase, _ in found]
    return tuple(found)


def _lengths(r: Lookup, phases: Sequence[Said], weeks: int | None) -> list[int]:
    """How many weeks each has."""
    sharing = [each for each in phases if each.weeks is None]
    if sharing and weeks is not None:
        from mesocycle.compiler.resolve import shares

        left = weeks - sum(each.weeks * each.repeat for each in phases if each.weeks is not None)
        asked = [shares.Share(each.head, each.node.share) for each in sharing]
        parts = iter(shares.share(r, asked, left, weeks))
    else:
        parts = iter([1] * len(sharing))  # that the length is missing is told elsewhere
    return [next(parts) if each.weeks is None else each.weeks for each in phases]


def _lines(statement: n.Statement) -> Iterator[n.Piece[n.Node]]:
    yield from statement.clauses
    yield from (child.head for child in statement.children)


def _one(r: Lookup, statement: n.Statement, kind: type[n.Node]) -> n.Piece[n.Node] | None:
    """The line of that kind; a second one is a mistake."""
    found = [piece for piece in _lines(statement) if isinstance(piece.node, kind)]
    for again in found[1:]:
        r.notes.error(
            "E312", "said twice of a phase", again.span, "which one holds?",
            labels=[Label(found[0].span, "the first one is here")],
            hint="keep one of the two",
        )  # fmt: skip
    return found[0] if found else None


def _rules(r: Lookup, statement: n.Statement) -> tuple[StateRule, ...]:
    """The rules that hold in it; most phases have none."""
    if not any(isinstance(child.head.node, n.RulesHead) for child in statement.children):
        return ()
    from mesocycle.compiler.resolve import rules

    return rules.nested(r, statement.children)


def _missed(r: Lookup, statement: n.Statement) -> n.Policy | None:
    piece = _one(r, statement, n.Missed)
    return cast(n.Missed, piece.node).policy if piece else None


def _volumes(r: Lookup, statement: n.Statement, weeks: int) -> tuple[int, ...]:
    piece = _one(r, statement, n.Volume)
    if piece is None:
        return ()
    node = cast(n.Volume, piece.node)
    if len(node.percents) > weeks > 1:
        r.notes.error(
            "E479", f"{len(node.percents)} volumes for {weeks} weeks", piece.at(node.word),
            "one a week at most; the last one holds on",
            hint="leave some out, or make the phase longer",
        )  # fmt: skip
    return node.percents
