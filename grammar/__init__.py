"""The language's formal definition: one grammar for plans and libraries, one for diaries.

The `.lark` files are executed, not copied: what stands in them is what the parser does. Each
rule has a sample beside it. The `.tables.json` files are what Lark makes of them (`make tables`).
"""

from __future__ import annotations

import os

HERE = os.path.dirname(__file__)  # pathlib would cost every start 3 ms


def text(kind: str) -> str:
    """The whole grammar of `kind`, which is "plan" or "diary", as Lark reads it."""
    return "\n".join(_read(f"{name}.lark") for name in ("common", kind))


def tables(kind: str) -> str:
    """The stored parsing tables of `kind` as JSON; empty if there are none."""
    try:
        return _read(f"{kind}.tables.json")
    except OSError:
        return ""


def _read(name: str) -> str:
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()
