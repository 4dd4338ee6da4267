"""Complexes: one exercise after the other without putting the bar down."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.compiler.checked import Group, Item, Manner, Rungs, Together
from mesocycle.syntax.nodes import Count


def parts(item: Item, what: Together) -> tuple[Item, ...]:
    """The exercises of a complex as items of a superset without rest.

    Each has its own repetitions of the set: `2+1+1` is two of the first, one of each other. The
    bar is the same for all of them, so per cent are of the max of the first.
    """
    rest = item.manner.rest
    group = item.group or Group(
        key=item.key, kind="superset", title="Complex", between=rest.low if rest else None
    )
    return tuple(
        replace(
            item,
            what=Rungs((exercise,), label=what.label, lead=what.exercises[0]),
            key=f"{item.key}-{number + 1}",
            slot=f"{item.slot}/{number + 1}" if item.slot else "",
            group=group,
            manner=_part(item.manner, number),
            conditionals=tuple(
                replace(c, manner=_part(c.manner, number)) for c in item.conditionals
            ),
            weekly=tuple(replace(w, manner=_part(w.manner, number)) for w in item.weekly),
        )
        for number, exercise in enumerate(what.exercises)
    )


def _part(manner: Manner, number: int) -> Manner:
    """What is said of one exercise of a complex; the rest is between its rounds."""
    scheme = manner.scheme
    if scheme is None:
        return replace(manner, rest=None)
    groups = tuple(
        replace(g, amount=Count(g.chain[number], g.chain[number]), chain=())
        if number < len(g.chain)
        else g
        for g in scheme.groups
    )
    return replace(manner, scheme=replace(scheme, groups=groups), rest=None)
