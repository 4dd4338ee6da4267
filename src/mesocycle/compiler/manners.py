"""Manners: what is said of a line in general, in this week, on this rung, and of this athlete."""

from __future__ import annotations

from typing import Any, Final

from mesocycle.compiler.checked import Conditional, Item, Manner
from mesocycle.compiler.conditions import Question, ask

#: What is added to what was said before; everything else takes its place.
_TEXTS: Final = ("cues", "notes", "because")


def manner_in(item: Item, week: int) -> Manner:
    """What holds for a line in a week (of the phase), whoever the athlete is."""
    manner = item.manner
    for weekly in item.weekly:
        if week in weekly.weeks:
            manner = on_top(manner, weekly.manner)
    return manner


def on_rung(item: Item, manner: Manner, exercise: str) -> Manner:
    """The manner of a ladder that stands on `exercise` (an id)."""
    for rung in item.rungs:
        if rung.exercise == exercise:
            manner = on_top(manner, rung.manner)
    return manner


def manner_under(
    manner: Manner, conditionals: tuple[Conditional, ...], question: Question
) -> Manner:
    """The manner, with every clause on top whose condition holds (unknown does not)."""
    for conditional in conditionals:
        if ask(conditional.condition, question).value:
            manner = on_top(manner, conditional.manner)
    return manner


def on_top(manner: Manner, added: Manner) -> Manner:
    """Texts are added, everything else takes the place of what was said before."""
    facts: dict[str, Any] = {}
    for field in Manner.__struct_fields__:
        known, said = getattr(manner, field), getattr(added, field)
        facts[field] = (*known, *said) if field in _TEXTS else said or known
    return Manner(**facts)
