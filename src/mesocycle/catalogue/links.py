"""From names to ids: what an exercise says of other exercises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mesocycle.catalogue.fields import Draft, Link
from mesocycle.catalogue.mistakes import unknown_exercise
from mesocycle.catalogue.model import Alternative, Catalogue, Exercise
from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Span

Find = Callable[[str], Exercise | None]


def resolve(
    draft: Draft, own: str, find: Find, known: Catalogue, found: Diagnostics
) -> dict[str, object]:
    """The link fields that `draft` gives to the exercise `own`, as ids."""
    targets: dict[str, list[str]] = {}
    alternatives: list[Alternative] = []
    for link in draft.links:
        target = find(link.name)
        if target is None:
            found.add(unknown_exercise(known, link.name, link.span))
        elif target.id == own:
            _names_itself(link, found)
        elif link.reason is not None:
            alternatives.append(Alternative(target.id, link.reason, link.detail))
        else:
            targets.setdefault(link.field, []).append(target.id)
    fields: dict[str, object] = {
        field: tuple(dict.fromkeys(ids)) for field, ids in targets.items() if field != "variant_of"
    }
    if "variant_of" in targets:
        fields["variant_of"] = targets["variant_of"][0]
    if alternatives:
        fields["alternatives"] = tuple(alternatives)
    return fields


def _names_itself(link: Link, found: Diagnostics) -> None:
    found.error(
        "E213",
        "an exercise cannot be its own easier or harder form",
        link.span,
        "this is the exercise itself, or an alias of it",
        hint="name another exercise, or leave the line out",
    )


def report_cycles(
    exercises: Mapping[str, Exercise], blame: Mapping[str, Span], found: Diagnostics
) -> None:
    """E212 for every exercise of `blame` that is easier than itself, by way of others."""
    easier = {identity: set(e.easier) for identity, e in exercises.items()}
    for identity, exercise in exercises.items():
        for harder in exercise.harder:
            easier[harder].add(identity)
    reported: set[str] = set()
    for start, span in blame.items():
        if start in reported:
            continue
        way = _way_back(start, easier)
        if way:
            reported.update(way)
            names = " → ".join(exercises[identity].name for identity in (*way, start))
            found.error(
                "E212",
                "easier and harder go in a circle",
                span,
                f"easier and easier: {names}",
                hint="take one of these `easier` or `harder` names out",
            )


def _way_back(start: str, easier: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The shortest way from `start` by easier forms to itself, or ()."""
    came_from: dict[str, str] = {}
    queue = [start]
    for here in queue:
        for there in sorted(easier[here]):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return ()
