"""Groups: which loads hold for which sets of a line."""

from __future__ import annotations

from msgspec.structs import replace

from mesocycle.compiler.checked import Manner
from mesocycle.syntax.nodes import Exertion, LoadNode, Scheme

Loads = tuple[LoadNode, ...]


def loads_of(scheme: Scheme, manner: Manner) -> list[Loads]:
    """The loads of each group of sets.

    A group's own win. What it lacks comes from the line (`5x5; 60kg`), before what stands behind
    the last group for all of them (`5x5, 1x5+ 85%`); else, for the sets of a stage, from the
    line's own sets. A test is as heavy as it gets, unless it says itself.
    """
    usual = manner.loads
    if not usual and manner.scheme is not None and manner.scheme is not scheme:
        usual = common(manner.scheme)
    own = [group.loads for group in scheme.groups]
    if scheme.shared and manner.loads:
        own[:-1] = [()] * (len(own) - 1)
    return [
        loads if group.test else _filled(loads, usual)
        for group, loads in zip(scheme.groups, own, strict=True)
    ]


def common(scheme: Scheme) -> Loads:
    """The loads of all groups of a scheme; nothing where they differ."""
    first = scheme.groups[0].loads
    return first if all(g.loads in ((), first) for g in scheme.groups) else ()


def laid_over(scheme: Scheme, loads: Loads, added: Manner) -> tuple[Scheme, Loads]:
    """The sets and loads of a line in a week, or under a condition, that says something else.

    `60%` alone is for the sets as they were; `3x5` alone is at the load that they had.
    """
    if added.scheme is None:
        said = added.loads and any(group.loads for group in scheme.groups)
        return (_without_loads(scheme) if said else scheme), loads
    if loads or any(group.loads for group in added.scheme.groups):
        return added.scheme, loads
    return added.scheme, common(scheme)


def _without_loads(scheme: Scheme) -> Scheme:
    return replace(scheme, groups=tuple(replace(g, loads=()) for g in scheme.groups))


def _filled(own: Loads, usual: Loads) -> Loads:
    """A group's own load and effort; what it does not say is the usual."""
    if not own or own is usual:
        return usual
    said = {isinstance(node, Exertion) for node in own}
    return (*own, *(node for node in usual if isinstance(node, Exertion) not in said))
