"""Stretches: lines of running and the like, with their legs and repeats looked up and checked."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.words import ACTIVITIES
from mesocycle.compiler.checked import Leg, Legs, Repeats, Stretch
from mesocycle.compiler.checked.run import each_leg
from mesocycle.compiler.resolve.legs import EASY, Reader, find_activity
from mesocycle.syntax import nodes as n

Clauses = tuple[n.Piece[n.Node], ...]


def stretch(
    r: Lookup, piece: n.Piece[n.Node], node: n.Stretch, main: str | None, line: Clauses = ()
) -> Stretch | None:
    """The line's stretch, with the rest between repeats that its clauses give.

    `main`: the session's activity, for a line that names none. None where something is wrong.
    """
    activity = find_activity(r, piece, node.activity) if node.activity else (main or "run")
    if activity is None:
        return None
    jog = node.activity is not None and node.activity.text.casefold() == "jog"
    legs = Reader(r, piece, activity, EASY if jog else None).all(node.legs)
    if legs is None:
        return None
    return rested(r, line, _stretch(activity, legs, node.role))


def course(
    r: Lookup, piece: n.Piece[n.Node], node: n.Course, base: Stretch | None
) -> Stretch | None:
    """What takes the place of `base` (in a week, under a condition, as a stage of it).

    A length alone keeps how hard, and where, of a base that is one leg; a rest between repeats
    is kept by repeats.
    """
    if base is None:
        r.notes.error(
            "E456", "a length, and nothing that it is the length of", piece.span,
            "only one line of running, or the like, can be longer or shorter",
            hint="nest it under that line: run 90min easy, and below it week 2: 100min",
        )  # fmt: skip
        return None
    first = node.legs[0]
    if isinstance(first, n.Repeats) and not first.legs:
        return _as_often(r, piece, first, base)
    activity = find_activity(r, piece, node.activity) if node.activity else base.activity
    if activity is None:
        return None
    legs = Reader(r, piece, activity, None).all(node.legs)
    if legs is None:
        return None
    return _stretch(activity, kept(legs, base.legs, same=node.activity is None), base.role)


def _as_often(r: Lookup, piece: n.Piece[n.Node], node: n.Repeats, base: Stretch) -> Stretch | None:
    """`8x`: the repeats of `base`, so many times."""
    reader = Reader(r, piece, base.activity, None)
    legs = reader.as_often(node, base.legs)
    return None if legs is None else replace(base, legs=legs)


def kept(legs: Legs, before: Legs, *, same: bool = True) -> Legs:
    """Legs that take the place of others, with what they leave unsaid: see `course`."""
    if len(legs) != 1 or len(before) != 1:
        return legs
    new, old = legs[0], before[0]
    if isinstance(new, Leg) and isinstance(old, Leg):
        if same and new.target is None and new.activity == old.activity:
            terrain = new.terrain or old.terrain
            return (replace(new, target=old.target, terrain=terrain),)
    elif isinstance(new, Repeats) and isinstance(old, Repeats) and new.rest is None:
        return (replace(new, rest=old.rest),)
    return legs


def rested(r: Lookup, line: Clauses, found: Stretch) -> Stretch:
    """The stretch with `rest 90s` of its line: standing between the repeats."""
    piece = next((p for p in line if isinstance(p.node, n.Rest)), None)
    if piece is None or not isinstance(piece.node, n.Rest):
        return found
    repeats = found.legs[0]
    if len(found.legs) > 1 or not isinstance(repeats, Repeats) or repeats.total is not None:
        r.notes.error(
            "E457", "a rest between nothing", piece.span,
            "a rest goes between repeats that are counted",
            hint="write how often: run 6x400m; rest 90s; or a rest as a leg: "
            "run 3x(5min tempo, rest 1min)",
        )  # fmt: skip
        return found
    if piece.node.where != "sets":
        r.notes.error(
            "E457", "only a rest between the repeats goes here", piece.span, "these have no rounds",
            hint="write: rest 90s",
        )  # fmt: skip
        return found
    return replace(found, legs=(replace(repeats, rest=piece.node.seconds),))


def check_changes(r: Lookup, session: n.Statement) -> None:
    """A length for some weeks, where the session as a whole has none: whose is it?"""
    if not _only_stretches(session):
        return
    for child in session.children:
        node = child.head.node
        if isinstance(node, n.WeekOf) and isinstance(node.clause, n.Scheme | n.Course):
            r.notes.error(
                "E456", "a length, and nothing that it is the length of", child.head.span,
                "only one line of running, or the like, can be longer or shorter",
                hint="nest it under that line: run 90min easy, and below it week 2: 100min",
            )  # fmt: skip


def _only_stretches(statement: n.Statement) -> bool:
    """Whether there are stretches in it, and nothing that has sets."""
    heads = [child.head.node for child in statement.children]
    lines = [node for node in heads if not isinstance(node, n.WeekOf)]
    return bool(lines) and all(isinstance(node, n.Stretch | n.Task) for node in lines)


def check_member(r: Lookup, piece: n.Piece[n.Node], found: Stretch) -> None:
    """In a group a stretch is one of the things that take turns: it is one leg with a length."""
    leg = found.legs[0] if len(found.legs) == 1 else None
    if not isinstance(leg, Leg) or leg.until is not None:
        r.notes.error(
            "E459", "this cannot take its turn in a group", piece.span,
            "a run among exercises has one length",
            hint="write one leg on the line: run 400m; or put the line outside the group",
        )  # fmt: skip


def _stretch(activity: str, legs: Legs, role: str | None) -> Stretch:
    impact = max((leg.impact for leg in each_leg(legs)), default=ACTIVITIES.get(activity, 0))
    return Stretch(activity, impact, legs, role)  # type: ignore[arg-type]  # as the node has it
