"""Whether a named progression makes sense by itself, wherever it is used."""

from __future__ import annotations

from typing import Final, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Leg, Move, Rule, Stretch
from mesocycle.compiler.resolve import size, stretches
from mesocycle.compiler.resolve.named import Definition, definition, scope_of
from mesocycle.compiler.resolve.ruling import rule
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

#: A run of no length, for stages that no line uses yet.
_ANY_RUN: Final = Stretch("run", 2, (Leg("run", 2),))


def check_definitions(r: Lookup) -> None:
    """Note what is wrong with the file's own progressions, used or not."""
    for statement in r.file.statements:
        if isinstance(statement.head.node, n.ProgressionHead):
            _check(r, definition(statement))


def _check(r: Lookup, what: Definition) -> None:
    parts = len(what.rules) + len(what.stages) + len(what.variables)
    if not size.check_rules(r, what.head, parts):
        return
    given = {param.text: n.Argument(param) for param in what.params}
    scope = scope_of(what, given, loose=True)
    found = [rule(r, piece, scope) for piece in what.rules]
    rules = [each for each in found if each is not None]
    _check_names(r, what)
    _check_kinds(r, what)
    _check_params(r, what)
    if len(rules) < len(found):
        return
    if not any(each.moves for each in rules):
        r.notes.error(
            "E386", f"{what.name} has no rules", what.head.span, "nothing ever sets it off",
            hint="say what moves it, and when: on hit: load +2.5kg",
        )  # fmt: skip
    else:
        _check_stages(r, what, rules)


def _check_names(r: Lookup, what: Definition) -> None:
    seen: set[str] = set()
    for stage, piece in zip(what.stages, what.stage_pieces, strict=True):
        if fold(stage.name) in seen:
            r.notes.error(
                "E396", f"two stages are called {stage.name}", piece.span, "which one is meant?",
                hint="give each stage a name of its own: stage heavy: 5x3+ 85%",
            )  # fmt: skip
        seen.add(fold(stage.name))


def _check_kinds(r: Lookup, what: Definition) -> None:
    """Stages are all of legs, each of which is right, or all of sets; and `at most` needs some."""
    courses = [cast(n.Stage, piece.node).course for piece in what.stage_pieces]
    for course, piece in zip(courses, what.stage_pieces, strict=True):
        if course is not None:
            stretches.course(r, piece, course, _ANY_RUN)
        if (course is None) is not (courses[0] is None):
            r.notes.error(
                "E389", "a stage of another kind", piece.span,
                "some stages are of sets, others are runs",
                labels=[Label(what.stage_pieces[0].span, "the first one is here")],
                hint="make two progressions of it",
            )  # fmt: skip
    if what.spacing is not None and not what.stages:
        r.notes.error(
            "E384", "there are no stages", what.spacing.span, "nothing to go on to",
            hint="name them first: stage 1: run 20min easy",
        )  # fmt: skip


def _check_params(r: Lookup, what: Definition) -> None:
    """A parameter that no rule uses changes nothing, whatever it is."""
    used = {
        action.change.amount.text
        for piece in what.rules
        for action in cast(n.On, piece.node).actions
        if action.change and isinstance(action.change.amount, n.Word)
    }
    for param in what.params:
        if param.text not in used:
            r.notes.warning(
                "W536", f"nothing uses {param.text}", what.head.at(param),
                "whatever it is, nothing changes",
                hint=f"use it in a rule: load +{param.text}; or leave it out",
            )  # fmt: skip


def _check_stages(r: Lookup, what: Definition, rules: list[Rule]) -> None:
    """Every stage can be reached from the first."""
    reached = {0}
    turns = [
        (each.trigger.stage, move) for each in rules for move in each.moves if move.kind == "stage"
    ]
    for _ in what.stages:
        for guard, move in turns:
            for here in reached & ({guard} if guard is not None else reached):
                reached = reached | {_after(here, move)}
    for index, (stage, piece) in enumerate(zip(what.stages, what.stage_pieces, strict=True)):
        if index not in reached:
            r.notes.error(
                "E385", f"nothing leads to the stage {stage.name}", piece.span,
                "no rule ever comes here",
                hint="say when: on miss: next stage",
            )  # fmt: skip


def _after(here: int, move: Move) -> int:
    if move.back:
        return max(0, here - move.back)
    return here + 1 if move.to is None else move.to
