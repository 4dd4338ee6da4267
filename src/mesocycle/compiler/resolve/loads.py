"""Loads in a plan: the header's lines about them, and what cannot be meant on a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, cast

from mesocycle.catalogue.lookup import Lookup
from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.words import loading
from mesocycle.compiler.checked import Picked, Rounding, Rungs, Together, TrainingShare
from mesocycle.compiler.loads import table
from mesocycle.compiler.loads.formulas import FORMULAS, RELIABLE
from mesocycle.compiler.loads.kinds import efforts, relative
from mesocycle.compiler.loads.written import written
from mesocycle.diary.model import MOST_LIFTED, MaxLog
from mesocycle.syntax import nodes as n

Facts = dict[str, Any]

#: More than that of a max is a slip of the pen. Of the bodyweight, people do lift more.
_MOST_PERCENT: Final = 20_000

#: Beyond that the parser has refused it, as E132.
_REFUSED_PERCENT: Final = 30_000

#: What the body hangs from or leans on: a weight comes on top of the body.
_HANGING: Final = frozenset({"pull-up bar", "parallel bars", "rings"})


# --- lines of the header -----------------------------------------------------------------------


def _rounding(_r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.RoundTo, piece.node)
    facts["rounding"] = Rounding(node.mass, node.mode)


def _max(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.MaxOf, piece.node)
    exercise = r.exercise(piece, n.ExerciseRef(node.exercise))
    if exercise is None:
        return
    if not 0 < node.mass.kg <= MOST_LIFTED:
        nothing = node.mass.micro <= 0
        r.notes.error(
            "E367", "a max of nothing" if nothing else f"a max of {node.mass}",
            piece.at(node.word), "no weight at all" if nothing else "more than anybody lifts",
            hint=f"say what was lifted, or leave the line out: max {exercise.name} 100kg",
        )  # fmt: skip
        return
    if node.reps > RELIABLE:
        r.notes.warning(
            "W532", f"a max of {node.reps} repetitions says little", piece.at(node.word),
            f"formulas are worth something up to {RELIABLE} repetitions",
            hint="give what can be lifted for fewer repetitions",
        )  # fmt: skip
    known: tuple[MaxLog, ...] = facts.get("maxes", ())
    said = (exercise.id, node.reps, node.training)
    if any((m.exercise, m.reps, m.training) == said for m in known):
        what = "training max" if node.training else "max"
        r.notes.warning(
            "W530", f"the {what} of the {exercise.name} is said twice", piece.span,
            "this one, the later line, holds",
            hint="keep one of the two; a max of the athlete's own belongs in the diary",
        )  # fmt: skip
        known = tuple(m for m in known if (m.exercise, m.reps, m.training) != said)
    log = MaxLog(exercise.id, node.mass, r.because(piece), node.reps, node.training)
    facts["maxes"] = (*known, log)


def _training(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.TrainingMax, piece.node)
    if not 0 < node.percent <= 10_000:
        r.notes.error(
            "E365", "a training max above the max", piece.at(node.word),
            "it is a part of the 1RM, 100% at most",
            hint="write: training max 90%",
        )  # fmt: skip
    facts["training"] = TrainingShare(node.percent, node.rounded)


def _formula(r: Lookup, piece: n.Piece[n.Node], facts: Facts) -> None:
    node = cast(n.MaxFormula, piece.node)
    name = node.name.text.casefold().replace("'", "")
    if name not in FORMULAS:
        r.unknown("E366", "formula", piece, node.name, FORMULAS, "no 1RM formula of this name")
        return
    facts["formula"] = name


#: What to do with each of these lines; `max` may come for every exercise.
LINES: Final[dict[type[n.Node], Callable[[Lookup, n.Piece[n.Node], Facts], None]]] = {
    n.RoundTo: _rounding,
    n.MaxOf: _max,
    n.TrainingMax: _training,
    n.MaxFormula: _formula,
}

#: The facts that they leave, named as the plan's fields are.
FACTS: Final = ("rounding", "maxes", "training", "formula")


# --- lines of a session ------------------------------------------------------------------------


def check(r: Lookup, statement: n.Statement, what: object) -> None:
    """Note every load of the line that cannot be meant."""
    exercises = what.exercises if isinstance(what, Rungs | Together | Picked) else ()
    named = exercises if isinstance(what, Rungs | Together) else ()
    for piece, node in _clauses(statement):
        if isinstance(node, n.Scheme):
            _check_order(r, piece, node.groups[0].loads)
            _check_efforts(r, piece, node)
            for group in node.groups:
                _check_loads(r, piece, group.loads, named)
        elif isinstance(node, n.Loaded):
            _check_order(r, piece, node.loads)
            _check_loads(r, piece, node.loads, named)
        elif isinstance(node, n.Warmup):
            _check_ramp(r, piece, node)
            for group in node.groups:
                _check_loads(r, piece, group.loads, named)


def _clauses(statement: n.Statement) -> Iterator[tuple[n.Piece[n.Node], n.Node]]:
    """The clauses of a line and of those nested under it, whatever they depend on."""
    pieces = [*statement.clauses]
    for child in statement.children:
        pieces += [child.head, *child.clauses]
    for piece in pieces:
        node = piece.node
        while isinstance(node, n.Under | n.WeekOf | n.AtRung):
            node = node.clause
        yield piece, node


def _check_order(r: Lookup, piece: n.Piece[n.Node], first: tuple[n.LoadNode, ...]) -> None:
    """What hangs on an earlier set needs one."""
    for node in first:
        if relative(node):
            r.notes.error(
                "E362", f"`{written(node)}`, and no set before it", piece.at(node.word),
                "there is none before the first set of the line",
                hint="write the earlier set in front: 1x3 @8, 3x5 80% of top set",
            )  # fmt: skip


def _check_efforts(r: Lookup, piece: n.Piece[n.Node], scheme: n.Scheme) -> None:
    """The RPE table ends somewhere."""
    for group in scheme.groups:
        for node in group.loads if len(group.loads) == 1 and group.unit == "reps" else ():
            if isinstance(node, n.Exertion) and not group.most:
                easiest = efforts(node)[0]
                if table.share(group.amount.low, easiest) is None:
                    r.notes.warning(
                        "W531", f"no table says how heavy {group.amount.low} repetitions "
                        f"at RPE {easiest / 10:g} are", piece.at(node.word),
                        "no load is computed for these sets",
                        hint="give a load beside it: 60kg @6; or leave it at that",
                    )  # fmt: skip


def _check_loads(
    r: Lookup,
    piece: n.Piece[n.Node],
    loads: tuple[n.LoadNode, ...],
    exercises: tuple[Exercise, ...],
) -> None:
    for node in loads:
        if isinstance(node, n.Percent):
            _check_percent(r, piece, node)
        elif isinstance(node, n.Weight) and node.mass.kg > MOST_LIFTED:
            r.notes.error(
                "E364", f"{written(node)} is more than anybody lifts", piece.at(node.word),
                f"{MOST_LIFTED} kg at most",
                hint="is a digit too many, or a point missing? 62.5kg",
            )  # fmt: skip
        elif _weighs_nothing(node):
            r.notes.error(
                "E368", "a load of nothing", piece.at(node.word), "no weight at all",
                hint="leave the load out, or write: empty bar",
            )  # fmt: skip
        for exercise in exercises:
            _check_holder(r, piece, node, exercise)


def _weighs_nothing(node: n.LoadNode) -> bool:
    """A weight of zero, for men or for women, or a set that is lighter by nothing."""
    if isinstance(node, n.Lighter):
        return node.mass.micro <= 0
    if not isinstance(node, n.Weight):
        return False
    return node.mass.micro <= 0 or (node.women is not None and node.women.micro <= 0)


def _check_percent(r: Lookup, piece: n.Piece[n.Node], node: n.Percent) -> None:
    if _MOST_PERCENT < node.high <= _REFUSED_PERCENT and node.of != "bw":
        r.notes.error(
            "E364", f"{written(node)} is more than anybody lifts", piece.at(node.word),
            "200% of a max at most",
            hint="is a digit too many? 90% is nine tenths of it",
        )  # fmt: skip
    if node.lift is not None:
        r.exercise(piece, n.ExerciseRef(node.lift))


def _check_holder(r: Lookup, piece: n.Piece[n.Node], node: n.LoadNode, exercise: Exercise) -> None:
    """A weight needs something to hold it."""
    kind = loading(exercise.equipment)
    if isinstance(node, n.EmptyBar) and kind != "bar" and (kind or exercise.equipment):
        r.notes.error(
            "E361", f"{exercise.name} is done without a bar", piece.at(node.word) ,
            f"it needs {' and '.join(exercise.equipment)}",
            hint="give the weight: 10kg; or name the exercise with the bar",
        )  # fmt: skip
    beyond = isinstance(node, n.Weight) and node.beyond
    if beyond and kind == "bar":
        r.notes.error(
            "E371", f"{exercise.name} with {written(node)}: more than what?", piece.at(node.word),
            "a plus is a weight beyond the body's",
            hint="write the whole load, bar included; to add to it: progress load by 2.5kg",
        )  # fmt: skip
    if not isinstance(node, n.Weight | n.Percent) or kind is not None or relative(node):
        return
    if exercise.kind == "flexibility" and exercise.reviewed and not beyond:
        r.notes.error(
            "E360", f"{exercise.name} holds no weight", piece.at(node.word), "a stretch",
            hint="leave out the load",
        )  # fmt: skip
    elif isinstance(node, n.Weight) and not beyond and not _HANGING.isdisjoint(exercise.equipment):
        r.notes.warning(
            "W529", f"{exercise.name} with {written(node)}: in all, or beyond the body?",
            piece.at(node.word), "taken as a weight by itself",
            hint=f"beyond bodyweight is written with a plus: +{written(node)}",
        )  # fmt: skip


def _check_ramp(r: Lookup, piece: n.Piece[n.Node], node: n.Warmup) -> None:
    """A warm-up comes first, and is lighter than what it prepares for."""
    for group in node.groups:
        for load in group.loads:
            if isinstance(load, n.Lighter) or (
                isinstance(load, n.Percent) and load.of in ("top set", "set before")
            ):
                r.notes.error(
                    "E369", f"`{written(load)}` in a warm-up", piece.at(load.word),
                    "a warm-up has no set before it",
                    hint="a bare per cent is of the first working set: warmup 1x5 50%",
                )  # fmt: skip
            elif isinstance(load, n.Percent) and load.of != "bw" and load.high > 10_000:
                r.notes.error(
                    "E370", "a warm-up heavier than the work", piece.at(load.word),
                    "per cent of the first working set",
                    hint="write 100% or less",
                )  # fmt: skip
