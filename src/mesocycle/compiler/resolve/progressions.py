"""How a line changes: `progress …` and the rules beside it, with every name looked up."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, cast

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise, fold
from mesocycle.compiler.checked import Manner, Progression, Rule, Stretch, Trigger
from mesocycle.compiler.resolve import named, run_sense, sense, size
from mesocycle.compiler.resolve.ruling import Scope, move, rule
from mesocycle.source import Placed
from mesocycle.syntax import nodes as n

Clauses = tuple[n.Piece[n.Node], ...]

_PLAIN: Final = Scope()


def progression(r: Lookup, clauses: Clauses, base: Stretch | None = None) -> Progression | None:
    """What the clauses say of how the line changes; None where they say nothing of it.

    `base`: the stretch that they are about, whose place stages take.
    """
    piece = next((p for p in clauses if isinstance(p.node, n.Progress)), None)
    rules = [p for p in clauses if isinstance(p.node, n.On)]
    if piece is None and not rules:
        return None
    if not size.check_rules(r, (piece or rules[0]), len(rules)):
        return Progression()
    made, scope = _progress(r, piece, base) if piece is not None else (Progression(), _PLAIN)
    found = [rule(r, each, scope) for each in rules]
    kept = tuple(each for each in found if each is not None)
    return replace(made, rules=(*made.rules, *kept)) if kept else made


def check(
    r: Lookup,
    clauses: Clauses,
    manner: Manner,
    exercises: tuple[Exercise, ...],
    weekly: tuple[Manner, ...] = (),
    base: Stretch | None = None,
) -> None:
    """Whether the progression makes sense on a line about these exercises (none: of a pool).

    `base`: the line is about this stretch.
    """
    pieces = [piece for piece in clauses if isinstance(piece.node, n.Progress | n.On)]
    rules = tuple(piece for piece in pieces if isinstance(piece.node, n.On))
    if pieces and base is not None:
        run_sense.check(r, manner, base, pieces[0], rules)
    elif pieces:
        sense.check(r, sense.Line(manner, pieces[0], rules, exercises, weekly))


def _progress(r: Lookup, piece: n.Piece[n.Node], base: Stretch | None) -> tuple[Progression, Scope]:
    node = cast(n.Progress, piece.node)
    if node.named is not None:
        return _named(r, piece, node.named, base)
    if node.by_set is not None:
        return Progression(rules=_bands(r, piece, node.by_set)), _PLAIN
    return Progression(steps=node.steps, every=node.every, sum=node.sum), _PLAIN


def _named(
    r: Lookup, piece: n.Piece[n.Node], call: n.Named, base: Stretch | None
) -> tuple[Progression, Scope]:
    """A progression with a name, its arguments filled in."""
    table = named.table_of(r)
    prefix = piece.source.prefix if isinstance(piece.source, Placed) else ""
    statement = table.get(fold(call.name.text)) or table.get(fold(prefix + call.name.text))
    if statement is None:
        from mesocycle.compiler.resolve import offers  # most plans use none of a plugin

        plugged = offers.offered(r, call.name.text)
        if plugged is not None:
            return offers.plugged(r, piece, call, plugged), _PLAIN
        names = [cast(n.ProgressionHead, s.head.node).name.text for s in table.values()]
        r.unknown("E380", "progression", piece, call.name, [*names, *offers.names(r)])
        return Progression(), _PLAIN
    what = named.definition(statement)
    parts = len(what.rules) + len(what.stages) + len(what.variables)
    if parts > size.MOST_RULES:
        if statement not in r.file.statements:  # else told where it stands
            size.check_rules(r, piece, parts)
        return Progression(), _PLAIN
    scope = named.filled_in(r, piece, call, what)
    if scope is None:
        return Progression(), _PLAIN
    return named.compiled(r, what, scope, base), scope


def _bands(r: Lookup, piece: n.Piece[n.Node], by_set: n.BySet) -> tuple[Rule, ...]:
    """`by set 3: 2-3 reps max +5lb, …`: a rule for each band of repetitions."""
    rules = []
    for band in by_set.bands:
        trigger = Trigger("reps", band.low, band.high, by_set.number)
        found = [move(r, piece, action, _PLAIN) for action in band.actions]
        rules.append(Rule(trigger, tuple(m for m in found if m is not None)))
    _check_gaps(r, piece, by_set.bands)
    return tuple(rules)


def _check_gaps(r: Lookup, piece: n.Piece[n.Node], bands: tuple[n.Band, ...]) -> None:
    """Between two bands nothing should be left that no band speaks of."""
    for before, band in pairwise(bands):
        if before.high is not None and band.low > before.high + 1:
            gap = before.high + 1
            many = f"{gap}" if band.low == gap + 1 else f"{gap} to {band.low - 1}"
            r.notes.warning(
                "W533", f"no band speaks of {many} reps", piece.at(band.word),
                "nothing changes then",
                hint="let the bands follow each other: 0-1 reps …, 2-3 reps …, 4+ reps …",
            )  # fmt: skip
