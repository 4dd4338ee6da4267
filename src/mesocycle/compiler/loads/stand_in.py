"""Stand-ins: what takes an exercise's place does not take over its weights.

Whoever loses form in a squat with 100 kg is given a goblet squat, but not with 100 kg. What the
plan writes in kilograms, or as a share of another lift, is meant for the exercise it stands with.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from mesocycle.catalogue.model import Exercise
from mesocycle.catalogue.words import loading
from mesocycle.compiler.checked import Item, Manner, Picked, Progression, Rungs
from mesocycle.syntax.nodes import EmptyBar, LoadNode, Percent, Scheme, Weight

#: What the athlete is told where a weight was left out.
LIGHT: Final = "The plan's weight is for another exercise: begin light."


class StandIns:
    """Manners without the weights that are another exercise's, each made once."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Manner, Manner]] = {}

    def manner(self, item: Item, exercise: Exercise, manner: Manner, week: int) -> Manner:
        """The manner of a line on a day on which it is done as `exercise`."""
        if not _stands_in(item, exercise, manner, week):
            return manner
        found = self._made.get(id(manner))
        if found is None:
            found = self._made[id(manner)] = (manner, unladen(manner))
        return found[1]


def unladen(manner: Manner) -> Manner:
    """The same, without a weight that is written for one exercise only."""
    left = replace(
        manner,
        scheme=_bare(manner.scheme),
        loads=_own(manner.loads),
        progress=_moving(manner.progress),
    )
    if left == manner:
        return manner
    return replace(left, warmup=(), notes=(*manner.notes, LIGHT))


def _stands_in(item: Item, exercise: Exercise, manner: Manner, week: int) -> bool:
    """Whether the line's weights were written for others than this exercise."""
    what = item.what
    if not isinstance(what, Picked | Rungs) or exercise.id in {e.id for e in what.exercises}:
        return False
    if isinstance(what, Picked):
        return what.otherwise is None or what.otherwise.id != exercise.id
    if manner.swap is None or manner.swap.id != exercise.id:
        return True
    # The coach's own `instead`: with a weight of its own, or lifted with the same as before.
    said = [w.manner for w in item.weekly if week in w.weeks]
    said += [c.manner for c in item.conditionals]
    if any(m.loads or (m.scheme and any(g.loads for g in m.scheme.groups)) for m in said):
        return False
    return all(loading(e.equipment) != loading(exercise.equipment) for e in what.exercises)


def _bare(scheme: Scheme | None) -> Scheme | None:
    if scheme is None:
        return None
    return replace(scheme, groups=tuple(replace(g, loads=_own(g.loads)) for g in scheme.groups))


def _own(loads: tuple[LoadNode, ...]) -> tuple[LoadNode, ...]:
    """Without weights, the bar, and shares of another lift or of the body."""
    return tuple(node for node in loads if not _of_another(node))


def _of_another(node: LoadNode) -> bool:
    if isinstance(node, Percent):
        return node.lift is not None or node.of == "bw"
    return isinstance(node, Weight | EmptyBar)


def _moving(progress: Progression | None) -> Progression | None:
    """Without the loads of its stages, and without rules that say what the load is to be."""
    if progress is None:
        return None
    rules = tuple(
        rule
        for rule in progress.rules
        if not any(m.kind == "load" and m.how == "set" for m in rule.moves)
    )
    stages = tuple(replace(s, scheme=_bare(s.scheme) or s.scheme) for s in progress.stages)
    return replace(progress, rules=rules, stages=stages)
