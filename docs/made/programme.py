"""The tree that outputs see, from its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from inspect import cleandoc

from docs.made.table import table, title
from mesocycle.output.schema import programme_schema


def lines() -> Iterator[str]:
    """Every part of the programme, field by field."""
    schema = json.loads(programme_schema())
    parts = schema["$defs"]
    yield from title("The programme", "`src/mesocycle/programme/`")
    yield f"What every output is given, and what the JSON output writes. {schema['title']}."
    yield "Within a version fields are only added. Units are SI and in the names; dates are ISO."
    yield ""
    for name in sorted(parts, key=lambda part: (part != "Programme", part)):
        yield f"## {name}"
        yield ""
        yield from cleandoc(parts[name].get("description", "")).splitlines()
        yield ""
        needed = parts[name].get("required", ())
        yield from table(
            ("field", "type", "unless given"),
            (
                (f"`{field}`", _type(kind), "" if field in needed else _default(kind))
                for field, kind in parts[name]["properties"].items()
            ),
        )


def _type(kind: dict) -> str:
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(map(_type, kind["anyOf"]))
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        items = kind.get("items") or {}
        return f"list of {_type(items)}" if items else "list of four integers"
    if kind.get("type") == "object":
        return f"object of {_type(kind.get('additionalProperties', {}))}"
    return kind.get("type", "anything")


def _default(kind: dict) -> str:
    value = json.dumps(kind["default"], ensure_ascii=False) if "default" in kind else ""
    return f"`{value}`" if len(value) < 40 else "…"
