"""Manners: what is said of a line in general, in this week, on this rung, and of this athlete."""

from __future__ import annotations

from typing import Any, Final

from msgspec.structs import replace

from mesocycle.compiler.checked import Conditional, Item, Manner
from mesocycle.compiler.choice.conditions import Question, ask
from mesocycle.compiler.loads.groups import laid_over

#: What is added to what was said before; everything else takes its place.
_ADDED: Final = ("cues", "notes", "because", "activities", "easy")


class Manners:
    """What holds for each line in each week, put together once."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int, str, bool], Manner] = {}

    def of(self, item: Item, week: int, exercise: str = "", *, slow: bool = False) -> Manner:
        """What holds for a line in a week (of the phase), whoever the athlete is.

        Of a ladder also what holds on the rung `exercise` (an id). `slow`: the session is.
        """
        key = (id(item), week if item.weekly else 0, exercise if item.rungs else "", slow)
        manner = self._found.get(key)
        if manner is None:
            manner = item.manner
            for weekly in item.weekly:
                manner = on_top(manner, weekly.manner) if week in weekly.weeks else manner
            for rung in item.rungs:
                manner = on_top(manner, rung.manner) if rung.exercise == exercise else manner
            manner = self._found[key] = replace(manner, slow=True) if slow else manner
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
    """Texts, swaps and limits are added, everything else takes the place of what was said.

    Of two volumes the smaller one holds.
    """
    facts: dict[str, Any] = {}
    if added.volume is not None and manner.volume is not None:
        added = replace(added, volume=min(added.volume, manner.volume))
    for field in Manner.__struct_fields__:
        known, said = getattr(manner, field), getattr(added, field)
        facts[field] = (*known, *said) if field in _ADDED else said or known
    if manner.scheme is not None:
        facts["scheme"], facts["loads"] = laid_over(manner.scheme, facts["loads"], added)
    return Manner(**facts)
