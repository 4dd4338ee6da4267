"""The JSON Schema of the programme, generated from its code.

It ships beside this file as `programme.schema.json`; the test that compares the two also writes
that file anew (`--update-golden`) after a field was added.
"""

from __future__ import annotations

import msgspec

from mesocycle.programme import SCHEMA, Programme

#: Where the generated schema ships, within this package.
FILE = "programme.schema.json"


def programme_schema() -> bytes:
    """A JSON Schema (2020-12) of what the JSON output writes, ending in a line end."""
    (root,), definitions = msgspec.json.schema_components([Programme])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": f"A training programme, {SCHEMA}",
        **root,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"
