"""Named progressions: `progression NAME(params)` of the plan and of its libraries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import msgspec
from msgspec.structs import replace

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Progression, Rule, StageOf, Stretch
from mesocycle.compiler.progress.words import spoken_scheme
from mesocycle.compiler.resolve import stretches
from mesocycle.compiler.resolve.ruling import Scope, rule
from mesocycle.diagnostics import Label
from mesocycle.syntax import nodes as n

Table = dict[str, n.Statement]


def named(r: Lookup, files: Iterable[tuple[n.File, str | None]]) -> Table:
    """The progressions of these files by folded name; a later one takes an earlier one's place.

    Two of one name in one file are a mistake.
    """
    table: Table = {}
    for file, prefix in files:
        own: Table = {}
        for statement in file.statements:
            head = statement.head.node
            if isinstance(head, n.ProgressionHead):
                name = f"{prefix}.{head.name.text}" if prefix else head.name.text
                before = own.get(fold(name))
                if before is not None:
                    r.notes.error(
                        "E396", f"two progressions are called {name}", statement.head.at(head.name),
                        "which one is meant?",
                        labels=[Label(before.head.span, "the first one is here")],
                        hint="give one of them another name",
                    )  # fmt: skip
                own[fold(name)] = statement
        table.update(own)
    return table


def table_of(r: Lookup) -> Table:
    """The progressions that the plan may name, looked up once."""
    found = r.kept.get("progressions")
    if found is None:
        found = r.kept["progressions"] = named(r, (*r.catalogue.definitions, (r.file, None)))
    return cast(Table, found)


class Definition(msgspec.Struct, frozen=True):
    """A progression as it is written: its parts, each with its piece.

    The legs of its stages are looked up where it is used. `apart`: at least so many days
    between two stages; `spacing` is where that stands.
    """

    head: n.Piece[n.Node]
    name: str
    params: tuple[n.Word, ...]
    stages: tuple[StageOf, ...]
    variables: tuple[tuple[str, int], ...]
    rules: tuple[n.Piece[n.Node], ...]
    stage_pieces: tuple[n.Piece[n.Node], ...] = ()
    apart: int = 0
    spacing: n.Piece[n.Node] | None = None


def definition(statement: n.Statement) -> Definition:
    """What a `progression` statement holds."""
    head = cast(n.ProgressionHead, statement.head.node)
    stages, where, variables, rules = [], [], [], []
    spacing: n.Piece[n.Node] | None = None
    for child in statement.children:
        node = child.head.node
        if isinstance(node, n.Stage):
            said = spoken_scheme(node.scheme) if node.scheme else ""
            name = node.name.text if node.name else said
            stages.append(StageOf(node.scheme, name))
            where.append(child.head)
        elif isinstance(node, n.Variable):
            variables.append((node.name.text, node.value))
        elif isinstance(node, n.On):
            rules.append(child.head)
        elif isinstance(node, n.AtMost):
            spacing = child.head
    apart = spacing.node.days if spacing and isinstance(spacing.node, n.AtMost) else 0
    return Definition(
        statement.head, head.name.text, head.params, tuple(stages), tuple(variables),
        tuple(rules), tuple(where), apart, spacing,
    )  # fmt: skip


def filled_in(r: Lookup, use: n.Piece[n.Node], call: n.Named, what: Definition) -> Scope | None:
    """The names that the definition's rules may use, its parameters with the arguments given."""
    given: dict[str, n.Argument] = {}
    free = [param.text for param in what.params]
    failed = False
    for argument in call.arguments:
        name = argument.name.text if argument.name else (free[0] if free else None)
        if name is None or (argument.name and name not in free):
            failed = True
            _unknown_argument(r, use, argument, what, given)
            continue
        free.remove(name)
        given[name] = argument
    if free and not failed:
        r.notes.error(
            "E382", f"{what.name} is not told its {' and '.join(free)}", use.at(call.name),
            f"{what.name}({', '.join(p.text for p in what.params)})",
            labels=[Label(what.head.span, "its parameters are here")],
            hint=f"write: progress with {what.name}({', '.join(f'{x}: 5kg' for x in free)})",
        )  # fmt: skip
    if free or failed:
        return None
    return replace(scope_of(what, given), use=use)


def scope_of(what: Definition, given: Mapping[str, n.Argument], *, loose: bool = False) -> Scope:
    """The names that the definition's rules may use."""
    return Scope(
        given,
        frozenset(name for name, _ in what.variables),
        frozenset(_kept(what.rules)),
        tuple(stage.name for stage in what.stages),
        loose,
    )


def _unknown_argument(
    r: Lookup,
    use: n.Piece[n.Node],
    argument: n.Argument,
    what: Definition,
    given: dict[str, n.Argument],
) -> None:
    names = [param.text for param in what.params]
    if argument.name is not None and argument.name.text in given:
        r.notes.error(
            "E381", f"{argument.name.text} is given twice", use.at(argument.name),
            "which one holds?", hint="keep one of the two",
        )  # fmt: skip
    elif argument.name is not None:
        r.unknown(
            "E381", "argument", use, argument.name, names,
            f"{what.name} has {', '.join(names) or 'none'}",
        )  # fmt: skip
    else:
        r.notes.error(
            "E381", f"{what.name} has no place for {argument.text.text}", use.at(argument.text),
            f"it has {len(names) or 'no'} parameter{'' if len(names) == 1 else 's'}",
            labels=[Label(what.head.span, "its parameters are here")],
            hint="leave it out",
        )  # fmt: skip


def _kept(rules: Sequence[n.Piece[n.Node]]) -> Iterator[str]:
    """The names under which the rules keep a load: `start = load`."""
    for piece in rules:
        for action in cast(n.On, piece.node).actions:
            amount = action.change.amount if action.change else None
            if action.kind == "variable" and action.name and isinstance(amount, n.Word):
                yield action.name.text


def compiled(r: Lookup, what: Definition, scope: Scope, base: Stretch | None = None) -> Progression:
    """The definition with its arguments filled in, for sets or for the stretch `base`."""
    found = [rule(r, piece, scope) for piece in what.rules]
    rules: tuple[Rule, ...] = tuple(each for each in found if each is not None)
    return Progression(
        rules=rules,
        stages=_stages(r, what, scope, base),
        variables=what.variables,
        name=what.name,
        apart=what.apart,
    )


def _stages(r: Lookup, what: Definition, scope: Scope, base: Stretch | None) -> tuple[StageOf, ...]:
    """The stages as the line takes them: of legs for a stretch, of sets for exercises."""
    made = []
    for stage, piece in zip(what.stages, what.stage_pieces, strict=True):
        course = cast(n.Stage, piece.node).course
        if (course is None) is not (base is None):
            is_run = course is not None
            r.notes.error(
                "E389", f"{what.name} is for {'runs' if is_run else 'sets'}",
                (scope.use or piece).span, f"this line has {'sets' if is_run else 'none'}",
                labels=[Label(piece.span, f"a stage of {'a run' if is_run else 'sets'}")],
                hint="give the line a progression of its own: "
                + ("stage 1: 3x8, stage 2: 3x6" if is_run else "stage 1: run 20min easy"),
            )  # fmt: skip
            return ()
        found = stretches.course(r, piece, course, base) if course is not None else None
        if found is not None:
            name = f"stage {stage.name}" if stage.name.isdigit() else stage.name
            made.append(StageOf(None, name, found.legs))
    return tuple(made) if base is not None else what.stages
