"""Phases: how many weeks each has, one after the other, and what it says for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Phase
from mesocycle.compiler.names import session_names
from mesocycle.compiler.resolve import conditions, shares
from mesocycle.compiler.resolve.header import Facts
from mesocycle.compiler.resolve.outline import MOST_WEEKS
from mesocycle.compiler.resolve.races import Announced
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

#: Under which name the phases are kept for checks that come before the plan is whole.
_KEPT = "phases"

#: What needs no diary, or is the same on every day.
_BEFOREHAND = (n.Compare, n.OnTrack, n.AthleteIs, n.AtPlace)

Found = tuple[tuple[Phase, n.Piece[n.Node]], ...]


class Said(NamedTuple):
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


def resolve(r: Lookup, phases: Sequence[Said], weeks: int | None) -> Found:
    """The phases one after the other; `weeks` are those of the plan, None if nobody knows."""
    long = _lengths(r, phases, weeks)
    found: list[tuple[Phase, n.Piece[n.Node]]] = []
    first = 1
    for each, length in zip(phases, long, strict=True):
        until = each.node.until
        phase = Phase(
            each.node.name.text,
            first,
            length,
            each.repeat,
            _until(r, each, until) if until else None,
            _missed(r, each.statement),
            _volumes(r, each.statement, length),
        )
        found.append((phase, each.head))
        first = phase.last + 1
    r.kept[_KEPT] = [phase for phase, _ in found]
    return tuple(found)


def check_open(r: Lookup, phases: Sequence[Said], facts: Facts, ahead: Sequence[Announced]) -> None:
    """A phase that ends when it may, and a day that does not move, do not go together."""
    fixed = [race.head for race in ahead if race.grade != "C"]
    end = facts.get("ends piece") or (fixed[-1] if fixed else None)
    for each in phases:
        if each.node.until and end is not None:
            r.notes.error(
                "E477", "a phase that may end early, before a day that stays where it is",
                each.head.span, "what is done in the weeks that it leaves over?",
                labels=[Label(end.span, "the plan ends here, whatever happens")],
                hint=(
                    f'give the phase its weeks: phase "{each.node.name.text}" for '
                    f"{each.weeks or 6} weeks",
                    "or let the plan count from its start alone: starts and no ends; the race in "
                    "a plan of its own, or of priority C",
                ),
            )  # fmt: skip


def _lengths(r: Lookup, phases: Sequence[Said], weeks: int | None) -> list[int]:
    """How many weeks each has."""
    sharing = [each for each in phases if each.weeks is None]
    if sharing and weeks is not None:
        left = weeks - sum(each.weeks * each.repeat for each in phases if each.weeks is not None)
        asked = [shares.Share(each.head, each.node.share) for each in sharing]
        parts = iter(shares.share(r, asked, left, weeks))
    else:
        parts = iter([1] * len(sharing))  # that the length is missing is told elsewhere
    return [next(parts) if each.weeks is None else each.weeks for each in phases]


def _until(r: Lookup, phase: Said, until: n.Condition) -> n.Condition:
    """What ends a phase is something that the diary can say while the phase lasts."""
    head = phase.head
    found = conditions.resolve(r, head, until, "athlete")
    for part in _parts(found):
        why = hint = ""
        if isinstance(part, _BEFOREHAND):
            why = "the answer is known beforehand, or never changes"
            hint = "end it by what the diary says: brisk walk 30min painfree; pain < 1; "
            hint += '"Walk-run" done 6 times painfree'
        elif isinstance(part, n.Done) and not _is_in(r, phase.statement, part.session.text):
            why = f"{part.session.text} is no session of this phase"
            hint = "name a session that is nested under the phase, or stands at the left margin"
        if why:
            r.notes.error("E478", "this never ends the phase", head.span, why, hint=hint)
    return found


def _parts(condition: n.Condition) -> Iterator[n.Condition]:
    if isinstance(condition, n.Both | n.Either):
        for part in condition.parts:
            yield from _parts(part)
    elif isinstance(condition, n.Not):
        yield from _parts(condition.part)
    else:
        yield condition


def _is_in(r: Lookup, statement: n.Statement, name: str) -> bool:
    """Whether a session of that name is in a phase, or in all of them; an unknown one is told."""
    margin = [s for s in r.file.statements if not isinstance(s.head.node, n.PhaseHead)]
    here = session_names((statement, *margin))
    known = fold(name) in map(fold, session_names(r.file.statements))
    return not known or fold(name) in map(fold, here)


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
