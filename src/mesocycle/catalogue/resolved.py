"""A library that was read before: its catalogue as JSON, kept beside its text.

Reading a bundled library takes many times as long as the rest of `meso check`, and gives the
same every time. So the catalogue ships resolved, with the very text it was made from inside:
a text that differs by one character is read anew, and no stale entry is ever used.
"""

from __future__ import annotations

import msgspec

from mesocycle.catalogue.links import report_cycles
from mesocycle.catalogue.model import Catalogue, Exercise, Pool, fold
from mesocycle.diagnostics import Diagnostics
from mesocycle.source import Source, Span

#: What every bundled entry says, be it `none`: there it takes the place of an earlier entry's.
ALWAYS_SAID = frozenset(
    ("kind", "position", "sides", "measure", "equipment", "place", "impact", "loads")
)
_PLAIN = Exercise(id="", name="")


class Library(Source):
    """A library's text, and beside it what `dump` once made of it (or nothing)."""

    def __init__(self, name: str, text: str, resolved: bytes = b"") -> None:
        super().__init__(name, text)
        self.resolved = resolved


class _Resolved(msgspec.Struct, omit_defaults=True):
    text: str
    libraries: tuple[str, ...]
    places: dict[str, tuple[str, ...]]
    equipment: tuple[str, ...]
    names: dict[str, str]
    pools: dict[str, Pool]
    exercises: dict[str, Exercise]
    versions: dict[str, int] = {}


def dump(source: Source, catalogue: Catalogue) -> bytes:
    """The catalogue of `source` alone, without prefix, as JSON that `load` understands."""
    resolved = _Resolved(
        text=source.text,
        libraries=catalogue.libraries,
        places=dict(catalogue.places),
        equipment=tuple(sorted(catalogue.equipment)),
        names=dict(catalogue.names),
        pools=dict(catalogue.pools),
        exercises=dict(catalogue.exercises),
        versions=dict(catalogue.versions),
    )
    return msgspec.json.format(msgspec.json.encode(resolved), indent=1) + b"\n"


def load(source: Source, below: Catalogue | None = None) -> Catalogue | None:
    """The catalogue that came with `source`, on top of `below`, as `read` would make it.

    None if the text must be read (again): nothing came with it, or it is of another text, or
    its names and those of `below` contradict each other, which `read` then reports.
    """
    if not isinstance(source, Library) or not source.resolved:
        return None
    try:
        found = msgspec.json.decode(source.resolved, type=_Resolved)
    except msgspec.MsgspecError:
        return None  # of another version: the text is the truth
    if found.text != source.text or found.libraries != (source.name,):
        return None
    below = below or Catalogue()
    names = _names(found, below)
    exercises = _exercises(found, below, Span(source, 0, 0))
    if names is None or exercises is None:
        return None
    return Catalogue(
        exercises,
        {**below.pools, **found.pools},
        names,
        libraries=(*below.libraries, *found.libraries),
        equipment=below.equipment.union(found.equipment),
        places={**below.places, **found.places},
        versions={k: v for k, v in below.versions.items() if k != source.name} | found.versions,
    )


def _names(found: _Resolved, below: Catalogue) -> dict[str, str] | None:
    """Names of both: the later exercise has a name, the earlier one an alias, or it is a clash."""
    if not below.names:
        return found.names
    names = dict(below.names)
    names.update((fold(e.name), e.id) for e in found.exercises.values())
    for name, identity in found.names.items():
        if names.setdefault(name, identity) != identity and name != identity:
            return None
    return names


def _exercises(found: _Resolved, below: Catalogue, span: Span) -> dict[str, Exercise] | None:
    """Exercises of both, one that both have line by line; None where easier goes in a circle."""
    both = found.exercises.keys() & below.exercises.keys()
    if not both:
        return {**below.exercises, **found.exercises}
    exercises = {**below.exercises, **found.exercises}
    for identity in both:
        exercises[identity] = _over(below.exercises[identity], found.exercises[identity])
    circles = Diagnostics()
    report_cycles(exercises, dict.fromkeys(both, span), circles)
    return None if circles else exercises


def _over(old: Exercise, new: Exercise) -> Exercise:
    """The entry `old`, and over it all that `new` says."""
    said = {
        field: value
        for field in Exercise.__struct_fields__
        if (value := getattr(new, field)) != getattr(_PLAIN, field) or field in ALWAYS_SAID
    }
    said["unreviewed"] = old.unreviewed and not new.reviewed
    return msgspec.structs.replace(old, **said)
