"""The language's formal definition: one grammar for plans and libraries, one for diaries.

The `.lark` files are executed, not copied: what stands in them is what the parser does. Each
rule has a sample beside it. The `.tables.json` files are what Lark makes of them (`make tables`).
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def text(kind: str) -> str:
    """The whole grammar of `kind`, which is "plan" or "diary", as Lark reads it."""
    return "\n".join((HERE / f"{name}.lark").read_text("utf-8") for name in ("common", kind))


def tables(kind: str) -> bytes:
    """The stored parsing tables of `kind` as JSON; empty if there are none."""
    try:
        return (HERE / f"{kind}.tables.json").read_bytes()
    except OSError:
        return b""
