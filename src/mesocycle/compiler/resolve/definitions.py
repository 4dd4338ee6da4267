"""Whether a named progression makes sense by itself, wherever it is used."""

from __future__ import annotations

from typing import cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Rule
from mesocycle.compiler.resolve import size
from mesocycle.compiler.resolve.named import Definition, definition, scope_of
from mesocycle.compiler.resolve.ruling import rule
from mesocycle.syntax import nodes as n


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
        (each.trigger.stage, move.to)
        for each in rules
        for move in each.moves
        if move.kind == "stage"
    ]
    for _ in what.stages:
        for guard, to in turns:
            for here in reached & ({guard} if guard is not None else reached):
                reached = reached | {here + 1 if to is None else to}
    for index, (stage, piece) in enumerate(zip(what.stages, what.stage_pieces, strict=True)):
        if index not in reached:
            r.notes.error(
                "E385", f"nothing leads to the stage {stage.name}", piece.span,
                "no rule ever comes here",
                hint="say when: on miss: next stage",
            )  # fmt: skip
