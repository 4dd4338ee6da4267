"""Rules: events and actions with every name in them looked up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

import msgspec

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Move, Rule, Trigger
from mesocycle.diagnostics import Label
from mesocycle.mass import Mass
from mesocycle.syntax import nodes as n

#: What a plan calls the load in `start = load`.
_LOAD: Final = "load"

#: What a number without a unit may change.
_COUNTED: Final = frozenset(
    {"reps", "sets", "hold", "rest", "distance", "time", "pace", "variable"}
)
_WEIGHED: Final = frozenset({"load", "max"})


class Scope(msgspec.Struct, frozen=True):
    """The names that a rule may use: arguments by parameter, variables, kept loads, stages.

    `loose`: the arguments are not known yet, and whatever they are is right. `use`: where the
    arguments stand.
    """

    arguments: Mapping[str, n.Argument] = {}
    variables: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    stages: tuple[str, ...] = ()
    loose: bool = False
    use: n.Piece[n.Node] | None = None

    @property
    def names(self) -> list[str]:
        """Everything that stands for an amount."""
        return [*self.arguments, *self.variables, *self.kept]


def rule(r: Lookup, piece: n.Piece[n.Node], scope: Scope) -> Rule | None:
    """What the rule means; None where something in it is wrong."""
    node = cast(n.On, piece.node)
    trigger = _trigger(r, piece, node, scope)
    found = [move(r, piece, action, scope) for action in node.actions]
    moves = tuple(m for m in found if m is not None)
    if trigger is None or len(moves) < len(found):
        return None
    return Rule(trigger, moves)


def _trigger(r: Lookup, piece: n.Piece[n.Node], node: n.On, scope: Scope) -> Trigger | None:
    event, guard = node.event, node.guard
    stage, variable = None, None
    if guard is not None and guard.stage is not None:
        stage = _stage(r, piece, guard.stage, scope)
        if stage is None:
            return None
    if guard is not None and guard.variable is not None:
        variable = guard.variable.text
        if variable not in scope.variables:
            r.unknown(
                "E388", "variable", piece, guard.variable, scope.variables,
                f"nothing says what it begins with: {variable} = 0",
            )  # fmt: skip
            return None
    return Trigger(
        event.kind,
        event.count,
        number=event.number,
        in_row=event.in_row,
        stage=stage,
        variable=variable,
        op=guard.op if guard else "=",
        value=guard.value if guard else 0,
        times=event.times,
    )


def _stage(r: Lookup, piece: n.Piece[n.Node], name: n.Word | str, scope: Scope) -> int | None:
    """The index of a stage."""
    stages = scope.stages
    text = name if isinstance(name, str) else name.text
    if not stages:
        r.notes.error(
            "E384", "there are no stages", piece.at(name if isinstance(name, n.Word) else None),
            f"no `{text}` stage to go by",
            hint="a progression names its stages first: stages 5x3+, 6x2+, 10x1+",
        )  # fmt: skip
        return None
    if isinstance(name, str):
        return 0 if name == "first" else len(stages) - 1
    folded = [fold(stage) for stage in stages]
    if fold(text) in folded:
        return folded.index(fold(text))
    r.unknown("E384", "stage", piece, name, stages, "no stage of this name")
    return None


def move(r: Lookup, piece: n.Piece[n.Node], action: n.Action, scope: Scope) -> Move | None:
    """What the action does."""
    if action.kind == "stage":
        return _to_stage(r, piece, action, scope)
    if action.kind == "say":
        return Move("say", text=action.text.text if action.text else "")
    if action.kind in ("harder", "easier"):
        return Move(action.kind)
    change = action.change
    if action.kind == "deload":
        percent = change.amount if change and isinstance(change.amount, int) else None
        return Move("deload", "set", percent // 100 if percent else None)
    if change is None:
        return None
    if action.kind == "variable":
        return _variable(r, piece, action, change, scope)
    return _amount(r, piece, action, change, scope)


def _to_stage(r: Lookup, piece: n.Piece[n.Node], action: n.Action, scope: Scope) -> Move | None:
    name = action.name
    if action.back:
        back = Move("stage", back=action.back)
        return back if _stage(r, piece, "first", scope) is not None else None
    if name is None:
        return None
    # `stage next` would be a stage of that name: only the bare words are turns.
    turn = name.text if name.text in ("next", "first") and name.text not in scope.stages else None
    if turn is not None:
        if _stage(r, piece, "first", scope) is None:
            return None
        return Move("stage", to=0 if turn == "first" else None)
    to = _stage(r, piece, name, scope)
    return None if to is None else Move("stage", to=to)


def _variable(
    r: Lookup, piece: n.Piece[n.Node], action: n.Action, change: n.Change, scope: Scope
) -> Move | None:
    name = action.name.text if action.name else ""
    amount = change.amount
    if isinstance(amount, n.Word) and amount.text == _LOAD:
        return Move("variable", "set", name=name, kept=name)
    if name not in scope.variables:
        known = scope.variables
        if action.name:
            r.unknown("E388", "variable", piece, action.name, known, f"write above: {name} = 0")
        return None
    return _amount(r, piece, action, change, scope, name=name)


def _amount(
    r: Lookup,
    piece: n.Piece[n.Node],
    action: n.Action,
    change: n.Change,
    scope: Scope,
    *,
    name: str = "",
) -> Move | None:
    """A change of an amount; a name in it is an argument, or a load that was kept."""
    word = change.amount
    if not isinstance(word, n.Word):
        return Move(action.kind, change.how, word, name=name)
    if action.kind == "load" and change.how == "set" and word.text in scope.kept:
        return Move("load", "set", kept=word.text)
    given = scope.arguments.get(word.text)
    if given is None:
        r.unknown(
            "E388", "amount", piece, word, scope.names,
            "neither a parameter nor a load that is kept",
        )  # fmt: skip
        return None
    if scope.loose:
        return Move(action.kind, change.how, name=name)
    return _given(r, piece, Given(action.kind, change, given, word, scope.use or piece), name)


class Given(msgspec.Struct, frozen=True):
    """An argument where a rule uses it."""

    kind: str
    change: n.Change
    argument: n.Argument
    word: n.Word
    where: n.Piece[n.Node]


def _given(r: Lookup, piece: n.Piece[n.Node], use: Given, name: str) -> Move | None:
    """The change by an argument, if it is of the kind that is wanted."""
    value, how, sign = use.argument.value, use.change.how, use.change.sign
    kind = kind_of(use.argument)
    if use.kind in _WEIGHED and kind == "percent" and isinstance(value, int):
        share = value if how == "set" else 10_000 + sign * value
        return Move(use.kind, "times", share, name=name)  # type: ignore[arg-type]  # of a rule's own kinds
    if use.kind in _WEIGHED and kind == "load" and isinstance(value, Mass):
        mass = value if sign > 0 else Mass(-value.micro, value.unit)
        return Move(use.kind, how, mass, name=name)  # type: ignore[arg-type]  # as above
    if use.kind in _COUNTED and kind == "number" and isinstance(value, int):
        return Move(use.kind, how, sign * value, name=name)  # type: ignore[arg-type]  # as above
    wanted = "a load, such as 2.5kg" if use.kind in _WEIGHED else "a whole number, such as 2"
    r.notes.error(
        "E383", f"{use.kind} cannot change by {use.argument.text.text}",
        use.where.at(use.argument.text), f"{use.word.text} wants {wanted}",
        labels=[Label(piece.at(use.word), "it is used here")],
        hint=f"write {wanted}",
    )  # fmt: skip
    return None


def kind_of(argument: n.Argument) -> str:
    """What an argument is: a load, a percent, a number (seconds and metres too), a name."""
    if isinstance(argument.value, Mass):
        return "load"
    if argument.value is None:
        return "name"
    return "percent" if argument.text.text.endswith("%") else "number"
