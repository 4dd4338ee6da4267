"""The answer to a check-in question that worries nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from mesocycle.catalogue.model import fold
from mesocycle.compiler.checked import Plan
from mesocycle.compiler.checked.rules import Ask
from mesocycle.syntax.nodes import Answered


def mildest(plan: Plan, ask: Ask) -> str | None:
    """The mildest word; of numbers the end at which no rule of the plan looks.

    `sleep < 3` worries about little sleep, so the mildest is the most.
    """
    if not ask.scale:
        return None
    if not ask.scale[0].isdigit():
        return ask.scale[0]
    asked = [node for node in _answers(plan.every_rule) if fold(node.name.text) == fold(ask.name)]
    low = sum(node.op in ("<", "<=") for node in asked)
    return ask.scale[-1] if low > len(asked) - low else ask.scale[0]


def _answers(tree: Any) -> Iterator[Answered]:
    """Every comparison with an answer, however deep in conditions."""
    if isinstance(tree, Answered):
        yield tree
    elif isinstance(tree, tuple):
        for each in tree:
            yield from _answers(each)
    elif isinstance(tree, msgspec.Struct):
        for name in tree.__struct_fields__:
            yield from _answers(getattr(tree, name))
