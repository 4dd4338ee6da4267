"""A catalogue for other programs: JSON that says every field, and its JSON Schema.

The schema ships beside this file as `catalogue.schema.json`; the test that compares the two
also writes that file anew (`--update-golden`) after a field was added.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from mesocycle.catalogue.model import Catalogue, Exercise, Frozen, Pool

#: What an export says that it is. Within a version fields are only added.
SCHEMA = "mesocycle.catalogue/1"
#: Where the generated schema ships, within this package.
FILE = "catalogue.schema.json"


class Exported(Frozen, kw_only=True):
    """All that a library or a plan knows of exercises, in the order of definition.

    `libraries` are the files that it came from, and `versions` their versions, where one says
    so. `names` gives the id for each name, alias and id, in small letters. `places` are the
    files' own, with what is there; `equipment` the words that those added. `exercises` name each
    other by id; body parts, equipment and the like are canonical words. Loads are demands on the
    lumbar spine; `impact` is 0 none to 3 as in jumping, null where nobody has said.
    """

    schema: str
    libraries: tuple[str, ...]
    versions: dict[str, int]
    exercises: tuple[Exercise, ...]
    pools: tuple[Pool, ...]
    names: dict[str, str]
    places: dict[str, tuple[str, ...]]
    equipment: tuple[str, ...]


def dump(catalogue: Catalogue) -> bytes:
    """The catalogue as JSON (UTF-8, indented), every field said, ending in a line end.

    Templates and progressions of libraries are no part of it.
    """
    exported = Exported(
        schema=SCHEMA,
        libraries=catalogue.libraries,
        versions=dict(catalogue.versions),
        exercises=tuple(catalogue.exercises.values()),
        pools=tuple(catalogue.pools.values()),
        names=dict(catalogue.names),
        places=dict(catalogue.places),
        equipment=tuple(sorted(catalogue.equipment)),
    )
    return msgspec.json.format(msgspec.json.encode(_whole(exported)), indent=2) + b"\n"


def load(data: bytes) -> Catalogue:
    """The catalogue in what `dump` wrote.

    Raises:
        ValueError: it is of another kind or version, or not of the schema's form.
    """
    found = msgspec.json.decode(data, type=Exported)
    if found.schema != SCHEMA:
        raise ValueError(f"{found.schema}, not {SCHEMA}")
    return Catalogue(
        {each.id: each for each in found.exercises},
        {" ".join(each.name.casefold().split()): each for each in found.pools},
        found.names,
        libraries=found.libraries,
        equipment=frozenset(found.equipment),
        places=found.places,
        versions=found.versions,
    )


def catalogue_schema() -> bytes:
    """A JSON Schema (2020-12) of what `dump` writes, ending in a line end."""
    (root,), definitions = msgspec.json.schema_components([Exported])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": f"A catalogue of exercises, {SCHEMA}",
        **root,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


def _whole(value: object) -> Any:
    """A value with every field said, defaults and all."""
    if isinstance(value, msgspec.Struct):
        config = value.__struct_config__
        tag = {config.tag_field: config.tag} if config.tag_field else {}
        return tag | {name: _whole(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple):
        return [_whole(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _whole(each) for key, each in value.items()}
    return value
