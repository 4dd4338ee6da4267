"""Whether what a line says fits what it is about: sets for exercises, seconds for holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise
from mesocycle.compiler.checked import Habit, Item, Rungs, Stretch, Together
from mesocycle.compiler.resolve import size
from mesocycle.compiler.resolve.outline import Lines, Weeks
from mesocycle.compiler.resolve.weekly import doses
from mesocycle.syntax import nodes as n

#: Clauses of an exercise, which say nothing about a stretch of running or a task.
_OF_EXERCISES = (
    n.Scheme, n.Loaded, n.Tempo, n.Manner, n.Warmup, n.RoundTo, n.Deload, n.Swap, n.StartAt,
    n.Goal, n.Allow, n.Instead,
)  # fmt: skip

#: Clauses of a stretch, which say nothing about an exercise or a task.
_OF_STRETCHES = (n.Course, n.SwapActivity, n.EasyOnly)

#: Clauses of either, which say nothing about a task.
_OF_BOTH = (n.Rest, n.Progress, n.On, n.Volume)


def check(r: Lookup, statement: n.Statement, item: Item, lines: Lines) -> None:
    """Note every clause of the line that does not fit; `lines` are the weeks it may come in."""
    _check_clauses(r, statement, item.what)
    if isinstance(item.what, Stretch | Habit):
        return
    size.check_sets(r, statement.head, item)
    _check_rounds(r, statement, item)
    _check_swaps(r, statement, item)
    _check_missing(r, statement, item, lines)
    if isinstance(item.what, Rungs):
        _check_rungs(r, statement, item, item.what)
    if isinstance(item.what, Together):
        _check_complex(r, statement, item.what)


def _check_clauses(r: Lookup, statement: n.Statement, what: object) -> None:
    """What is said must be about what is done."""
    wrong = _OF_EXERCISES if isinstance(what, Stretch) else _OF_STRETCHES
    wrong = (*_OF_EXERCISES, *wrong, *_OF_BOTH) if isinstance(what, Habit) else wrong
    of_runs = not isinstance(what, Stretch | Habit)
    for piece in _all(statement):
        node = piece.node
        while isinstance(node, n.Under | n.WeekOf | n.AtRung):
            node = node.clause
        if isinstance(node, wrong):
            r.notes.error(
                "E314", "this clause does not go with this line", piece.span,
                "it is about runs and the like" if of_runs else "it is about exercises with sets",
                hint="an exercise has sets and reps: 3x8-12, or 3x30s"
                if of_runs
                else "a run has its length and effort in the line itself: run 30min easy",
            )  # fmt: skip


def _all(statement: n.Statement) -> Iterator[n.Piece[n.Node]]:
    """The clauses of a line, and its nested lines with theirs."""
    yield from statement.clauses
    for child in statement.children:
        yield child.head
        yield from child.clauses


def _check_rounds(r: Lookup, statement: n.Statement, item: Item) -> None:
    """Rest between rounds is the group's: an exercise alone has sets, no rounds."""
    for piece in statement.clauses:
        if isinstance(piece.node, n.Rest) and piece.node.where == "rounds":
            r.notes.error(
                "E347", "there are no rounds here", piece.span,
                "the rounds are the group's" if item.group else "an exercise alone has sets",
                hint="put it on the group's own line" if item.group
                else "leave out `between rounds`: rest 90s",
            )  # fmt: skip


def _check_swaps(r: Lookup, statement: n.Statement, item: Item) -> None:
    """`instead NAME` needs a condition or a week, and one exercise that it stands in for."""
    for piece in _all(statement):
        node = piece.node
        bare = isinstance(node, n.Swap) and piece in statement.clauses
        while isinstance(node, n.Under | n.WeekOf | n.AtRung):
            node = node.clause
        if isinstance(node, n.Swap) and (bare or not isinstance(item.what, Rungs)):
            r.notes.error(
                "E356", "instead of what, and when?", piece.span,
                "nothing says when" if bare else "only one exercise, or a ladder, has a stand-in",
                hint="say when: if scaled: instead Ring Row; or why: instead Ring Row for bad form",
            )  # fmt: skip


def _check_missing(r: Lookup, statement: n.Statement, item: Item, lines: Lines) -> None:
    """An exercise needs sets and reps: its own, in every week, or the catalogue's."""
    what, progress = item.what, item.manner.progress
    if item.group and item.group.kind == "tabata":
        return  # which says itself how long the work is
    if item.manner.scheme or (progress and (progress.stages or progress.plugin)):
        return
    exercises = what.exercises if isinstance(what, Rungs | Together) else ()
    dosed = {rung.exercise for rung in item.rungs if rung.manner.scheme}
    missing = [e for e in exercises if not e.dose and e.id not in dosed]
    weeks = _weeks_without(item, lines)
    if missing and weeks is not None:
        when = f" in week {min(weeks)}" if weeks else ""
        r.notes.error(
            "E320", f"nothing says how much of {missing[0].name}{when}", statement.head.span,
            "no sets and reps, and none in the catalogue",
            hint="add them: 3x8-12, or 3x30s for a hold",
        )  # fmt: skip


def _weeks_without(item: Item, lines: Lines) -> Weeks | None:
    """The weeks in which the line has no dose: none if all have one, empty where unknown."""
    given = [w for w in item.weekly if w.manner.scheme or w.manner.skip]
    if not given:
        return frozenset()
    if lines.weeks is None:
        return None
    left = lines.weeks - frozenset().union(*(w.weeks for w in given))
    return left or None


def _check_rungs(r: Lookup, statement: n.Statement, item: Item, what: Rungs) -> None:
    """The doses fit every rung that they may come to."""
    dosed = {rung.exercise for rung in item.rungs if rung.manner.scheme}
    usual = [e for e in what.exercises if e.id not in dosed]
    for piece in statement.clauses:
        if isinstance(piece.node, n.Scheme):
            _check_fit(r, cast("n.Piece[n.Scheme]", piece), usual)
    for when, scheme in doses(statement.children):
        if isinstance(when, n.AtRung):
            found = r.catalogue.find(when.rung.text)
            _check_fit(r, scheme, [e for e in what.exercises if e == found])
        else:
            _check_fit(r, scheme, usual)


def _check_fit(r: Lookup, piece: n.Piece[n.Scheme], exercises: list[Exercise]) -> None:
    for exercise in exercises:
        _fits(r, piece, exercise)
    if exercises and any(group.chain for group in piece.node.groups):
        r.notes.error(
            "E350", "these are the reps of a complex", piece.span,
            f"{exercises[0].name} is one exercise",
            hint="name them all: Clean + Front Squat; 3x(2+1); or write one number: 3x3",
        )  # fmt: skip


def _fits(r: Lookup, piece: n.Piece[n.Scheme], exercise: Exercise) -> None:
    units = {group.unit for group in piece.node.groups}
    if exercise.measure == "hold" and "reps" in units:
        r.notes.error(
            "E315", f"{exercise.name} is held, it has no reps", piece.span, "reps of a hold",
            hint="say how long: 3x30s, or 3x30-60s",
        )  # fmt: skip
    if exercise.measure in ("hold", "reps") and "metres" in units:
        r.notes.error(
            "E315", f"{exercise.name} covers no distance", piece.span, "m is metres",
            hint="write s for seconds, min for minutes; a number alone is reps: 3x8",
        )  # fmt: skip
    sided = any(group.side != "both" for group in piece.node.groups)
    if sided and exercise.sides == "none":
        r.notes.warning(
            "W509", f"{exercise.name} has no sides", piece.span, "both sides work at once",
            hint="leave out the sides",
        )  # fmt: skip


def _check_complex(r: Lookup, statement: n.Statement, what: Together) -> None:
    """A complex has one number for each of its exercises."""
    pieces = [p for p in statement.clauses if isinstance(p.node, n.Scheme)]
    pieces += [scheme for _, scheme in doses(statement.children)]
    parts = len(what.exercises)
    for piece in pieces:
        for group in cast(n.Scheme, piece.node).groups:
            if group.chain and len(group.chain) != parts:
                r.notes.error(
                    "E350", f"{len(group.chain)} numbers for {parts} exercises",
                    piece.at(group.word), "one number for each",
                    hint=f"write: 3x({'+'.join('1' * parts)})",
                )  # fmt: skip
