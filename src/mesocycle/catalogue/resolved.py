"""A library that was read before: its catalogue as JSON, kept beside its text.

Reading `runner-back` takes several times as long as the rest of `meso check`, and gives the
same every time. So the catalogue ships resolved, with the very text it was made from inside:
a text that differs by one character is read anew, and no stale entry is ever used.
"""

from __future__ import annotations

import msgspec

from mesocycle.catalogue.model import Catalogue, Exercise, Pool
from mesocycle.source import Source


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


def load(source: Source) -> Catalogue | None:
    """The catalogue that came with `source`, or None if it must be read (again)."""
    if not isinstance(source, Library) or not source.resolved:
        return None
    try:
        found = msgspec.json.decode(source.resolved, type=_Resolved)
    except msgspec.MsgspecError:
        return None  # of another version: the text is the truth
    if found.text != source.text or found.libraries != (source.name,):
        return None
    return Catalogue(
        found.exercises,
        found.pools,
        found.names,
        libraries=found.libraries,
        equipment=frozenset(found.equipment),
        places=found.places,
        versions=found.versions,
    )
