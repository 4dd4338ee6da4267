"""Conditions on an exercise alone: `trains glutes`, `level <= 3`, `equipment free`.

Three-valued like every condition: True, False, or None where the entry does not say.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator

from mesocycle.catalogue import words
from mesocycle.catalogue.body import REGIONS, within
from mesocycle.catalogue.mistakes import unknown_word
from mesocycle.catalogue.model import Catalogue, Exercise, fold
from mesocycle.catalogue.vocabulary import Vocabulary
from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Span
from mesocycle.syntax.nodes import (
    Both,
    Compare,
    Condition,
    Either,
    EquipmentFree,
    Has,
    Not,
    Word,
)

Truth = bool | None
_COMPARE = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "!=": operator.ne,
}  # fmt: skip
#: Numbers of an exercise; the others are of the athlete, or of the calendar.
_OF_EXERCISES = ("level", "impact")
#: The vocabulary of each property, and the code for a word outside it.
_WORDS: dict[str, tuple[Vocabulary, str]] = {
    "trains": (REGIONS, "E207"),
    "loads": (words.DIRECTIONS, "E208"),
    "position": (words.POSITIONS, "E206"),
    "kind": (words.KINDS, "E206"),
    "needs": (words.EQUIPMENT, "E209"),
}


def is_static(condition: Condition) -> bool:
    """Whether a leaf condition asks about the exercise alone."""
    if isinstance(condition, Compare):
        return condition.field in _OF_EXERCISES
    return isinstance(condition, Has | EquipmentFree)


def leaves(condition: Condition) -> Iterator[Condition]:
    """The conditions that `and`, `or` and `not` put together, in order."""
    if isinstance(condition, Both | Either):
        for part in condition.parts:
            yield from leaves(part)
    elif isinstance(condition, Not):
        yield from leaves(condition.part)
    else:
        yield condition


def check_words(
    condition: Condition, at: Callable[[Word], Span], known: Catalogue, found: Diagnostics
) -> None:
    """Report the words of `condition` that no vocabulary has."""
    for leaf in leaves(condition):
        if not isinstance(leaf, Has) or leaf.field not in _WORDS:
            continue
        vocabulary, code = _WORDS[leaf.field]
        added = leaf.field == "needs" and fold(leaf.value.text) in known.equipment
        if vocabulary.find(leaf.value.text) is None and not added:
            found.add(unknown_word(code, vocabulary, leaf.value.text, at(leaf.value)))


def truth(condition: Condition, exercise: Exercise) -> Truth:
    """Whether a condition made of static leaves holds for `exercise`, in Kleene logic."""
    if isinstance(condition, Both):
        values = [truth(part, exercise) for part in condition.parts]
        return False if False in values else None if None in values else True
    if isinstance(condition, Either):
        values = [truth(part, exercise) for part in condition.parts]
        return True if True in values else None if None in values else False
    if isinstance(condition, Not):
        value = truth(condition.part, exercise)
        return None if value is None else not value
    return holds(condition, exercise)


def holds(leaf: Condition, exercise: Exercise) -> Truth:
    """Whether one static leaf holds; None too for a leaf that is not static."""
    if isinstance(leaf, EquipmentFree):
        return not exercise.equipment
    if isinstance(leaf, Has):
        return _has(leaf, exercise)
    if isinstance(leaf, Compare) and leaf.field in _OF_EXERCISES:
        value = exercise.level if leaf.field == "level" else exercise.impact
        return None if value is None else _COMPARE[leaf.op](value, leaf.value)
    return None


def _has(leaf: Has, exercise: Exercise) -> Truth:
    text = leaf.value.text
    if leaf.field == "tag":
        return fold(text) in exercise.tags
    vocabulary, _ = _WORDS[leaf.field]
    wanted = vocabulary.find(text) or fold(text)
    if leaf.field == "trains":
        return any(within(part, wanted) for part in exercise.trains)
    if leaf.field == "loads":
        loaded = any(direction == wanted for direction, _ in exercise.loads)
        return loaded or (False if exercise.reviewed else None)
    if leaf.field == "needs":
        return wanted in exercise.equipment
    return wanted == (exercise.position if leaf.field == "position" else exercise.kind)
