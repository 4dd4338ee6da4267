"""Sets as done: repetitions or seconds, and the load and the exertion of each."""

from __future__ import annotations

from typing import Any

import msgspec

from mesocycle.catalogue.model import Exercise
from mesocycle.diary.loads import loadable
from mesocycle.diary.model import MOST_LIFTED
from mesocycle.diary.reader import Reader
from mesocycle.syntax import diary_nodes as d
from mesocycle.syntax.nodes import Node, Piece, Statement

#: Bars whose weight is always part of the load: nothing here is beyond bodyweight.
_BARS = frozenset({"barbell", "trap bar", "ez bar", "safety bar", "axle", "log", "smith machine"})


#: A load of so many millionths of a kilogram or of a pound is one that can be.
_SURELY = MOST_LIFTED * 1_000_000


class Said(msgspec.Struct, frozen=True):
    """What a line says of all its sets: a load and an exertion, and which of `parts` is meant.

    `part`: the place of the exercise in a complex of `parts` exercises.
    """

    every: d.DoneWith
    part: int = 0
    parts: int = 1


def sets_of(reader: Reader, exercise: Exercise, piece: Piece[Node], said: Said) -> dict[str, Any]:
    """What a clause of sets says, as facts of a mark of one exercise."""
    node, every = piece.node, said.every
    assert isinstance(node, d.Done)
    if said.parts > 1 and any(len(done.chain) != said.parts for done in node.sets):
        each = "+".join("1" * said.parts)
        reader.notes.error(
            "E433", f"a complex of {said.parts} exercises", piece.at(node.word),
            "how often was each of them done?", hint=f"say it of each, in their order: 3x({each})",
        )  # fmt: skip
        return {}
    reps, held, metres, loads, rpes = [], [], [], [], []
    for done in node.sets:
        if done.reps is not None:
            reps.append(done.chain[said.part] if said.parts > 1 else done.reps)
        elif done.seconds is not None:
            held.append(done.seconds)
        elif done.metres is not None:
            metres.append(done.metres)
        loads.append(every.load if done.load is None else done.load)
        rpes.append(every.rpe if done.rpe is None else done.rpe)
    if not all(done.load is None or _fits(reader, exercise, piece, done) for done in node.sets):
        loads.clear()
    return {
        "reps": tuple(reps),
        "hold_s": tuple(held),
        "metres": tuple(metres),
        "loads": () if loads.count(None) == len(loads) else tuple(loads),
        "rpes": () if rpes.count(None) == len(rpes) else tuple(rpes),
    }


def for_every_set(reader: Reader, exercise: Exercise, statement: Statement) -> d.DoneWith:
    """The load and the exertion that a line says once for all its sets."""
    said = [piece for piece in statement.clauses if isinstance(piece.node, d.DoneWith)]
    sets = any(isinstance(piece.node, d.Done) for piece in statement.clauses)
    every = d.DoneWith()
    for piece in said:
        node = piece.node
        assert isinstance(node, d.DoneWith)
        if not sets:
            reader.notes.error(
                "E428", "sets are missing", piece.at(node.word), "done how often?",
                hint="say how many it were: 5, 5, 4; 60kg",
            )  # fmt: skip
        if (node.load and every.load) or (node.rpe and every.rpe):
            reader.said_twice(piece, "the load" if node.load else "the exertion", node.word)
        elif node.load is None or _fits(reader, exercise, piece, node):
            every = d.DoneWith(
                every.load if node.load is None else node.load, node.rpe or every.rpe
            )
    return every


def _fits(
    reader: Reader, exercise: Exercise, piece: Piece[Node], done: d.DoneSet | d.DoneWith
) -> bool:
    """Whether the load can have been used in that exercise; noted if not."""
    assert done.load is not None
    if exercise.kind == "strength" and not done.beyond and done.load.micro <= _SURELY:
        return True  # nearly always
    span = piece.at(done.word) if isinstance(done, d.DoneWith) else piece.span
    if not loadable(exercise):
        reader.notes.error(
            "E427", f"a load on {exercise.name}", span, "nothing is lifted here",
            hint="leave the load out, or log the exercise that was done with it",
        )  # fmt: skip
        return False
    if done.load.kg > MOST_LIFTED:
        reader.notes.error(
            "E429", f"a load of {done.load}", span, "nobody lifts that",
            hint="look at the number and at its unit",
        )  # fmt: skip
        return False
    if done.beyond and _BARS & set(exercise.equipment):
        reader.notes.error(
            "E430", f"{exercise.name} is done with a bar", span, "not beyond bodyweight",
            hint="say the whole load, the bar included: 8 60kg",
        )  # fmt: skip
        return False
    return True
