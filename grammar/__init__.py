"""The language's formal definition: one grammar for plans and libraries, one for diaries.

The files are executed, not copied: what stands in them is what the parser does. Each rule has
a sample beside it.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def text(kind: str) -> str:
    """The whole grammar of `kind`, which is "plan" or "diary", as Lark reads it."""
    return "\n".join((_HERE / f"{name}.lark").read_text("utf-8") for name in ("common", kind))
