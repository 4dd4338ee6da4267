"""How phases end: what their conditions may ask, and what takes the weeks that they leave over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Phase
from mesocycle.compiler.names import session_names
from mesocycle.compiler.resolve import conditions
from mesocycle.compiler.resolve.known import Known
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

#: What needs no diary, or is the same on every day.
_BEFOREHAND = (n.Compare, n.OnTrack, n.AthleteIs, n.AtPlace)


def fixed_day(known: Known) -> n.Piece[n.Node] | None:
    """The line with a day that stays where it is: the plan's last, or that of a race."""
    races = [race.head for race in known.races if race.grade != "C"]
    end: n.Piece[n.Node] | None = known.facts.get("ends piece")
    return end or (races[-1] if races else None)


def check_open(r: Lookup, heads: Sequence[n.Piece[n.Node]], known: Known) -> None:
    """A phase that may end early, before a fixed day: another one takes the weeks left over."""
    end = fixed_day(known)
    if end is None:
        return
    nodes = [cast(n.PhaseHead, head.node) for head in heads]
    last = max((i for i, node in enumerate(nodes) if node.until), default=-1)
    taken = not known.back and any(node.rest for node in nodes[last + 1 :])
    for head, node in zip(heads, nodes, strict=True):
        if node.until and not taken:
            r.notes.error(
                "E477", "a phase that may end early, before a day that stays where it is",
                head.span, "what is done in the weeks that it leaves over?",
                labels=[Label(end.span, "this day stays")],
                hint=(
                    f'give the phase its weeks: phase "{node.name.text}" for {node.weeks or 6} '
                    "weeks",
                    "or say when the plan starts, and let a later phase take what is left: phase "
                    '"Build" for the rest',
                ),
            )  # fmt: skip


def at_the_most(phases: Sequence[Phase], weeks: int) -> tuple[int, ...] | None:
    """The weeks as written while phases with `until` take their most; None: each in its turn."""
    if not any(phase.rest for phase in phases):
        return None
    spare = phases[-1].last - weeks
    return tuple(
        week
        for phase in phases
        for week in range(phase.first, phase.last + 1 - (spare if phase.rest else 0))
    )


def until(r: Lookup, phase: n.Statement, until: n.Condition) -> n.Condition:
    """What ends a phase is something that the diary can say while the phase lasts."""
    head = phase.head
    found = conditions.resolve(r, head, until, "athlete")
    for part in _parts(found):
        why = hint = ""
        if isinstance(part, _BEFOREHAND):
            why = "the answer is known beforehand, or never changes"
            hint = "end it by what the diary says: brisk walk 30min painfree; pain < 1; "
            hint += '"Walk-run" done 6 times painfree'
        elif isinstance(part, n.Done) and not _is_in(r, phase, part.session.text):
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
