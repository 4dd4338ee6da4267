"""`Bench Press with dumbbells`: the variant of an exercise for another piece of equipment."""

from __future__ import annotations

from collections.abc import Sequence

from mesocycle.catalogue.mistakes import unknown_word
from mesocycle.catalogue.model import Catalogue, Exercise, fold
from mesocycle.catalogue.words import EQUIPMENT
from mesocycle.diagnostics import Diagnostic
from mesocycle.source import Span

_LISTED = 6


def variant(
    catalogue: Catalogue, base: Exercise, written: str, span: Span
) -> Exercise | Diagnostic:
    """The one variant of `base` that is done with what is `written` (at `span`), or a mistake.

    What is done with it anyway is its own variant.
    """
    tool = EQUIPMENT.find(written)
    if tool is None and fold(written) in catalogue.equipment:
        tool = fold(written)
    if tool is None:
        return unknown_word("E209", EQUIPMENT, written, span)
    if tool in base.equipment:
        return base
    variants = [e for e in catalogue.exercises.values() if e.variant_of == base.id]
    found = [each for each in variants if tool in each.equipment]
    if len(found) == 1:
        return found[0]
    return _several(base, tool, found, span) if found else _none(base, tool, variants, span)


def _none(base: Exercise, tool: str, variants: Sequence[Exercise], span: Span) -> Diagnostic:
    """E221: no exercise is a variant of `base` for that equipment."""
    own = set(base.equipment)
    known = [
        f"with {', '.join(other)} ({each.name})"
        for each in variants
        if (other := [item for item in each.equipment if item not in own])
    ]
    return Diagnostic(
        code="E221",
        message=f"{base.name} has no variant with {tool}",
        span=span,
        label=f"no exercise says 'variant of {base.name}' and needs {tool}",
        hints=(
            f"there is {_listed(known)}" if known else "name the exercise that is meant, or define "
            f'it: exercise "…", with the lines: variant of {base.name}; equipment {tool}',
        ),
    )  # fmt: skip


def _several(base: Exercise, tool: str, found: Sequence[Exercise], span: Span) -> Diagnostic:
    """E222: more than one is, and they are different exercises."""
    return Diagnostic(
        code="E222",
        message=f"{base.name} has several variants with {tool}",
        span=span,
        label="which one?",
        hints=(f"write its name: {_listed([each.name for each in found])}",),
    )


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more
